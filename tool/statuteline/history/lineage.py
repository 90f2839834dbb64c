"""One provision through all texts of its work, followed by its lasting id."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from typing import TYPE_CHECKING

from statuteline.errors import CorpusError, ProvisionNotFoundError
from statuteline.history.timeline import timeline
from statuteline.model.provision import find, walk
from statuteline.model.work import ModificationKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WId
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression, Modification


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Where a provision stands in one text.

    Args:
        expression: The text.
        start: First day of the text; None while it is not known.
        by: A day on which it had effect, where its first day is not known.
        eid: The provision's address there; None where the text does not have it.
        num: Its printed number there; None where none is printed.
    """

    expression: ExpressionId
    start: date | None
    by: date | None
    eid: EId | None
    num: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """Another provision that this one came from, or went into.

    Args:
        kind: A split or a join.
        act: The act section that did it.
        expression: The text in which the other provision stands.
        eid: Its address there.
        wid: Its lasting id.
    """

    kind: ModificationKind
    act: ProvisionRef
    expression: ExpressionId
    eid: EId
    wid: WId


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """One provision through time.

    Args:
        wid: Its lasting id.
        steps: One step for each text that has days, earliest first.
        pending: One step for each text whose first day is not known.
        predecessors: Provisions it was split from or joined of.
        successors: Provisions it was split into or joined with.
    """

    wid: WId
    steps: tuple[Step, ...]
    pending: tuple[Step, ...]
    predecessors: tuple[Branch, ...]
    successors: tuple[Branch, ...]

    @property
    def renumberings(self) -> tuple[tuple[Step, Step], ...]:
        """Pairs of steps between which its address changed.

        Texts without the provision are passed over.
        """
        present = [step for step in self.steps if step.eid is not None]
        return tuple((old, new) for old, new in pairwise(present) if old.eid != new.eid)


def follow(
    expressions: tuple[Expression, ...], at_expression: ExpressionId, eid: EId
) -> Lineage:
    """Follow one provision through all texts of its work, back and forth.

    Args:
        expressions: Records of one work in one language, in any order.
        at_expression: The text in which the address is meant. It may be a record
            that a correction has replaced.
        eid: The address of the provision in that text.

    Returns:
        Its place in every text that holds now.

    Raises:
        CorpusError: If there is no such text, or the records are of two works.
        ProvisionNotFoundError: If that text has no provision at that address.
    """
    line = timeline(expressions)
    wid = _provision(_text(expressions, at_expression), eid).wid
    texts = tuple(entry.expression for entry in line.entries)
    parted = tuple(_parted(texts))
    return Lineage(
        wid=wid,
        steps=tuple(_step(text, wid) for text in texts),
        pending=tuple(_step(text, wid) for text in line.pending),
        predecessors=tuple(dict.fromkeys(old for old, new in parted if new.wid == wid)),
        successors=tuple(dict.fromkeys(new for old, new in parted if old.wid == wid)),
    )


def provisions_by_wid(expression: Expression) -> dict[WId, Provision]:
    """Index the provisions of a text by their lasting ids."""
    return {provision.wid: provision for provision in walk(expression.body)}


def _text(expressions: tuple[Expression, ...], wanted: ExpressionId) -> Expression:
    for one in expressions:
        if one.id == wanted:
            return one
    labels = sorted(one.id.label for one in expressions)
    raise CorpusError(
        f"There is no text {wanted}",
        hint=f"one of {', '.join(labels)}" if labels else "the work has no text here",
    )


def _provision(text: Expression, eid: EId) -> Provision:
    provision = find(text.body, eid)
    if provision is not None:
        return provision
    known = [str(one.eid) for one in walk(text.body)]
    near = get_close_matches(str(eid), known, cutoff=0.3)
    raise ProvisionNotFoundError(
        f"There is no provision {eid}",
        where=str(text.id),
        hint=f"nearest: {', '.join(near)}" if near else "",
    )


def _step(text: Expression, wid: WId) -> Step:
    provision = provisions_by_wid(text).get(wid)
    return Step(
        expression=text.id,
        start=text.known_start,
        by=text.by,
        eid=provision.eid if provision else None,
        num=provision.num if provision else None,
    )


def _parted(texts: tuple[Expression, ...]) -> Iterator[tuple[Branch, Branch]]:
    """List what was split or joined between neighbours, as old and new side."""
    for before, after in pairwise(texts):
        for change in after.modifications:
            old, new = _sides(change, before, after)
            if old is None or new is None or old.wid == new.wid:
                continue
            yield _branch(change, before, old), _branch(change, after, new)


def _sides(
    change: Modification, before: Expression, after: Expression
) -> tuple[Provision | None, Provision | None]:
    """Find both sides of a split or join; nothing for other changes."""
    old, new = change.previous or change.destination, change.destination
    parts = change.kind in {ModificationKind.SPLIT, ModificationKind.JOIN}
    inside = old.work == new.work == after.id.work
    if not parts or not inside or old.eid is None or new.eid is None:
        return None, None
    return find(before.body, old.eid), find(after.body, new.eid)


def _branch(change: Modification, text: Expression, provision: Provision) -> Branch:
    return Branch(
        kind=change.kind,
        act=change.act,
        expression=text.id,
        eid=provision.eid,
        wid=provision.wid,
    )
