"""Law that a section prints before it has effect, parted from the present text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from statuteline.model.commencement_words import DAY, day_of_words
from statuteline.model.published import NoteKind
from statuteline.model.text import Paragraph, block_text, canonical, plain, prose_text
from statuteline.publishers.us_ct.future_notes import is_future_note, read_future_note
from statuteline.publishers.us_ct.headings import read_heading

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.published import Note, PublishedSection
    from statuteline.model.text import Block, Prose, Span
    from statuteline.publishers.us_ct.future_notes import FutureNote

_INNER: Final = r"(?:[^()]|\(\w+\))*"
_SEE_END: Final = re.compile(rf"\*{{0,3}} ?\(See end of section {_INNER}\)\.? ?")
_THIS: Final = r"\*? ?\(Note: (?:This section is|These sections are)"
_STARTS: Final = re.compile(rf"{_THIS} effective (?P<day>{DAY})\.?\)\.? ?")
_ENDS: Final = re.compile(rf"{_THIS} repealed,? effective (?P<day>{DAY})\.?\)\.? ?")
_MARKED: Final = re.compile(r"\*{1,3} ?(?=\((?P<label>\w+)\))")


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingText:
    """A coming text that stands behind the present one.

    Args:
        note: What the editor's note tells of it.
        heading: The coming heading, of a whole section; None for the present one, and
            where its words cannot be told from the body's.
        has_heading_in_body: Whether the body begins with words of the heading.
        body: Its paragraphs, without number of the section and quotation marks around.
        sources: The source notes that belong to it.
    """

    note: FutureNote
    heading: Prose | None
    has_heading_in_body: bool
    body: tuple[Block, ...]
    sources: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartedSection:
    """A published section, its present text parted from what is yet to come.

    Args:
        heading: The present heading, without the editor's remark.
        body: The present text; of a section that has no effect yet, that coming text.
        notes: The notes of the present text.
        starts: The day on which the section first has effect; None for in force.
        ends: The day on which it is repealed; None where nothing tells of one.
        pending: The coming texts, in the order printed.
        unread: Editor's notes on coming law that are not read: what they speak of stays
            in the body.
    """

    heading: Prose
    body: tuple[Block, ...]
    notes: tuple[Note, ...]
    starts: date | None
    ends: date | None
    pending: tuple[PendingText, ...]
    unread: tuple[str, ...]


def part_future_law(section: PublishedSection) -> PartedSection:
    """Part the present text of a section from what is yet to come.

    What cannot be parted with certainty stays in the body.

    Args:
        section: As it is published.
    """
    printed = prose_text(section.heading)
    starts, heading = _day_in(printed, _STARTS)
    ends, heading = _day_in(heading, _ENDS)
    name = _SEE_END.sub("", heading, count=1)
    front, parts, unread = _parts(section.body)
    if name != heading and not parts and not unread:
        unread = (heading,)
    title = section.position.title.number.lstrip("0")
    pending = tuple(_pending(note, blocks, title, name.strip()) for note, blocks in parts)
    notes, sources = _sources(section.notes, len(pending))
    kept = heading if unread else name
    return PartedSection(
        heading=section.heading if kept == printed else plain(kept.strip()),
        body=_unmarked(front, tuple(one.note for one in pending)),
        notes=notes,
        starts=starts,
        ends=ends,
        pending=tuple(
            replace(one, sources=own) for one, own in zip(pending, sources, strict=True)
        ),
        unread=unread,
    )


def _day_in(heading: str, remark: re.Pattern[str]) -> tuple[date | None, str]:
    """Take a remark with a day out of a heading; one with no such day stays."""
    match = remark.search(heading)
    day = day_of_words(match["day"]) if match else None
    if match is None or day is None:
        return None, heading
    return day, f"{heading[: match.start()]} {heading[match.end() :]}".strip()


def _parts(
    body: tuple[Block, ...],
) -> tuple[tuple[Block, ...], list[tuple[FutureNote, tuple[Block, ...]]], tuple[str, ...]]:
    """Cut a body at the editor's notes in it.

    Returns:
        The present text, with what cannot be parted from it; each note with the coming
        text behind it; the notes that are not read.
    """
    starts = [at for at, block in enumerate(body) if is_future_note(block_text(block))]
    if not starts:
        return body, [], ()
    front = body[: starts[0]]
    parts = []
    unread = []
    for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
        note = read_future_note(canonical(block_text(body[start])))
        behind = body[start + 1 : end]
        if note is not None and _is_quoted(behind):
            parts.append((note, _unquoted(behind)))
        else:
            front += body[start:end]
            unread.append(block_text(body[start]))
    return front, parts, tuple(unread)


def _is_quoted(blocks: tuple[Block, ...]) -> bool:
    """Tell whether blocks stand in one pair of quotation marks, from end to end."""
    if not blocks or not all(isinstance(one, Paragraph) for one in (blocks[0], blocks[-1])):
        return False
    return block_text(blocks[0]).lstrip().startswith("“") and block_text(
        blocks[-1]
    ).rstrip().endswith("”")


def _unquoted(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Take away the quotation marks around blocks."""
    inner = [*blocks]
    inner[0] = _without_start(inner[0], len(block_text(inner[0]).partition("“")[0]) + 1)
    inner[-1] = _without_end(inner[-1], len(block_text(inner[-1]).rpartition("”")[2]) + 1)
    return tuple(inner)


