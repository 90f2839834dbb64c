"""A section as printed becomes a text of its work, with all that is printed around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.model.commencement import OnDate, first_day
from statuteline.model.ids import ExpressionId, WorkId
from statuteline.model.published import Note, NoteKind
from statuteline.model.text import block_text, plain, prose_text
from statuteline.model.work import Event, EventKind, Expression, Kind, Words
from statuteline.publishers.us_ct.accounted import characters_of, lost_between
from statuteline.publishers.us_ct.act_ids import JURISDICTION
from statuteline.publishers.us_ct.addresses import edition_of
from statuteline.publishers.us_ct.future_law import part_future_law
from statuteline.publishers.us_ct.hierarchy import divide_section
from statuteline.publishers.us_ct.life import (
    events_of,
    in_force_since,
    life_of,
    modifications_of,
    reference_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.model.provision import Provision
    from statuteline.model.published import PublishedSection
    from statuteline.model.text import Block, Prose
    from statuteline.model.work import SourceDocument
    from statuteline.publishers.us_ct.future_law import PartedSection, PendingText

SERIES: Final = "cgs"
CODE_OF: Final = date(1958, 1, 1)
"""The code is the Revision of 1958, revised ever since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The texts of one section.

    Args:
        texts: The text in force first, then those that are to come.
        unplaced: Whether it has numbers that open nothing.
        unread: How many items of its notes could not be read.
        characters: How many characters the source has, white space aside.
        lost: Characters of the source that no text has, or that no source has: how the
            first place looks where both differ; empty where nothing is lost.
    """

    texts: tuple[Expression, ...]
    unplaced: bool
    unread: int
    characters: int
    lost: str


Coming: TypeAlias = "Callable[[Provision, PendingText], Provision | None]"
"""Puts a coming text in the place of what it replaces; None where that cannot be told."""


def expressions_of(
    section: PublishedSection, source: SourceDocument, recorded: date, coming: Coming
) -> Made:
    """Make the texts of a section.

    Law that is printed before it has effect becomes texts of its own; its words as printed
    stay with the present text, as notes.

    Args:
        section: The section as printed.
        source: The file it was read from.
        recorded: The day the corpus learns it.
        coming: Puts a coming text in its place.

    Returns:
        Its texts.
    """
    parted = part_future_law(section)
    law, behind = _in_order(section.body, parted.body)
    work = WorkId(JURISDICTION, SERIES, section.number)
    division = divide_section(replace(section, heading=parted.heading, body=parted.body))
    top = division.provision
    acts = frozenset(act.origin for one in parted.pending for act in one.note.acts)
    life = life_of(section, parted.notes, _first_coming_day(parted), acts)
    since = OnDate(day=parted.starts) if parted.starts else in_force_since(section, life)
    announced = tuple(filter(None, map(_announced, parted.pending)))
    events = {*events_of(section, life, since), *announced}
    text = Expression(
        id=ExpressionId(work, "eng", first_day(since) or section.edition.revised_to),
        kind=Kind.STATUTE_SECTION,
        title=_title(section, parted.heading),
        words=Words.OFFICIAL,
        recorded=recorded,
        created=CODE_OF,
        commencement=since,
        ends=parted.ends,
        events=tuple(sorted(events, key=_in_time)),
        modifications=modifications_of(work, top, life),
        source=source,
        status=section.status,
        former=section.former,
        edition=section.edition,
        position=section.position,
        notes=(*_kept_as_notes(section, parted, behind), *section.notes),
        body=(top,),
    )
    later = tuple(_coming_texts(text, parted, coming))
    differs = parted.heading != section.heading
    plain_text = replace(text, notes=text.notes[1:] if differs else text.notes)
    shown = replace(plain_text, body=(replace(top, heading=section.heading),))
    return Made(
        texts=(text, *later),
        unplaced=bool(division.unplaced),
        unread=life.unread + len(parted.unread) + len(parted.pending) - len(later),
        characters=characters_of(section),
        lost=lost_between(
            section,
            map(block_text, (*law, *behind)),
            shown,
            marks=not parted.pending,
        ),
    )


def _title(section: PublishedSection, heading: Prose) -> str:
    words = " ".join(prose_text(heading).split())
    return words or f"{section.printed} {section.status.value.capitalize()}"


def _in_order(
    printed: tuple[Block, ...], law: tuple[Block, ...]
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Part the blocks of a body as printed: those that are the text, and the others."""
    wanted = [_unmarked(block) for block in law]
    kept: list[Block] = []
    behind: list[Block] = []
    for block in printed:
        is_next = len(kept) < len(wanted) and _unmarked(block) == wanted[len(kept)]
        (kept if is_next else behind).append(block)
    return tuple(kept), tuple(behind)


def _unmarked(block: Block) -> str:
    return "".join(block_text(block).split()).replace("*", "")


def _kept_as_notes(
    section: PublishedSection, parted: PartedSection, behind: tuple[Block, ...]
) -> tuple[Note, ...]:
    """Keep the words on coming law as printed: in the heading, and behind the text."""
    heading = (section.heading,) if parted.heading != section.heading else ()
    words = (*heading, *(plain(block_text(block)) for block in behind))
    return tuple(Note(kind=NoteKind.EDITORIAL, words=one) for one in words)


def _first_coming_day(parted: PartedSection) -> date | None:
    """Give the first day of the first coming text; None where none has a day."""
    days = [first_day(one.note.commencement) for one in parted.pending]
    return min((day for day in days if day), default=None)


def _announced(pending: PendingText) -> Event | None:
    """Tell of a coming text, so that the present one ends when it begins."""
    day = first_day(pending.note.commencement)
    if day is None:
        return None
    act = reference_of(pending.note.acts[-1].origin, pending.note.acts)
    return Event(day=day, kind=EventKind.AMENDMENT, act=act)


def _coming_texts(
    text: Expression, parted: PartedSection, coming: Coming
) -> Iterator[Expression]:
    """Make the coming texts, each on top of the one before."""
    top: Provision | None = text.body[0]
    spent = {text.id.version}
    for pending in sorted(parted.pending, key=_starting):
        rule = pending.note.commencement
        version = first_day(rule) or (text.edition or edition_of(0)).revised_to
        top = coming(top, pending) if top is not None else None
        if top is None or version in spent:
            return
        spent.add(version)
        yield replace(
            text,
            id=replace(text.id, version=version),
            title=" ".join(prose_text(top.heading).split()) or text.title,
            commencement=rule,
            ends=None,
            events=tuple(e for e in text.events if e.day <= version),
            modifications=(),
            notes=pending.sources,
            body=(top,),
        )


def _starting(pending: PendingText) -> date:
    return first_day(pending.note.commencement) or date.max


def _in_time(event: Event) -> tuple[date, str, str]:
    return event.day, event.kind.value, str(event.act)
