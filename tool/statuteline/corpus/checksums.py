"""``SHA256SUMS``: the digest of every recorded expression, in the format of sha256sum."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from statuteline.corpus.disk import write_file
from statuteline.errors import CorpusError

if TYPE_CHECKING:
    from pathlib import Path

FILE_NAME: Final = "SHA256SUMS"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def digest(data: bytes) -> str:
    """Give the SHA-256 of bytes in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_sums(root: Path) -> dict[str, tuple[str, int]]:
    """Read the digests of a corpus.

    Args:
        root: The corpus folder.

    Returns:
        From path below ``root``, with slashes, to digest and line number. Empty if
        the file is missing: a corpus may be new.

    Raises:
        CorpusError: If the file cannot be read, a line is not of the format of
            sha256sum, or a path stands there twice.
    """
    path = root / FILE_NAME
    if not path.exists():
        return {}
    sums: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(_lines(path), start=1):
        match = _LINE.fullmatch(line)
        if match is None:
            raise CorpusError(
                "A line of SHA256SUMS is not a digest, two spaces and a path",
                where=f"{path}:{number}",
                hint="restore the file; `sha256sum -c SHA256SUMS` reads it too",
            )
        if match.group(2) in sums:
            raise CorpusError(
                f"SHA256SUMS has a second line for {match.group(2)}",
                where=f"{path}:{number}",
                hint=f"the other is line {sums[match.group(2)][1]}; keep the older one",
            )
        sums[match.group(2)] = (match.group(1), number)
    return sums


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"SHA256SUMS cannot be read: {error}", where=str(path)) from error


def record_sum(root: Path, relative: str, data: bytes) -> None:
    """Add the digest of one file, keeping the list sorted by path."""
    sums = {path: known for path, (known, _) in read_sums(root).items()}
    sums[relative] = digest(data)
    lines = [f"{known}  {path}\n" for path, known in sorted(sums.items())]
    write_file(root / FILE_NAME, "".join(lines).encode())
