"""States of links in the words of people who write law, not code."""

from __future__ import annotations

from typing import Final

from statuteline.trace.states import State

PLAIN: Final = {
    State.OK: ("✓", "checked against this text"),
    State.WAIVED: ("○", "need not agree, for a reason"),
    State.PENDING: ("…", "not yet in force, to be checked"),
    State.MOVED: ("→", "has another number now, to be confirmed"),
    State.UNREVIEWED: ("?", "not yet checked against this text"),
    State.SUSPECT_TEXT: ("!", "not yet checked against the new text"),
    State.SUSPECT_CODE: ("!", "the code has changed and is not yet checked again"),
    State.SUSPECT_BOTH: ("!", "text and code have changed and are not yet checked again"),
    State.BROKEN: ("✗", "rests on words that are not there"),
    State.EXPIRED: ("✗", "has ended: no text, or the waiver is over"),
    State.NOT_HELD: ("–", "about days before the first text that was imported"),
}
"""Of each state a symbol, and what it means for a reader."""


def symbol(state: State) -> str:
    """Give the symbol of a state."""
    return PLAIN[state][0]


def plain(state: State) -> str:
    """Say what a state means for a reader."""
    return PLAIN[state][1]
