"""A page of HTML as passages: what a reader of the page would read, in that order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from statuteline.corpus.safe_xml import MAX_DEPTH
from statuteline.drafts._list_numbers import in_letters, in_roman
from statuteline.drafts._passages import one_spaced, paragraphs, passage
from statuteline.drafts._tables import table
from statuteline.errors import DraftError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from statuteline.drafts._passages import Passage

# fmt: off
_UNREAD: Final = frozenset({
    "audio", "button", "canvas", "head", "iframe", "input", "math", "noscript", "object",
    "script", "select", "style", "svg", "template", "textarea", "title", "video",
})
_INLINE: Final = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
})
# fmt: on
_HEADINGS: Final = {f"h{depth}": depth for depth in range(1, 7)}
_BOLD: Final = frozenset({"b", "strong"})
_STRUCK: Final = frozenset({"s", "strike"})
_COUNTED: Final[dict[str, Callable[[int], str]]] = {"a": in_letters, "i": in_roman}


class Page:
    """Reads one page.

    Args:
        root: The root of the page.
        name: The file's name, for messages.

    Attributes:
        seen: How often each thing was met that a reader of a comparison should know.
    """

    def __init__(self, root: etree._Element, name: str) -> None:
        self.seen: Counter[str] = Counter()
        self._words: list[str] = []
        self._bold: list[bool] = []
        self._heading = 0
        _check_depth(root, name)
        self._root = root

    def passages(self) -> Iterator[Passage]:
        """Give the passages of the page, in the order in which they are read."""
        yield from self._inside(self._root, bold=False, kept=False)
        yield from self._flush()

    def _inside(
        self, element: etree._Element, *, bold: bool, kept: bool
    ) -> Iterator[Passage]:
        self._say(element.text, bold=bold, kept=kept)
        for child in element:
            if isinstance(child.tag, str):  # no comment, no instruction
                yield from self._child(child, bold=bold, kept=kept)
            self._say(child.tail, bold=bold, kept=kept)

    def _child(self, child: etree._Element, *, bold: bool, kept: bool) -> Iterator[Passage]:
        tag = str(child.tag).lower()
        if tag in _UNREAD or "hidden" in child.attrib:
            return
        if tag == "del":
            self.seen["deleted"] += 1
            return
        self.seen["inserted"] += tag == "ins"
        self.seen["struck"] += tag in _STRUCK
        if tag == "br":
            self._say("\n", bold=bold, kept=True)
        elif tag in _INLINE:
            yield from self._inside(child, bold=bold or tag in _BOLD, kept=kept)
        else:
            yield from self._flush()
            yield from self._block(child, tag, kept=kept)
            yield from self._flush()

    def _block(self, child: etree._Element, tag: str, *, kept: bool) -> Iterator[Passage]:
        match tag:
            case "table":
                yield from self._table(child)
            case "ol":
                yield from self._numbered(child, kept=kept)
            case _ if tag in _HEADINGS:
                yield from self._inside(child, bold=False, kept=kept)
                self._heading = _HEADINGS[tag]
            case _:
                yield from self._inside(child, bold=False, kept=kept or tag == "pre")

    def _numbered(self, element: etree._Element, *, kept: bool) -> Iterator[Passage]:
        """Read a list whose numbers the browser prints and the file does not hold."""
        self.seen["numbered"] += 1
        items = [child for child in element if child.tag == "li"]
        step = -1 if "reversed" in element.attrib else 1
        here = _number(element.get("start"), len(items) if step < 0 else 1)
        for child in element:
            if child.tag != "li":
                if isinstance(child.tag, str):
                    yield from self._child(child, bold=False, kept=kept)
                continue
            here = _number(child.get("value"), here)
            self._say(f"{_counted(here, element.get('type'))} ", bold=False, kept=kept)
            yield from self._inside(child, bold=False, kept=kept)
            yield from self._flush()
            here += step

    def _table(self, element: etree._Element) -> Iterator[Passage]:
        """Read a table; a table that only lays out a page is read as its cells."""
        rows = [row for row in element.iter("tr") if _table_of(row) is element]
        cells = [[c for c in row if c.tag in {"td", "th"}] for row in rows]
        if element.find(".//table") is not None or all(len(row) < 2 for row in cells):
            yield from self._inside(element, bold=False, kept=False)
            return
        caption = element.find("caption")
        made = table(
            caption=self._cell(caption) if caption is not None else "",
            rows=(((self._cell(c), c.tag == "th") for c in row) for row in cells if row),
        )
        if made is not None:
            yield made

    def _cell(self, element: etree._Element) -> str:
        words = [one.words for one in self._inside(element, bold=False, kept=False)]
        words += [one.words for one in self._flush()]
        return " ".join(words)

    def _say(self, text: str | None, *, bold: bool, kept: bool) -> None:
        """Note words; their line ends count only where the page shows them."""
        if text:
            words = text if kept else " ".join(text.split("\n")).replace("\r", " ")
            self._words.append(words)
            self._bold.append(bold)

    def _flush(self) -> Iterator[Passage]:
        """End a paragraph: give what was noted, if it is any words."""
        text = "".join(self._words)
        front = 0
        for words, bold in zip(self._words, self._bold, strict=True):
            if not bold and words.strip():
                break
            front += len(words)
        bold_words = one_spaced(text[:front])
        heading, self._heading = self._heading, 0
        self._words.clear()
        self._bold.clear()
        if heading:
            if text.strip():
                yield passage(one_spaced(text), heading=heading)
            return
        for words in paragraphs(text.split("\n")):
            in_bold = words.startswith(bold_words)
            yield passage(words, bold=len(bold_words) if in_bold else 0)


def _check_depth(root: etree._Element, name: str) -> None:
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return
    raise DraftError(
        f"Elements nest deeper than {MAX_DEPTH}", where=name, hint="save the page anew"
    )


def _table_of(row: etree._Element) -> etree._Element | None:
    return next(row.iterancestors("table"), None)


def _number(given: str | None, otherwise: int) -> int:
    try:
        return int(given) if given is not None else otherwise
    except ValueError:
        return otherwise


def _counted(number: int, kind: str | None) -> str:
    """Write the number that a browser would print before a list item."""
    kind = kind or "1"
    written = _COUNTED.get(kind.lower(), str)(number)
    return f"{written.upper() if kind.isupper() else written}."
