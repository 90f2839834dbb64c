"""Works on two days: a task is a value, and each row keeps its place."""

from __future__ import annotations

import pickle
from datetime import date
from typing import TYPE_CHECKING

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import Corpus, open_corpus
from statuteline.corpus.two_days import (
    Side,
    State,
    WorkOnTwoDays,
    WorkTask,
    compare_sides,
    on_two_days,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

BEFORE, AFTER = date(2021, 9, 30), date(2021, 10, 1)


def sides(first: Corpus, second: Corpus) -> tuple[Side, Side]:
    return Side(corpus=first, day=BEFORE), Side(corpus=second, day=AFTER)


def test_a_task_needs_nothing_else_and_can_be_sent() -> None:
    corpus = open_corpus(shipped())

    def far_away(
        function: Callable[[WorkTask], WorkOnTwoDays], tasks: Iterable[WorkTask]
    ) -> Iterator[WorkOnTwoDays]:
        sent = [pickle.dumps((function, task)) for task in tasks]
        for data in sent:
            run, task = pickle.loads(data)  # noqa: S301 - our own bytes
            yield pickle.loads(pickle.dumps(run(task)))  # noqa: S301

    works = [work for work in corpus.works() if work.series == "cgs"]
    here = list(compare_sides(*sides(corpus, corpus), works))
    assert list(compare_sides(*sides(corpus, corpus), works, far_away)) == here
    assert [row.work for row in here] == works
    assert here == [on_two_days(corpus, work, BEFORE, AFTER) for work in works]


def test_two_corpora_say_the_same_as_one_with_the_same_texts() -> None:
    one, other = open_corpus(shipped()), open_corpus(shipped())
    work = one.cite("54-95c").work
    (row,) = compare_sides(*sides(one, other), [work])
    alone = on_two_days(one, work, BEFORE, AFTER)
    assert alone
    assert row.state is State.CHANGED
    assert (row.old, row.new) == (alone.old, alone.new)
