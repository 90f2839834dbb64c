"""Which act put the words of each provision there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, assert_never

from statuteline.history.in_force import NotInForce, TextInForce, expression_at
from statuteline.history.lineage import provisions_by_wid
from statuteline.history.timeline import timeline
from statuteline.model.provision import Coverage, walk
from statuteline.model.work import EventKind, ModificationKind

if TYPE_CHECKING:
    from datetime import date

    from statuteline.history.timeline import Entry
    from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WId
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression, Modification


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """Where the words of one provision come from.

    Args:
        eid: The provision in the text in force.
        wid: Its lasting id.
        origin: The earliest text since which its own words are the same.
        origin_eid: Its address in that text.
        since: First day of that text; None where it is not known.
        by: A day on which that text had effect, where its first day is not known.
        acts: The act sections that put the words there; None for one that our
            sources do not name. Never empty.
        or_earlier: Whether the words may be older, because the text just before the
            origin, or its words of this provision, are not recorded.
    """

    eid: EId
    wid: WId
    origin: ExpressionId
    origin_eid: EId
    since: date | None
    by: date | None
    acts: tuple[ProvisionRef | None, ...]
    or_earlier: bool


_Text: TypeAlias = "tuple[Entry, dict[WId, Provision]]"


def blame(expressions: tuple[Expression, ...], at: date) -> tuple[Blame, ...]:
    """Tell for each provision in force which act put its words there.

    Only a provision's own words count: those before and behind its children, without
    number and heading. Words that are not restated cannot be compared; there, a
    recorded change of the provision, or of a part of it, is taken as the origin.

    Args:
        expressions: Records of one work in one language, in any order.
        at: The day of the law.

    Returns:
        The provisions with words of their own, in reading order; empty if no text
        is in force on that day.

    Raises:
        CorpusError: If the records are of two works, or in two languages.
    """
    answer = expression_at(expressions, at)
    match answer:
        case NotInForce():
            return ()
        case TextInForce(expression=text):
            entries = timeline(expressions).entries
            upto = [entry for entry in entries if entry.interval.start <= at]
            texts = [(entry, provisions_by_wid(entry.expression)) for entry in upto]
            return tuple(_blame(texts, one) for one in walk(text.body) if _speaks(one))
        case _:
            assert_never(answer)


def _blame(texts: list[_Text], provision: Provision) -> Blame:
    wid = provision.wid
    place = len(texts) - 1
    while place > 0 and _unchanged(texts[place - 1], texts[place], wid):
        place -= 1
    entry, provisions = texts[place]
    before = texts[place - 1] if place > 0 else None
    return Blame(
        eid=provision.eid,
        wid=wid,
        origin=entry.expression.id,
        origin_eid=provisions[wid].eid,
        since=entry.expression.known_start,
        by=entry.expression.by,
        acts=_acts(entry.expression, provisions[wid].eid),
        or_earlier=_may_be_older(before, texts[place], wid),
    )


def _unchanged(before: _Text, after: _Text, wid: WId) -> bool:
    """Tell whether a provision has the same words in two neighbouring texts."""
    old, new = before[1].get(wid), after[1][wid]
    if old is None or old.coverage is not new.coverage:
        return False
    if new.coverage is Coverage.NOT_RESTATED:
        return not _changes_within(after[0].expression, new.eid)
    return _own_words(old) == _own_words(new)


def _may_be_older(before: _Text | None, origin: _Text, wid: WId) -> bool:
    entry, provisions = origin
    text = entry.expression
    if any(event.kind is EventKind.GENERATION for event in text.own_events):
        return False
    if before is None or before[0].interval.end != entry.interval.start:
        return True
    old = before[1].get(wid)
    hidden = old is not None and old.coverage is Coverage.NOT_RESTATED
    return hidden and not _changes_within(text, provisions[wid].eid)


def _acts(origin: Expression, eid: EId) -> tuple[ProvisionRef | None, ...]:
    """Name the acts: of the provision's own change, else of one around or in it."""
    changes = _word_changes(origin)
    exact = [one for one in changes if one.destination.eid == eid]
    near = exact or [one for one in changes if _touches(one.destination.eid, eid)]
    if near:
        return tuple(dict.fromkeys(one.act for one in near))
    law = (one for one in origin.own_events if one.kind is not EventKind.ERRATUM)
    return tuple(dict.fromkeys(event.act for event in law)) or (None,)


def _word_changes(text: Expression) -> tuple[Modification, ...]:
    """Keep the changes of this work that touch words, not numbers alone."""
    return tuple(
        change
        for change in text.modifications
        if change.kind is not ModificationKind.RENUMBERING
        and change.destination.work == text.id.work
    )


def _changes_within(text: Expression, eid: EId) -> bool:
    places = (change.destination.eid for change in _word_changes(text))
    return any(place is not None and eid.contains(place) for place in places)


def _touches(place: EId | None, eid: EId) -> bool:
    return place is None or place.contains(eid) or eid.contains(place)


def _speaks(provision: Provision) -> bool:
    unseen = provision.coverage is Coverage.NOT_RESTATED
    return unseen or bool(_own_words(provision))


def _own_words(provision: Provision) -> str:
    return f"{provision.intro_text} {provision.wrap_up_text}".strip()
