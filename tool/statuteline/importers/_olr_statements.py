"""The statements of an act summary: which provision asserts what, about which section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.importers._references import marked_prose, named_provisions, references
from statuteline.model.provision import Level
from statuteline.model.text import Paragraph
from statuteline.model.work import Statement, StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import ProvisionRef, WorkId
    from statuteline.model.provision import Provision
    from statuteline.model.text import Block, Prose

_SUMMARY = "part_summary"


def sections_named(provision: Provision, act: WorkId) -> tuple[ProvisionRef, ...]:
    """List the sections of an act that a provision's words name, all below included.

    Args:
        provision: The provision.
        act: The act; sections of other works do not count.

    Returns:
        The sections in the order they are named, ranges spelled out, none twice.
    """
    named = dict.fromkeys(
        ref
        for spans in _all_prose(provision)
        for ref in named_provisions(spans)
        if ref.work == act and ref.eid is not None
    )
    return tuple(named)


def all_sections(body: tuple[Provision, ...], act: WorkId) -> tuple[ProvisionRef, ...]:
    """List every section of an act that a document names, part numbers included.

    Returns:
        The sections in the order of their numbers.
    """
    named = {
        ref
        for part in body
        for ref in (*sections_named(part, act), *sections_of_part(part, act))
    }
    return tuple(sorted(named, key=lambda ref: int(str(ref.eid).removeprefix("sec_"))))


def sections_of_part(part: Provision, act: WorkId) -> tuple[ProvisionRef, ...]:
    """List the sections in a part's printed number; none if it has no number."""
    return _numbered(part.num, act)


def statements(body: tuple[Provision, ...], act: WorkId | None) -> tuple[Statement, ...]:
    """Take the assertions out of a summary.

    Each list item of the summary part is one, with each of its run-in parts; so is
    each paragraph of the parts on sections. A statement concerns the sections that
    its own words name; if they name none, those of what it stands in: the item, the
    sub-heading, the part's number.

    Args:
        body: The document's provisions.
        act: The act; None leaves it open what a statement concerns.

    Returns:
        The statements in reading order.
    """
    found: list[Statement] = []
    for part in body:
        if part.eid.text == _SUMMARY:
            items = [item for para in part.children for item in para.children]
            found += [made for item in items for made in _nested(item, (), act)]
        elif part.num is not None:
            inherited = sections_of_part(part, act) if act else ()
            found += _below(part, inherited, act)
    return tuple(found)


def _below(
    provision: Provision, inherited: tuple[ProvisionRef, ...], act: WorkId | None
) -> Iterator[Statement]:
    for child in provision.children:
        if child.level is Level.SUBPART:
            own = named_provisions(child.heading)
            own = tuple(ref for ref in own if ref.work == act and ref.eid is not None)
            yield from _below(child, own or inherited, act)
        else:
            yield _statement(child, inherited, act)


def _nested(
    provision: Provision, inherited: tuple[ProvisionRef, ...], act: WorkId | None
) -> Iterator[Statement]:
    made = _statement(provision, inherited, act)
    yield made
    for child in provision.children:
        yield from _nested(child, made.concerns, act)


def _statement(
    provision: Provision, inherited: tuple[ProvisionRef, ...], act: WorkId | None
) -> Statement:
    own = sections_named(provision, act) if act else ()
    return Statement(
        eid=provision.eid, kind=StatementKind.ASSERTION, concerns=own or inherited
    )


def _numbered(num: str | None, act: WorkId) -> tuple[ProvisionRef, ...]:
    if num is None:
        return ()
    spans = marked_prose(num, references(num.rstrip(" —–"), act))
    return named_provisions(spans)


def _all_prose(provision: Provision) -> Iterator[Prose]:
    yield provision.heading
    yield from _block_prose(provision.intro)
    for child in provision.children:
        yield from _all_prose(child)
    yield from _block_prose(provision.wrap_up)


def _block_prose(blocks: tuple[Block, ...]) -> Iterator[Prose]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.spans
        else:
            yield block.caption
            yield from (cell.spans for row in block.rows for cell in row)
