"""Works on two days, of one corpus or two: what is in force on each, and what changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from statuteline.diff.compare import compare
from statuteline.errors import CorpusError
from statuteline.history.in_force import Absence, TextInForce, expression_at
from statuteline.history.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.model.change import Comparison
    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression


class State(Enum):
    """How a work stands on the second of two days, seen from the first."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    ADDED = "added"
    ENDED = "ended"
    UNKNOWN = "unknown"
    """A corpus lacks the text of one of the days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkOnTwoDays:
    """One work on two days.

    Args:
        work: The work.
        state: How it stands on the second day.
        old: The text on the first day; None where there is none to show.
        new: The text on the second day; None where there is none to show.
        comparison: The two compared, where they are two.
    """

    work: WorkId
    state: State
    old: Expression | None
    new: Expression | None
    comparison: Comparison | None = None


def as_comparison(row: WorkOnTwoDays) -> Comparison | None:
    """Give what changed as one comparison, of a work that was added or ended too.

    Returns:
        The comparison, against no words at all for a work that is in force on one of
        the days only; None where nothing differs or it is not known what does.
    """
    if row.state is State.ADDED and row.new is not None:
        return compare(replace(row.new, body=()), row.new)
    if row.state is State.ENDED and row.old is not None:
        return compare(row.old, replace(row.old, body=()))
    return row.comparison if row.state is State.CHANGED else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What is compared: a corpus on one day of the law.

    Args:
        corpus: The corpus.
        day: The day.
    """

    corpus: Corpus
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkTask:
    """One work to compare; it needs nothing else.

    Args:
        row: The work as far as it is known without looking at words.
        steps: The texts between, where both are of one corpus.
    """

    row: WorkOnTwoDays
    steps: tuple[Expression, ...]


Runner: TypeAlias = (
    "Callable[[Callable[[WorkTask], WorkOnTwoDays], Iterable[WorkTask]], "
    "Iterable[WorkOnTwoDays]]"
)


def on_two_days(
    corpus: Corpus, work: WorkId, start: date, end: date
) -> WorkOnTwoDays | None:
    """Compare the texts of a work that are in force on two days.

    Args:
        corpus: The corpus.
        work: A work of it.
        start: The earlier day of the law.
        end: The later day of the law.

    Returns:
        How it stands; None if it is in force on neither day.

    Raises:
        WorkNotFoundError: If the corpus has no such work.
        SelfCheckError: If the comparison does not give both texts back.
    """
    corpus.expression_ids(work)
    sides = (Side(corpus=corpus, day=start), Side(corpus=corpus, day=end))
    return next(iter(compare_sides(*sides, (work,))), None)


def compare_sides(
    old: Side, new: Side, works: Iterable[WorkId], run: Runner = map
) -> Iterable[WorkOnTwoDays]:
    """Compare works of one corpus on two days, or of two corpora.

    Args:
        old: The corpus and day before.
        new: The corpus and day after; the corpus can be the same.
        works: The works; each must be in one of the corpora. They are paired by id.
        run: A map that keeps the order, such as one over many processes.

    Returns:
        How each work stands, in the order given, but for those in force on neither
        side. A work that one of two corpora does not know is added or ended.

    Raises:
        CorpusError: If a file is not as its corpus writes it.
        SelfCheckError: If a comparison does not give both texts back.
    """
    tasks = (_task(old, new, work) for work in works)
    return run(compare_work, (task for task in tasks if task is not None))


def compare_work(task: WorkTask) -> WorkOnTwoDays:
    """Compare the texts of one work, where there are two.

    Raises:
        SelfCheckError: If the comparison does not give both texts back.
    """
    row = task.row
    if row.state is not State.CHANGED or row.old is None or row.new is None:
        return row
    found = compare(row.old, row.new, steps=task.steps)
    state = State.CHANGED if found.changes else State.UNCHANGED
    return replace(row, state=state, comparison=found)


def _task(before: Side, after: Side, work: WorkId) -> WorkTask | None:
    """Read the texts of a work; two texts count as changed until they are compared."""
    same = before.corpus is after.corpus
    texts = _texts(before.corpus, work)
    answers = (
        expression_at(texts, before.day),
        expression_at(texts if same else _texts(after.corpus, work), after.day),
    )
    old, new = (a.expression if isinstance(a, TextInForce) else None for a in answers)
    absent = {a.reason for a in answers if not isinstance(a, TextInForce)}
    steps: tuple[Expression, ...] = ()
    if absent & {Absence.NO_TEXT, Absence.PENDING}:
        state = State.UNKNOWN
    elif old is None and new is None:
        return None
    elif old is None or new is None:
        state = State.ADDED if old is None else State.ENDED
    elif old == new:
        state = State.UNCHANGED
    else:
        state = State.CHANGED
        steps = steps_between(before.corpus, old, new) if same else ()
    row = WorkOnTwoDays(work=work, state=state, old=old, new=new)
    return WorkTask(row=row, steps=steps)


def _texts(corpus: Corpus, work: WorkId) -> tuple[Expression, ...]:
    return corpus.expressions(work) if corpus.holds(work) else ()


def steps_between(
    corpus: Corpus, old: Expression, new: Expression
) -> tuple[Expression, ...]:
    """Give the texts of one work after the old one, up to and including the new.

    Returns:
        Oldest first; none for texts of two works, from files, or in reverse.
    """
    if old.id.work != new.id.work or old.start is None or new.start is None:
        return ()
    try:
        entries = timeline(corpus.expressions(old.id.work)).entries
    except CorpusError:
        return ()
    texts = [entry.expression for entry in entries]
    if old not in texts or new not in texts:
        return ()
    return tuple(texts[texts.index(old) + 1 : texts.index(new) + 1])
