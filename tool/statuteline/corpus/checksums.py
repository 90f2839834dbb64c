"""``SHA256SUMS``: the digest of every recorded expression, in the format of sha256sum.

While expressions are being written their digests stand in a journal beside it. What it
names and the list does not is not in the corpus. The list is replaced in one step: then all
of them are in.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from statuteline.corpus.inside import read_inside
from statuteline.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_NAME: Final = "SHA256SUMS"
JOURNAL: Final = "SHA256SUMS.unfinished"
"""The digests of files that are being written; it is gone when all are in the list."""
_STEP = r"(?!\.{1,2}(?:/|$))[^/\\:\x00-\x1f\x7f]+"
_LINE = re.compile(rf"([0-9a-f]{{64}})  ({_STEP}(?:/{_STEP})*)")
"""A path leads down only: a list of a stranger may not name files that are not its own."""


class Sum(NamedTuple):
    """The digest of one file.

    Args:
        digest: SHA-256 in lower-case hexadecimal.
        place: File and line where it stands.
    """

    digest: str
    place: str


def digest(data: bytes) -> str:
    """Give the SHA-256 of bytes in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_sums(root: Path) -> dict[str, Sum]:
    """Read the digests of a corpus.

    Args:
        root: The corpus folder.

    Returns:
        From path below ``root``, with slashes, to digest. Empty if there is no list: a
        corpus may be new.

    Raises:
        CorpusError: If the list cannot be read, a line is not of the format of
            sha256sum, or a path stands there twice.
    """
    return _read(root / FILE_NAME)


def read_journal(root: Path) -> dict[str, Sum]:
    """Read the digests of files that are being written, or were when it was cut off.

    Raises:
        CorpusError: As :func:`read_sums` does.
    """
    return _read(root / JOURNAL)


def sums_text(digests: Mapping[str, str]) -> bytes:
    """Give a list of digests as its file has it, sorted by path.

    Args:
        digests: From path below the corpus to digest.
    """
    lines = [f"{known}  {relative}\n" for relative, known in sorted(digests.items())]
    return "".join(lines).encode()


def _read(path: Path) -> dict[str, Sum]:
    sums: dict[str, Sum] = {}
    for number, line in enumerate(_lines(path), start=1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise CorpusError(
                f"A line of {path.name} is not a digest, two spaces and a path in here",
                where=f"{path}:{number}",
                hint=f"restore the file; `sha256sum -c {path.name}` reads it too",
            )
        if match.group(2) in sums:
            raise CorpusError(
                f"{path.name} has a second line for {match.group(2)}",
                where=f"{path}:{number}",
                hint=f"the other is {sums[match.group(2)].place}; keep the older one",
            )
        sums[match.group(2)] = Sum(match.group(1), f"{path.name}:{number}")
    return sums


def _lines(path: Path) -> list[str]:
    try:
        return read_inside(path.parent, path).decode("utf-8").splitlines()
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(
            f"{path.name} cannot be read: {error}", where=str(path)
        ) from error
