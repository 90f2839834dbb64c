"""What a check found as rows of words: the same for every form of table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.reports._plain import plain
from statuteline.trace.links import Link

if TYPE_CHECKING:
    from statuteline.reports.base import Finding

COLUMNS: Final = (
    "state",
    "meaning",
    "told",
    "unit",
    "kind",
    "code_place",
    "provision",
    "text",
    "text_place",
    "words",
    "from",
    "until",
    "judged",
    "judged_by",
    "judged_on",
    "reason",
    "waived_until",
    "link",
)
WIDTHS: Final = (16, 34, 44, 44, 12, 34, 34, 30, 34, 50, 11, 11, 9, 20, 11, 40, 12, 60)


def row(one: Finding) -> tuple[str, ...]:
    """Write a finding as cells of :data:`COLUMNS`; what there is not is empty."""
    link, judgement = one.judged.link, one.judged.judgement
    there = link if isinstance(link, Link) else None
    return (
        one.state.value,
        plain(one.state),
        one.told,
        link.unit.id,
        link.unit.kind.value,
        one.place,
        one.provision,
        str(there.expression) if there else "",
        str(one.text) if one.text is not None else "",
        " … ".join(there.words) if there else "",
        link.days.start.isoformat(),
        link.days.end.isoformat() if link.days.end is not None else "",
        judgement.verdict.value if judgement is not None else "",
        judgement.by if judgement is not None else "",
        judgement.on.isoformat() if judgement is not None else "",
        judgement.reason if judgement is not None else "",
        judgement.until.isoformat()
        if judgement is not None and judgement.until is not None
        else "",
        link.id,
    )
