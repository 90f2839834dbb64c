"""Recording expressions, many at a time: all of them, or none, whenever it is cut off.

Before the files are written, a journal names them. What it names is not in the corpus until
the list of digests has it too, and that list is replaced in one step. So the corpus is what
it was or what it will be at every moment, and the next recording clears away what one that
was cut off has left.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statuteline.corpus.checksums import (
    FILE_NAME,
    JOURNAL,
    digest,
    read_sums,
    sums_text,
)
from statuteline.corpus.disk import flush, write_file, write_files, write_new
from statuteline.corpus.inside import check_inside, read_inside
from statuteline.corpus.locate import file_of
from statuteline.corpus.reader import read
from statuteline.corpus.safe_xml import parse_xml
from statuteline.corpus.schema import check_schema
from statuteline.corpus.unfinished import finish_recording, unfinished
from statuteline.corpus.writer import write
from statuteline.errors import CorpusError, ImmutableExpressionError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
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

    The list of digests is read once: the corpus must be held while this records, as
    :meth:`statuteline.corpus.store.Corpus.recording` does.

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
        self._unfinished = unfinished(root)

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
        stored = self._stored(path)
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
        if known != digest(data) or self._stored(path) != data:
            return None
        return Checked(id=expression.id, data=data, is_new=False)

    def _stored(self, path: Path) -> bytes | None:
        """Read a file; None for one that a recording which was cut off has left."""
        check_inside(self._root, path)
        if self._relative(path) in self._unfinished or not path.is_file():
            return None
        return read_inside(self._root, path)

    def record(
        self, texts: Iterable[Checked], beside: Mapping[Path, bytes] | None = None
    ) -> int:
        """Record expressions.

        Args:
            texts: What :meth:`check` of this recorder gave; of one id the same bytes.
            beside: Other files of the corpus to be replaced behind them: where this is
                cut off between the two, the expressions are in.

        Returns:
            How many were written; the others are recorded already.

        Raises:
            CorpusError: If the disk refuses; nothing is then changed.
        """
        files = {file_of(self._root, one.id): one.data for one in texts if one.is_new}
        if files or beside:
            self._record(files, beside or {})
        return len(files)

    def _record(self, files: Mapping[Path, bytes], beside: Mapping[Path, bytes]) -> None:
        root = self._root
        new = {self._relative(path): digest(data) for path, data in files.items()}
        made = [path for path in files if not path.exists()]
        journal = {self._relative(path): new[self._relative(path)] for path in made}
        lists = {root / FILE_NAME: sums_text(self._digests | new)} if new else {}
        try:
            if made:
                write_file(root / JOURNAL, sums_text(journal))
                for path in made:
                    write_new(path, files[path])
                flush(made)
            write_files({**lists, **beside})
        except BaseException as error:
            with suppress(CorpusError):
                finish_recording(root)
            if not isinstance(error, OSError):
                raise
            name = next(iter(new), "The list")
            raise CorpusError(
                f"{name} cannot be written: {error.strerror}", where=str(root)
            ) from error
        self._digests |= new
        with suppress(OSError):  # it says nothing any more: the list has all of it
            (root / JOURNAL).unlink(missing_ok=True)

    def _relative(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()
