"""An act as a work of its own: its sections, when each takes effect, what each changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.acts.addressing import provisions_in, units_of
from statuteline.acts.clause import Adds, Amends, Code, Repeals, Rewords, targets_of
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

    from statuteline.acts.changes import Change, Worked
    from statuteline.acts.clause import Deed
    from statuteline.model.acts import ActCited
    from statuteline.model.marked import PrintedAct
    from statuteline.model.text import Block
    from statuteline.model.work import SourceDocument

_KINDS: Final[dict[type[Deed], ModificationKind]] = {
    Amends: ModificationKind.SUBSTITUTION,
    Adds: ModificationKind.INSERTION,
    Repeals: ModificationKind.REPEAL,
    Rewords: ModificationKind.SUBSTITUTION,
}
_NO_TEXT: Final = {NoBaseReason.OTHER_ACT, NoBaseReason.SEVERAL, NoBaseReason.GROUPED}


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
    """Tell whether a section amends what no text can be made of."""
    checks = (change.check for change in worked.changes)
    return any(isinstance(one, NoBase) and one.reason in _NO_TEXT for one in checks)


def _modifications(act: WorkId, worked: Worked) -> Iterator[Modification]:
    """Tell what a section changes, as its clause names it."""
    source = ProvisionRef(act, EId.parse(f"sec_{worked.section.number}"))
    kind = _KINDS.get(type(worked.clause.deed))
    if kind is None:
        return
    for target in targets_of(worked.clause.deed):
        if not isinstance(target.body, Code):
            other = ProvisionRef(work_of(target.body))
            yield Modification(kind=kind, act=source, destination=other)
    for change in worked.changes:
        if change.work is not None:
            for destination in _destinations(change, change.work):
                yield Modification(kind=kind, act=source, destination=destination)


def _destinations(change: Change, work: WorkId) -> Iterator[ProvisionRef]:
    """Name the provisions that a clause names, if the law before has them."""
    base = change.check.base
    has_body = base is not None and base.body
    units = units_of(base.body[0], change.portions) if base and has_body else None
    found = provisions_in(base.body[0], units) if base is not None and units else ()
    if not found:
        yield ProvisionRef(work)
    for provision in found:
        yield ProvisionRef(work, provision.eid)
