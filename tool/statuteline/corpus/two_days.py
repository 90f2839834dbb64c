"""The works of a corpus on two days: what is in force on each, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.diff.compare import compare
from statuteline.errors import CorpusError
from statuteline.history.in_force import Absence, TextInForce, expression_at
from statuteline.history.timeline import timeline

if TYPE_CHECKING:
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
    """The corpus lacks the text of one of the days."""


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
    texts = corpus.expressions(work)
    answers = (expression_at(texts, start), expression_at(texts, end))
    old, new = (a.expression if isinstance(a, TextInForce) else None for a in answers)
    absent = {a.reason for a in answers if not isinstance(a, TextInForce)}
    found = None
    if absent & {Absence.NO_TEXT, Absence.PENDING}:
        state = State.UNKNOWN
    elif old is None and new is None:
        return None
    elif old is None or new is None:
        state = State.ADDED if old is None else State.ENDED
    elif old.id == new.id:
        state = State.UNCHANGED
    else:
        found = compare(old, new, steps=steps_between(corpus, old, new))
        state = State.CHANGED if found.changes else State.UNCHANGED
    return WorkOnTwoDays(work=work, state=state, old=old, new=new, comparison=found)


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
