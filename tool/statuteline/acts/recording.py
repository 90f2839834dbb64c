"""What an act leaves to be recorded: the texts that it made, and the act itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.acts.making import in_order
from statuteline.history.records import law_events
from statuteline.model.work import Event, EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.acts.bases import Held
    from statuteline.acts.changes import Worked
    from statuteline.model.work import Expression


def texts_made(worked: Iterable[Worked]) -> tuple[Expression, ...]:
    """Give the texts that sections of an act made, each as the last of them left it.

    Args:
        worked: The sections, in the order of the act.
    """
    made = (change.text for one in worked for change in one.changes)
    return tuple({text.id: text for text in made if text is not None}.values())


def to_record(texts: Iterable[Expression], held: Held) -> Iterator[Expression]:
    """Leave out what is on record, and make corrections of what another text is filed as.

    A record is never edited. Where another act made a text from the same day, or a
    publisher's older edition has one for it, the new text is filed as the correction of
    that record: it has that change and one more.

    Args:
        texts: Texts to be recorded.
        held: Gives the records of a work.
    """
    for text in texts:
        same_day = [one for one in held(text.id.work) if one.id.version == text.id.version]
        if any(_is_same_law(one, text) for one in same_day):
            continue
        yield _correction(text, same_day) if same_day else text


def _is_same_law(one: Expression, other: Expression) -> bool:
    """Tell whether two records say the same, whenever each was made."""
    return _bare(one) == _bare(other)


def _bare(text: Expression) -> Expression:
    plain_id = replace(text.id, corrected=None, turn=1)
    return replace(
        text, id=plain_id, recorded=text.created, events=law_events((text,)), source=None
    )


def _correction(text: Expression, filed: list[Expression]) -> Expression:
    """Make a text the correction of records, the next one of its day."""
    event = Event(day=text.recorded, kind=EventKind.ERRATUM)
    turns = (one.id.turn for one in filed if one.id.corrected == text.recorded)
    return replace(
        text,
        id=replace(text.id, corrected=text.recorded, turn=max(turns, default=0) + 1),
        events=in_order(tuple(dict.fromkeys((*text.events, event)))),
    )
