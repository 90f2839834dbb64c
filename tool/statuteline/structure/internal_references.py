"""References of a text to provisions of its own: read as values, not yet looked up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from statuteline.structure.scheme import CONNECTICUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.provision import Level

LEVELS: Final = {step.level.value: step.level for step in CONNECTICUT.steps}
_RANKS: Final = {level: rank for rank, level in enumerate(LEVELS.values())}
_NAME: Final = "(?:(?:sub)?section|(?:sub)?division|(?:sub)?paragraph|(?:sub)?clause)"
_BELOW: Final = "(?:subsection|(?:sub)?division|(?:sub)?paragraph|(?:sub)?clause)"
_LABEL: Final = r"\([0-9A-Za-z]{1,7}\)"
_PATH: Final = rf"{_LABEL}(?:\s?{_LABEL})*"
_JOIN: Final = r"(?:,?\s(?:and/or|and|or|nor|to|through)\s|,\s)"
_LIST: Final = rf"{_PATH}(?:(?:,\sinclusive)?{_JOIN}{_PATH})*(?:,\sinclusive\b)?"
_UNIT: Final = rf"(?:(?:said|such)\s)?{_BELOW}s?\s{_LIST}"
_ASIDE: Final = r"(?:,\s(?:respectively|as\sapplicable|as\sthe\scase\smay\sbe))?,?"
_OF: Final = rf"{_ASIDE}\sof\s"
_AND: Final = r"(?:,?\s(?:and/or|and|or|nor)\s(?:(?:in|under|with|to|by|of)\s)?|,\s)"
_REFERENCE: Final = re.compile(
    rf"(?<!this\s)\b(?P<units>{_UNIT}(?:(?:{_OF}|{_AND}){_UNIT})*)"
    rf"(?:{_OF}(?P<base>this|said|such|the\ssame)\s(?P<name>{_NAME}|article)\b"
    rf"|(?P<hereof>\shereof)|(?P<elsewhere>,?\s(?:of|in)\s(?!which)|\sthereof))?",
    re.IGNORECASE,
)
_THIS: Final = re.compile(rf"\bthis\s(?P<name>{_NAME})\b", re.IGNORECASE)
_ONE_UNIT: Final = re.compile(
    rf"(?P<by>{_OF}|{_AND}|)(?P<said>(?:said|such)\s)?(?P<name>{_BELOW})s?\s(?P<list>{_LIST})",
    re.IGNORECASE,
)
_ONE_PATH: Final = re.compile(rf"(?P<by>(?:,\sinclusive)?{_JOIN}|)(?P<path>{_PATH})")


class Base(Enum):
    """What a reference starts from."""

    THIS = "this"
    """A provision that it stands in: "of this section"."""
    SAID = "said"
    """A provision named before: "said subdivision (2)"."""
    OPEN = "open"
    """Nothing is said: "subsection (a)" alone, or "hereof"."""
    ELSEWHERE = "elsewhere"
    """Another section, or another law."""


class Step(NamedTuple):
    """One provision on the way to what is meant.

    Args:
        level: The level that the text names; None for one that the scheme lacks.
        label: The bare number.
    """

    level: Level | None
    label: str


Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One provision that is meant, or a run of them.

    Args:
        path: The way to it, outermost step first; empty for the base itself.
        last: The way to the last of a run; None for one provision.
    """

    path: Path
    last: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalReference:
    """What a text says of one or several provisions by level and number.

    Args:
        start: Where its words begin, in characters.
        end: Where they end.
        base: What it starts from.
        level: The level of what it starts from: of "this subsection", and of "said
            subsection" without a number; None where the text names one that is none of
            these, or names nothing.
        targets: What is meant, in the order of the text.
    """

    start: int
    end: int
    base: Base
    level: Level | None
    targets: tuple[Target, ...]


