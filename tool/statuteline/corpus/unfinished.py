"""What a recording that is under way, or was cut off, has written so far."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from statuteline.corpus.checksums import FILE_NAME, JOURNAL, read_journal, read_sums
from statuteline.corpus.disk import remove_drafts, remove_empty
from statuteline.corpus.locate import file_of
from statuteline.errors import CorpusError, IdentifierError
from statuteline.model.ids import ExpressionId

if TYPE_CHECKING:
    from pathlib import Path

_WRITTEN: Final = (FILE_NAME, JOURNAL)


def unfinished(root: Path) -> frozenset[str]:
    """Name the files of a recording that is under way, or was cut off.

    Whatever lies under these names does not belong to the corpus.

    Args:
        root: The corpus folder.

    Returns:
        Paths below ``root``, with slashes.

    Raises:
        CorpusError: As :func:`read_sums` does.
    """
    journal = _state(root / JOURNAL)
    return _unfinished(root, journal, _state(root / FILE_NAME)) if journal else frozenset()


def finish_recording(root: Path) -> None:
    """Clear away what a recording that was cut off has left; what it recorded stays.

    Args:
        root: The corpus folder, which nobody else writes to meanwhile.

    Raises:
        CorpusError: If a list of digests is broken, the journal names a file that is no
            expression of this corpus, or the disk refuses.
    """
    files = [_expression_file(root, relative) for relative in sorted(unfinished(root))]
    try:
        for path in files:
            path.unlink(missing_ok=True)
            remove_empty((path.parent, path.parent.parent))
        (root / JOURNAL).unlink(missing_ok=True)
        for name in _WRITTEN:
            remove_drafts(root / name)
    except OSError as error:
        raise CorpusError(
            f"An unfinished recording cannot be cleared away: {error.strerror}",
            where=str(root / JOURNAL),
        ) from error


def _expression_file(root: Path, relative: str) -> Path:
    """Give a file that a journal names, if it is one that a recording writes."""
    path = root / relative
    try:
        expected = file_of(root, ExpressionId.parse(relative.removesuffix(".xml")))
        if path == expected and path.resolve().is_relative_to(root.resolve()):
            return path
    except (IdentifierError, OSError):
        pass
    raise CorpusError(
        f"The journal of a recording names a file that is none of its own: {relative}",
        where=str(root / JOURNAL),
        hint="no recording wrote this: look at both files, and remove the journal",
    )


@lru_cache(maxsize=4)  # a whole code is listed while another process imports
def _unfinished(root: Path, _journal: object, _sums: object) -> frozenset[str]:
    return frozenset(read_journal(root).keys() - read_sums(root).keys())


def _state(path: Path) -> tuple[int, int, int] | None:
    """Give what tells whether a file was replaced; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
