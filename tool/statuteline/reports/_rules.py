"""Each state of a link as a rule of a checker: its name, and how grave it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from statuteline.trace.states import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.reports.base import Finding


class Level(Enum):
    """How grave a finding is; the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a checker says of one state.

    Args:
        level: How grave it is.
        says: What is wrong, in a sentence.
    """

    level: Level
    says: str


RULES: Final = {
    State.BROKEN: Rule(
        level=Level.ERROR, says="Code cites words that are not in the provision."
    ),
    State.EXPIRED: Rule(
        level=Level.ERROR,
        says="Code claims days on which no text is in force, or a waiver has ended.",
    ),
    State.SUSPECT_TEXT: Rule(
        level=Level.ERROR, says="The text has changed since code was judged with it."
    ),
    State.SUSPECT_CODE: Rule(
        level=Level.ERROR, says="Code has changed since it was judged with the text."
    ),
    State.SUSPECT_BOTH: Rule(
        level=Level.ERROR, says="Text and code have changed since they were judged."
    ),
    State.UNREVIEWED: Rule(
        level=Level.WARNING, says="Nobody has held this code against this text."
    ),
    State.MOVED: Rule(
        level=Level.WARNING, says="What was judged, or is cited, has another number now."
    ),
    State.PENDING: Rule(
        level=Level.NOTE, says="The text is not yet in force, and nobody has judged it."
    ),
    State.WAIVED: Rule(
        level=Level.NOTE, says="Code and text need not agree, for a reason."
    ),
}
"""The rules, the gravest first.

What is in order breaks none, nor does code about days for which no text was imported.
"""


def rule_id(state: State) -> str:
    """Name the rule of a state in one word, such as ``suspect-text``."""
    return state.name.lower().replace("_", "-")


def by_gravity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by the order of their rules; those of one rule stay in theirs."""
    order = {state: number for number, state in enumerate(RULES)}
    return tuple(sorted(findings, key=lambda one: order[one.state]))
