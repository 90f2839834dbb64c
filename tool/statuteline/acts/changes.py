"""What an act does, section by section of the code: values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuteline.acts.clause import Clause, Portion
    from statuteline.acts.footing import Footing
    from statuteline.acts.two_sides import Check
    from statuteline.model.ids import WorkId
    from statuteline.model.marked import ActSection
    from statuteline.model.work import Expression


class Refusal(Enum):
    """Why no text is made of a change."""

    NOT_EXACT = "what the act prints as the law before is not the law on record"
    LACKING = "the text before does not hold what the clause builds on"
    NOT_PLACED = "the words do not tell which of them belong to which provision"
    NOT_WORDED = "the text does not have the words just as they are named, and only so"
    LATER_TEXT = "a later text is on record, which would lack the change"
    PUBLISHED = "a published text has the change already"
    SAME_DAY = (
        "a text is filed under the day of the act, on which the change has no day yet"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a section of an act does to one section of the code.

    Args:
        work: The section of the code, or the group of sections that is changed as one;
            None where the act names none.
        check: The law before, as the act prints it and as it is on record.
        portions: The provisions of it that the clause names; empty for all of it.
        footing: The acts that the clause builds on, looked up; None where it names
            none, or there is no text to look in.
        text: The text after; None where none is made.
        refusal: Why none is made of a section that is on record; None otherwise.
        other: The record that stands in the way; None for none.
    """

    work: WorkId | None
    check: Check
    portions: tuple[Portion, ...] = ()
    footing: Footing | None = None
    text: Expression | None = None
    refusal: Refusal | None = None
    other: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A section of an act, worked through.

    Args:
        section: The section, as printed.
        clause: What it says it does, and when.
        changes: What it does, a section of the code at a time; never empty.
    """

    section: ActSection
    clause: Clause
    changes: tuple[Change, ...]
