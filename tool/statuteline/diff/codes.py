"""Comparing whole codes: most sections are the same, the rest are paired and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statuteline.diff.across import with_moves
from statuteline.diff.align import Pair, align
from statuteline.diff.compare import comparison_of
from statuteline.diff.conforming import Renumberings, conformed
from statuteline.diff.sections import Section, SectionPair, pair_sections
from statuteline.diff.splits import with_splits
from statuteline.diff.words import Words
from statuteline.model.change import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.change import Pairing
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A whole code.

    Args:
        text: What is known of the code as one text; its body is empty.
        sections: Its sections, in order.
    """

    text: Expression
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One section of a task, as it can be sent to another machine.

    Args:
        text: The code that it is of, without its sections.
        data: Its bytes; None where that code has no such section.
        parse: Makes a provision of its bytes.
    """

    text: Expression
    data: bytes | None
    parse: Callable[[bytes], Provision] | None

    def read(self) -> tuple[Provision, ...]:
        """Give the section; nothing where there is none."""
        if self.data is None or self.parse is None:
            return ()
        return (self.parse(self.data),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A pair of sections to compare. It needs nothing else.

    Args:
        old: The section before.
        new: The section after.
        pairing: Why they are one, or why one stands alone.
        moved: Whether the section lies in another title or chapter, or in another order.
    """

    old: Side
    new: Side
    pairing: Pairing
    moved: bool


Runner = Callable[[Callable[[Task], Comparison], Iterable[Task]], Iterable[Comparison]]
"""Applies a function to tasks and gives the results in the same order, as ``map`` does."""


def compare_codes(old: Code, new: Code, run: Runner = map) -> Iterator[Comparison]:
    """Compare two codes, section by section.

    Args:
        old: The code before.
        new: The code after.
        run: Does the tasks: here, in several processes, or on several machines. Which
            of them makes no difference to the result.

    Yields:
        A comparison for each section that is not the same in both, in the order of
        the new code. Each stands by itself: it holds one section of either side.

    Raises:
        SelfCheckError: If a comparison does not give both texts back exactly.
    """
    pairs = pair_sections(old.sections, new.sections)
    tasks = (_task(pair, old.text, new.text) for pair in pairs)
    found = tuple(one for one in run(compare_task, tasks) if one.changes)
    found = with_moves(found)
    renumbered = Renumberings(found)
    for one in found:
        yield conformed(one, renumbered)


def compare_task(task: Task) -> Comparison:
    """Compare one pair of sections.

    What follows the renumbering of other sections is not told apart yet: that takes
    the results of all tasks.

    Raises:
        SelfCheckError: If the comparison does not give both texts back exactly.
    """
    words = Words()
    before, after = task.old.read(), task.new.read()
    given = task.pairing if before and after else None
    pairs = align(before, after, words, given)
    found = comparison_of(
        tuple(_with_place(pair, moved=task.moved) for pair in pairs),
        replace(task.old.text, body=before),
        replace(task.new.text, body=after),
        words,
    )
    return with_splits(found)


def _with_place(pair: Pair, *, moved: bool) -> Pair:
    return replace(pair, moved=True) if moved else pair


def _task(pair: SectionPair, old: Expression, new: Expression) -> Task:
    return Task(
        old=_side(pair.old, old),
        new=_side(pair.new, new),
        pairing=pair.pairing,
        moved=pair.moved,
    )


def _side(section: Section | None, text: Expression) -> Side:
    if section is None:
        return Side(text=text, data=None, parse=None)
    return Side(text=text, data=section.load(), parse=section.parse)
