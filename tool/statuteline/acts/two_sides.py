"""The two-sided check: what an act says the law was, against what it was.

An act prints the law that it amends in full, with its changes marked. So the words it
keeps and those it deletes, together, must be the law before: one comparison tests how
the act was read, the text on record, and the act itself.

Source:
    C.G.S. § 2-18.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from statuteline.acts.addressing import provisions_in, units_of
from statuteline.acts.agreement import agreement, level_of
from statuteline.acts.marks import beside_law, readings
from statuteline.acts.placing import put_in_place
from statuteline.acts.sides import before, pieces_of, words_of
from statuteline.diff.compare import compare
from statuteline.model.work import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.acts.agreement import Aside, Level
    from statuteline.acts.clause import Portion
    from statuteline.model.change import Comparison
    from statuteline.model.ids import WorkId
    from statuteline.model.marked import ActSection
    from statuteline.model.provision import Provision
    from statuteline.model.text import Block
    from statuteline.model.work import Expression


class NoBaseReason(Enum):
    """Why there is no text before to compare with."""

    ADDS = "adds to a text that it does not print"
    REPEALS = "repeals a text that it does not print"
    NEW = "makes a new section, which has no number in the code yet"
    UNCODIFIED = "stands in the act alone"
    OTHER_ACT = "changes another act"
    UNREAD = "its clause is not understood"
    REWORDS = "puts words in the place of others in a text that it does not print"
    UNLISTED = "puts words in the place of others, and lists no sections that are read"
    SEVERAL = "amends several sections, and does not print each under its number"
    GROUPED = "the section stands under one heading with others, which are not all named"
    NOT_HELD = "this corpus does not have the section"
    NOT_IN_FORCE = "no text of the section was in force before"
    NO_PROVISION = "the text before has no such provision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exact:
    """The act and the record tell the same law before.

    Args:
        base: The text on record.
        section: The section of the act, with the marks read so that it agrees.
        asides: What had to be left aside; empty for texts that are identical.
    """

    base: Expression
    section: ActSection
    asides: tuple[Aside, ...]

    @property
    def level(self) -> Level:
        """How far the two agree."""
        return level_of(self.asides)


@dataclass(frozen=True, slots=True, kw_only=True)
class Differs:
    """The act and the record tell different law before.

    Args:
        base: The text on record.
        comparison: From the record to what the act prints as the law before.
    """

    base: Expression
    comparison: Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class NoBase:
    """There is nothing to compare.

    Args:
        reason: Why.
        base: The text that is changed without being printed; None for none.
        group: The group of sections that stands in the way; None for none.
    """

    reason: NoBaseReason
    base: Expression | None = None
    group: WorkId | None = None


Check: TypeAlias = Exact | Differs | NoBase


def check_sides(
    section: ActSection, portions: tuple[Portion, ...], base: Expression
) -> Check:
    """Compare what an act prints as the law before with the law before.

    Brackets that the law itself has are told from marks by the law's own words; where
    that does not do, every other reading of the marks is tried.

    Args:
        section: A section of an act that amends.
        portions: The provisions that it amends; empty for the whole section.
        base: The text of the section on the day before, earlier changes made.

    Returns:
        Exact with all that was left aside; or how they differ; or that the text
        before has no such provision.
    """
    law = _addressed(base.body[0], portions) if base.body else None
    if law is None:
        return NoBase(reason=NoBaseReason.NO_PROVISION, base=base)
    first = beside_law(section, " ".join(law))
    for reading in chain((first,), readings(section)):
        asides = agreement(law, words_of(before(reading.blocks)))
        if asides is not None:
            return Exact(base=base, section=reading, asides=asides)
    printed = _as_printed(base, portions, before(first.blocks))
    return Differs(base=base, comparison=compare(base, printed))


def _addressed(top: Provision, portions: tuple[Portion, ...]) -> tuple[str, ...] | None:
    """Give the words that a clause names; None where the section lacks some of them."""
    if not portions:
        return tuple(pieces_of(top, named=False))
    units = units_of(top, portions)
    if units is None:
        return None
    return tuple(_pieces(provisions_in(top, units)))


def _pieces(provisions: tuple[Provision, ...]) -> Iterator[str]:
    for provision in provisions:
        yield from pieces_of(provision)


def _as_printed(
    base: Expression, portions: tuple[Portion, ...], blocks: tuple[Block, ...]
) -> Expression:
    """Make a text of what the act prints, so that it can be compared and shown."""
    top = base.body[0]
    found = put_in_place(top, portions, blocks)
    if found is None:
        # Its words do not tell its provisions: they are shown in one piece.
        found = replace(top, intro=blocks, children=(), wrap_up=())
    return replace(base, kind=Kind.DRAFT, title=f"{base.title}, as printed", body=(found,))
