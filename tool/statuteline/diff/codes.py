"""Comparing whole codes: most sections are the same, the rest are paired and compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statuteline.diff.across import with_moves
from statuteline.diff.align import Pair, align
from statuteline.diff.compare import comparison_of
from statuteline.diff.conforming import Renumberings, conformed
from statuteline.diff.sections import Form, Section, SectionPair, pair_sections
from statuteline.diff.splits import with_splits
from statuteline.diff.words import Words
from statuteline.model.change import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.diff.matches import Same
    from statuteline.model.change import Pairing
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
        form: How they are read; None for the same.
    """

    text: Expression
    data: bytes | None
    form: Form | None

    def read(self, data: bytes | None) -> Expression:
        """Give the code with this one section, read of these bytes."""
        if data is None or self.form is None:
            return self.text
        return replace(self.text, body=(self.form.parse(data),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A pair of sections to compare. It needs nothing else.

    Args:
        old: The section before.
        new: The section after.
        pairing: Why they are one, or why one stands alone.
        moved: Whether the section lies in another title or chapter, or in another order.
        whole: Whether to read also what is the same in both.
    """

    old: Side
    new: Side
    pairing: Pairing
    moved: bool
    whole: bool


Runner = Callable[[Callable[[Task], Comparison], Iterable[Task]], Iterable[Comparison]]
"""Applies a function to tasks and gives the results in the same order, as ``map`` does."""


def compare_codes(
    old: Code, new: Code, run: Runner = map, *, whole: bool = False
) -> Iterator[Comparison]:
    """Compare two codes, section by section.

    Args:
        old: The code before.
        new: The code after.
        run: Does the tasks: here, in several processes, or on several machines. Which
            of them makes no difference to the result.
        whole: Whether the comparisons hold also the children of sections that are the
            same in both. Without, such a child is a provision with an address and no
            words, and has no lines. It makes no difference to the changes.

    Yields:
        A comparison for each section that is not the same in both, in the order of
        the new code. Each stands by itself: it holds one section of either side.

    Raises:
        SelfCheckError: If a comparison does not give both texts back exactly.
    """
    pairs = pair_sections(old.sections, new.sections)
    tasks = (_task(pair, old.text, new.text, whole=whole) for pair in pairs)
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
    old, new = task.old.data, task.new.data
    if not task.whole and old is not None and new is not None and task.new.form:
        differing = task.new.form.without_shared(old, new)
        if differing is not None:
            reduced = _aligned(task, *differing)
            if reduced.is_steady():
                return reduced.compared()
    return _aligned(task, old, new, frozenset()).compared()


@dataclass(frozen=True, slots=True)
class _Aligned:
    """Two sections whose provisions are paired.

    Args:
        old: The text before.
        new: The text after.
        words: The words of both.
        pairs: The pairs.
        same: Addresses of children that were left out as the same, old side first.
    """

    old: Expression
    new: Expression
    words: Words
    pairs: tuple[Pair, ...]
    same: Same

    def is_steady(self) -> bool:
        """Tell whether what was left out kept its place, so that nothing tells of it."""
        same = {new for _, new in self.same}
        return not any(
            child.moved and child.new is not None and child.new.eid.text in same
            for pair in self.pairs
            for child in pair.children
        )

    def compared(self) -> Comparison:
        return with_splits(comparison_of(self.pairs, self.old, self.new, self.words))


def _aligned(task: Task, old: bytes | None, new: bytes | None, same: Same) -> _Aligned:
    words = Words()
    before, after = task.old.read(old), task.new.read(new)
    given = task.pairing if before.body and after.body else None
    pairs = align(before.body, after.body, words, given, same)
    placed = tuple(_with_place(pair, moved=task.moved) for pair in pairs)
    return _Aligned(before, after, words, placed, same)


def _with_place(pair: Pair, *, moved: bool) -> Pair:
    return replace(pair, moved=True) if moved else pair


def _task(pair: SectionPair, old: Expression, new: Expression, *, whole: bool) -> Task:
    return Task(
        old=_side(pair.old, old),
        new=_side(pair.new, new),
        pairing=pair.pairing,
        moved=pair.moved,
        whole=whole,
    )


def _side(section: Section | None, text: Expression) -> Side:
    if section is None:
        return Side(text=text, data=None, form=None)
    return Side(text=text, data=section.load(), form=section.form)
