"""What a site is made from: a corpus, a day of the law, and the law as code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from statuteline.audit.links import asked
from statuteline.audit.tracing import proved, traced
from statuteline.corpus.beyond import known_changes, what_is_beyond
from statuteline.corpus.seals import last_seal
from statuteline.diff.compare import compare
from statuteline.errors import RuleError
from statuteline.history.in_force import TextInForce, expression_at
from statuteline.history.records import current_records
from statuteline.history.standing import standings
from statuteline.model.citation import Citation
from statuteline.model.provision import walk
from statuteline.rules.impact import impact
from statuteline.trace.links import Link

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.beyond import KnownChanges
    from statuteline.corpus.seals import LastSeal
    from statuteline.corpus.store import Corpus
    from statuteline.history.behind import Behind
    from statuteline.history.in_force import NotInForce
    from statuteline.history.standing import Standing
    from statuteline.model.change import Comparison
    from statuteline.model.ids import EId, ExpressionId, WorkId
    from statuteline.model.work import Expression, Kind
    from statuteline.rules.encodings import Encoding
    from statuteline.rules.impact import Impact
    from statuteline.rules.proving import Proof
    from statuteline.trace.coverage import Trace
    from statuteline.trace.states import Judged


Search: TypeAlias = Literal["built-in", "pagefind", "none"]
"""A search that a site can have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is chosen for a site.

    Args:
        at: The day of the law on which texts are called current, and on which waivers
            are asked about. It is named on every page.
        repository: The address of the folder that holds the files of the corpus on a
            code host, for links to sources; empty for none.
        code: The address of the folder of this package on a code host, for links to the
            law as code; empty for none.
        address: The address at which the site's law is published, for feeds and linked
            data, with a slash at its end; empty while it is not known.
        files: Whether texts and comparisons are also given as JSON, plain text and Word
            files. Each record as XML always is. A whole code is quicker without.
        search: Which search a site of the law alone has: that of MkDocs, an index of
            Pagefind, or none.
    """

    at: date
    repository: str = ""
    code: str = ""
    address: str = ""
    files: bool = True
    search: Search = "built-in"


class WorkTexts:
    """All records of one work, read once, and what is told of them.

    Args:
        source: What the site is made from.
        work: The work.
    """

    def __init__(self, source: Source, work: WorkId) -> None:
        self._source = source
        self.corpus = source.corpus
        self.work = work
        self.at = source.settings.at
        self._digests: dict[ExpressionId, str] = {}
        self._compared: dict[tuple[ExpressionId, ExpressionId], Comparison] = {}

    @cached_property
    def records(self) -> tuple[Expression, ...]:
        """All records, oldest version first."""
        return self.corpus.expressions(self.work)

    @cached_property
    def texts(self) -> tuple[Expression, ...]:
        """The records that count, in the order of the law; those without a day last."""
        return current_records(self.records)

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How each record stands, in the order of :attr:`records`."""
        return standings(self.records)

    @cached_property
    def answer(self) -> TextInForce | NotInForce:
        """The text in force on the day of the site, or why there is none."""
        return expression_at(self.records, self.at)

    @cached_property
    def behind(self) -> tuple[Behind, ...]:
        """What is known of later changes that the text in force does not hold."""
        return self.beyond(self.answer)

    def beyond(self, answer: TextInForce | NotInForce) -> tuple[Behind, ...]:
        """Tell what is known of later changes that a text does not hold.

        Args:
            answer: The text, and the day that is asked about; nothing is beyond none.
        """
        if not isinstance(answer, TextInForce):
            return ()
        return what_is_beyond(
            self._source.corpus, self.records, answer, self._source.changes
        )

    @cached_property
    def cited(self) -> str:
        """The work, as its jurisdiction cites it."""
        return self.corpus.cited(Citation(work=self.work))

    def digest(self, expression: ExpressionId) -> str:
        """Give the SHA-256 of the file of one record, which several pages tell."""
        known = self._digests.get(expression)
        if known is None:
            known = self._digests[expression] = self.corpus.digest(expression)
        return known

    def text(self, expression: ExpressionId) -> Expression:
        """Give one record by its id."""
        return next(one for one in self.records if one.id == expression)

    def comparison(self, old: Expression, new: Expression) -> Comparison:
        """Compare two of its texts, with what their steps record.

        The page of a work and that of the redline ask for the same, and so do the files
        beside the redline.
        """
        known = self._compared.get((old.id, new.id))
        if known is None:
            known = compare(old, new, steps=self.steps(old, new))
            self._compared[old.id, new.id] = known
        return known

    def steps(self, old: Expression, new: Expression) -> tuple[Expression, ...]:
        """Give the texts after one up to and including another, in the order of the law.

        None where one of the two does not count any more.
        """
        if old not in self.texts or new not in self.texts:
            return ()
        first, last = self.texts.index(old), self.texts.index(new)
        return self.texts[first + 1 : last + 1]


