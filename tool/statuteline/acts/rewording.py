"""Putting words in the place of others in a text, wherever they stand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from statuteline.model.provision import walk
from statuteline.model.text import Paragraph, Table, block_text, plain, prose_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.provision import Provision
    from statuteline.model.text import Block, Prose

    _Change = Callable[[str], str]

_PLAIN: Final = re.compile(r"[B-DF-GJ-NP-TV-Zb-df-gj-np-tv-z][a-z]")
"""How a word begins before which only "a" can stand: no vowel, h, figure or initials."""


def reworded(top: Provision, pairs: tuple[tuple[str, str], ...]) -> Provision | None:
    """Put words in the place of others.

    Args:
        top: The section before.
        pairs: The words, each with those that take their place.

    Returns:
        The section after, its headings as they were. None unless it has the words, all
        of them just as they are named, and nothing else has to change with them: they
        stand there in no other case, no plural, and behind no article that would have
        to be another one.

    Example:
        >>> from statuteline.model.ids import EId, WId
        >>> from statuteline.model.provision import Level, Provision
        >>> top = Provision(
        ...     level=Level.SECTION, eid=EId("sec_1"), wid=WId("sec_1"),
        ...     intro=(Paragraph(spans=plain("The pier is open.")),),
        ... )
        >>> reworded(top, (("pier", "quay"),)).intro_text
        'The quay is open.'
        >>> reworded(top, (("pie", "tart"),)) is None
        True
    """
    text = "\n".join(
        block_text(block) for one in walk((top,)) for block in (*one.intro, *one.wrap_up)
    )
    longest_first = sorted(pairs, key=lambda pair: -len(pair[0]))
    named = "|".join(re.escape(old) for old, _ in longest_first)
    whole = re.compile(rf"(?<![\w-])(?:{named})(?![\w-])")
    found = whole.findall(text)
    if not found or len(found) != len(re.findall(named, text, re.IGNORECASE)):
        return None
    instead = dict(pairs)
    behind = re.findall(rf"\ban? ({named})(?![\w-])", text, re.IGNORECASE)
    if not all(_has_one_article(old, instead[old]) for old in behind):
        return None
    return _mapped(top, lambda words: whole.sub(lambda one: instead[one[0]], words))


def _has_one_article(old: str, new: str) -> bool:
    """Tell whether "a" or "an" surely stays before other words."""
    one, other = old.split(maxsplit=1)[0], new.split(maxsplit=1)[0]
    return one == other or all(map(_PLAIN.match, (one, other)))


def _mapped(one: Provision, change: _Change) -> Provision:
    return replace(
        one,
        intro=tuple(_block(block, change) for block in one.intro),
        children=tuple(_mapped(child, change) for child in one.children),
        wrap_up=tuple(_block(block, change) for block in one.wrap_up),
    )


def _block(block: Block, change: _Change) -> Block:
    match block:
        case Paragraph(spans=spans):
            return Paragraph(spans=_prose(spans, change))
        case Table(caption=caption, rows=rows):
            cells = (
                tuple(replace(cell, spans=_prose(cell.spans, change)) for cell in row)
                for row in rows
            )
            return Table(caption=_prose(caption, change), rows=tuple(cells))


def _prose(spans: Prose, change: _Change) -> Prose:
    """Change words; marks on them, such as links, are kept only where nothing changes."""
    words = prose_text(spans)
    changed = change(words)
    return spans if changed == words else plain(changed)
