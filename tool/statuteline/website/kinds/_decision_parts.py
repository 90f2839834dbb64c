"""What pages of the law as code share: citations that lead to texts, rules in rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from statuteline.audit.cited import provision_cited, work_cited
from statuteline.history.in_force import TextInForce, expression_at
from statuteline.model.provision import walk
from statuteline.model.work import Kind, Words
from statuteline.rules.version_words import NOT_OF_THIS_CORPUS
from statuteline.website import addresses
from statuteline.website.base import Crumb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from statuteline.model.ids import EId, WorkId
    from statuteline.model.work import Expression
    from statuteline.rules.encodings import Encoding, Version
    from statuteline.rules.nodes import Cited, Origin
    from statuteline.rules.wording import Line
    from statuteline.website.source import Source

_PACKAGE: Final = "statuteline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of a provision, with the page that has them.

    Args:
        place: The provision, as people cite it.
        words: The words; empty where all of it is meant.
        page: The page, with the provision as its fragment; empty where the site has none.
    """

    place: str
    words: str
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a rule, with all that is indented below it.

    Args:
        words: What it asks.
        marks: What else there is to say of it, in a few words each.
        cites: The words that it rests on.
        below: The rows below.
    """

    words: str
    marks: tuple[str, ...]
    cites: tuple[Quoted, ...]
    below: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    page: str
    eids: frozenset[EId]


class Texts:
    """The texts that a version of an encoding rests on.

    Args:
        source: What the site is made from.
        encoding: The encoding.
        version: One of its versions.
    """

    def __init__(self, source: Source, encoding: Encoding, version: Version) -> None:
        self.corpus = source.corpus
        self.work = encoding.work
        self.start = version.days.start
        self._held: dict[tuple[WorkId, date], _Held | None] = {}

    @cached_property
    def own(self) -> Expression | None:
        """The text that the version is of; None where the corpus has none."""
        return self._text(self.work, self.start)

    @cached_property
    def own_page(self) -> str:
        """The page of that text; empty for none."""
        held = self._on(self.work, self.start)
        return held.page if held is not None else ""

    @cached_property
    def cited(self) -> str:
        """The section, as people cite it."""
        return work_cited(self.corpus, self.work)

    def quoted(self, cited: Cited, since: date | None = None) -> Quoted:
        """Give a citation with the page that has its words.

        Args:
            cited: The citation.
            since: The first day on which its words must stand; the first day of the
                version if left out.
        """
        work = cited.work or self.work
        return self.place(work, cited.eid, cited.words, since)

    def place(
        self, work: WorkId, eid: EId, words: str = "", since: date | None = None
    ) -> Quoted:
        """Give a provision, and words in it, with the page that has them."""
        held = self._on(work, max(since or self.start, self.start))
        page = ""
        if held is not None:
            page = f"{held.page}#{eid}" if eid in held.eids else held.page
        return Quoted(
            place=provision_cited(self.corpus, work, eid, within=self.work),
            words=words,
            page=page,
        )

    def rows(self, lines: Iterable[Line], since: date | None = None) -> tuple[Row, ...]:
        """Set lines of a rule below each other, as they are indented."""
        return _nested(
            tuple(lines),
            lambda one: tuple(self.quoted(cited, since) for cited in one.citations),
        )

    def _on(self, work: WorkId, day: date) -> _Held | None:
        key = (work, day)
        if key not in self._held:
            text = self._text(work, day)
            self._held[key] = (
                _held(self.corpus.uris.series(work).kind, text) if text else None
            )
        return self._held[key]

    def _text(self, work: WorkId, day: date) -> Expression | None:
        if not self.corpus.holds(work):
            return None
        records = self.corpus.expressions(work)
        if self.corpus.uris.series(work).kind is not Kind.STATUTE_SECTION:
            return records[-1]
        answer = expression_at(records, day)
        return answer.expression if isinstance(answer, TextInForce) else None


def code_place(origin: Origin | None, folder: str) -> tuple[str, str]:
    """Say where code was written, and give its address on a code host.

    Args:
        origin: Where it was written.
        folder: The address of the folder of this package on a code host; empty for none.

    Returns:
        File and line in words, and the address; each empty where it is not known. No
        folder of the machine that built the site is told.
    """
    if origin is None:
        return "", ""
    steps = PurePath(origin.file).parts
    inside = _PACKAGE in steps[:-1]
    if inside:
        last = len(steps) - 1 - steps[::-1].index(_PACKAGE, 1)
        steps = steps[last + 1 :]
    else:
        steps = steps[-1:]
    file = "/".join(steps)
    line = f", line {origin.line}" if origin.line is not None else ""
    at = f" {origin.address}" if origin.address else ""
    there = f"{folder.rstrip('/')}/{file}#L{origin.line}" if folder and inside else ""
    return f"{file}{line}{at}", there


def notice_of(source: Source) -> str:
    """Say whose words the texts are, and whose those that rules cite."""
    settings = source.corpus.settings
    if settings.text is Words.RESTATED:
        return settings.notice
    return f"{NOT_OF_THIS_CORPUS} {settings.notice}"


def decision_crumbs(encoding: Encoding) -> tuple[Crumb, ...]:
    """Name the pages above those of one encoding."""
    jurisdiction = encoding.work.jurisdiction
    return (
        Crumb(path=addresses.HOME, title="Law"),
        Crumb(path=addresses.of_decisions(jurisdiction), title="Law as code"),
    )


def _held(kind: Kind, text: Expression) -> _Held:
    of_version = kind is Kind.STATUTE_SECTION
    return _Held(
        page=addresses.of_version(text.id)
        if of_version
        else addresses.of_work(text.id.work),
        eids=frozenset(one.eid for one in walk(text.body)),
    )


def _nested(
    lines: tuple[Line, ...], cites: Callable[[Line], tuple[Quoted, ...]]
) -> tuple[Row, ...]:
    found: list[Row] = []
    while lines:
        first, *others = lines
        end = next(
            (n for n, one in enumerate(others) if one.depth <= first.depth), len(others)
        )
        found.append(
            Row(
                words=first.words,
                marks=(
                    *((first.element.value.replace("-", " "),) if first.element else ()),
                    *(("only a court finds this",) if first.judgement else ()),
                ),
                cites=cites(first),
                below=_nested(tuple(others[:end]), cites),
            )
        )
        lines = tuple(others[end:])
    return tuple(found)
