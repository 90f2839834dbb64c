"""What an act does to the works of a code, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.model.commencement import first_day, is_bound

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from statuteline.model.commencement import Commencement
    from statuteline.model.ids import EId, ProvisionRef, WorkId
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Amending:
    """One section of an act that changes one work.

    Args:
        act: The section, or the whole act where the section is not known.
        work: The work that it changes.
        enacted: The day of the act itself.
        since: The first day of the change; None while it is not known.
    """

    act: ProvisionRef
    work: WorkId
    enacted: date
    since: date | None


def amendings(act: Expression) -> tuple[Amending, ...]:
    """List the works that an act changes.

    Args:
        act: The act, with what it does among its modifications.

    Returns:
        Each section with each work that it changes, once, in the order of the act. A
        section without a commencement of its own has that of the whole act.
    """
    starts: dict[EId, Commencement | None] = {}
    for top in act.body:
        _collect(top, act.commencement, starts)
    found: dict[tuple[ProvisionRef, WorkId], Amending] = {}
    for one in act.modifications:
        if one.act.work == act.id.work and one.destination.work != act.id.work:
            eid, rule = one.act.eid, act.commencement
            if eid is not None:
                rule = starts.get(eid, rule)
            found.setdefault(
                (one.act, one.destination.work),
                Amending(
                    act=one.act,
                    work=one.destination.work,
                    enacted=act.id.version,
                    since=None if rule is None or is_bound(rule) else first_day(rule),
                ),
            )
    return tuple(found.values())


def is_applied(amending: Amending, named: Iterable[ProvisionRef]) -> bool:
    """Tell whether a change is among those that texts say made them.

    Args:
        amending: The change.
        named: The acts that the texts of its work name. One of which the section is not
            told stands for all its sections.
    """
    act = amending.act
    return any(
        one.work == act.work and (one.eid == act.eid or None in {one.eid, act.eid})
        for one in named
    )


def acts_named(expression: Expression) -> tuple[ProvisionRef, ...]:
    """List the acts that a text names: as events, or as what changed it."""
    own = expression.id.work
    events = (event.act for event in expression.events)
    changes = (one.act for one in expression.modifications if one.destination.work == own)
    named = dict.fromkeys((*events, *changes))
    return tuple(one for one in named if one is not None and one.work != own)


def _collect(
    provision: Provision,
    above: Commencement | None,
    starts: dict[EId, Commencement | None],
) -> None:
    rule = provision.commencement or above
    starts[provision.eid] = rule
    for child in provision.children:
        _collect(child, rule, starts)
