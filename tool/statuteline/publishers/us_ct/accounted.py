"""Every character of a section as printed is in its text: proved for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.model.text import block_text, prose_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.provision import Provision
    from statuteline.model.published import PublishedSection
    from statuteline.model.work import Expression

_MARK = "*"
"""It points from the present text to a coming one, and goes where that is parted off."""


def lost_between(
    section: PublishedSection, body: Iterable[str], text: Expression, *, marks: bool
) -> str:
    """Show the first place where a section and its text differ.

    Args:
        section: The section as printed.
        body: The words of its body, in the order in which the text has them.
        text: What was made of it.
        marks: Whether the asterisks count.

    Returns:
        The place, with what stands there on both sides; empty where nothing is lost.
        White space does not count.
    """
    notes = (prose_text(note.words) for note in section.notes)
    said = _dense((*_head(section), *body, *notes), marks=marks)
    kept = _dense(_kept_in(text), marks=marks)
    return _first_difference(said, kept)


def characters_of(section: PublishedSection) -> int:
    """Count the characters of a section as printed, white space aside."""
    notes = (prose_text(note.words) for note in section.notes)
    words = (*_head(section), *map(block_text, section.body), *notes)
    return len(_dense(words, marks=True))


def _head(section: PublishedSection) -> tuple[str, str, str]:
    return section.printed, section.former or "", prose_text(section.heading)


def _kept_in(text: Expression) -> Iterator[str]:
    """Give all words of a text in the order printed; a heading kept as a note first."""
    top = text.body[0]
    yield top.num or ""
    yield text.former or ""
    yield prose_text(top.heading)
    yield from _words(top)
    yield from (prose_text(note.words) for note in text.notes)


def _words(provision: Provision) -> Iterator[str]:
    yield from map(block_text, provision.intro)
    for child in provision.children:
        yield child.num or ""
        yield prose_text(child.heading)
        yield from _words(child)
    yield from map(block_text, provision.wrap_up)


def _dense(words: Iterable[str], *, marks: bool) -> str:
    dense = "".join("".join(words).split())
    return dense if marks else dense.replace(_MARK, "")


def _first_difference(old: str, new: str) -> str:
    if old == new:
        return ""
    at = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
        min(len(old), len(new)),
    )
    return f"character {at + 1}: {old[at : at + 30]!r} became {new[at : at + 30]!r}"
