"""What a text of an edition is beside the texts that a corpus has of its work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.diff.lasting_ids import with_lasting_ids
from statuteline.model.commencement import Unknown
from statuteline.model.provision import walk
from statuteline.model.work import Event, EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.model.work import Expression


def settled(
    texts: tuple[Expression, ...], known: tuple[Expression, ...]
) -> Iterator[Expression]:
    """Fit the texts of one work, as an edition prints them, to those that are recorded.

    * What is recorded of this edition stays as it is.
    * A text that says what an earlier edition said last, or what another says of the same
      first day, is no new text and is left out.
    * A text that differs from what an earlier edition printed took effect after the day
      of that edition. Where its notes seem to say otherwise, since when is not known.
    * Provisions that go on keep their lasting ids.
    * A text of the same first day as a recorded one, with other words, corrects it; so
      does any text that has the first day of one that acts made.

    Args:
        texts: The text in force on the day of the edition first, then coming ones.
        known: What the corpus has of the work.

    Yields:
        The texts to record, and those that are recorded already.
    """
    for text in texts:
        recorded = next((one for one in known if _is_record_of(one, text)), None)
        if recorded is not None:
            yield recorded
            known = (*known, recorded)
            continue
        before, after = _around(text, known)
        if before and _is_printed(before[-1]) and _says_the_same(text, before[-1]):
            continue
        bounded = _not_before(text, before)
        if any(_is_same_text(bounded, one) for one in known if _is_printed(one)):
            continue
        one = _corrected(_with_ids(bounded, before, after), known)
        yield one
        known = (*known, one)


def _is_record_of(record: Expression, text: Expression) -> bool:
    return (
        record.edition == text.edition
        and record.notes == text.notes
        and _is_pending(record) is _is_pending(text)
        and _says_the_same(text, record)
    )


def _is_pending(text: Expression) -> bool:
    """Tell whether a text was still to come on the day of the edition that prints it."""
    day = text.edition.revised_to if text.edition is not None else None
    return text.start is None or (day is not None and text.start > day)


def _is_same_text(text: Expression, other: Expression) -> bool:
    return text.id.version == other.id.version and _says_the_same(text, other)


def _says_the_same(text: Expression, other: Expression) -> bool:
    return text.status is other.status and _law(text) == _law(other)


def _law(text: Expression) -> list[tuple[str, str | None, str, str, str]]:
    return [
        (p.eid.text, p.num, p.heading_text, p.intro_text, p.wrap_up_text)
        for p in walk(text.body)
    ]


def _around(
    text: Expression, known: tuple[Expression, ...]
) -> tuple[tuple[Expression, ...], tuple[Expression, ...]]:
    """Give the texts of earlier editions, and of this and later ones, by version."""
    in_order = sorted(known, key=lambda one: one.id.in_time)
    before = [one for one in in_order if _printed(one) < _printed(text)]
    after = [one for one in in_order if _printed(one) >= _printed(text)]
    return tuple(before), tuple(after)


def _is_printed(text: Expression) -> bool:
    """Tell a text that an edition prints from one that acts made."""
    return text.edition is not None


def _printed(text: Expression) -> date:
    return text.edition.revised_to if text.edition is not None else text.id.version


def _not_before(text: Expression, before: tuple[Expression, ...]) -> Expression:
    """Take back a first day on which an earlier edition still printed other words.

    What that edition did not know to have happened by then is taken back too.
    """
    last = max(map(_printed, filter(_is_printed, before)), default=None)
    start, printed = text.known_start, _printed(text)
    if last is None or start is None or start > last:
        return text
    told = {event for one in before for event in one.events}
    events = (event for event in text.events if event in told or event.day > last)
    return replace(
        text,
        id=replace(text.id, version=printed),
        commencement=Unknown(by=printed),
        events=tuple(events),
    )


def _with_ids(
    text: Expression, before: tuple[Expression, ...], after: tuple[Expression, ...]
) -> Expression:
    """Carry lasting ids over from the text before; where there is none, from the next."""
    neighbour = before[-1] if before else after[0] if after else None
    if neighbour is None:
        return text
    used = {p.wid for one in (*before, *after) for p in walk(one.body)}
    body = with_lasting_ids(neighbour.body, text.body, used, text.id.version)
    return replace(text, body=body)


def _corrected(text: Expression, known: tuple[Expression, ...]) -> Expression:
    """Make a text the correction of what an earlier edition printed from its first day on.

    Two texts of one edition are never each other's correction.
    """
    day = _printed(text)
    same_day = [one for one in known if one.id.version == text.id.version]
    if not any(_printed(one) < day for one in same_day):
        return text
    events = (*text.events, Event(day=day, kind=EventKind.ERRATUM))
    return replace(
        text,
        id=replace(text.id, corrected=day),
        events=tuple(sorted(events, key=lambda one: one.day)),
    )
