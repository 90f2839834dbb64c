"""Source notes: the acts and earlier revisions that made a section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.model.acts import ActCited, ActKind, RevisionCited, Session, SourceEvent
from statuteline.model.text import canonical
from statuteline.publishers.us_ct.act_ids import SHORT_FROM
from statuteline.publishers.us_ct.act_words import (
    MONTH,
    SERIES,
    SHORT_ACT,
    Before,
    month_name,
    series_kind,
    short_act,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.acts import Origin

_UNNAMED: Final = re.sub(r"\?P<[a-z]+>", "?:", SHORT_ACT)
_ITEMS: Final = re.compile(
    rf"(?<!\s)\s*;\s*"
    # Misprints: no semicolon in front of an act that is named with its series or sections.
    rf"|(?:(?<=[\d)])|(?<=\d[a-z]))[:,.]?\s+(?=(?:{MONTH}|[PS]\b))(?={_UNNAMED})"
    rf"|[,:]\s+(?={_UNNAMED},? S\b)"
)
_SHORT: Final = re.compile(SHORT_ACT)
_DATED: Final = rf"(?:{MONTH},? )?\d{{4}}"
_LONG: Final = re.compile(
    rf"(?:(?:(?P<month>{MONTH}),? )?(?P<year>\d{{4}}),? )?"
    rf"(?:(?P<series>{SERIES}),? ?)?(?P<number>\d{{1,4}})\b(?!-|, ?\d)"
)
"""An act before 1973: ``1957, P.A. 253``, ``February, 1965, P.A. 239``, ``752``.

