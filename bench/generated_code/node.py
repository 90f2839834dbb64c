"""Nodes: the titles, chapters, sections and subdivisions of a code that still changes."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Kind(Enum):
    """A level: its element, the prefix of its eId, and how its number is printed."""

    TITLE = ("title", "title", "Title {}")
    CHAPTER = ("chapter", "chp", "Chapter {}")
    SECTION = ("section", "sec", "Sec. {}.")
    SUBSECTION = ("subsection", "subsec", "({})")
    PARAGRAPH = ("paragraph", "para", "({})")
    SUBPARAGRAPH = ("subparagraph", "subpara", "({})")
    LEVEL = ("level", "level", "({})")

    def __init__(self, element: str, prefix: str, printed: str) -> None:
        self.element = element
        self.prefix = prefix
        self.printed = printed


@dataclass(slots=True, kw_only=True, eq=False)
class Node:
    """One provision, which changes in place from the first version to the second.

    Args:
        kind: Its level.
        uid: Its identity through every renumbering and move; never written out.
        label: Its bare number.
        heading: Its heading; empty for none.
        words: Its own words, before its children. A word such as ``@7`` cites the
            section with the index 7 in the first version.
        kids: What lies below it, in order.
    """

    kind: Kind
    uid: int
    label: str = ""
    heading: str = ""
    words: list[str] = field(default_factory=list)
    kids: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Visit the node, then all below it."""
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def number_below(self) -> None:
        """Give all below a section its letter or figure, by its place."""
        for place, kid in enumerate(self.kids):
            kid.label = _LABELS[kid.kind](place)
            kid.number_below()


def letters(place: int) -> str:
    """Give the letters of a place: a to z, then aa to zz.

    Example:
        >>> letters(0), letters(25), letters(26)
        ('a', 'z', 'aa')
    """
    return "abcdefghijklmnopqrstuvwxyz"[place % 26] * (1 + place // 26)


_LABELS: Final[dict[Kind, Callable[[int], str]]] = {
    Kind.SUBSECTION: letters,
    Kind.PARAGRAPH: lambda place: str(place + 1),
    Kind.SUBPARAGRAPH: lambda place: letters(place).upper(),
    Kind.LEVEL: lambda place: str(place + 1),
}


class Nursery:
    """Makes nodes, each with an identity of its own."""

    def __init__(self) -> None:
        self._uids = itertools.count(1)

    def node(
        self,
        kind: Kind,
        words: list[str] | None = None,
        *,
        label: str = "",
        heading: str = "",
    ) -> Node:
        """Make a node without children."""
        return Node(
            kind=kind,
            uid=next(self._uids),
            label=label,
            heading=heading,
            words=words or [],
        )
