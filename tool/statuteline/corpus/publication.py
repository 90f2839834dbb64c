"""What a publisher's edition prints around a section, in the ``meta`` block, each way.

The notes are ``meta/notes``; its place, its edition and its status are our own data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from lxml import etree

from statuteline.corpus.names import akn, own
from statuteline.errors import IdentifierError
from statuteline.model.ids import parse_date
from statuteline.model.published import (
    Edition,
    EditionKind,
    Heading,
    Note,
    NoteKind,
    Position,
    Status,
)

if TYPE_CHECKING:
    from enum import Enum

    from statuteline.corpus.prose_reader import ProseReader
    from statuteline.corpus.prose_writer import ProseWriter
    from statuteline.model.work import Expression

    Choice = TypeVar("Choice", bound=Enum)

_LEVELS: Final = ("title", "chapter", "part", "subpart")
_SOURCE: Final = {"source": "#author"}


def append_notes(
    meta: etree._Element, notes: tuple[Note, ...], writer: ProseWriter
) -> None:
    """Append the publisher's notes to ``meta``; nothing for none."""
    if not notes:
        return
    element = etree.SubElement(meta, akn("notes"), _SOURCE)
    for note in notes:
        box = etree.SubElement(element, akn("note"), {"class": note.kind.value})
        writer.spans(etree.SubElement(box, akn("p")), note.words)


def append_edition(proprietary: etree._Element, expression: Expression) -> None:
    """Append edition and place to our own data; nothing for what is not known."""
    edition, position = expression.edition, expression.position
    if edition is not None:
        told = {"kind": edition.kind.value, "revised-to": str(edition.revised_to)}
        etree.SubElement(proprietary, own("edition"), told)
    if position is None:
        return
    box = etree.SubElement(proprietary, own("position"))
    for name in _LEVELS:
        level: Heading | None = getattr(position, name)
        if level is not None:
            told = {"number": level.number, "name": level.name}
            etree.SubElement(box, own(name), told)


def read_notes(meta: etree._Element, reader: ProseReader) -> tuple[Note, ...]:
    """Read the publisher's notes; empty for none."""
    notes = []
    for note in meta.iterfind(f"{akn('notes')}/{akn('note')}"):
        reader.no_loose_words(note)
        paragraph = note.find(akn("p"))
        if paragraph is None or len(note) != 1:
            raise reader.fault(note, "A note must hold one <p>")
        kind = reader.parse(note, note.get("class") or "", lambda t: _choice(t, NoteKind))
        notes.append(Note(kind=kind, words=reader.spans(paragraph)))
    return tuple(notes)


def read_status(text: etree._Element, reader: ProseReader) -> Status:
    """Read the status from the element that names whose words a text holds."""
    given = text.get("status") or Status.ACTIVE.value
    return reader.parse(text, given, lambda words: _choice(words, Status))


def read_edition(meta: etree._Element, reader: ProseReader) -> Edition | None:
    """Read the edition; None where the file names none."""
    element = meta.find(f"{akn('proprietary')}/{own('edition')}")
    if element is None:
        return None
    kind = element.get("kind") or ""
    return Edition(
        kind=reader.parse(element, kind, lambda words: _choice(words, EditionKind)),
        revised_to=reader.parse(element, element.get("revised-to") or "", parse_date),
    )


def read_position(meta: etree._Element, reader: ProseReader) -> Position | None:
    """Read the place of a section in its code; None where the file names none."""
    element = meta.find(f"{akn('proprietary')}/{own('position')}")
    if element is None:
        return None
    found: dict[str, Heading] = {}
    for child in element:
        name = etree.QName(child).localname
        if name not in _LEVELS or name in found:
            raise reader.fault(child, f"<{name}> is no level of a place here")
        found[name] = Heading(
            number=child.get("number") or "", name=child.get("name") or ""
        )
    if "title" not in found or "chapter" not in found:
        raise reader.fault(element, "A place must name title and chapter")
    return Position(
        title=found["title"],
        chapter=found["chapter"],
        part=found.get("part"),
        subpart=found.get("subpart"),
    )


def _choice(words: str, choices: type[Choice]) -> Choice:
    try:
        return choices(words)
    except ValueError as error:
        known = ", ".join(str(choice.value) for choice in choices)
        raise IdentifierError(f"{words!r} is none of {known}") from error