def _without_start(block: Block, count: int) -> Block:
    """Take characters away from the start of a paragraph, marks kept."""
    if not isinstance(block, Paragraph):
        return block
    spans = []
    for span in block.spans:
        if kept := span.text[count:]:
            spans.append(replace(span, text=kept))
        count = max(count - len(span.text), 0)
    return Paragraph(spans=tuple(spans))


def _without_end(block: Block, count: int) -> Block:
    """Take characters away from the end of a paragraph, marks kept."""
    if not isinstance(block, Paragraph):
        return block
    spans: list[Span] = []
    for span in reversed(block.spans):
        if kept := span.text[: max(len(span.text) - count, 0)]:
            spans.insert(0, replace(span, text=kept))
        count = max(count - len(span.text), 0)
    return Paragraph(spans=tuple(spans))


def _pending(
    note: FutureNote, blocks: tuple[Block, ...], title: str, present: str
) -> PendingText:
    """Take number and heading from the start of a coming text, where it has them."""
    words = block_text(blocks[0])
    printed = words.lstrip()
    number = read_heading(printed, title)
    if number is None:
        return PendingText(note=note, heading=None, has_heading_in_body=False, body=blocks)
    rest = printed[number.rest :]
    opening = note.scope[0][0][1] if note.scope else "a|1"
    length = _heading_length(rest, present, opening)
    if length is None and _opens(blocks[1:], opening):
        length = len(rest)
    taken = len(words) - len(rest) + (length or 0)
    first = _without_start(blocks[0], taken)
    heading = rest[: length or 0].strip()
    return PendingText(
        note=note,
        heading=None if heading in {"", present} else plain(heading),
        has_heading_in_body=length is None,
        body=(first, *blocks[1:]) if block_text(first) else blocks[1:],
    )


def _heading_length(words: str, present: str, opening: str) -> int | None:
    """Give the length of the heading that words begin with; None where it is not told.

    It is told where it is the present one, or where the first number stands behind it.
    """
    if words.startswith(f"{present} "):
        return len(present) + 1
    first = re.search(rf"(?<=\.) (?=\((?:{opening})\))", words)
    return first.end() if first else None


def _opens(blocks: tuple[Block, ...], opening: str) -> bool:
    """Tell whether blocks begin with a number."""
    found = re.match(rf"\((?:{opening})\)", block_text(blocks[0])) if blocks else None
    return found is not None


def _unmarked(
    blocks: tuple[Block, ...], notes: tuple[FutureNote, ...]
) -> tuple[Block, ...]:
    """Take away the asterisks that point from provisions to the notes."""
    labels = {label for note in notes for path in note.scope for _, label in path}
    found = []
    for block in blocks:
        mark = _MARKED.match(block_text(block))
        if mark and mark["label"] in labels:
            found.append(_without_start(block, mark.end()))
        else:
            found.append(block)
    return tuple(found)


def _sources(
    notes: tuple[Note, ...], count: int
) -> tuple[tuple[Note, ...], tuple[tuple[Note, ...], ...]]:
    """Give the notes of the present text, and the source notes of each coming one.

    The source note is printed once for each text. Where their number is another, all stay
    with the present text.
    """
    places = [at for at, note in enumerate(notes) if note.kind is NoteKind.SOURCE]
    if not count or len(places) != count + 1:
        return notes, ((),) * count
    own = places[1:]
    kept = tuple(note for at, note in enumerate(notes) if at not in own)
    return kept, tuple((notes[at],) for at in own)