class Source:
    """A corpus with the law as code, for a day.

    Args:
        corpus: The corpus.
        settings: What is chosen.
    """

    def __init__(self, corpus: Corpus, settings: Settings) -> None:
        self.corpus = corpus
        self.settings = settings
        self._last: WorkTexts | None = None
        self._works: dict[tuple[Kind, ...], tuple[WorkId, ...]] = {}
        self._impacts: dict[tuple[str, date, date], Impact | None] = {}
        self._in_force: dict[WorkId, frozenset[EId]] = {}
        self._titles: dict[WorkId, str] = {}

    def texts_of(self, work: WorkId) -> WorkTexts:
        """Give the texts of a work.

        Those of the work last asked for are kept: pages of one work are written one
        behind another, and a whole code does not fit into memory.
        """
        if self._last is None or self._last.work != work:
            self._last = WorkTexts(self, work)
        return self._last

    def title(self, work: WorkId) -> str:
        """Give the title of the last text of a work, of which only the head is read.

        Lists ask for it again and again, so it is kept.
        """
        found = self._titles.get(work)
        if found is None:
            last = self.corpus.expression_ids(work)[-1]
            found = self._titles[work] = self.corpus.head(last).title
        return found

    def works_of(self, *kinds: Kind) -> tuple[WorkId, ...]:
        """List works of some kinds, or all of them; each folder is looked into once."""
        found = self._works.get(kinds)
        if found is None:
            found = self._works[kinds] = self.corpus.works(*kinds)
        return found

    @cached_property
    def works(self) -> frozenset[WorkId]:
        """All works of the corpus."""
        return frozenset(self.works_of())

    def in_force(self, work: WorkId) -> frozenset[EId]:
        """Give the addresses of all provisions of a work in force on the day of the site.

        Links from other works ask for them again and again, so they are kept.
        """
        found = self._in_force.get(work)
        if found is None:
            known = (
                self._last if self._last is not None and self._last.work == work else None
            )
            of = known or WorkTexts(self, work)
            text = of.answer.expression if isinstance(of.answer, TextInForce) else None
            found = frozenset(one.eid for one in walk(text.body)) if text else frozenset()
            self._in_force[work] = found
        return found

    @cached_property
    def seal(self) -> LastSeal | None:
        """The last seal of the corpus, as it says of itself; None where there is none."""
        return last_seal(self.corpus.root)

    @cached_property
    def encodings(self) -> tuple[Encoding, ...]:
        """The encodings of the corpus's jurisdictions, by name."""
        return asked((), self.corpus)

    @cached_property
    def trace(self) -> Trace:
        """All that is tied together, as of the day of the site."""
        return traced(self.corpus, self.settings.at, proofs=tuple(self.proofs.values()))

    @cached_property
    def links_by_text(self) -> dict[ExpressionId, dict[EId, tuple[Judged, ...]]]:
        """The links of code to each text, by the provision that they lead to."""
        found: dict[ExpressionId, dict[EId, tuple[Judged, ...]]] = {}
        for one in self.trace.links:
            if isinstance(one.link, Link) and one.link.found is not None:
                of_text = found.setdefault(one.link.expression, {})
                of_text[one.link.found] = (*of_text.get(one.link.found, ()), one)
        return found

    @cached_property
    def changes(self) -> KnownChanges:
        """What the corpus knows of changes, for all its texts."""
        return known_changes(self.corpus)

    def impact(self, encoding: Encoding, days: tuple[date, date]) -> Impact | None:
        """Compare two texts case by case; None where they make too many cases together.

        The page of a decision and that of the impact ask for the same.
        """
        key = (encoding.name, *days)
        if key not in self._impacts:
            try:
                self._impacts[key] = impact(encoding, *days)
            except RuleError:
                self._impacts[key] = None
        return self._impacts[key]

    @cached_property
    def proofs(self) -> dict[str, Proof]:
        """What came of each claim, by its name."""
        return {one.claim.name: one for one in proved()}

    def source_of(self, expression: ExpressionId) -> str:
        """Give the address of the file of a text on a code host; empty for none."""
        if not self.settings.repository:
            return ""
        return f"{self.settings.repository.rstrip('/')}/{expression}.xml"
