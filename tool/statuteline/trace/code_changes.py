"""Changes of the code: what each version of an encoding changed of the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from statuteline.trace.units import UnitKind, units

if TYPE_CHECKING:
    from statuteline.model.ids import WorkId
    from statuteline.rules.encodings import Encoding
    from statuteline.rules.nodes import Cited
    from statuteline.trace.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeChange:
    """A unit that came, went, or says something else from a day on.

    Args:
        encoding: The name of the encoding.
        work: The section that it encodes.
        day: The first day of the version that has it so.
        name: The name of the unit within its version.
        before: The unit of the version before; None for a new one.
        after: The unit of this version; None for one that is gone.
    """

    encoding: str
    work: WorkId
    day: date
    name: str
    before: Unit | None
    after: Unit | None

    @property
    def id(self) -> str:
        """The change by name: the unit as of its day."""
        return f"{self.encoding}@{self.day}/{self.name}"

    @property
    def cited_before(self) -> tuple[Cited, ...]:
        """The words that the unit rested on."""
        return self.before.cited if self.before is not None else ()

    @property
    def cited_after(self) -> tuple[Cited, ...]:
        """The words that the unit rests on now."""
        return self.after.cited if self.after is not None else ()


def code_changes(encoding: Encoding) -> tuple[CodeChange, ...]:
    """List what each version changed, by its first day, in the order written.

    All that the first version has is new with it.
    """
    versions = {
        version.days.start: {
            name_in_version(unit): unit
            for unit in units(encoding)
            if unit.days == version.days and unit.kind is not UnitKind.AXIOM
        }
        for version in encoding.versions
    }
    return tuple(
        CodeChange(
            encoding=encoding.name,
            work=encoding.work,
            day=day,
            name=name,
            before=before.get(name),
            after=after.get(name),
        )
        for (_, before), (day, after) in pairwise(((date.min, {}), *versions.items()))
        for name in dict.fromkeys((*after, *before))
        if getattr(before.get(name), "code", None) != getattr(after.get(name), "code", None)
    )


def name_in_version(unit: Unit) -> str:
    """Give the name of a unit without its encoding and day."""
    return unit.id.removeprefix(f"{unit.encoding}@{unit.days.start}/")
