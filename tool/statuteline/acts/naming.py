"""The works that a clause names: sections of the code, and groups under one heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.model.ids import WorkId
from statuteline.model.natural import is_group, is_within, joined, natural
from statuteline.publishers.us_ct.act_ids import JURISDICTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.acts.clause import Stretch

_CODE: Final = "cgs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A work that a clause names.

    Args:
        work: A section, or a group of which the clause names all sections.
        group: The group whose text has the section, of which the clause names a part
            only; None for a section that stands alone.
    """

    work: WorkId
    group: WorkId | None = None


class Sections:
    """The sections of the code on record.

    Args:
        works: The works on record.
    """

    def __init__(self, works: tuple[WorkId, ...]) -> None:
        code = [w for w in works if (w.jurisdiction, w.series) == (JURISDICTION, _CODE)]
        self._alone = {w.number: natural(w.number) for w in code if not is_group(w.number)}
        self._groups = tuple(w for w in code if is_group(w.number))

    def named(self, numbers: tuple[Stretch, ...]) -> tuple[Named, ...]:
        """Tell which works numbers name.

        Args:
            numbers: The numbers; of a run its ends, and what is on record between them.

        Returns:
            The works in the order of the numbers, each once, held or not.
        """
        found = (one for stretch in numbers for one in self._of(stretch, numbers))
        return tuple(dict.fromkeys(found))

    def _of(self, stretch: Stretch, numbers: tuple[Stretch, ...]) -> Iterator[Named]:
        inside = {stretch.first, stretch.last or stretch.first}
        if stretch.last is not None:
            parts = (part for w in self._groups for part in joined(w.number))
            order = {**self._alone, **{part: natural(part) for part in parts}}
            start, end = natural(stretch.first), natural(stretch.last)
            inside |= {number for number, key in order.items() if start <= key <= end}
        for number in sorted(inside, key=natural):
            yield self._one(number, numbers)

    def _one(self, number: str, numbers: tuple[Stretch, ...]) -> Named:
        work = WorkId(JURISDICTION, _CODE, number)
        if number in self._alone:
            return Named(work=work)
        group = next((w for w in self._groups if is_within(number, w.number)), None)
        if group is not None and all(_has(numbers, one) for one in joined(group.number)):
            return Named(work=group)
        return Named(work=work, group=group)


def _has(numbers: tuple[Stretch, ...], number: str) -> bool:
    """Tell whether numbers have a number: as one of them, or in a run."""
    return any(
        number == one.first
        if one.last is None
        else natural(one.first) <= natural(number) <= natural(one.last)
        for one in numbers
    )
