"""What a text tells of its work, its words left out: enough to say how complete it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.history.amending import acts_named, amendings
from statuteline.model.commencement import FromPassage, OnEvent
from statuteline.model.provision import Coverage, walk
from statuteline.model.work import EventKind

if TYPE_CHECKING:
    from datetime import date

    from statuteline.history.amending import Amending
    from statuteline.history.standing import StandingKind
    from statuteline.model.ids import ExpressionId, ProvisionRef
    from statuteline.model.interval import Interval
    from statuteline.model.work import Expression, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFacts:
    """What one text tells, whatever others tell.

    Args:
        words: Whose words it holds.
        is_law: Whether it has a commencement, known or not.
        is_bounded: Whether its first day is not known, and only the latest it can be.
        awaits: What its first day depends on, in words; empty for not told.
        changes: The days of events that changed the words of its work; of repeals none.
        acts: The acts that it names.
        amends: What it does to other works, if it is an act.
        not_restated: How many provisions have words in the law, and none here.
    """

    words: Words
    is_law: bool
    is_bounded: bool
    awaits: str
    changes: tuple[date, ...]
    acts: tuple[ProvisionRef, ...]
    amends: tuple[Amending, ...]
    not_restated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TextKnown:
    """One text among those of its work.

    Args:
        id: The text.
        standing: What it is in the life of its work.
        interval: Its days, half-open; None where it has none.
        facts: What it tells.
    """

    id: ExpressionId
    standing: StandingKind
    interval: Interval | None
    facts: TextFacts


def text_facts(expression: Expression) -> TextFacts:
    """Take from a text what it tells of its work."""
    changing = {EventKind.GENERATION, EventKind.AMENDMENT}
    days = dict.fromkeys(one.day for one in expression.events if one.kind in changing)
    rule = expression.commencement
    awaits = ""
    if isinstance(rule, OnEvent):
        awaits = rule.event
    elif isinstance(rule, FromPassage) and rule.day is None:
        awaits = "passage"
    return TextFacts(
        words=expression.words,
        is_law=rule is not None,
        is_bounded=expression.by is not None,
        awaits=awaits,
        changes=tuple(days),
        acts=acts_named(expression),
        amends=amendings(expression),
        not_restated=sum(
            one.coverage is Coverage.NOT_RESTATED for one in walk(expression.body)
        ),
    )
