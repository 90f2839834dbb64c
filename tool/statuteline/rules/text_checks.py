"""An encoding held against the texts that it is of.

Each cited provision must be in force on every day on which its words count, and have the
words. Words are looked for in restated texts only: those are the words that are cited. Of
an official text only the addresses are held against it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.model.work import Words
from statuteline.rules.citing import citations, works_cited
from statuteline.rules.findings import Finding, Kind
from statuteline.rules.laid_texts import laid_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from statuteline.model.ids import EId, ExpressionId, WorkId
    from statuteline.model.interval import Interval
    from statuteline.model.work import Expression
    from statuteline.rules.encodings import Encoding
    from statuteline.rules.flat_text import FlatText
    from statuteline.rules.laid_texts import LaidText


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCheck:
    """What came of holding an encoding against texts.

    Args:
        findings: What is wrong.
        missing: Works that are cited and of which there is no text to look at.
        only_addresses: Texts whose words were not looked at, for they are not restated.
    """

    findings: tuple[Finding, ...]
    missing: tuple[WorkId, ...]
    only_addresses: tuple[ExpressionId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """Words that must stand somewhere on some days; no words for a whole provision."""

    work: WorkId
    eid: EId
    words: str
    days: Interval
    where: str


def check_texts(
    encoding: Encoding, texts: Mapping[WorkId, tuple[Expression, ...]]
) -> TextCheck:
    """Hold an encoding against texts.

    Args:
        encoding: The encoding.
        texts: All expressions of each work that is at hand, in one language.

    Raises:
        CorpusError: If the expressions of a work are of two, or in two languages.
    """
    wanted = dict.fromkeys(_wanted(encoding))
    works = works_cited(encoding)
    laid = {work: laid_texts(texts[work]) for work in works if texts.get(work)}
    findings = [*_starts(encoding, laid)]
    for one in wanted:
        if one.work in laid:
            findings += _look(one, laid[one.work])
    return TextCheck(
        findings=tuple(findings),
        missing=tuple(work for work in works if work not in laid),
        only_addresses=tuple(
            one.entry.expression.id
            for work in laid
            for one in laid[work]
            if one.entry.expression.words is not Words.RESTATED
        ),
    )


def _wanted(encoding: Encoding) -> Iterator[_Wanted]:
    for one in citations(encoding):
        yield _Wanted(
            work=one.work,
            eid=one.cited.eid,
            words=one.cited.words,
            days=one.days,
            where=str(one.cited.origin or encoding.name),
        )
    for version in encoding.versions:
        for words in version.not_encoded:
            yield _Wanted(
                work=encoding.work,
                eid=words.eid,
                words=words.words,
                days=version.days,
                where=f"{encoding.name}, not encoded",
            )


def _starts(
    encoding: Encoding, laid: Mapping[WorkId, tuple[LaidText, ...]]
) -> Iterator[Finding]:
    """Ask that a text begins where a version does, or has begun where it only may."""
    if encoding.work not in laid:
        return
    intervals = [one.entry.interval for one in laid[encoding.work]]
    starts = [days.start for days in intervals]
    for version in encoding.versions:
        begun = version.bound and any(version.days.start in days for days in intervals)
        if version.days.start not in starts and not begun:
            told = ", ".join(map(str, starts)) or "none has a known day"
            yield Finding(
                kind=Kind.NOT_A_START,
                what=f"No text of {encoding.work} begins on {version.days.start}",
                where=encoding.name,
                hint=f"texts begin on: {told}",
            )


def _look(wanted: _Wanted, texts: tuple[LaidText, ...]) -> Iterator[Finding]:
    """Look for words in every text that is in force on one of their days."""
    last: date | None = wanted.days.start  # the first day not looked at yet
    for text in texts:
        days = text.entry.interval
        if not days.overlaps(wanted.days) or last is None:
            continue
        if days.start > last:
            yield _no_text(wanted, last)
        last = days.end
        yield from _look_in(wanted, text)
    if last is not None and last in wanted.days:
        yield _no_text(wanted, last)


def _look_in(wanted: _Wanted, text: LaidText) -> Iterator[Finding]:
    expression = text.entry.expression
    stretch = text.flat.stretch(wanted.eid)
    if stretch is None:
        yield Finding(
            kind=Kind.NOT_IN_FORCE,
            what=f"{expression.id} has no {wanted.eid}",
            where=wanted.where,
            hint=_elsewhere(wanted, text.flat),
        )
    elif (
        expression.words is Words.RESTATED
        and wanted.words
        and not text.flat.places(wanted.words, stretch)
    ):
        yield Finding(
            kind=Kind.WORDS_NOT_THERE,
            what=f"{wanted.eid} of {expression.id} has no words {wanted.words!r}",
            where=wanted.where,
            hint=_elsewhere(wanted, text.flat),
        )


def _elsewhere(wanted: _Wanted, flat: FlatText) -> str:
    holder = flat.holding(wanted.words) if wanted.words else None
    return f"they stand in {holder}" if holder is not None else ""


def _no_text(wanted: _Wanted, day: date) -> Finding:
    return Finding(
        kind=Kind.NOT_IN_FORCE,
        what=f"There is no text of {wanted.work} for {day}, on which {wanted.eid} is cited",
        where=wanted.where,
    )
