"""Addresses below a section as the notes print them: ``Subsecs. (a)(1) and (b) to (d)``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.model.provision import Level
from statuteline.structure.scheme import CONNECTICUT

if TYPE_CHECKING:
    from collections.abc import Iterator

_STEPS: Final = CONNECTICUT.below(Level.SECTION).steps
LEVELS: Final = tuple(step.level for step in _STEPS)
"""The levels that notes and acts name, outermost first."""

Path: TypeAlias = tuple[tuple[int, str], ...]
"""Places in :data:`LEVELS`, and bare numbers."""

_WORDS: Final = ("subsec", "subdiv", "subpara", "clause", "subclause")
_COUNTS: Final = tuple(step.numbering for step in _STEPS)
WORD: Final = r"(?:[Ss]ubsec|[Ss]ubdiv|[Ss]ubpara|[Ss]ubclause|[Cc]lause)s?\.?"
ITEM: Final = r"(?:\([0-9A-Za-z]{1,6}\))+"
_JOIN: Final = r"(?:,? and |, | to |,? or )"
LIST: Final = rf"{ITEM}(?:{_JOIN}{ITEM})*(?:, inclusive)?"
QUALITY: Final = r"(?:(?:the )?(?:existing|former|new|redesignated|said|remaining) ){0,9}"
ADDRESS: Final = rf"{QUALITY}{WORD} {LIST}"
ADDRESSES: Final = rf"{ADDRESS}(?:,? and (?>{ADDRESS})(?! as\b| re\b))*"
"""Several; what is followed by "as" opens the next phrase of the same verb."""


def bare(path: Path) -> tuple[str, ...]:
    """Give the bare numbers of an address, its levels dropped."""
    return tuple(label for _, label in path)


def is_absolute(words: str) -> bool:
    """Tell an address that opens with a subsection, and so needs no context."""
    return "ubsec" in words


def paths(text: str, context: Path) -> tuple[Path, ...]:
    """Give the addresses of a phrase in full.

    Args:
        text: Words that :data:`ADDRESSES` matches.
        context: The provision that the phrase speaks of; it completes an address that
            opens below a subsection.

    Example:
        >>> [bare(path) for path in paths("Subdivs. (2) and (3)(A)", ((0, "b"),))]
        [('b', '2'), ('b', '3', 'A')]
    """
    found: list[Path] = []
    level = 0
    last_end = 0
    for match in re.finditer(rf"(?P<word>{WORD})|(?P<item>{ITEM})", text):
        if match["word"]:
            level = _WORDS.index(match["word"].lower().rstrip(".").removesuffix("s"))
            base = tuple(step for step in context if step[0] < level)
            first = True
            continue
        labels = re.findall(r"\w+", match["item"])
        if first:
            path = _extend(base, labels, level)
        else:
            path = _beside(found[-1], labels)
            if re.search(r" to $", text[last_end : match.start()]):
                found += _between(found[-1], path)
        found.append(path)
        first = False
        last_end = match.end()
    return tuple(found)


def _extend(base: Path, labels: list[str], level: int) -> Path:
    path = [*base, (level, labels[0])]
    for label in labels[1:]:
        above = path[-1][0]
        if label.isdigit():
            level = 1
        elif label.isupper():
            level = 4 if above >= 3 else 2
        else:
            level = 3
        path.append((level, label))
    return tuple(path)


def _beside(path: Path, labels: list[str]) -> Path:
    """Complete an address of a list from the one before: (4) after (b)(3) is (b)(4)."""
    for depth in range(len(path) - 1, -1, -1):
        level = path[depth][0]
        if _COUNTS[level].place(labels[0]) is not None:
            return _extend(path[:depth], labels, level)
    return _extend(path[:-1], labels, path[-1][0])


def _between(first: Path, last: Path) -> Iterator[Path]:
    level = first[-1][0]
    count = _COUNTS[level]
    start, end = count.place(first[-1][1]), count.place(last[-1][1])
    if start is None or end is None or first[:-1] != last[:-1]:
        return
    for place in range(start + 1, end):
        yield (*first[:-1], (level, count.label(place)))
