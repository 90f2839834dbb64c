"""What a fuzz target is: a reader of bytes that anybody may have written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING

from statuteline.errors import StatutelineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).resolve().parents[2]
_PACKAGE = ROOT / "tool" / "statuteline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A reader, and what it is tried with.

    Args:
        name: Letters, digits and hyphens; the folder of its crashes has the same name.
        read: Reads the bytes. It may raise StatutelineError and nothing else; an
            AssertionError of its own says that it contradicts itself.
        seeds: Gives inputs that it can read, or nearly.
        largest: Bytes of an input at most; what is larger is slower, not stranger.
    """

    name: str
    read: Callable[[bytes], object]
    seeds: Callable[[], Iterable[bytes]]
    largest: int = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An input that ends in something else than a text or an error that is told.

    Args:
        what: The kind of exception, and the last place in the package it went through:
            inputs that agree in it fail for the same reason.
        told: What the exception says.
    """

    what: str
    told: str


def tried(target: Target, data: bytes) -> Finding | None:
    """Read bytes; None if that ends as it may."""
    try:
        target.read(data)
    except StatutelineError:
        return None
    except Exception as error:  # noqa: BLE001 - whatever else it is, is a finding
        return Finding(what=f"{type(error).__name__} in {_place(error)}", told=str(error))
    return None


def _place(error: Exception) -> str:
    place, step = "the target", error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        if Path(code.co_filename).is_relative_to(_PACKAGE):
            file = Path(code.co_filename).relative_to(_PACKAGE)
            place = f"{file.as_posix()}, {code.co_qualname}"
        step = step.tb_next
    return place


def in_file(name: str, read: Callable[[Path], object]) -> Callable[[bytes], object]:
    """Hand the bytes to a reader of a file.

    Args:
        name: The name of the file; folders in it are made.
        read: Reads it, given the folder above all of the name.
    """

    def read_bytes(data: bytes) -> object:
        with TemporaryDirectory(prefix="fuzz-", dir=_quick_folder()) as folder:
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            return read(Path(folder))

    return read_bytes


def _quick_folder() -> str:
    """Prefer a folder in memory: a target writes a file each time."""
    memory = Path("/dev/shm")  # noqa: S108 - only a parent of temporary folders
    return str(memory) if memory.is_dir() else gettempdir()
