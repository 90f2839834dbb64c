"""Importing an edition of a code: read lot by lot, fitted in, recorded, counted."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from statuteline.corpus.disk import put_back, remove_drafts, write_file
from statuteline.corpus.editions import (
    ImportedSource,
    editions_file,
    editions_text,
    read_editions,
)
from statuteline.errors import CorpusError
from statuteline.importers._settling import settled
from statuteline.importers._spreading import spread_over

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

    from statuteline.corpus.recorder import Checked, Recorder
    from statuteline.corpus.store import Corpus
    from statuteline.importers.base import CodeReader, Printed, Source
    from statuteline.model.ids import ExpressionId
    from statuteline.model.published import Edition, Status
    from statuteline.model.work import Expression

_AT_ONCE: Final = 1000
"""Files recorded at a time: the list of digests is written once for all of them."""


@dataclass(slots=True)
class Tally:
    """What became of one source.

    Args:
        source: The source.
        sha256: Digest of its bytes.
        complete: Whether it was read to its end.
        statuses: Sections by status, groups counted once.
        texts: Texts that it gave.
        written: Texts that were recorded, or would be.
        there: Texts that were recorded already.
        same: Texts that say what another edition said, and are not recorded again.
        pending: Texts that are to come, or of which no day is known.
        unplaced: Active sections with numbers that open nothing.
        unread: Items of notes that could not be read.
        left_out: Records that are leftovers of a capture, and no law.
        headings: Headings and notes between sections, which belong to none.
        characters: Characters of the sections that are kept, white space aside; their
            texts have all of them.
        refused: Sections that are not kept, and pages that are not whole, each with its
            place and why.
    """

    source: Source
    sha256: str
    complete: bool = False
    statuses: Counter[Status] = field(default_factory=Counter)
    texts: int = 0
    written: int = 0
    there: int = 0
    same: int = 0
    pending: int = 0
    unplaced: int = 0
    unread: int = 0
    left_out: int = 0
    headings: int = 0
    characters: int = 0
    refused: list[tuple[str, str]] = field(default_factory=list)

    @property
    def begun(self) -> bool:
        """Whether anything of it was read; a file that is no source leaves no trace."""
        found = self.statuses or self.refused or self.left_out or self.headings
        return self.complete or bool(found)


class CodeImport:
    """Imports the sources of one edition into a corpus.

    Args:
        corpus: The corpus, of official texts.
        recorder: What records in it.
        reader: The reader of the code.
        edition: The edition.
        dry_run: Whether to read and check only.

    Attributes:
        tallies: What became of each source so far, in order.
    """

    def __init__(
        self,
        corpus: Corpus,
        recorder: Recorder,
        reader: CodeReader,
        edition: Edition,
        *,
        dry_run: bool,
    ) -> None:
        self.tallies: list[Tally] = []
        self._corpus = corpus
        self._reader = reader
        self._edition = edition
        self._dry_run = dry_run
        self._recorder = recorder
        self._waiting: dict[ExpressionId, Checked] = {}
        self._unnoted: list[Tally] = []

    def run(self, sources: Iterable[Source]) -> Generator[Printed, None, None]:
        """Import sources, and tell of each section when it is checked.

        Args:
            sources: The sources, each with the edition.

        Raises:
            SourceError: At the first lot that cannot be read. What was read before it is
                recorded.
            CorpusError: If the corpus is broken, or the disk refuses.
        """
        try:
            for source in sources:
                yield from self._take(source)
        finally:
            self._record()

    def _take(self, source: Source) -> Iterator[Printed]:
        tally = Tally(source=source, sha256=hashlib.sha256(source.data).hexdigest())
        self.tallies.append(tally)
        self._unnoted.append(tally)
        for lot in self._reader.lots(source):
            tally.left_out += lot.left_out
            tally.headings += lot.headings
            tally.refused += lot.faults
            for printed in spread_over(lot.printed, self._corpus):
                self._check(printed, tally)
                yield printed
            if len(self._waiting) >= _AT_ONCE:
                self._record()
                self._unnoted.append(tally)
        tally.complete = True

    def _check(self, printed: Printed, tally: Tally) -> None:
        tally.statuses[printed.status] += printed.counted
        tally.unplaced += printed.unplaced
        tally.unread += printed.unread
        refused = printed.refused
        if not refused:
            try:
                checked = self._fitted(printed.texts)
            except CorpusError as error:
                refused = error.what
            else:
                self._count(printed, checked, tally)
        if refused:
            tally.refused.append((printed.place, refused))

    def _count(self, printed: Printed, checked: list[Checked], tally: Tally) -> None:
        new = {one.id: one for one in checked if one.is_new}
        self._waiting |= new
        tally.texts += len(printed.texts)
        tally.written += len(new)
        tally.there += len(checked) - len(new)
        tally.same += len(printed.texts) - len(checked)
        tally.pending += len(printed.texts) - 1
        tally.characters += printed.characters * printed.counted

    def _fitted(self, texts: tuple[Expression, ...]) -> list[Checked]:
        """Fit texts to what the corpus has of their work, and check them.

        Raises:
            CorpusError: If one cannot be recorded.
        """
        work = texts[0].id.work
        if self._corpus.holds(work):
            known = [self._recorder.known(text) for text in texts]
            if all(known):
                return [one for one in known if one is not None]
            texts = tuple(settled(texts, self._corpus.expressions(work)))
        checked = [self._recorder.check(one) for one in texts]
        for one in checked:
            if self._waiting.get(one.id, one) != one:
                raise CorpusError(f"Another section of this edition is {one.id} too")
        return checked

    def _record(self) -> None:
        """Record what waits; while that lasts, the list of editions says so."""
        waiting = self._waiting
        unnoted = [tally for tally in self._unnoted if tally.begun]
        self._waiting, self._unnoted = {}, []  # what cannot be recorded is not tried again
        if unnoted and not self._dry_run:
            path = editions_file(self._corpus.root, self._reader.jurisdiction)
            try:
                remove_drafts(path)
                with put_back(path):
                    write_file(path, self._list(unnoted, done=False))
                    done = {path: self._list(unnoted, done=True)}
                    self._recorder.record(waiting.values(), done)
            except OSError as error:
                raise CorpusError(
                    f"{path.name} cannot be written: {error.strerror}", where=str(path)
                ) from error

    def _list(self, tallies: list[Tally], *, done: bool) -> bytes:
        """Give the list of editions with what is read so far."""
        return editions_text(
            read_editions(self._corpus.root, self._reader.jurisdiction),
            self._reader.series,
            self._edition,
            [_noted(tally, done=done) for tally in tallies],
        )


def _noted(tally: Tally, *, done: bool) -> ImportedSource:
    return ImportedSource(
        name=tally.source.name,
        sha256=tally.sha256,
        recorded=tally.source.recorded,
        complete=tally.complete and done,
        sections=tuple(sorted(tally.statuses.items(), key=lambda one: one[0].value)),
        expressions=tally.texts,
        pending=tally.pending,
        unplaced=tally.unplaced,
        unread=tally.unread,
        refused=len(tally.refused),
        left_out=tally.left_out,
    )
