"""A section as printed becomes a text of its work, with all that is printed around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from statuteline.model.commencement import first_day
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Coverage, Level, Provision
from statuteline.model.published import Status
from statuteline.model.text import block_text, prose_text
from statuteline.model.work import Expression, Kind, Words
from statuteline.publishers.us_ct.act_ids import JURISDICTION
from statuteline.publishers.us_ct.life import (
    events_of,
    in_force_since,
    life_of,
    modifications_of,
)
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.published import PublishedSection
    from statuteline.model.work import SourceDocument

SERIES: Final = "cgs"
CODE_OF: Final = date(1958, 1, 1)
"""The code is the Revision of 1958, revised ever since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The texts of one section.

    Args:
        texts: The text in force first, then those that are to come.
        undivided: Whether it has numbers that open nothing.
        unread: How many items of its notes could not be read.
        characters: How many characters the source has, white space aside.
        lost: Characters of the source that no text has, or that no source has: how the
            first place looks where both differ; empty where nothing is lost.
    """

    texts: tuple[Expression, ...]
    undivided: bool
    unread: int
    characters: int
    lost: str


def expressions_of(
    section: PublishedSection, source: SourceDocument, recorded: date
) -> Made:
    """Make the texts of a section.

    Args:
        section: The section as printed.
        source: The file it was read from.
        recorded: The day the corpus learns it.

    Returns:
        Its texts.
    """
    work = WorkId(JURISDICTION, SERIES, section.number)
    top = divide(_top(section), section.body, CONNECTICUT)
    life = life_of(section, section.notes)
    since = in_force_since(section, life)
    text = Expression(
        id=ExpressionId(work, "eng", first_day(since) or section.edition.revised_to),
        kind=Kind.STATUTE_SECTION,
        title=_title(section),
        words=Words.OFFICIAL,
        recorded=recorded,
        created=CODE_OF,
        commencement=since,
        events=events_of(section, life, since),
        modifications=modifications_of(work, top, life),
        source=source,
        status=section.status,
        former=section.former,
        edition=section.edition,
        position=section.position,
        notes=section.notes,
        body=(top,),
    )
    said, kept = (_dense(words) for words in (_said_by(section), _kept_in(text)))
    return Made(
        texts=(text,),
        undivided=_is_undivided(top, section),
        unread=life.unread,
        characters=len(said),
        lost=_first_difference(said, kept),
    )


def _top(section: PublishedSection) -> Provision:
    eid = f"{Level.SECTION.prefix}_{section.number}"
    repealed = section.status is Status.REPEALED
    return Provision(
        level=Level.SECTION,
        eid=EId.parse(eid),
        wid=WId(eid),
        num=section.printed,
        heading=section.heading,
        coverage=Coverage.REMOVED if repealed else Coverage.FULL,
    )


def _title(section: PublishedSection) -> str:
    words = " ".join(prose_text(section.heading).split())
    return words or f"{section.printed} {section.status.value.capitalize()}"


def _is_undivided(top: Provision, section: PublishedSection) -> bool:
    """Tell whether paragraphs of an active section open with numbers, all unread."""
    if top.children or section.status is not Status.ACTIVE:
        return False
    return any(block_text(block).startswith("(") for block in top.intro)


def _said_by(section: PublishedSection) -> Iterator[str]:
    """Give all words of a section as printed, in order."""
    yield section.printed
    yield section.former or ""
    yield prose_text(section.heading)
    yield from map(block_text, section.body)
    yield from (prose_text(note.words) for note in section.notes)


def _kept_in(text: Expression) -> Iterator[str]:
    """Give all words that a text has, in the order in which they were printed."""
    yield text.body[0].num or ""
    yield text.former or ""
    yield prose_text(text.body[0].heading)
    yield from _words(text.body[0], own_number=False)
    yield from (prose_text(note.words) for note in text.notes)


def _words(provision: Provision, *, own_number: bool = True) -> Iterator[str]:
    if own_number:
        yield provision.num or ""
        yield prose_text(provision.heading)
    yield from map(block_text, provision.intro)
    for child in provision.children:
        yield from _words(child)
    yield from map(block_text, provision.wrap_up)


def _dense(words: Iterator[str]) -> str:
    return "".join("".join(words).split())


def _first_difference(old: str, new: str) -> str:
    """Show the first place where two runs of characters differ; empty if none does."""
    if old == new:
        return ""
    at = next(
        (i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b),
        min(len(old), len(new)),
    )
    return f"character {at + 1}: {old[at : at + 30]!r} became {new[at : at + 30]!r}"
