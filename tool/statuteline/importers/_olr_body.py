"""Provisions of a document of the Office of Legislative Research."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from statuteline.errors import SourceError
from statuteline.importers._lines import joined
from statuteline.importers._olr_layout import Part, PartKind
from statuteline.importers._paragraphs import (
    ITEM_END,
    PrintedParagraph,
    blocks,
    column_width,
    ends_sentence,
    is_whole,
    paragraphs,
)
from statuteline.importers._references import marked_prose, references
from statuteline.importers._run_in import run_in_parts
from statuteline.importers._table import is_table, read_table
from statuteline.model.ids import EId, WId
from statuteline.model.provision import Level, Provision, bare_number
from statuteline.model.text import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.importers._lines import Line
    from statuteline.model.ids import WorkId
    from statuteline.model.text import Block, Prose

_TITLE_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_SHORT = 4
_LONGEST_HEADING = 120
_DAY_END = re.compile(r"(?:, \d{4}|passage)$")
_VOTE = re.compile(r"Yeas? \d+ Nays? \d+ \(\d{1,2}/\d{1,2}/\d{2,4}\)")


_Piece: TypeAlias = PrintedParagraph | Table


def read_body(
    name: str, parts: tuple[Part, ...], act: WorkId | None, *, closed: bool
) -> tuple[Provision, ...]:
    """Make provisions of the parts of a document.

    Args:
        name: The source's file name, for messages.
        parts: Its parts.
        act: The act that bare section numbers belong to; None leaves them unmarked.
        closed: Whether a blank line follows the last line of the source.

    Raises:
        SourceError: If a part is empty or stops in the middle of a sentence, a list
            is broken, or a table cannot be read.
    """
    prose = [
        line
        for part in parts
        for block in blocks(part.lines)
        if not is_table(block)
        for line in block
    ]
    reader = _Reader(name=name, act=act, column=column_width(prose))
    used: dict[str, int] = {}
    return tuple(
        reader.part(part, _part_eid(part, used), followed=part is not parts[-1] or closed)
        for part in parts
    )


def _part_eid(part: Part, used: dict[str, int]) -> EId:
    """Give a part its address; a number that comes again gets ``.no2``."""
    label = part.kind.value.lower().replace(" ", "-")
    if part.num is not None:
        label = re.sub(r"\W{0,9}(?:[,&]|\band\b)\W{0,9}", ".", bare_number(part.num))
        label = re.sub(r"[^\d.-]", "", label.replace("–", "-"))
    used[label] = used.get(label, 0) + 1
    again = f".no{used[label]}" if used[label] > 1 else ""
    return EId.parse(f"part_{label}{again}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Reads the parts of one document.

    Args:
        name: The source's file name.
        act: The act that bare section numbers belong to.
        column: The width of the text column.
    """

    name: str
    act: WorkId | None
    column: int

    def part(self, part: Part, eid: EId, *, followed: bool) -> Provision:
        """Make a provision of a part.

        Args:
            part: The part.
            eid: Its address.
            followed: Whether another part or a blank line follows it.
        """
        if part.kind is PartKind.COMMITTEE_ACTION:
            children = self._votes(part, eid)
        elif part.kind is PartKind.EFFECTIVE_DATE and followed and _ends_in_day(part):
            text = joined(part.lines)
            children = (self._paragraph(_ordinal(eid, 1), self._words(text)),)
        else:
            children = self._children(part, eid)
        if not children:
            raise self._fault(f"The part {part.heading!r} has no text", part.line)
        if part.kind is PartKind.EFFECTIVE_DATE and len(children) > 1:
            raise self._fault("More than one paragraph follows EFFECTIVE DATE", part.line)
        return Provision(
            level=Level.PART,
            eid=eid,
            wid=WId(eid.text),
            num=part.num,
            heading=self._prose(part.heading),
            children=children,
        )

    def _votes(self, part: Part, eid: EId) -> tuple[Provision, ...]:
        if not part.lines or not _VOTE.fullmatch(part.lines[-1].text):
            line = part.lines[-1].number if part.lines else part.line
            raise self._fault("The committee action does not end with a vote", line)
        return tuple(
            self._paragraph(_ordinal(eid, number), self._words(line.text))
            for number, line in enumerate(part.lines, 1)
        )

    def _children(self, part: Part, eid: EId) -> tuple[Provision, ...]:
        """Part a part at its sub-headings."""
        headings: list[PrintedParagraph] = []
        sections: list[list[_Piece]] = [[]]
        for piece in self._pieces(part.lines):
            if isinstance(piece, PrintedParagraph) and _is_heading(piece):
                headings.append(piece)
                sections.append([])
            else:
                sections[-1].append(piece)
        return (
            *self._paragraphs(sections[0], eid),
            *(
                self._subpart(heading, pieces, eid.child(Level.SUBPART.prefix, str(number)))
                for number, (heading, pieces) in enumerate(
                    zip(headings, sections[1:], strict=True), 1
                )
            ),
        )

    def _subpart(
        self, heading: PrintedParagraph, pieces: list[_Piece], eid: EId
    ) -> Provision:
        if not pieces:
            raise self._fault(
                f"Nothing follows {heading.text!r}, which is no sentence", heading.last
            )
        return Provision(
            level=Level.SUBPART,
            eid=eid,
            wid=WId(eid.text),
            heading=self._prose(heading.text),
            children=tuple(self._paragraphs(pieces, eid)),
        )

    def _pieces(self, lines: tuple[Line, ...]) -> Iterator[_Piece]:
        state = ""
        for block in blocks(lines):
            if is_table(block):
                yield read_table(self.name, block)
                state = ""
                continue
            found = paragraphs(self.name, block, self.column, state)
            yield from found
            last = found[-1]
            state = ":" if last.text.endswith(":") else last.num or ""

    def _paragraphs(self, pieces: list[_Piece], eid: EId) -> Iterator[Provision]:
        """Make paragraphs; list items go below the paragraph before them."""
        gathered: list[tuple[_Piece, list[PrintedParagraph]]] = []
        for piece in pieces:
            if isinstance(piece, PrintedParagraph) and piece.num is not None:
                gathered[-1][1].append(piece)
            else:
                gathered.append((piece, []))
        for number, (piece, items) in enumerate(gathered, 1):
            here = _ordinal(eid, number)
            if isinstance(piece, Table):
                yield self._paragraph(here, (piece,))
            else:
                self._check(piece, tuple(items))
                below = tuple(self._item(item, here) for item in items)
                yield self._paragraph(here, self._words(piece.text), below)

    def _check(self, piece: PrintedParagraph, items: tuple[PrintedParagraph, ...]) -> None:
        """Refuse words that stop in the middle."""
        if piece.text.split()[0].islower():
            raise self._fault("The text begins in the middle of a sentence", piece.first)
        last = items[-1] if items else piece
        if not is_whole(last.text):
            what = f"The list stops after item {last.num}" if items else "The text stops"
            raise self._fault(f"{what} in the middle of a sentence", last.last)
        for item in items:
            if not ITEM_END.search(item.text):
                raise self._fault(f"Item {item.num} has no end", item.last)

    def _paragraph(
        self, eid: EId, intro: tuple[Block, ...], children: tuple[Provision, ...] = ()
    ) -> Provision:
        return Provision(
            level=Level.PARAGRAPH,
            eid=eid,
            wid=WId(eid.text),
            intro=intro,
            children=children,
        )

    def _item(self, item: PrintedParagraph, eid: EId) -> Provision:
        here = eid.child(Level.SUBPARAGRAPH.prefix, bare_number(item.num or ""))
        cut = run_in_parts(item.text)
        return Provision(
            level=Level.SUBPARAGRAPH,
            eid=here,
            wid=WId(here.text),
            num=item.num,
            intro=self._words(cut.intro),
            children=tuple(self._clause(num, words, here) for num, words in cut.parts),
            wrap_up=self._words(cut.wrap_up),
        )

    def _clause(self, num: str, words: str, eid: EId) -> Provision:
        here = eid.child(Level.CLAUSE.prefix, bare_number(num))
        return Provision(
            level=Level.CLAUSE,
            eid=here,
            wid=WId(here.text),
            num=num,
            intro=self._words(words),
        )

    def _words(self, text: str) -> tuple[Block, ...]:
        return (Paragraph(spans=self._prose(text)),) if text else ()

    def _prose(self, text: str) -> Prose:
        return marked_prose(text, references(text, self.act))

    def _fault(self, what: str, line: int) -> SourceError:
        return SourceError(
            what,
            where=f"{self.name}, line {line}",
            hint="the file may be cut off; take the text out of the document again",
        )


def _ends_in_day(part: Part) -> bool:
    """Tell whether a part is a date without a full stop, as short clauses are."""
    one = len(tuple(blocks(part.lines))) == 1
    return one and _DAY_END.search(part.lines[-1].text) is not None


def _is_heading(piece: PrintedParagraph) -> bool:
    """Tell whether a paragraph is a sub-heading: alone, no sentence, in title case."""
    words = [word for word in _TITLE_WORD.findall(piece.text) if len(word) > _SHORT]
    return (
        piece.alone
        and piece.num is None
        and not piece.text.endswith((":", ";", ","))
        and not ends_sentence(piece.text)
        and len(piece.text) <= _LONGEST_HEADING
        and piece.text[:1].isupper()
        and all(word[0].isupper() for word in words)
    )


def _ordinal(eid: EId, number: int) -> EId:
    return eid.child(Level.PARAGRAPH.prefix, str(number))
