"""An act as a work of its own: its sections, when each takes effect, what each changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.acts.addressing import provisions_in, units_of
from statuteline.acts.clause import Adds, Amends, Code, Repeals
from statuteline.acts.sides import after
from statuteline.acts.two_sides import NoBase, NoBaseReason
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import (
    Expression,
    Kind,
    Modification,
    ModificationKind,
    Words,
)
from statuteline.publishers.us_ct.act_ids import work_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.acts.applying import Change, Worked
    from statuteline.acts.clause import Deed, Portion, Target
    from statuteline.model.acts import ActCited
    from statuteline.model.marked import PrintedAct
    from statuteline.model.text import Block
    from statuteline.model.work import SourceDocument


def act_record(
    act: PrintedAct,
    cited: ActCited,
    worked: tuple[Worked, ...],
    source: SourceDocument,
    recorded: date,
) -> Expression:
    """Make the record of an act.

    Of a section that amends the code it holds the clause: the words are in the texts
    that it made. Of any other, whose words stand nowhere else, it holds those too.

    Args:
        act: The act.
        cited: Which act it is.
        worked: Its sections, worked through.
        source: Its file.
        recorded: The day of the record; an act that does not say when it was approved
            is filed under it.
    """
    work = work_of(cited)
    enacted = act.approved or recorded
    return Expression(
        id=ExpressionId(work, "eng", enacted),
        kind=Kind.PUBLIC_ACT,
        title=act.title or act.bill or str(work),
        words=Words.OFFICIAL,
        recorded=recorded,
        created=enacted,
        modifications=tuple(
            dict.fromkeys(change for one in worked for change in _modifications(work, one))
        ),
        source=source,
        body=tuple(_section(place, one) for place, one in enumerate(worked)),
    )


def _section(place: int, worked: Worked) -> Provision:
    number = worked.section.number
    eid = EId.parse(f"sec_{number}")
    return Provision(
        level=Level.SECTION,
        eid=eid,
        wid=WId(eid.text),
        num=f"{'Sec.' if place else 'Section'} {number}.",
        intro=tuple(_words(worked)),
        commencement=worked.clause.effective.commencement,
    )


def _words(worked: Worked) -> Iterator[Block]:
    if worked.section.clause:
        yield Paragraph(spans=plain(worked.section.clause))
    if not isinstance(worked.clause.deed, Amends) or _is_elsewhere(worked):
        yield from after(worked.section.blocks)


def _is_elsewhere(worked: Worked) -> bool:
    """Tell whether a section amends another act, of which the corpus has no text."""
    checks = (change.check for change in worked.changes)
    return any(
        isinstance(one, NoBase) and one.reason is NoBaseReason.OTHER_ACT for one in checks
    )


def _modifications(act: WorkId, worked: Worked) -> Iterator[Modification]:
    """Tell what a section changes, as its clause names it."""
    source = ProvisionRef(act, EId.parse(f"sec_{worked.section.number}"))
    kind, targets = _told(worked.clause.deed)
    if kind is None:
        return
    for target in targets:
        if isinstance(target.body, Code):
            continue
        other = ProvisionRef(work_of(target.body))
        yield Modification(kind=kind, act=source, destination=other)
    portions = targets[0].portions if len(targets) == 1 else ()
    for change in worked.changes:
        if change.work is not None:
            for destination in _destinations(change, change.work, portions):
                yield Modification(kind=kind, act=source, destination=destination)


def _told(deed: Deed) -> tuple[ModificationKind | None, tuple[Target, ...]]:
    match deed:
        case Amends(target=target):
            return ModificationKind.SUBSTITUTION, (target,)
        case Adds(target=target):
            return ModificationKind.INSERTION, (target,)
        case Repeals(targets=targets):
            return ModificationKind.REPEAL, targets
        case _:
            return None, ()


def _destinations(
    change: Change, work: WorkId, portions: tuple[Portion, ...]
) -> Iterator[ProvisionRef]:
    """Name the provisions that a clause names, if the law before has them."""
    base = change.check.base
    units = units_of(base.body[0], portions) if base is not None and base.body else None
    found = provisions_in(base.body[0], units) if base is not None and units else ()
    if not found:
        yield ProvisionRef(work)
    for provision in found:
        yield ProvisionRef(work, provision.eid)
