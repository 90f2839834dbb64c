"""Computed texts against published ones: what a publisher printed of the same day."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from statuteline.acts.agreement import agreement, folded
from statuteline.acts.editorial import rewordings
from statuteline.acts.sides import pieces_of
from statuteline.diff.compare import compare
from statuteline.history.timeline import timeline
from statuteline.model.published import Status

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.acts.agreement import Aside
    from statuteline.acts.editorial import Rewording
    from statuteline.history.timeline import Timeline
    from statuteline.model.change import Comparison
    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression


class Standing(Enum):
    """How a computed text stands to the published one."""

    SAME = "same"
    EDITORIAL = "editorial"
    """Only print differs, or how an act speaks of itself."""
    OTHER = "other"
    NOT_PUBLISHED = "not published"
    """The edition has no text of the section."""


FINE: Final = frozenset({Standing.SAME, Standing.EDITORIAL})
"""How a computed text stands that is borne out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """One computed text beside the published one.

    Args:
        work: The section.
        day: The day that both are of.
        computed: The text made of acts.
        published: The text that the edition prints; None for none.
        standing: How the two stand to each other.
        asides: What of print had to be left aside.
        rewordings: What the revisors put otherwise, for an act speaks of itself.
        comparison: From the computed to the published text, where words differ.
    """

    work: WorkId
    day: date
    computed: Expression
    published: Expression | None
    standing: Standing
    asides: tuple[Aside, ...] = ()
    rewordings: tuple[Rewording, ...] = ()
    comparison: Comparison | None = None


def reconciled(texts: tuple[Expression, ...], revised_to: date) -> Iterator[Reconciled]:
    """Compare what acts made of a section with what an edition prints.

    Args:
        texts: The texts of the section, computed and published.
        revised_to: The day of the edition. It is compared on that day, and on the first
            day of each coming text that it prints. A text that says what an earlier
            edition said is not kept again: of a section of which the edition has another
            text, the earlier one stands.

    Yields:
        A comparison for each such day on which a computed text is the last before the
        edition; none where no act made one.
    """
    known = tuple(one for one in texts if _printed_before(one, revised_to))
    edition = tuple(one for one in texts if _revised(one) == revised_to)
    earlier = tuple(one for one in known if one.edition is not None) if edition else ()
    ours, theirs, stands = timeline(known), timeline(edition), timeline(earlier)
    starts = (entry.interval.start for entry in theirs.entries)
    for day in sorted({revised_to, *(start for start in starts if start > revised_to)}):
        here, there = _on(ours, day), _on(theirs, day) or _on(stands, day)
        if here is not None and here.edition is None:
            yield _row(here, there, day)


def _on(line: Timeline, day: date) -> Expression | None:
    """Give the text of a day; what is repealed stays so, whatever events follow."""
    entry = line.entry_at(day)
    if entry is None:
        entry = line.last_before(day)
        if entry is None or entry.expression.status is not Status.REPEALED:
            return None
    return entry.expression


def _revised(text: Expression) -> date | None:
    return text.edition.revised_to if text.edition is not None else None


def _printed_before(text: Expression, day: date) -> bool:
    revised = _revised(text)
    return revised is None or revised < day


def _row(computed: Expression, published: Expression | None, day: date) -> Reconciled:
    work = computed.id.work
    if published is None:
        standing = Standing.NOT_PUBLISHED
        return Reconciled(
            work=work, day=day, computed=computed, published=None, standing=standing
        )
    repealed = {text.status is Status.REPEALED for text in (computed, published)}
    asides = () if repealed == {True} else _agreement(computed, published)
    if asides is not None and repealed != {True, False}:
        standing = Standing.EDITORIAL if asides else Standing.SAME
        return Reconciled(
            work=work,
            day=day,
            computed=computed,
            published=published,
            standing=standing,
            asides=asides,
        )
    words = tuple(folded(_pieces(text)) for text in (computed, published))
    reworded = rewordings(*words)
    return Reconciled(
        work=work,
        day=day,
        computed=computed,
        published=published,
        standing=Standing.OTHER if reworded is None else Standing.EDITORIAL,
        rewordings=reworded or (),
        comparison=compare(computed, published) if reworded is None else None,
    )


def _agreement(one: Expression, other: Expression) -> tuple[Aside, ...] | None:
    return agreement(_pieces(one), _pieces(other))


def _pieces(text: Expression) -> tuple[str, ...]:
    return tuple(piece for top in text.body for piece in pieces_of(top, named=False))
