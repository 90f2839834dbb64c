"""The whole section as it will read, from its present text and the coming part of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.acts.clause import Portion, Stretch
from statuteline.acts.placing import put_beside, put_in_place
from statuteline.model.text import Paragraph, block_text

if TYPE_CHECKING:
    from statuteline.model.provision import Provision
    from statuteline.model.text import Block
    from statuteline.publishers.us_ct.future_law import PendingText
    from statuteline.publishers.us_ct.future_notes import Scope


def coming_section(present: Provision, pending: PendingText) -> Provision | None:
    """Put a coming text in the place of what it replaces.

    Args:
        present: The section as it is in force, divided.
        pending: The coming text that a publisher prints behind it.

    Returns:
        The section as it will read, with the coming heading where there is another. None
        where the present text lacks a provision that is replaced, where the coming words
        do not tell which of them belong to which provision, or where they begin with words
        of the heading.
    """
    if pending.has_heading_in_body:
        return None
    scope = pending.note.scope
    blocks = _without_outer(pending.body, scope)
    coming = put_in_place(present, _portions(scope), blocks)
    if coming is None and pending.note.is_added and len(scope) == 1:
        (*within, (level, label)) = scope[0]
        added = Portion(level=level, labels=(Stretch(first=label),))
        coming = put_beside(present, _portions((tuple(within),)), (added,), blocks)
    if coming is None or pending.heading is None:
        return coming
    return replace(coming, heading=pending.heading)


def _portions(scope: tuple[Scope, ...]) -> tuple[Portion, ...]:
    return tuple(
        Portion(level=path[-1][0], labels=(Stretch(first=path[-1][1]),), within=path[:-1])
        for path in scope
        if path
    )


def _without_outer(
    blocks: tuple[Block, ...], scope: tuple[Scope, ...]
) -> tuple[Block, ...]:
    """Take away the numbers of what a provision lies in: (e) of "(e) (1) Fees"."""
    if len(scope) != 1 or not blocks or not isinstance(blocks[0], Paragraph):
        return blocks
    outer = "".join(rf"\({label}\)\s?" for _, label in scope[0][:-1])
    words = block_text(blocks[0])
    match = re.match(rf"{outer}(?=\({scope[0][-1][1]}\))", words)
    if not match or not match.end():
        return blocks
    spans = blocks[0].spans
    first = replace(spans[0], text=spans[0].text[match.end() :])
    return (Paragraph(spans=(first, *spans[1:])), *blocks[1:])
