"""A whole edition as JSON lines: a chapter a line, as one collection captured the pages."""

from __future__ import annotations

import io
import json
import lzma
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from statuteline.errors import SourceError
from statuteline.model.published import (
    Heading,
    Note,
    NoteKind,
    Position,
    PublishedSection,
)
from statuteline.model.text import Paragraph, plain
from statuteline.publishers.us_ct.headings import is_bare, read_heading
from statuteline.publishers.us_ct.status import status_of
from statuteline.publishers.us_ct.strays import without_strays
from statuteline.publishers.us_ct.trailers import part_trailers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.published import Edition
    from statuteline.publishers.us_ct.trailers import Trailers

_XZ: Final = b"\xfd7zXZ\x00"
_LONGEST: Final = 32_000_000
"""Bytes of one line; a chapter has 1.5 million at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BareNumber:
    """A record whose heading is only a number: a leftover of the capture, no section.

    Args:
        number: The number.
        body: Its paragraphs: none, or those of the range that holds the number.
        notes: The notes behind it, in order.
        source: The file and line it was read from.
    """

    number: str
    body: tuple[str, ...]
    notes: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseHeading:
    """A heading that the capture put behind a section: it belongs to what follows.

    The collection leaves out most headings between sections, so these do not tell
    where a section stands.

    Args:
        number: Its letter, as printed.
        name: Its name.
        source: The file and line it was read from.
    """

    number: str
    name: str
    source: str


Record: TypeAlias = PublishedSection | BareNumber | LooseHeading


def read_json_lines(
    data: bytes | Iterable[str], edition: Edition, where: str
) -> Iterator[Record]:
    """Read an edition of which each line is a chapter, record by record.

    Args:
        data: The file, plain or packed with xz; or its lines.
        edition: The edition that it holds; the lines do not say.
        where: The name of the file, for ``source`` and errors.

    Returns:
        The sections in order, with leftovers of the capture between them.

    Raises:
        SourceError: If a line is no chapter, or a record no section of it.
    """
    return chain.from_iterable(read_chapters(data, edition, where))


def read_chapters(
    data: bytes | Iterable[str], edition: Edition, where: str
) -> Iterator[tuple[Record, ...]]:
    """Read an edition of which each line is a chapter.

    Spaces that the capture put behind links and italics are taken out. References to
    other law at the end of a body, and decisions of courts, are told as notes. What
    stands in the place of a number is told by the body: the status in the lines goes by
    words of the heading, and is wrong where one is about the future.

    Args:
        data: The file, plain or packed with xz; or its lines.
        edition: The edition that it holds; the lines do not say.
        where: The name of the file, for ``source`` and errors.

    Yields:
        The records of a line: its sections in order, with leftovers of the capture
        between them. A line is read when it is asked for, and whole.

    Raises:
        SourceError: If a line is no chapter, or a record no section of it.

    Example:
        >>> from datetime import date
        >>> from statuteline.model.published import Edition, EditionKind
        >>> edition = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)
        >>> line = (
        ...     '{"number": "1", "name": "Loans", "title": {"number": "09", "name": '
        ...     '"Books"}, "provisions": [{"heading": "Sec. 9-1. Fees.", "status": '
        ...     '"active", "body": ["None."], "sourceNotes": [], "history": []}]}'
        ... )
        >>> [[one.number for one in found] for found in read_chapters([line], edition, "")]
        [['9-1']]
    """
    lines = _lines(data, where) if isinstance(data, bytes) else data
    for count, line in enumerate(lines, 1):
        if line.strip():
            place = f"{where}, line {count}"
            try:
                chapter = tuple(_chapter(json.loads(line), edition, place))
            except (KeyError, TypeError, ValueError, RecursionError) as error:
                raise SourceError(
                    "this line is not a chapter of the code",
                    where=place,
                    hint="expected are JSON lines, each a chapter with its provisions; "
                    f"here {type(error).__name__}: {error}",
                ) from error
            yield chapter


def _lines(data: bytes, where: str) -> Iterator[str]:
    """Unpack the lines of a file, one at a time."""
    raw = io.BytesIO(data)
    try:
        with lzma.LZMAFile(raw) if data.startswith(_XZ) else raw as file:
            while line := file.readline(_LONGEST):
                if len(line) == _LONGEST:
                    raise SourceError(f"a line has more than {_LONGEST} bytes", where=where)
                yield line.decode("utf-8")
    except (lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
        raise SourceError(
            f"the file cannot be unpacked: {error}",
            where=where,
            hint="it must be UTF-8 text, plain or packed with xz, and complete",
        ) from error


def _chapter(chapter: Any, edition: Edition, place: str) -> Iterator[Record]:  # noqa: ANN401 - JSON
    title = Heading(number=chapter["title"]["number"], name=chapter["title"]["name"])
    position = Position(
        title=title, chapter=Heading(number=chapter["number"], name=chapter["name"])
    )
    for record in chapter["provisions"]:
        heading = without_strays(record["heading"])
        body = tuple(map(without_strays, record["body"]))
        source = f"{place}, {heading[:40]}"
        if is_bare(heading):
            yield BareNumber(
                number=heading,
                body=body,
                notes=(*record["sourceNotes"], *record["history"]),
                source=source,
            )
            continue
        trailers = part_trailers(body)
        read = read_heading(heading, title.number.lstrip("0"))
        if read is None:
            raise ValueError(f"the heading {heading[:80]!r} has no number")
        yield PublishedSection(
            numbers=read.numbers,
            is_range=read.is_range,
            printed=read.printed,
            former=read.former,
            heading=plain(heading[read.rest :]),
            status=status_of(body[0] if body else ""),
            body=tuple(Paragraph(spans=plain(words)) for words in body[: trailers.law]),
            notes=_notes(record, trailers),
            edition=edition,
            position=position,
            source=source,
        )
        if trailers.heading:
            number, name = trailers.heading
            yield LooseHeading(number=number, name=name, source=source)


def _notes(record: Any, trailers: Trailers) -> tuple[Note, ...]:  # noqa: ANN401 - JSON
    sources = tuple(map(without_strays, record["sourceNotes"]))
    kinds = (
        *((_kind_of_source(words), words) for words in sources),
        *((NoteKind.HISTORY, without_strays(words)) for words in record["history"]),
        *((NoteKind.CROSS_REFERENCE, words) for words in trailers.references),
        *((NoteKind.ANNOTATION, words) for words in trailers.annotations),
    )
    return tuple(Note(kind=kind, words=plain(words)) for kind, words in kinds)


def _kind_of_source(words: str) -> NoteKind:
    """Tell a list of acts, which is in parentheses, from a remark among such lists."""
    return NoteKind.SOURCE if words.startswith("(") else NoteKind.EDITORIAL
