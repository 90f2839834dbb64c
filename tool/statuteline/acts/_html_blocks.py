"""A page of HTML as printed paragraphs and tables, with the ink of their words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from statuteline.model.marked import Ink, Piece, PrintedParagraph, PrintedTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from statuteline.model.marked import Pieces, PrintedBlock

# fmt: off
_UNREAD: Final = frozenset({
    "head", "iframe", "noscript", "object", "script", "style", "svg", "template", "title",
})
_INLINE: Final = frozenset({
    "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "label",
    "nobr", "q", "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var",
    "wbr",
})
# fmt: on
_BOLD: Final = frozenset({"b", "strong"})
_NEW: Final = frozenset({"ins", "u"})
_GONE: Final = frozenset({"del", "s", "strike"})
_UNDERLINED: Final = re.compile(r"text-decoration[^;]*underline", re.IGNORECASE)
_DEBRIS: Final = re.compile(r"(?<!\w)/?b>")
"""What is left of a bold tag that was broken in typing: ``<b>[,b>]</b>``."""


class _Said(NamedTuple):
    """Words of a paragraph, and how they look."""

    text: str
    new: bool
    gone: bool
    bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    new: bool = False
    gone: bool = False
    bold: bool = False


class Page:
    """Reads one page.

    Args:
        root: The root of the page.

    Attributes:
        debris: Broken tags that the page shows as words.
    """

    def __init__(self, root: etree._Element) -> None:
        self.debris: list[str] = []
        self._root = root
        self._said: list[_Said] = []
        self._line = 0

    def blocks(self) -> tuple[PrintedBlock, ...]:
        """Give what the page shows, in reading order."""
        return (*self._inside(self._root, _Look()), *self._flush())

    def letters(self) -> int:
        """Count the characters that the page shows, blank ones left out."""
        return sum(len("".join(text.split())) for text in _shown(self._root))

    def _inside(self, element: etree._Element, look: _Look) -> Iterator[PrintedBlock]:
        self._say(element.text, look, element)
        for child in element:
            if child.tag not in _UNREAD:
                yield from self._child(child, look)
            self._say(child.tail, look, child)

    def _child(self, child: etree._Element, look: _Look) -> Iterator[PrintedBlock]:
        tag = str(child.tag)
        if tag in _INLINE:
            yield from self._inside(child, _seen(child, tag, look))
            return
        yield from self._flush()
        rows = _rows(child) if tag == "table" else ()
        if rows:
            yield self._table(child, rows, look)
        else:
            yield from self._inside(child, look)
            yield from self._flush()

    def _table(
        self, element: etree._Element, rows: tuple[list[etree._Element], ...], look: _Look
    ) -> PrintedTable:
        cells = tuple(tuple(self._cell(cell, look) for cell in row) for row in rows)
        return PrintedTable(rows=cells, where=_where(_line_of(element)))

    def _cell(self, element: etree._Element, look: _Look) -> Pieces:
        """Read a cell; its paragraphs become one, a space between them."""
        blocks = [*self._inside(element, look), *self._flush()]
        words = [block.pieces for block in blocks if isinstance(block, PrintedParagraph)]
        joined: list[Piece] = []
        for pieces in words:
            joined += [Piece(text=" ")] if joined else []
            joined += pieces
        return tuple(joined)

    def _say(self, text: str | None, look: _Look, element: etree._Element) -> None:
        if text:
            if text.strip() and not self._line:
                self._line = _line_of(element)
            self._said.append(_Said(text, look.new, look.gone, look.bold))

    def _flush(self) -> Iterator[PrintedParagraph]:
        """End a paragraph: give what was said, if it is any words."""
        said, self._said = self._said, []
        line, self._line = self._line, 0
        if any(part.text.strip() for part in said):
            pieces = tuple(self._pieces(said))
            yield PrintedParagraph(pieces=pieces, where=_where(line))

    def _pieces(self, said: list[_Said]) -> Iterator[Piece]:
        """Join words of one look; brackets at the ends of bold ones stand apart."""
        groups = [
            (look, "".join(part.text for part in parts))
            for look, parts in groupby(said, key=lambda part: part[1:])
        ]
        for place, ((new, gone, bold), text) in enumerate(groups):
            ink = Ink.NEW if new else Ink.GONE if gone else Ink.PLAIN
            beside_gone = any(
                look[1] for look, _ in groups[max(place - 1, 0) : place + 2 : 2]
            )
            if new or not (bold or gone or beside_gone):
                yield Piece(text=text, ink=ink)
            elif bold or gone:
                yield from self._apart(text, ink)
            else:
                yield from self._beside_gone(groups, place, text)

    def _apart(self, text: str, ink: Ink) -> Iterator[Piece]:
        """Cut the brackets off both ends of words that stand out."""
        core = text.strip()
        start, end = core.startswith(("[", "]")), core.endswith(("[", "]"))
        if not (start or end):
            yield Piece(text=text, ink=ink)
            return
        lead = text[: len(text) - len(text.lstrip())]
        trail = text[len(text.rstrip()) :]
        first = core[0] if start else ""
        last = core[-1] if end and len(core) > len(first) else ""
        inner = core[len(first) : len(core) - len(last)]
        for debris in _DEBRIS.findall(inner):
            self.debris.append(debris)
        parts = (
            Piece(text=lead, ink=ink),
            Piece(text=first, ink=Ink.BRACKET),
            Piece(text=_DEBRIS.sub("", inner), ink=ink),
            Piece(text=last, ink=Ink.BRACKET),
            Piece(text=trail, ink=ink),
        )
        yield from (part for part in parts if part.text)

    def _beside_gone(
        self, groups: list[tuple[tuple[bool, ...], str]], place: int, text: str
    ) -> Iterator[Piece]:
        """Set plain brackets apart that touch words called deleted."""
        before = place > 0 and groups[place - 1][0][1]
        behind = place + 1 < len(groups) and groups[place + 1][0][1]
        first = "]" if before and text.startswith("]") else ""
        last = "[" if behind and text.endswith("[") and len(text) > len(first) else ""
        parts = (
            Piece(text=first, ink=Ink.BRACKET),
            Piece(text=text[len(first) : len(text) - len(last)]),
            Piece(text=last, ink=Ink.BRACKET),
        )
        yield from (part for part in parts if part.text)


def _seen(element: etree._Element, tag: str, look: _Look) -> _Look:
    classes = (element.get("class") or "").split()
    underlined = _UNDERLINED.search(element.get("style") or "") is not None
    return replace(
        look,
        new=look.new or tag in _NEW or "insert" in classes or underlined,
        gone=look.gone or tag in _GONE or "remove" in classes,
        bold=look.bold or tag in _BOLD,
    )


def _rows(table: etree._Element) -> tuple[list[etree._Element], ...]:
    """Give the rows of a table; none of one that only lays out a page.

    Such a table holds another, or has at most one cell in each row.
    """
    rows = [[cell for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
    nested = len(list(table.iter("table"))) > 1
    held = sum(len(list(_shown(cell))) for row in rows for cell in row)
    complete = held == len(list(_shown(table)))
    is_grid = complete and not nested and any(len(row) > 1 for row in rows)
    return tuple(row for row in rows if row) if is_grid else ()


def _shown(element: etree._Element) -> Iterator[str]:
    """Give the texts below an element that a page shows and that are not blank."""
    if element.text and element.text.strip():
        yield element.text
    for child in element:
        if child.tag not in _UNREAD:
            yield from _shown(child)
        if child.tail and child.tail.strip():
            yield child.tail


def _line_of(element: etree._Element) -> int:
    line: object = element.sourceline
    return line if isinstance(line, int) else 0


def _where(line: int) -> str:
    return f"line {line}" if line else ""