Bare numbers behind it can be sections or further acts, so such an item is not read.
"""
_REVISION: Final = re.compile(r"(?P<year>\d{4}),? Rev\b\.?")
_SUPPLEMENTS: Final = re.compile(
    rf"(?P<years>{_DATED}(?:, {_DATED})*)(?=, ?(?:S\b(?!\.? ?A\b)|S?N\d))"
)
_YEAR: Final = re.compile(rf"(?:(?P<month>{MONTH}),? )?(?P<year>\d{{4}})")

_BEFORE_SECTIONS: Final = re.compile(r"[.,]? ?[Ss](?:ec)?(?=\b|N)[.,]? ?|[.,] ?(?=N?\d)")
_LABELS: Final = r"(?: ?\(\w{1,5}(?:-\d+)?\))"
_SECTION: Final = rf"N?\d+[A-Za-z]{{0,3}}{_LABELS}*"
_OF_CODE: Final = rf"N?\d+[a-z]{{0,3}}(?:-\d+[a-z]*)?{_LABELS}*"
_TO: Final = r"(?: ?– ?| to )(?:S\. ?)?"
_RANGE: Final = re.compile(r" ?– ?| to |-(?![^(]{0,40}\))")
_BY_ARTICLE: Final = re.compile(r"(?:[1-9]|10)-\d{3}")
"""No range, but how the act of 1959 that made title 42a numbers its sections."""
_COMMAS: Final = re.compile(r" ?,+ ?|(?<=\d)\. (?=\d)| and ")
_LISTED: Final = re.compile(
    rf"(?:S\. ?)?(?P<number>{_SECTION}(?:(?:{_TO}|-)(?:{_SECTION}|{_LABELS}+))?)"
    rf"|(?:S\. ?)?(?P<of_code>{_OF_CODE}(?:{_TO}{_OF_CODE})?)"
    rf"|(?:[Ss]ubs\. ?)?(?P<labels>{_LABELS}+(?:(?:{_TO}|-){_LABELS}+)?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReading:
    """What a source note tells.

    Args:
        events: Its items that are read, in order. An item that names several years of a
            supplement gives an event for each.
        unread: The words of the other items.
    """

    events: tuple[SourceEvent, ...]
    unread: tuple[str, ...]


def is_source_note(words: str) -> bool:
    """Tell a source note, which stands in brackets, from other notes in its place."""
    return words.lstrip().startswith("(")


def read_source_note(words: str) -> SourceReading:
    """Read one source note.

    Args:
        words: One paragraph, its brackets included.

    Returns:
        What it tells. Acts keep the series, and before 1973 the year, of the item before
        them where they leave it out; behind an item that is not read nothing is taken over.

    Example:
        >>> note = read_source_note("(1957, P.A. 9, S. 1; P.A. 78-254, S. 1–4; 78-300.)")
        >>> [(event.origin.number, event.sections) for event in note.events]
        [('9', ('1',)), ('254', ('1–4',)), ('300', ())]
    """
    events: list[SourceEvent] = []
    unread: list[str] = []
    before: Before | None = None
    for item in filter(None, _ITEMS.split(_within_brackets(words))):
        found = tuple(_item(item, before))
        events += found
        if not found:
            unread.append(item)
            before = None
        elif isinstance(origin := found[-1].origin, ActCited):
            before = Before(session=origin.session, kind=origin.kind)
    return SourceReading(events=tuple(events), unread=tuple(unread))


def _within_brackets(words: str) -> str:
    text = canonical(words).rstrip(". ")
    if text.count("(") <= text.count(")"):
        text = text.removesuffix(")")
    return text.removeprefix("(").rstrip(". ")


def _item(item: str, before: Before | None) -> Iterator[SourceEvent]:
    """Give the events of one item; none where it is not read."""
    for origins, end in _origins(item, before):
        is_code = isinstance(origins[0], RevisionCited)
        sections = _sections(item[end:], is_code=is_code)
        if sections is not None:
            for origin in origins:
                yield SourceEvent(origin=origin, sections=sections, raw=item)
            return


def _origins(item: str, before: Before | None) -> Iterator[tuple[tuple[Origin, ...], int]]:
    """Give what the head of an item can name, with the place where the head ends."""
    if match := _SHORT.match(item):
        yield (short_act(match, before),), match.end()
    if match := _REVISION.match(item):
        yield (RevisionCited(year=int(match["year"])),), match.end()
    if match := _SUPPLEMENTS.match(item):
        yield tuple(map(_supplement, _YEAR.finditer(match["years"]))), match.end()
    if (match := _LONG.match(item)) and (act := _long_act(match, before)):
        yield (act,), match.end()


def _supplement(match: re.Match[str]) -> RevisionCited:
    year = int(match["year"])
    special = month_name(match["month"], year)
    return RevisionCited(year=year, supplement=True, special=special)


def _long_act(match: re.Match[str], before: Before | None) -> ActCited | None:
    kind = series_kind(match["series"])
    if match["year"]:
        year = int(match["year"])
        session = Session(year=year, special=month_name(match["month"], year))
    elif before is not None:
        session = before.session
    else:
        return None
    if session.year >= SHORT_FROM:
        return None
    if kind is None:
        kind = before.kind if before is not None else ActKind.PUBLIC
    return ActCited(session=session, kind=kind, number=match["number"])


def _sections(words: str, *, is_code: bool) -> tuple[str, ...] | None:
    """Read the sections behind an act; None where the words are no list of sections."""
    if not words:
        return ()
    opening = _BEFORE_SECTIONS.match(words)
    if opening is None:
        return None
    sections: list[str] = []
    for part in _COMMAS.split(words[opening.end() :].rstrip(",. ")):
        match = _LISTED.fullmatch(part)
        if match is None or (match["of_code"] and not is_code):
            return None
        listed = re.sub(r" (?=\()|S\. ?", "", match["number"] or match["labels"] or part)
        if not is_code and not _BY_ARTICLE.fullmatch(listed):
            listed = _RANGE.sub("–", listed)
        if match["labels"]:
            if not sections:
                return None
            listed = re.split(r"[(–]", sections[-1])[0] + listed
        sections.append(listed)
    return tuple(sections)
