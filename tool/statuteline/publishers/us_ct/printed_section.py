"""A section of a page while it is read, and what it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.errors import SourceError
from statuteline.model.published import Note, NoteKind, PublishedSection
from statuteline.model.text import Paragraph, block_text, plain, prose_text
from statuteline.publishers.us_ct.headings import read_heading
from statuteline.publishers.us_ct.status import status_of
from statuteline.publishers.us_ct.trailers import part_trailers

if TYPE_CHECKING:
    from statuteline.model.published import Edition, Position
    from statuteline.model.text import Block, Prose


class OpenSection:
    """Takes the paragraphs and notes of one section.

    Args:
        catchline: Its heading, number and all.
        position: Where it stands.
        edition: The edition.
        source: What it is read from.
        where: File and line, for messages.

    Attributes:
        blocks: Its paragraphs and tables so far.
        notes: Its notes so far.
    """

    def __init__(
        self,
        catchline: Prose,
        *,
        position: Position,
        edition: Edition,
        source: str,
        where: str,
    ) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self._heading = prose_text(catchline)
        self._position = position
        self._edition = edition
        self._source = source
        self._where = where

    def published(self) -> tuple[PublishedSection, tuple[str, ...]]:
        """Give the section, and the heading at its end that belongs to what follows.

        Raises:
            SourceError: If its heading has no number.
        """
        read = read_heading(self._heading, self._position.title.number)
        if read is None:
            raise SourceError(
                f"The heading {self._heading[:80]!r} has no number of a section",
                where=self._where,
                hint="a heading begins like: Sec. 9-1. Name.",
            )
        tail = 0
        while tail < len(self.blocks) and isinstance(self.blocks[-1 - tail], Paragraph):
            tail += 1
        front = len(self.blocks) - tail
        trailers = part_trailers(tuple(map(block_text, self.blocks[front:])))
        behind = (
            *((NoteKind.CROSS_REFERENCE, words) for words in trailers.references),
            *((NoteKind.ANNOTATION, words) for words in trailers.annotations),
        )
        section = PublishedSection(
            numbers=read.numbers,
            is_range=read.is_range,
            printed=read.printed,
            former=read.former,
            heading=plain(self._heading[read.rest :]),
            status=status_of(block_text(self.blocks[0]) if self.blocks else ""),
            body=tuple(self.blocks[: front + trailers.law]),
            notes=(
                *self.notes,
                *(Note(kind=kind, words=plain(words)) for kind, words in behind),
            ),
            edition=self._edition,
            position=self._position,
            source=self._source,
        )
        return section, trailers.heading
