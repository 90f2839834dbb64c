"""The body of a Word file as passages: all changes accepted, numbers counted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from statuteline.drafts._passages import one_spaced, paragraphs, passage
from statuteline.drafts._tables import table
from statuteline.drafts._word_names import child, is_on, name
from statuteline.model.text import block_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from statuteline.drafts._passages import Passage
    from statuteline.drafts._word_numbers import Numbers
    from statuteline.drafts._word_styles import Styles

_AROUND: Final = frozenset(
    {"customXml", "dir", "bdo", "fldSimple", "hyperlink", "ins", "moveTo", "r", "sdt"}
    | {"sdtContent", "smartTag", "oMath", "oMathPara"}
)
"""Elements that only stand around words."""
_GONE: Final = frozenset({"del", "moveFrom"})
_SIGNS: Final = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
}
_NOTED: Final = {
    "footnoteReference": "footnotes",
    "endnoteReference": "footnotes",
    "commentReference": "comments",
    "altChunk": "embedded",
    "subDoc": "embedded",
    "object": "embedded",
}


class Body:
    """Reads the paragraphs and tables of one document.

    Args:
        styles: Its styles.
        numbers: Its lists.

    Attributes:
        seen: How often each thing was met that a reader of a comparison should know.
    """

    def __init__(self, styles: Styles, numbers: Numbers) -> None:
        self.seen: Counter[str] = Counter()
        self._styles = styles
        self._numbers = numbers
        self._words: list[tuple[str, bool]] = []

    def all_of(self, parent: etree._Element) -> Iterator[Passage]:
        """Give the passages of a whole body or cell."""
        yield from self._passages(parent)
        yield from self._rest()

    def _passages(self, parent: etree._Element) -> Iterator[Passage]:
        for element in parent:
            match name(element):
                case "p":
                    yield from self._paragraph(element)
                case "tbl":
                    yield from self._rest()
                    yield from self._table(element)
                case "AlternateContent":
                    yield from self._passages(_alternative(element))
                case kind if kind in _AROUND:
                    self._note(kind)
                    yield from self._passages(element)
                case kind:
                    self._note(kind)

    def _paragraph(self, element: etree._Element) -> Iterator[Passage]:
        properties = child(element, "pPr")
        self._inside(element, bold=self._styles.bold(properties))
        mark = child(properties, "rPr")
        if any(child(mark, gone) is not None for gone in _GONE):
            self.seen["del"] += 1
            return  # its end is deleted: the next paragraph goes on with its words
        if child(mark, "ins") is not None:
            self.seen["ins"] += 1
        text = "".join(words for words, _ in self._words)
        bold = one_spaced(self._bold_front())
        self._words.clear()
        printed = self._printed(properties)
        heading = self._styles.heading(properties)
        if heading:
            words = one_spaced(f"{printed} {text}")
            if text.strip():
                yield passage(words, heading=heading)
            return
        for place, words in enumerate(paragraphs(text.split("\n"))):
            front = len(bold) if words.startswith(bold) else 0
            if place == 0 and printed:
                numbered = one_spaced(f"{printed} {words}")
                yield passage(
                    numbered, bold=front + len(numbered) - len(words) if front else 0
                )
            else:
                yield passage(words, bold=front if place == 0 else 0)

    def _rest(self) -> Iterator[Passage]:
        """Give words whose paragraph has no end left, with nothing to run on into."""
        text = one_spaced("".join(words for words, _ in self._words))
        self._words.clear()
        if text:
            yield passage(text)

    def _bold_front(self) -> str:
        front = ""
        for words, bold in self._words:
            if not bold and words.strip():
                break
            front += words
        return front

    def _printed(self, properties: etree._Element | None) -> str:
        listed = self._styles.numbering(properties)
        if listed is None:
            return ""
        key, level, style = listed
        if level is None:
            level = self._numbers.level_of_style(key, style)
        printed = self._numbers.next(key, level)
        self.seen["numbered"] += bool(printed)
        return printed

    def _inside(self, parent: etree._Element, *, bold: bool) -> None:
        """Note the words of a paragraph or of anything that stands around words."""
        for element in parent:
            kind = name(element)
            if kind == "r":
                self._run(element, bold=bold)
            elif kind == "AlternateContent":
                self._inside(_alternative(element), bold=bold)
            elif kind in _AROUND:
                self._note(kind)
                self._inside(element, bold=bold)
            else:
                self._note(kind)
                self._boxes(element)

    def _run(self, element: etree._Element, *, bold: bool) -> None:
        look = child(element, "rPr")
        if is_on(child(look, "vanish")):
            self.seen["hidden"] += 1
            return
        self.seen["struck"] += is_on(child(look, "strike")) or is_on(child(look, "dstrike"))
        stated = child(look, "b")
        bold = is_on(stated) if stated is not None else bold
        for one in element:
            kind = name(one)
            if kind == "t":
                self._words.append((one.text or "", bold))
            elif kind == "AlternateContent":
                self._boxes(_alternative(one))
            elif kind == "sym":
                self.seen["symbols"] += 1
            elif kind in _SIGNS:
                self._words.append((_SIGNS[kind], bold))
            else:
                self._note(kind)
                self._boxes(one)

    def _boxes(self, element: etree._Element) -> None:
        """Note boxes that float on the page: where their words belong is not known."""
        for one in element.iter():
            if name(one) in {"txbxContent", "textbox"}:
                self.seen["boxes"] += 1

    def _note(self, kind: str) -> None:
        if kind in _GONE:
            self.seen["del"] += 1
        elif kind in {"ins", "moveTo"}:
            self.seen["ins"] += 1
        elif kind in _NOTED:
            self.seen[_NOTED[kind]] += 1

    def _table(self, element: etree._Element) -> Iterator[Passage]:
        rows = []
        for row in _unwrapped(element, "tr"):
            if child(row, "trPr", "del") is not None:
                self.seen["del"] += 1
                continue
            header = is_on(child(row, "trPr", "tblHeader"))
            cells = [
                (self._cell(cell), header)
                for cell in _unwrapped(row, "tc")
                if child(cell, "tcPr", "cellDel") is None
            ]
            if cells:
                rows.append(cells)
        made = table(rows)
        if made is not None:
            yield made

    def _cell(self, element: etree._Element) -> str:
        outside, self._words = self._words, []
        words = [block_text(one.block) for one in self.all_of(element)]
        self._words = outside
        return " ".join(words)


def _unwrapped(parent: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Give rows or cells, those inside content controls too."""
    for element in parent:
        if name(element) == wanted:
            yield element
        elif name(element) in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _unwrapped(element, wanted)


def _alternative(element: etree._Element) -> etree._Element:
    """Choose one of two ways to say the same."""
    choice = child(element, "Choice")
    return choice if choice is not None else element
