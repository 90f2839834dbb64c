"""Putting the words of an act into the text that it changes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from statuteline.acts.addressing import Unit, at, units_of
from statuteline.acts.agreement import agreement
from statuteline.acts.sides import pieces_of, words_of
from statuteline.model.provision import Coverage
from statuteline.model.text import Paragraph, block_text, plain, prose_text
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT

if TYPE_CHECKING:
    from statuteline.acts.clause import Portion
    from statuteline.model.provision import Level, Provision
    from statuteline.model.text import Block

_STANDS: Final = "This stands."
"""What stands for the words of a provision that is not touched."""
_NEW: Final = re.compile(r"\(NEW\)\s*")


def put_in_place(
    top: Provision, portions: tuple[Portion, ...], blocks: tuple[Block, ...]
) -> Provision | None:
    """Put other words in the place of a section, or of some of its provisions.

    Args:
        top: The section before.
        portions: The provisions; empty for the whole section.
        blocks: The words, numbers and all.

    Returns:
        The section after: what is touched is divided again, what is not stays as it
        is. None where the section lacks a provision, or the words do not tell which of
        them belong to which provision.
    """
    if not portions:
        return divide(top, blocks, CONNECTICUT)
    units = units_of(top, portions)
    shares = None if units is None else _shares(units, blocks)
    if units is None or shares is None:
        return None
    # From the last to the first: places before a change stay what they were.
    todo = zip(units, shares, strict=True)
    for unit, share in sorted(todo, key=lambda one: (one[0].path, one[0].first))[::-1]:
        parent = at(top, unit.path)
        changed = _with(parent, unit.first, unit.last + 1, share)
        if changed is None:
            return None
        top = _rebuilt(top, unit.path, changed)
    return top


def put_beside(
    top: Provision,
    portions: tuple[Portion, ...],
    added: tuple[Portion, ...],
    blocks: tuple[Block, ...],
) -> Provision | None:
    """Add provisions to a section.

    Args:
        top: The section before.
        portions: The one provision that they are added to; empty for the section.
        added: The provisions, as they are numbered.
        blocks: Their words, numbers and all; a mark (NEW) before them is no word.

    Returns:
        The section after; None where it has no provisions of that level, or has the
        number already, or the words do not tell what is added.
    """
    path = _parent_path(top, portions)
    if path is None or len(added) != 1 or added[0].within:
        return None
    parent = at(top, path)
    level, label = added[0].level, added[0].labels[0].first
    place = _place_for(parent, level, label)
    if place is None:
        return None
    changed = _with(parent, place, place, tuple(map(_unmarked, blocks)))
    if changed is None or changed.children[place].label != label:
        return None
    return _rebuilt(top, path, changed)


def take_out(top: Provision, portions: tuple[Portion, ...]) -> Provision | None:
    """Repeal a section, or some of its provisions: only their places are kept.

    Returns:
        The section after; None where it lacks a provision.
    """
    if not portions:
        return _emptied(top)
    units = units_of(top, portions)
    if units is None:
        return None
    for unit in units:
        parent = at(top, unit.path)
        gone = tuple(map(_emptied, parent.children[unit.first : unit.last + 1]))
        children = parent.children[: unit.first] + gone + parent.children[unit.last + 1 :]
        top = _rebuilt(top, unit.path, replace(parent, children=children))
    return top


def _emptied(provision: Provision) -> Provision:
    return replace(provision, intro=(), children=(), wrap_up=(), coverage=Coverage.REMOVED)


def _shares(
    units: tuple[Unit, ...], blocks: tuple[Block, ...]
) -> list[tuple[Block, ...]] | None:
    """Part words among units: each begins at a paragraph with its first number."""
    starts = [0]
    for unit in units[1:]:
        opening = f"({unit.label})"
        later = range(starts[-1] + 1, len(blocks))
        here = (at for at in later if block_text(blocks[at]).startswith(opening))
        start = next(here, None)
        if start is None:
            return None
        starts.append(start)
    bounds = [*starts[1:], len(blocks)]
    return [blocks[start:end] for start, end in zip(starts, bounds, strict=True)]


def _with(
    parent: Provision, start: int, end: int, blocks: tuple[Block, ...]
) -> Provision | None:
    """Put words in the place of some children; None if they are no such children.

    The numbers of all siblings are there when the words are divided, so that they tell
    what a number counts; the words of the siblings are not.
    """
    before, behind = parent.children[:start], parent.children[end:]
    if any(one.num is None for one in before + behind):
        return None
    bare = replace(parent, intro=(), children=(), wrap_up=())
    text = (*map(_stub, before), *blocks, *map(_stub, behind))
    found = divide(bare, text, CONNECTICUT.below(parent.level))
    if not before and not behind:
        return _filled(parent, found)
    size = len(found.children)
    kept = found.children[: len(before)] + found.children[size - len(behind) :]
    if found.intro or size < len(kept) or any(map(_is_no_stub, kept)):
        return None
    made = found.children[len(before) : size - len(behind)]
    if found.wrap_up and (behind or not made):
        return None
    made = _closed(made, found.wrap_up)
    pieces = (piece for one in made for piece in pieces_of(one))
    if agreement(pieces, words_of(blocks)) != ():
        return None
    return replace(parent, children=before + made + behind)


def _filled(parent: Provision, found: Provision) -> Provision:
    """Give a provision what was found in the place of all its children."""
    behind = found.wrap_up + parent.wrap_up
    if found.children:
        intro = parent.intro + found.intro
        return replace(parent, intro=intro, children=found.children, wrap_up=behind)
    words = parent.intro + found.intro + behind
    return replace(parent, intro=words, children=(), wrap_up=())


def _closed(made: tuple[Provision, ...], words: tuple[Block, ...]) -> tuple[Provision, ...]:
    """Give words behind a list to its last provision: only that one is printed."""
    if not words:
        return made
    last = made[-1]
    if last.children:
        return (*made[:-1], replace(last, wrap_up=last.wrap_up + words))
    return (*made[:-1], replace(last, intro=last.intro + words))


def _stub(provision: Provision) -> Block:
    return Paragraph(spans=plain(f"{provision.num} {_STANDS}"))


def _is_no_stub(provision: Provision) -> bool:
    return provision.intro_text != _STANDS or bool(provision.children)


def _parent_path(top: Provision, portions: tuple[Portion, ...]) -> tuple[int, ...] | None:
    if not portions:
        return ()
    units = units_of(top, portions)
    if units is None or len(units) != 1 or units[0].first != units[0].last:
        return None
    return (*units[0].path, units[0].first)


def _place_for(parent: Provision, level: Level, label: str) -> int | None:
    """Find where a number belongs among siblings; None where it does not."""
    numbering = next(s.numbering for s in CONNECTICUT.steps if s.level is level)
    wanted = numbering.place(label)
    places = [numbering.place(one.label) for one in parent.children]
    if not places or wanted is None or wanted in places:
        return None
    if any(one.level is not level for one in parent.children):
        return None
    return sum(place is not None and place < wanted for place in places)


def _unmarked(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    words = prose_text(block.spans)
    marked = _NEW.match(words)
    return Paragraph(spans=plain(words[marked.end() :])) if marked else block


def _rebuilt(top: Provision, path: tuple[int, ...], changed: Provision) -> Provision:
    """Put a changed provision back where it stood."""
    if not path:
        return changed
    place, below = path[0], path[1:]
    child = _rebuilt(top.children[place], below, changed)
    children = (*top.children[:place], child, *top.children[place + 1 :])
    return replace(top, children=children)
