"""The first version: titles of chapters of sections, drawn at random."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generated_code.node import Kind, Node, Nursery

if TYPE_CHECKING:
    from random import Random

    from generated_code.vocabulary import Vocabulary

_CHAPTERS: Final = 20
"""Chapters of a title, at most."""
_SECTIONS: Final = 25
"""Sections of a chapter, at most."""
_NUMBERS: Final = 40
"""Section numbers from the start of one chapter to the start of the next."""
_STUBS: Final = 0.02
"""Share of sections that say no more than that they are repealed or reserved."""
STUBS: Final = ("Repealed.", "Reserved.")


@dataclass(frozen=True, slots=True)
class Draft:
    """What nodes are made of.

    Args:
        random: The random stream.
        vocabulary: Draws words from it.
        nursery: Makes nodes.
    """

    random: Random
    vocabulary: Vocabulary
    nursery: Nursery

    def code(self, sections: int) -> list[Node]:
        """Draw the titles of a code with so many sections."""
        titles: list[Node] = []
        left = sections
        while left:
            number = str(len(titles) + 1)
            title = self._heading(Kind.TITLE, number, 2)
            titles.append(title)
            while left and len(title.kids) < _CHAPTERS:
                place = len(title.kids)
                chapter = self._heading(Kind.CHAPTER, f"{number}{place + 1:02}", 3)
                title.kids.append(chapter)
                for at in range(min(_SECTIONS, left)):
                    label = f"{number}-{place * _NUMBERS + at + 1}"
                    stub = self.random.random() < _STUBS
                    chapter.kids.append(self.stub(label) if stub else self.section(label))
                left -= len(chapter.kids)
        return titles

    def _heading(self, kind: Kind, label: str, words: int) -> Node:
        heading = " ".join(self.vocabulary.words(words)).title()
        return self.nursery.node(kind, label=label, heading=heading)

    def stub(self, label: str) -> Node:
        """Make a section of which nothing but its number can be told apart."""
        words = [self.random.choice(STUBS)]
        return self.nursery.node(Kind.SECTION, words, label=label, heading="Reserved.")

    def section(self, label: str) -> Node:
        """Draw a section, undivided or of up to twelve subsections."""
        random = self.random
        length = max(30, int(random.lognormvariate(5.07, 0.75)))
        heading = " ".join(self.vocabulary.words(random.randint(3, 9))).capitalize() + "."
        section = self.nursery.node(Kind.SECTION, label=label, heading=heading)
        if length < 90:
            section.words = self.vocabulary.passage(length)
            return section
        count = min(12, max(2, length // random.randint(60, 140)))
        section.kids = [self.subsection(length // count) for _ in range(count)]
        section.number_below()
        return section

    def subsection(self, length: int) -> Node:
        """Draw a subsection, every second long one with a list of paragraphs."""
        if length <= 50 or self.random.random() < 0.5:
            return self.nursery.node(Kind.SUBSECTION, self.vocabulary.passage(length))
        count = self.random.randint(2, 5)
        share = length // (count + 1)
        words = [*self.vocabulary.passage(share)[:-1], "following:"]
        subsection = self.nursery.node(Kind.SUBSECTION, words)
        subsection.kids = [self._paragraph(share) for _ in range(count)]
        return subsection

    def _paragraph(self, length: int) -> Node:
        if self.random.random() >= 0.2:
            return self.nursery.node(Kind.PARAGRAPH, self.vocabulary.passage(length))
        paragraph = self.nursery.node(Kind.PARAGRAPH, self.vocabulary.passage(8))
        paragraph.kids = [
            self.nursery.node(Kind.SUBPARAGRAPH, self.vocabulary.passage(length // 3 + 4))
            for _ in range(self.random.randint(2, 3))
        ]
        return paragraph


def is_stub(section: Node) -> bool:
    """Tell whether a section says too little to be told apart from others."""
    return " ".join(section.words) in STUBS
