"""Recording expressions, many at a time: all of them, or none, whenever it is cut off.

Before the files are written, a journal names them with their digests. Whatever of them
is there counts as recorded. So the corpus is what it promises to be at every moment, and
the next recording finishes what the last one left.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statuteline.corpus.checksums import (
    FILE_NAME,
    JOURNAL,
    digest,
    read_journal,
    read_sums,
    write_sums,
)
from statuteline.corpus.disk import flush, remove_empty, write_file
from statuteline.corpus.locate import file_of
from statuteline.corpus.reader import read
from statuteline.corpus.safe_xml import parse_xml
from statuteline.corpus.schema import check_schema
from statuteline.corpus.writer import write
from statuteline.errors import CorpusError, ImmutableExpressionError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from statuteline.corpus.settings import CorpusSettings
    from statuteline.corpus.uris import Uris
    from statuteline.model.ids import ExpressionId
    from statuteline.model.work import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """An expression that can be recorded.

    Args:
        id: Its id.
        data: The bytes of its file.
        is_new: Whether it is yet to be written; False if the corpus has it.
    """

    id: ExpressionId
    data: bytes
    is_new: bool


class Recorder:
    """Checks expressions against a corpus and records them.

    The list of digests is read once: nobody else may record in this corpus meanwhile.

    Args:
        root: The corpus folder.
        uris: Its URIs.
        settings: What it says of itself.

    Raises:
        CorpusError: If its list of digests is broken.
    """

    def __init__(self, root: Path, uris: Uris, settings: CorpusSettings) -> None:
        self._root = root
        self._uris = uris
        self._settings = settings
        self._digests = {path: one.digest for path, one in read_sums(root).items()}

    def known(self, expression: Expression) -> Checked | None:
        """Give an expression that is recorded with the very same bytes; None otherwise."""
        return self._known(expression, write(expression, self._uris, self._settings))

    def check(self, expression: Expression) -> Checked:
        """Tell whether an expression could be recorded, changing nothing.

        Raises:
            ImmutableExpressionError: If another text is recorded under this id.
            CorpusError: If it cannot be written as valid Akoma Ntoso.
        """
        data = write(expression, self._uris, self._settings)
        same = self._known(expression, data)
        if same is not None:
            return same
        path = file_of(self._root, expression.id)
        known = self._digests.get(self._relative(path))
        stored = path.read_bytes() if path.is_file() else None
        check_schema(parse_xml(data, str(path)), str(path))
        if stored is not None and stored != data:
            recorded = read(stored, self._uris, str(path))
            if replace(expression, recorded=recorded.recorded) == recorded:
                # The same text met again: the day it was first recorded stays.
                data = write(recorded, self._uris, self._settings)
        changed = stored is not None and stored != data
        if changed or (known is not None and known != digest(data)):
            raise ImmutableExpressionError(
                f"Another text is already recorded as {expression.id}",
                where=str(path),
                hint="expressions are never edited: record a correction as "
                f"{expression.id.language}@{expression.id.version}~DATE, "
                "with an erratum event",
            )
        return Checked(id=expression.id, data=data, is_new=stored is None or known is None)

    def _known(self, expression: Expression, data: bytes) -> Checked | None:
        path = file_of(self._root, expression.id)
        known = self._digests.get(self._relative(path))
        if known != digest(data) or not path.is_file() or path.read_bytes() != data:
            return None
        return Checked(id=expression.id, data=data, is_new=False)

    def record(self, texts: Iterable[Checked]) -> int:
        """Record expressions.

        Args:
            texts: What :meth:`check` of this recorder gave; of one id the same bytes.

        Returns:
            How many were written; the others are recorded already.

        Raises:
            CorpusError: If the disk refuses; nothing is then changed.
        """
        files = {file_of(self._root, one.id): one.data for one in texts if one.is_new}
        if files:
            self._record(files)
        return len(files)

    def _record(self, files: dict[Path, bytes]) -> None:
        root = self._root
        new = {self._relative(path): digest(data) for path, data in files.items()}
        made = [path for path in files if not path.exists()]
        folders = [one for path in made for one in path.parents if not one.exists()]
        try:
            write_sums(root / JOURNAL, new)
            for path, data in files.items():
                write_file(path, data, flushed=False)
            flush(files)
            write_sums(root / FILE_NAME, self._digests | new)
        except OSError as error:
            if not new.keys() <= _recorded(root):
                for path in made:
                    path.unlink(missing_ok=True)
                for folder in sorted(set(folders), key=lambda one: -len(one.parts)):
                    remove_empty((folder,))
            with suppress(OSError):
                (root / JOURNAL).unlink(missing_ok=True)
            raise CorpusError(
                f"{next(iter(new))} cannot be written: {error.strerror}", where=str(root)
            ) from error
        (root / JOURNAL).unlink()
        self._digests |= new

    def _relative(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()


def finish_recording(root: Path) -> None:
    """Take in what a recording that was cut off had written whole.

    A file that is not what the journal says was cut off with the power while it was
    written; it is removed, and can be recorded again.

    Args:
        root: The corpus folder.

    Raises:
        CorpusError: If a list of digests is broken, or the disk refuses.
    """
    journal = read_journal(root)
    try:
        for left in root.glob(f".{FILE_NAME}*"):
            left.unlink()
        if not (root / JOURNAL).exists():
            return
        for relative, one in journal.items():
            _tidy(root / relative, one.digest)
        known = {path: one.digest for path, one in read_sums(root).items()}
        write_sums(root / FILE_NAME, known)
        (root / JOURNAL).unlink()
    except OSError as error:
        raise CorpusError(
            f"An unfinished recording cannot be finished: {error.strerror}",
            where=str(root / JOURNAL),
        ) from error


def _tidy(path: Path, wanted: str) -> None:
    for left in path.parent.glob(f".{path.name}.*"):
        left.unlink()
    if path.is_file() and digest(path.read_bytes()) != wanted:
        path.unlink()
    remove_empty((path.parent,))


def _recorded(root: Path) -> set[str]:
    """Give the paths in the list of digests, as it is on the disk now."""
    try:
        text = (root / FILE_NAME).read_text(encoding="utf-8")
    except OSError:
        return set()
    return {line.partition("  ")[2] for line in text.splitlines()}
