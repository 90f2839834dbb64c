"""Making the record of a text after a change: what it is, from when, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from statuteline.diff.compare import compare
from statuteline.diff.lasting_ids import with_lasting_ids
from statuteline.model.change import (
    Amended,
    Conforming,
    HeadingChanged,
    Inserted,
    Merged,
    Moved,
    Renumbered,
    Repealed,
    Split,
    Unseen,
)
from statuteline.model.commencement import first_day
from statuteline.model.ids import ExpressionId, ProvisionRef
from statuteline.model.provision import Coverage, find, walk
from statuteline.model.published import Status
from statuteline.model.work import (
    Event,
    EventKind,
    Modification,
    ModificationKind,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.model.change import Change, Comparison
    from statuteline.model.commencement import Commencement
    from statuteline.model.ids import EId, WId
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression, SourceDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What changes a text.

    Args:
        act: The section of the act.
        commencement: When that takes effect.
        enacted: The day of the act; texts without a first day are filed under it.
        source: The file of the act.
        recorded: The day of the record.
    """

    act: ProvisionRef
    commencement: Commencement
    enacted: date
    source: SourceDocument
    recorded: date


def text_after(
    base: Expression, top: Provision, cause: Cause, used: frozenset[WId]
) -> Expression:
    """Make the record of the text after.

    The publisher's notes, edition and place are those of the text before: they are not
    carried on, but for the place, which an amendment does not change.

    Args:
        base: The text before.
        top: Its section as changed, with addresses, its lasting ids not yet settled.
        cause: What changed it.
        used: The lasting ids that any text of the work has.

    Returns:
        The record: the act section as its event and behind each change, the lasting ids
        of what was there before, the words official. On a day on which the base begins
        too, the changes behind the base are kept.
    """
    work = base.id.work
    day = first_day(cause.commencement)
    version = day or cause.enacted
    body = with_lasting_ids(base.body, (top,), used, version)
    is_gone = top.coverage is Coverage.REMOVED
    made = replace(
        base,
        id=ExpressionId(work, base.id.language, version),
        words=Words.OFFICIAL,
        recorded=cause.recorded,
        commencement=cause.commencement,
        ends=None,
        events=in_order((*base.events, *_events(day, cause.act, is_gone=is_gone))),
        modifications=(),
        evidence=(),
        source=cause.source,
        status=Status.REPEALED if is_gone else Status.ACTIVE,
        edition=None,
        notes=(),
        body=body,
    )
    changes = tuple(_modifications(compare(base, made), cause.act))
    earlier = base.modifications if base.id.version == version else ()
    kept = (one for one in earlier if _still(one.destination.eid, body))
    return replace(made, modifications=tuple(dict.fromkeys((*kept, *changes))))


def lasting_ids(texts: tuple[Expression, ...]) -> frozenset[WId]:
    """Give the lasting ids that the texts of a work have."""
    return frozenset(p.wid for text in texts for p in walk(text.body))


def in_order(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Sort events by day, those of one day as they stand."""
    return tuple(sorted(events, key=lambda event: event.day))


def _events(day: date | None, act: ProvisionRef, *, is_gone: bool) -> Iterator[Event]:
    if day is not None:
        kind = EventKind.REPEAL if is_gone else EventKind.AMENDMENT
        yield Event(day=day, kind=kind, act=act)


def _still(eid: EId | None, body: tuple[Provision, ...]) -> bool:
    return eid is None or find(body, eid) is not None


def _modifications(found: Comparison, act: ProvisionRef) -> Iterator[Modification]:
    """Tell what an act section did to each provision that changed."""
    removed = {p.eid for p in walk(found.new.body) if p.coverage is Coverage.REMOVED}
    for change in found.changes:
        for kind, destination, previous in _told(change, found.new):
            yield Modification(
                kind=ModificationKind.REPEAL if destination in removed else kind,
                act=act,
                destination=ProvisionRef(found.new.id.work, destination),
                previous=None
                if previous is None or previous == destination
                else ProvisionRef(found.new.id.work, previous),
            )


def _told(
    change: Change, new: Expression
) -> Iterator[tuple[ModificationKind, EId, EId | None]]:
    kinds = ModificationKind
    match change:
        case Inserted(new=eid):
            yield kinds.INSERTION, eid, None
        case Repealed(old=old):
            yield kinds.REPEAL, _nearest(old, new), old
        case (
            Amended(old=old, new=eid)
            | Conforming(old=old, new=eid)
            | HeadingChanged(old=old, new=eid)
        ):
            yield kinds.SUBSTITUTION, eid, old
        case Renumbered(old=old, new=eid) | Moved(old=old, new=eid):
            yield kinds.RENUMBERING, eid, old
        case Split(old=old, new=parts):
            yield from ((kinds.SPLIT, part, old) for part in parts)
        case Merged(old=parts, new=eid):
            yield from ((kinds.JOIN, eid, part) for part in parts)
        case Unseen(new=eid):
            yield kinds.SUBSTITUTION, eid, None
        case _ as never:
            assert_never(never)


def _nearest(gone: EId, new: Expression) -> EId:
    """Give the place that a gone provision stood in, or what is left of that."""
    here: EId | None = gone
    while here is not None and find(new.body, here) is None:
        here = here.parent
    return here or new.body[0].eid