def find_references(text: str) -> tuple[InternalReference, ...]:
    """Read the references in a paragraph.

    Args:
        text: The words of the paragraph.

    Returns:
        The references in reading order, those to other sections too, since "said" may
        mean them. "This section" alone, without a number, is a reference as well.

    Example:
        >>> words = "subdivisions (1) to (3), inclusive, of subsection (b) of this section"
        >>> (found,) = find_references(words)
        >>> found.base, found.level
        (<Base.THIS: 'this'>, <Level.SECTION: 'section'>)
        >>> [step.label for step in found.targets[0].path], found.targets[0].last[-1].label
        (['b', '1'], '3')
    """
    found = [_reference(match) for match in _REFERENCE.finditer(text)]
    taken = [(one.start, one.end) for one in found]
    found += [
        InternalReference(
            start=match.start(),
            end=match.end(),
            base=Base.THIS,
            level=_level(match["name"]),
            targets=(Target(path=()),),
        )
        for match in _THIS.finditer(text)
        if not any(start <= match.start() < end for start, end in taken)
    ]
    return tuple(sorted(found, key=lambda one: one.start))


class _Unit(NamedTuple):
    """A level with the numbers behind it."""

    level: Level | None
    items: tuple[tuple[Path, Path | None], ...]


def _reference(match: re.Match[str]) -> InternalReference:
    said = False
    chains: list[list[_Unit]] = []
    for unit in _ONE_UNIT.finditer(match["units"]):
        said = said or unit["said"] is not None
        read = _Unit(_level(unit["name"]), tuple(_items(unit["name"], unit["list"])))
        if chains and _is_of(unit["by"]):
            chains[-1].append(read)
        else:
            chains.append([read])
    named = (match["base"] or "").lower()
    if named == "this":
        base = Base.THIS
    elif named or said:
        base = Base.SAID
    else:
        base = Base.ELSEWHERE if match["elsewhere"] else Base.OPEN
    return InternalReference(
        start=match.start(),
        end=match.end("units") if match["elsewhere"] else match.end(),
        base=base,
        level=_level(named_level) if (named_level := match["name"]) else None,
        targets=tuple(_targets(_shared(chains))),
    )


def _level(name: str) -> Level | None:
    return LEVELS.get(name.lower())


def _is_of(words: str) -> bool:
    return words.rstrip().endswith("of") and not re.search(r"\b(?:and|or|nor)\b", words)


def _items(name: str, words: str) -> Iterator[tuple[Path, Path | None]]:
    """Read the numbers behind a level; each may go on downwards: (A)(i)."""
    before: Path = ()
    for match in _ONE_PATH.finditer(words):
        labels = re.findall(r"[0-9A-Za-z]+", match["path"])
        path = _path(_level(name), labels, before)
        if re.search(r"\b(?:to|through)\b", match["by"]) and before:
            yield before, path
        elif not re.match(r"(?:,\sinclusive)?,?\s(?:to|through)\s", words[match.end() :]):
            yield path, None
        before = path


def _path(level: Level | None, labels: list[str], before: Path) -> Path:
    """Make steps of labels; (ii) behind (A)(i) is (A)(ii)."""
    path = tuple(
        Step(level if depth == 0 else None, label) for depth, label in enumerate(labels)
    )
    if len(before) > len(path) and _is_like(before[-1].label, labels[0]):
        return (*before[: -len(path)], *(Step(None, label) for label in labels))
    return path


def _is_like(one: str, other: str) -> bool:
    """Tell whether two numbers can stand in one list, by their signs alone."""
    return (one.isdigit(), one.isupper()) == (other.isdigit(), other.isupper())


def _shared(chains: list[list[_Unit]]) -> Iterator[list[_Unit]]:
    """Complete each chain by what the next one says of levels above: "or ... of (b)"."""
    following: list[_Unit] = []
    for chain in reversed(chains):
        top = chain[-1].level
        above = [
            unit
            for unit in following
            if top and unit.level and _RANKS[unit.level] < _RANKS[top]
        ]
        following = [*chain, *above]
        yield following


def _targets(chains: Iterator[list[_Unit]]) -> Iterator[Target]:
    for chain in reversed(list(chains)):
        for above in product(*(unit.items for unit in reversed(chain[1:]))):
            front = tuple(step for path, _ in above for step in path)
            for path, last in chain[0].items:
                yield Target(path=front + path, last=front + last if last else None)
