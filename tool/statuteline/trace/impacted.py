"""What a changed text reaches through a definition: information, never a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.rules.json_form import logic_digest
from statuteline.rules.predicates import Define, walk
from statuteline.trace.fingerprints import shortened
from statuteline.trace.states import State
from statuteline.trace.units import UnitKind

if TYPE_CHECKING:
    from statuteline.trace.states import Judged
    from statuteline.trace.units import Unit

_TEXT_SUSPECT: Final = {State.SUSPECT_TEXT, State.SUSPECT_BOTH, State.BROKEN}


def impacted(suspect: Judged, links: tuple[Judged, ...]) -> tuple[Unit, ...]:
    """List the units that use a definition whose text is suspect.

    Their own words need not have changed. Changed code needs no such list: it makes all
    that uses it suspect.

    Args:
        suspect: A link with its state.
        links: All links; what uses the definition is looked for among their units.

    Returns:
        The units, each once, in the order of the links; none where the link is of no
        definition, or its text is not suspect.
    """
    unit = suspect.link.unit
    if unit.kind is not UnitKind.DEFINITION or suspect.state not in _TEXT_SUSPECT:
        return ()
    others = {one.link.unit.id: one.link.unit for one in links}
    return tuple(other for other in others.values() if _uses(other, unit))


def _uses(other: Unit, definition: Unit) -> bool:
    return (
        other.id != definition.id
        and other.encoding == definition.encoding
        and other.days == definition.days
        and other.predicate is not None
        and any(
            isinstance(node, Define)
            and node.name == definition.name
            and shortened(logic_digest(node)) == definition.code
            for node in walk(other.predicate)
        )
    )
