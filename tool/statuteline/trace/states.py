"""What is to be said of each link, by the judgements that there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.trace.judgements import Verdict
from statuteline.trace.links import Quote, Unbacked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from statuteline.trace.judgements import Judgement
    from statuteline.trace.links import Link


class State(Enum):
    """The state of a link."""

    OK = "ok"
    WAIVED = "waived"
    PENDING = "pending"
    """The text is enacted and not yet in force, and nobody has judged it yet."""
    MOVED = "moved"
    """What was judged, or what is cited, now stands under another number."""
    UNREVIEWED = "unreviewed"
    SUSPECT_TEXT = "suspect: text changed"
    SUSPECT_CODE = "suspect: code changed"
    SUSPECT_BOTH = "suspect: text and code changed"
    BROKEN = "broken"
    """The words that are cited are gone."""
    EXPIRED = "expired"
    """The code claims to be the law on days without a text, or a waiver has ended."""
    NOT_HELD = "not held"
    """The code is about days before the first text that somebody has imported."""


SETTLED = frozenset({State.OK, State.WAIVED, State.PENDING, State.NOT_HELD})
"""The states that ask nobody to do anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A link, its state, and the judgement that decides it.

    Args:
        link: The link, or the days without a text.
        state: Its state.
        judgement: The judgement of this pair; where there is none, the latest of this
            link by name; None for none at all.
    """

    link: Link | Unbacked
    state: State
    judgement: Judgement | None = None


def judged(
    links: Iterable[Link | Unbacked],
    judgements: tuple[Judgement, ...],
    on: date,
    *,
    partial: bool = False,
) -> tuple[Judged, ...]:
    """Say of each link what state it is in.

    Args:
        links: The links, in any order; the answer keeps it.
        judgements: All judgements. Of those of one pair the one under the link's own name
            counts, and of two the later; else the latest of any name.
        on: The day on which it is asked: for waivers that end, and for texts that are
            not yet in force.
        partial: Whether the corpus holds what somebody has imported, and need not have
            the texts from before.
    """
    ordered = sorted(judgements, key=lambda one: one.on)
    pairs = {one.pair: one for one in ordered}
    own = {(one.link, *one.pair): one for one in ordered}
    moved = {(one.unnumbered, one.code): one for one in ordered}
    names = {one.link: one for one in ordered}
    found = []
    for link in links:
        if isinstance(link, Unbacked):
            missing = State.NOT_HELD if partial and link.early else State.EXPIRED
            found.append(Judged(link=link, state=missing))
        elif link.quote is Quote.GONE:
            found.append(
                Judged(link=link, state=State.BROKEN, judgement=names.get(link.id))
            )
        else:
            pair = (link.text, link.unit.code)
            of_pair = own.get((link.id, *pair)) or pairs.get(pair)
            found.append(_of_pair(link, of_pair, moved, names, on))
    return tuple(found)


def _of_pair(
    link: Link,
    judgement: Judgement | None,
    moved: dict[tuple[str, str], Judgement],
    names: dict[str, Judgement],
    on: date,
) -> Judged:
    if judgement is not None:
        return Judged(link=link, state=_counted(link, judgement, on), judgement=judgement)
    judgement = moved.get((link.unnumbered, link.unit.code))
    if judgement is not None:
        return Judged(link=link, state=State.MOVED, judgement=judgement)
    judgement = names.get(link.id)
    if judgement is not None:
        return Judged(link=link, state=_changed(link, judgement), judgement=judgement)
    if link.quote is Quote.ELSEWHERE:
        return Judged(link=link, state=State.MOVED)
    pending = link.days.start > on
    return Judged(link=link, state=State.PENDING if pending else State.UNREVIEWED)


def _counted(link: Link, judgement: Judgement, on: date) -> State:
    if judgement.verdict is Verdict.WAIVED:
        ended = judgement.until is not None and on >= judgement.until
        return State.EXPIRED if ended else State.WAIVED
    return State.MOVED if link.quote is Quote.ELSEWHERE else State.OK


def _changed(link: Link, judgement: Judgement) -> State:
    text, code = link.text != judgement.text, link.unit.code != judgement.code
    if text and code:
        return State.SUSPECT_BOTH
    return State.SUSPECT_TEXT if text else State.SUSPECT_CODE
