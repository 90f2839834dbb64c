"""The code beside the provisions that it follows, and whether somebody has checked it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.audit.links import told
from statuteline.model.days import day_in_words
from statuteline.trace.states import State
from statuteline.trace.units import UnitKind
from statuteline.website import addresses
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.ids import ExpressionId
    from statuteline.model.provision import Provision
    from statuteline.trace.states import Judged
    from statuteline.trace.units import Unit
    from statuteline.website.source import Source

_KINDS: Final = {
    UnitKind.OUTCOME: "outcome",
    UnitKind.DEFINITION: "definition",
    UnitKind.REQUIREMENT: "requirement",
    UnitKind.AXIOM: "axiom",
    UnitKind.DATA: "data",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """One unit of the code that follows a provision.

    Args:
        name: What it is called.
        kind: What it is.
        encoding: The decision that it belongs to.
        path: The page of the decision.
        is_checked: Whether somebody has held it against this text.
        told: Who, and when; or why not.
    """

    name: str
    kind: str
    encoding: str
    path: str
    is_checked: bool
    told: str


def beside(source: Source, text: ExpressionId, page: str) -> Callable[[Provision], str]:
    """Give what writes the code beside a provision of a text; empty where none follows it.

    Args:
        source: What the site is made from.
        text: The text.
        page: The page that it stands on.
    """
    of_eid = source.links_by_text.get(text, {})

    def written(provision: Provision) -> str:
        links = of_eid.get(provision.eid, ())
        if not links:
            return ""
        found = tuple(dict.fromkeys(_follows(one) for one in links))
        return filled("_code.html", page, found=found)

    return written


def _follows(one: Judged) -> Follows:
    unit = one.link.unit
    return Follows(
        name=unit.name,
        kind=_KINDS[unit.kind],
        encoding=unit.encoding.partition("/")[2],
        path=_page_of(unit),
        is_checked=one.state is State.OK,
        told=told(one, day_in_words),
    )


def _page_of(unit: Unit) -> str:
    """Give the page of the decision under one text; an axiom may hold under several."""
    if unit.kind is UnitKind.AXIOM:
        return addresses.of_decision(unit.encoding)
    return addresses.of_decision_text(unit.encoding, unit.days.start)
