"""The tree of provisions: levels, numbers, headings and words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.model.text import canonical, canonical_blocks, prose_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.commencement import Commencement
    from statuteline.model.ids import EId, WId
    from statuteline.model.text import Block, Prose


class Level(Enum):
    """A level of the hierarchy, named as Akoma Ntoso names its elements."""

    ALINEA = "alinea"
    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "chapter"
    CLAUSE = "clause"
    DIVISION = "division"
    INDENT = "indent"
    LEVEL = "level"
    LIST = "list"
    PARAGRAPH = "paragraph"
    PART = "part"
    POINT = "point"
    PROVISO = "proviso"
    RULE = "rule"
    SECTION = "section"
    SUBCHAPTER = "subchapter"
    SUBCLAUSE = "subclause"
    SUBDIVISION = "subdivision"
    SUBLIST = "sublist"
    SUBPARAGRAPH = "subparagraph"
    SUBPART = "subpart"
    SUBRULE = "subrule"
    SUBSECTION = "subsection"
    SUBTITLE = "subtitle"
    TITLE = "title"
    TOME = "tome"
    TRANSITIONAL = "transitional"

    @property
    def prefix(self) -> str:
        """The abbreviation that opens a step of an eId."""
        return _PREFIX[self]


_PREFIX = {level: level.value for level in Level} | {
    Level.ALINEA: "al",
    Level.ARTICLE: "art",
    Level.CHAPTER: "chp",
    Level.CLAUSE: "cl",
    Level.DIVISION: "dvs",
    Level.PARAGRAPH: "para",
    Level.SECTION: "sec",
    Level.SUBCHAPTER: "subchp",
    Level.SUBCLAUSE: "subcl",
    Level.SUBDIVISION: "subdiv",
    Level.SUBPARAGRAPH: "subpara",
    Level.SUBSECTION: "subsec",
}
LEVEL_OF_PREFIX = {prefix: level for level, prefix in _PREFIX.items()}


class Coverage(Enum):
    """How much of a provision the record holds."""

    FULL = "full"
    NOT_RESTATED = "not-restated"
    """The law has words here; this corpus knows that, not what they say."""
    REMOVED = "removed"
    """The provision was repealed; only its place is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """An addressable part of a text.

    Args:
        level: Its place in the hierarchy.
        eid: Its address in this expression.
        wid: Its id across renumbering.
        num: The number as printed, such as ``(a)``; None where none is printed.
        heading: The words of its heading; empty for none.
        intro: Its words before the first child; all its words if it has no child.
        children: The provisions below it, in order.
        wrap_up: Its words behind the last child; empty without children.
        coverage: Whether the words are all here.
        commencement: When it takes effect, where it has a rule of its own.
    """

    level: Level
    eid: EId
    wid: WId
    num: str | None = None
    heading: Prose = ()
    intro: tuple[Block, ...] = ()
    children: tuple[Provision, ...] = ()
    wrap_up: tuple[Block, ...] = ()
    coverage: Coverage = Coverage.FULL
    commencement: Commencement | None = None

    @property
    def label(self) -> str:
        """The bare number: ``a`` for ``(a)``; the eId's own number if none is printed."""
        return bare_number(self.num) if self.num else self.eid.steps[-1].partition("_")[2]

    @property
    def heading_text(self) -> str:
        """The canonical words of the heading."""
        return canonical(prose_text(self.heading))

    @property
    def intro_text(self) -> str:
        """The canonical words before the first child."""
        return canonical_blocks(self.intro)

    @property
    def wrap_up_text(self) -> str:
        """The canonical words behind the last child."""
        return canonical_blocks(self.wrap_up)


_WORDS_BEFORE_NUMBERS = (
    "Sections",
    "Section",
    "Secs.",
    "Sec.",
    "Sec",
    "SECTION",
    "Article",
    "ARTICLE",
)


def bare_number(num: str) -> str:
    """Strip a printed number of brackets, section signs and stops.

    Example:
        >>> bare_number("(a)"), bare_number("Sec. 7."), bare_number("§§ 3-5 —")
        ('a', '7', '3-5')
        >>> bare_number("Secs. 9-3 and 9-3a."), bare_number("ARTICLE IV.")
        ('9-3 and 9-3a', 'IV')
    """
    stripped = num.strip(" ()[].—–:*§\u00a0")
    for word in _WORDS_BEFORE_NUMBERS:
        stripped = stripped.removeprefix(word)
    return stripped.strip(" .§\u00a0")


def walk(provisions: tuple[Provision, ...]) -> Iterator[Provision]:
    """Visit provisions in reading order, each before its children."""
    for provision in provisions:
        yield provision
        yield from walk(provision.children)


def find(provisions: tuple[Provision, ...], eid: EId) -> Provision | None:
    """Find the provision at an address; None where there is none."""
    return next((p for p in walk(provisions) if p.eid == eid), None)


def find_by_labels(
    provisions: tuple[Provision, ...], labels: tuple[str, ...]
) -> Provision | None:
    """Follow printed numbers downwards, as in ``("d", "2")`` for (d)(2).

    Args:
        provisions: The top of a text: usually its one section.
        labels: Bare numbers below that top; empty for the top itself.

    Returns:
        The provision, or None where the text has no such number.
    """
    here = provisions[0] if provisions else None
    for label in labels:
        if here is None:
            return None
        here = next((child for child in here.children if child.label == label), None)
    return here
