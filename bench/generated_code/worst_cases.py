"""Texts that are hard to compare, each at any size: one section in two versions."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Final

from generated_code.akn_file import write
from generated_code.first_version import Draft
from generated_code.node import Kind, Node, Nursery
from generated_code.two_versions import DEFAULT_SEED
from generated_code.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_EDITED: Final = 0.05
"""Share of siblings that are amended."""
_EDIT_EVERY: Final = 100
"""Words from one edit of a long text to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorstCase:
    """One kind of hard text.

    Args:
        told: What it is.
        unit: What its size counts.
        size: The size that the benchmark takes.
        make: Makes the section before and after, of a size.
    """

    told: str
    unit: str
    size: int
    make: Callable[[Draft, int], tuple[Node, Node]]

    def write(self, size: int, folder: Path) -> tuple[Path, Path]:
        """Write both versions as codes of one section.

        Args:
            size: The size, in its unit.
            folder: Where to write.

        Returns:
            The file before and the file after.
        """
        random = Random(DEFAULT_SEED)
        versions = self.make(Draft(random, Vocabulary(random, 1), Nursery()), size)
        paths = folder / "v1.xml", folder / "v2.xml"
        for section, path, day in zip(
            versions, paths, ("2020-01-01", "2021-01-01"), strict=True
        ):
            write(path, day, (section,), {0: section.label})
        return paths


def _section(draft: Draft, words: list[str]) -> Node:
    return draft.nursery.node(Kind.SECTION, words, label="1-1", heading="Hours.")


def _text(draft: Draft, characters: int) -> list[str]:
    words: list[str] = []
    length = 0
    while length < characters:
        sentence = draft.vocabulary.sentence()
        length += sum(map(len, sentence)) + len(sentence)
        words += sentence
    return words


def _unrelated(draft: Draft, size: int) -> tuple[Node, Node]:
    before, after = _text(draft, size), _text(draft, size)
    return _section(draft, before), _section(draft, after)


def _one_long_text(draft: Draft, size: int) -> tuple[Node, Node]:
    before = _text(draft, size)
    after = list(before)
    for at in range(len(after) - _EDIT_EVERY // 2, 0, -_EDIT_EVERY):
        gone = draft.random.randrange(4)
        after[at : at + gone] = draft.vocabulary.words(draft.random.randrange(1, 4))
    return _section(draft, before), _section(draft, after)


def _siblings(draft: Draft, size: int) -> tuple[Node, Node]:
    before, after = _section(draft, []), _section(draft, [])
    old_labels, new_labels = list(range(size)), list(range(size))
    draft.random.shuffle(old_labels)
    draft.random.shuffle(new_labels)
    for old, new in zip(old_labels, new_labels, strict=True):
        words = draft.vocabulary.sentence()
        before.kids.append(_subsection(draft, str(old + 1), words))
        edited = list(words)
        if draft.random.random() < _EDITED:
            edited[draft.random.randrange(len(edited))] = draft.vocabulary.word()
        after.kids.append(_subsection(draft, str(new + 1), edited))
    return before, after


def _subsection(draft: Draft, label: str, words: list[str]) -> Node:
    return draft.nursery.node(Kind.SUBSECTION, words, label=label)


def _one_word(draft: Draft, size: int) -> tuple[Node, Node]:
    return _section(draft, ["book"] * size), _section(draft, ["book"] * (size - 1))


def _nested(draft: Draft, size: int) -> tuple[Node, Node]:
    versions = _section(draft, []), _section(draft, [])
    innermost = versions
    for depth in range(size):
        words = draft.vocabulary.passage(100)
        # The first word of each level differs, so that no two levels are equal.
        levels = tuple(
            draft.nursery.node(Kind.LEVEL, [first, *words[1:]], label="1")
            for first in (words[0], f"{words[0]}s" if depth % 2 else words[0])
        )
        for parent, level in zip(innermost, levels, strict=True):
            parent.kids.append(level)
        innermost = levels[0], levels[1]
    return versions


WORST_CASES: Final = {
    "unrelated": WorstCase(
        told="two unrelated texts in one section",
        unit="characters",
        size=100_000,
        make=_unrelated,
    ),
    "one-long-text": WorstCase(
        told="one long section with edits all over",
        unit="characters",
        size=120_000,
        make=_one_long_text,
    ),
    "siblings": WorstCase(
        told="siblings with shuffled labels, 5 % of them amended",
        unit="siblings",
        size=10_000,
        make=_siblings,
    ),
    "one-word": WorstCase(
        told="one word repeated, and once less",
        unit="words",
        size=100_000,
        make=_one_word,
    ),
    "nested": WorstCase(
        told="levels nested in each other, every second one amended",
        unit="levels",
        size=90,
        make=_nested,
    ),
}
