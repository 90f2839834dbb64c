"""Comparing whole codes: most sections are the same, the rest are paired and compared."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statuteline.diff.align import Pair, align
from statuteline.diff.anchors import longest_rising
from statuteline.diff.compare import comparison_of
from statuteline.diff.conforming import new_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.model.change import Comparison
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of a code, compared by its content and read only where it differs.

    Titles and chapters are entries too, with their number and heading alone.

    Args:
        eid: Its address.
        home: The address of what it lies in; empty at the top.
        content: Equal content means an equal section: its bytes, or a digest of them.
        read: Gives the section.
    """

    eid: str
    home: str
    content: bytes | memoryview
    read: Callable[[], Provision]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A whole code.

    Args:
        text: What is known of the code as one text; its body is empty.
        sections: Its sections, in order.
    """

    text: Expression
    sections: tuple[Section, ...]


def compare_codes(old: Code, new: Code) -> Iterator[Comparison]:
    """Compare two codes, section by section.

    Args:
        old: The code before.
        new: The code after.

    Yields:
        A comparison for each section that is not the same in both, in the order of
        the new code. Each stands by itself: it holds one section of either side.

    Raises:
        SelfCheckError: If a comparison does not give both texts back exactly.
    """
    pairs = pair_sections(old.sections, new.sections)
    numbers = new_numbers(pairs)
    for pair in pairs:
        before = (pair.old,) if pair.old is not None else ()
        after = (pair.new,) if pair.new is not None else ()
        found = comparison_of(
            (pair,),
            replace(old.text, body=before),
            replace(new.text, body=after),
            numbers=numbers,
        )
        if found.changes:
            yield found


def pair_sections(old: tuple[Section, ...], new: tuple[Section, ...]) -> tuple[Pair, ...]:
    """Pair the sections of two codes that are not the same.

    Args:
        old: The sections before, in order.
        new: The sections after, in order.

    Returns:
        Pairs in the order of the new code; sections equal in address, home and
        content are left out. A pair counts as moved if it lies in another title or
        chapter, or in another order among the sections that stayed in its own.
    """
    before = {section.eid: section for section in old}
    after = {section.eid: section for section in new}
    left = tuple(one for one in old if not _same(one, after.get(one.eid)))
    come = tuple(one for one in new if not _same(one, before.get(one.eid)))
    pairs = align(tuple(one.read() for one in left), tuple(one.read() for one in come))
    places = {section.eid: index for index, section in enumerate(old)}
    homes = _Homes(pairs, before, after)
    steady = _steady(pairs, places, homes)
    return tuple(
        replace(pair, moved=_is_both(pair) and pair.new not in steady) for pair in pairs
    )


class _Homes:
    """Whether two sections lie in the same title or chapter, renumbered or not."""

    def __init__(
        self, pairs: tuple[Pair, ...], before: dict[str, Section], after: dict[str, Section]
    ) -> None:
        self._before = before
        self._after = after
        self._renamed = {
            pair.new.eid.text: pair.old.eid.text
            for pair in pairs
            if pair.old is not None and pair.new is not None
        }

    def of(self, pair: Pair) -> str | None:
        """Give the home both lie in, by its old address; None if they differ."""
        if pair.old is None or pair.new is None:
            return None
        home = self._after[pair.new.eid.text].home
        same = self._renamed.get(home, home)
        return same if same == self._before[pair.old.eid.text].home else None


def _steady(
    pairs: tuple[Pair, ...], places: dict[str, int], homes: _Homes
) -> frozenset[Provision]:
    """Find the sections that stand in their old home and order."""
    by_home: dict[str, list[Pair]] = {}
    for pair in pairs:
        home = homes.of(pair)
        if home is not None:
            by_home.setdefault(home, []).append(pair)
    found = []
    for group in by_home.values():
        order = [(places[p.old.eid.text], i) for i, p in enumerate(group) if p.old]
        found += [group[i].new for _, i in longest_rising(order)]
    return frozenset(one for one in found if one is not None)


def _is_both(pair: Pair) -> bool:
    return pair.old is not None and pair.new is not None


def _same(section: Section, other: Section | None) -> bool:
    return (
        other is not None
        and section.home == other.home
        and section.content == other.content
    )
