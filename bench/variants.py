"""Our own ways to compare two codes: the one list of what is measured of us."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.cli.main import command_modules

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_TAG: Final = re.compile(r"<(/?)(?=[A-Za-z])")
_INDENT: Final = re.compile(r"\n +")


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One way.

    Args:
        name: What a table calls it.
        told: What a reader must know of it, one sentence.
        lay_out: Puts a generated version where the variant reads it, old or new.
        prepare: Arguments of commands to run once before, not timed; ``{old}`` and
            ``{new}`` stand for the files.
        arguments: Arguments of the command that is timed.
    """

    name: str
    told: str
    lay_out: Callable[[Path, Path], None]
    prepare: tuple[tuple[str, ...], ...] = ()
    arguments: tuple[str, ...] = ("compare", "{old}", "{new}")

    def missing(self) -> str | None:
        """Name a command that it needs and that there is not; None if all are there."""
        needed = [step[0] for step in (*self.prepare, self.arguments)]
        return next((name for name in needed if name not in command_modules()), None)


def _as_it_is(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)


def _of_another_maker(source: Path, target: Path) -> None:
    """Give the tags a prefix, and the old version another layout than the new."""
    text = _TAG.sub(r"<\1akn:", source.read_text("utf-8"))
    text = text.replace(" xmlns=", " xmlns:akn=", 1)
    if source.name == "v1.xml":
        text = _INDENT.sub("\n", text)
    target.write_text(text, encoding="utf-8")


STORED: Final = Variant(
    name="stored index",
    told="both files were indexed when they were stored",
    lay_out=_as_it_is,
    prepare=(("index", "{old}"), ("index", "{new}")),
)
CANONICAL: Final = Variant(
    name="canonical files",
    told="both files are laid out alike, so that equal sections are equal bytes",
    lay_out=_as_it_is,
)
ARBITRARY: Final = Variant(
    name="arbitrary XML",
    told="tags with a prefix, and the two files indented in different ways, so that no "
    "two sections are equal bytes",
    lay_out=_of_another_maker,
)
OURS: Final = (STORED, CANONICAL, ARBITRARY)
