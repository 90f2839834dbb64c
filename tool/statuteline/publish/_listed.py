"""Changes of many comparisons as rows: what staff sort, filter and hand out."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Final

from statuteline.model.change import Moved, Renumbered, Unseen
from statuteline.model.work import ModificationKind
from statuteline.publish._changes import all_of, kind_of, pairing_of, sides_of
from statuteline.publish._wording import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.change import Change, Comparison
    from statuteline.model.ids import EId
    from statuteline.model.provision import Provision
    from statuteline.model.work import Modification


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One change, told without the comparison that it is from. All of it is words.

    Args:
        work: Id of the work, of the new text where two works are compared.
        section: Printed number of the section, or of what else stands at the top.
        heading: Its heading.
        kind: The kind of change.
        old_place: Where the provision stood, as people cite it; empty if it is new.
        new_place: Where it stands; empty if it is gone.
        summary: The change as a sentence.
        reason: On what ground the two were taken for one; empty if none was paired.
        confidence: How sure, from 0.00 to 1.00; empty for the same.
        act: The act sections that the new text's record names for this place, a
            semicolon between them; empty if it names none.
        old_eid: The id of the provision in the old text; of several merged, all.
        new_eid: Its id in the new text; of several that it was split into, all.
        old_text: The id of the old text.
        new_text: The id of the new text.
    """

    work: str
    section: str
    heading: str
    kind: str
    old_place: str
    new_place: str
    summary: str
    reason: str
    confidence: str
    act: str
    old_eid: str
    new_eid: str
    old_text: str
    new_text: str

    def cells(self) -> tuple[str, ...]:
        """Give the values in the order of :data:`COLUMNS`."""
        return tuple(getattr(self, name) for name in COLUMNS)


COLUMNS: Final = tuple(field.name for field in fields(Listed))


def listed(comparisons: Iterable[Comparison]) -> Iterator[Listed]:
    """Tell every change of every comparison, in their order, one by one."""
    for comparison in comparisons:
        for change in comparison.changes:
            yield _listed(comparison, change)


def section_of(change: Listed) -> str:
    """Name the section that a change lies in: number and heading, or else the work."""
    return " ".join(filter(None, (change.section, change.heading))) or change.work


def ground_of(change: Listed) -> str:
    """Say in a few words of what kind a change is, where, on what ground, by which act."""
    places = " → ".join(dict.fromkeys(filter(None, (change.old_place, change.new_place))))
    ground = f"{change.reason}, {change.confidence}" if change.reason else ""
    return "; ".join(filter(None, (change.kind, places, ground, change.act)))


def _listed(comparison: Comparison, change: Change) -> Listed:
    old, new = sides_of(change)
    all_old, all_new = all_of(change)
    pairing = pairing_of(change)
    section, heading = _top(comparison, old, new)
    return Listed(
        work=str(comparison.new.id.work),
        section=section,
        heading=heading,
        kind=kind_of(change),
        old_place="; ".join(map(address, all_old)),
        new_place="; ".join(map(address, all_new)),
        summary=change.summary,
        reason=pairing.reason.value if pairing else "",
        confidence=f"{pairing.confidence:.2f}" if pairing else "",
        act="; ".join(_acts(comparison, change)),
        old_eid=" ".join(eid.text for eid in all_old),
        new_eid=" ".join(eid.text for eid in all_new),
        old_text=str(comparison.old.id),
        new_text=str(comparison.new.id),
    )


def _top(comparison: Comparison, old: EId | None, new: EId | None) -> tuple[str, str]:
    """Give number and heading of what a change lies in, as the new text has them.

    What is gone lay in something that may still be there; if not, the old text tells.
    """
    top = _containing(comparison.new.body, new)
    if top is None:
        former = _containing(comparison.old.body, old)
        same = (one for one in comparison.new.body if former and one.wid == former.wid)
        top = next(same, former)
    return (top.num or "", top.heading_text) if top else ("", "")


def _containing(body: tuple[Provision, ...], eid: EId | None) -> Provision | None:
    return next((top for top in body if eid and top.eid.contains(eid)), None)


def _acts(comparison: Comparison, change: Change) -> Iterable[str]:
    """Name the acts recorded for a place: for it alone, or else for what is around it.

    The address of what is gone may be another provision's by now, so that only a
    record of the very repeal counts for it.
    """
    if isinstance(change, Unseen):
        return [str(change.modification.act)] if change.modification else []
    old, new = sides_of(change)
    numbers = isinstance(change, Renumbered | Moved)
    recorded = [
        one
        for one in comparison.new.modifications
        if one.destination.work == comparison.new.id.work
        and (numbers or one.kind is not ModificationKind.RENUMBERING)
    ]
    if new is None:
        found = [one for one in recorded if _repeals(one, old)]
    else:
        exact = [one for one in recorded if one.destination.eid == new]
        found = exact or [one for one in recorded if _is_around(one.destination.eid, new)]
    return dict.fromkeys(str(one.act) for one in found)


def _repeals(one: Modification, old: EId | None) -> bool:
    former = one.previous or one.destination
    return one.kind is ModificationKind.REPEAL and former.eid == old


def _is_around(place: EId | None, eid: EId) -> bool:
    return place is not None and place.contains(eid)
