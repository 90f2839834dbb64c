"""History notes: what each act did to a section, to which parts of it, and when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.model.acts import Deed, HistoryEvent, Redesignated, Transferred
from statuteline.model.commencement import OnDate, Unknown
from statuteline.model.commencement_words import day_of_words
from statuteline.model.text import canonical
from statuteline.publishers.us_ct.act_words import Before
from statuteline.publishers.us_ct.changed_parts import changed_parts
from statuteline.publishers.us_ct.history_items import (
    is_revisors_note,
    items_of,
    opened_by,
)
from statuteline.publishers.us_ct.named_provisions import bare
from statuteline.publishers.us_ct.redesignations import read_redesignations
from statuteline.publishers.us_ct.told_dates import VERB, Clause, dated

if TYPE_CHECKING:
    from statuteline.model.commencement import Commencement
    from statuteline.publishers.us_ct.history_items import Opened

_QUOTED: Final = re.compile(r"“[^“”]*”")
_NUMBER: Final = r"\d+[a-z]*-\d+[A-Za-z]*(?: ?l{1,2}\b)?(?:-\d+[a-z]*)?"
_TRANSFER: Final = re.compile(
    rf"(?:[Ii]n (?P<before>\d{{4}}),? )?(?:Former )?[Ss]ec(?:tion|\.) (?P<old>{_NUMBER})"
    rf"[^;]{{0,60}}? transferred to Sec\. (?P<new>{_NUMBER})"
    rf"(?: in (?:the )?(?P<year>\d{{4}}))?"
)
_RENUMBERS: Final = re.compile(r"\bre(?:designat|number|letter)")
_UNTOUCHED: Final = re.compile(r"without affecting this section|not affect this section")
_OTHER_DAY: Final = re.compile(
    r"\b(?:chang|revis|delay|postpon|amend)\w+ (?:the )?effective dates? [^,;]*"
)
"""An act that moves the day of another one changes no words."""
_DEEDS: Final = re.compile(
    # The words that every item has the most of begin with none of these letters.
    r"\b(?=[acdeilmprs])(?:(?P<ADDED>(?:add(?:ed|ing)?|insert(?:ed|ing)?)\b)"
    r"|(?P<REPEALED>repeal(?:ed|ing) (?:(?:the|this|former|existing|entire) )*"
    r"(?:[Ss]ub\w+\. \(|[Cc]lause \(|sections?\b))"
    r"|(?P<REDESIGNATED>re(?:designat|letter|number)|designat(?:ed|ing) existing"
    r"|divid(?:ed|ing) (?:the )?(?:section|existing)\b)"
    r"|(?P<TRANSFERRED>section transferred\b)"
    r"|(?P<EDITORIAL>editorial)"
    rf"|(?P<AMENDED>(?:amend(?:ed|ing)?|mak(?:e|ing)|replac(?:e|ing)|delet(?:e|ing)"
    rf"|substitut(?:e|ing)|chang(?:e|ing)|(?!repealed|transferred|codified){VERB})))"
)
_FIRST: Final = re.compile(
    r"(?:(?:\w+ly|further|also|both|each|again) )*(?:\w+ed|gave|put|set)\b|in\b|by\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryReading:
    """What a history note tells.

    Args:
        events: One for each act of each item, and for each part of the item that has a
            day of its own, in order.
        unread: The items of which the act or the day is not read.
    """

    events: tuple[HistoryEvent, ...]
    unread: tuple[str, ...]


def read_history_note(words: str) -> HistoryReading:
    """Read one history note.

    Args:
        words: One paragraph, ``History:`` included or not.

    Returns:
        What it tells. An act keeps the series, and within a year the session, of the act
        before it where it leaves them out.

    Example:
        >>> note = read_history_note("History: P.A. 81-7 added Subsec. (b), effective "
        ...                          "July 1, 1981; P.A. 85-2 made technical changes.")
        >>> [(event.act.number, event.deeds[0].value) for event in note.events]
        [('7', 'added'), ('2', 'amended')]
    """
    events: list[HistoryEvent] = []
    unread: list[str] = []
    before: Before | None = None
    for item in items_of(canonical(words)):
        opened, end = opened_by(item, before)
        told, is_read = _told(item, opened, end)
        events += told
        if not is_read:
            unread.append(item)
        for one in opened:
            if one.act is not None:
                before = Before(session=one.session, kind=one.act.kind)
    return HistoryReading(events=tuple(events), unread=tuple(unread))


def _told(
    item: str, opened: tuple[Opened, ...], end: int
) -> tuple[tuple[HistoryEvent, ...], bool]:
    """Give the events of one item, and whether its act and day are read."""
    words = _QUOTED.sub("“”", item[end:])
    if not opened:
        return _without_act(item, words)
    found = dated(words)
    clauses = found.clauses or (Clause(words="", commencement=None),)
    events: list[HistoryEvent] = []
    is_read = not found.unread
    for place, one in enumerate(opened):
        for clause in clauses:
            commencement = clause.commencement
            if len(clause.each) == len(opened) > 1:
                commencement, is_read = OnDate(day=clause.each[place]), True
            elif one.day is not None:
                commencement = _on(one.day)
            events.append(_event(item, clause.words, one, commencement))
    return tuple(events), is_read


def _on(words: str) -> Commencement:
    day = day_of_words(words)
    return Unknown() if day is None else OnDate(day=day)


def _event(
    item: str, words: str, opened: Opened, commencement: Commencement | None
) -> HistoryEvent:
    # Most items speak of no new number, and looking for one takes long.
    told = read_redesignations(words).told if _RENUMBERS.search(words) else ()
    return HistoryEvent(
        act=opened.act,
        session=opened.session if opened.act is None else None,
        deeds=_deeds(words),
        concerns=changed_parts(words),
        redesignated=tuple(
            Redesignated(old=bare(one.old), new=bare(one.new)) for one in told
        ),
        commencement=commencement,
        raw=item,
    )


def _without_act(item: str, words: str) -> tuple[tuple[HistoryEvent, ...], bool]:
    """Give the event of an item that no act opens: a transfer, or a revisors' note."""
    transfer = _TRANSFER.match(words)
    deeds = _deeds(words)
    commencement: Commencement = Unknown()
    found = dated(words)
    for clause in found.clauses:
        commencement = clause.commencement or commencement
    event = HistoryEvent(
        act=None,
        deeds=(Deed.TRANSFERRED,) if transfer else deeds,
        concerns=changed_parts(words),
        redesignated=(),
        transferred=_transferred(transfer) if transfer else None,
        commencement=commencement,
        raw=item,
    )
    is_read = transfer is not None or is_revisors_note(item) or Deed.EDITORIAL in deeds
    return (event,), is_read and not found.unread


def _transferred(match: re.Match[str]) -> Transferred:
    year = match["year"] or match["before"]
    return Transferred(
        old=match["old"].replace(" ", ""),
        new=match["new"].replace(" ", ""),
        year=int(year) if year else None,
    )


def _deeds(words: str) -> tuple[Deed, ...]:
    """Give what words tell to have been done to the section; nothing if they say so."""
    if _UNTOUCHED.search(words):
        return ()
    if "effective date" in words:
        words = _OTHER_DAY.sub("", words)
    found = dict.fromkeys(Deed[match.lastgroup or ""] for match in _DEEDS.finditer(words))
    if Deed.EDITORIAL in found:
        return (Deed.EDITORIAL,)
    if not found and _FIRST.match(words.strip(" ,")):
        return (Deed.AMENDED,)
    return tuple(found) or (Deed.NOT_TOLD,)
