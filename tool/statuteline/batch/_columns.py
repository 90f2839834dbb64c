"""Columns of a table held against the facts: what is no fact must not look like one."""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from statuteline.errors import FactsError
from statuteline.rules.sql import OUTCOME, REASON, STATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from statuteline.rules.sql import Column

_DAYS: Final = frozenset({"at", "governed", "known"})
_NEAR: Final = 0.85  # of 1: a letter or two are wrong


def check_columns(
    columns: Sequence[Column],
    facts: Iterable[str],
    passed: Iterable[str],
    steps: Iterable[str],
) -> None:
    """See that every column is a fact, or surely none.

    Args:
        columns: The columns.
        facts: The names of the facts.
        passed: Columns of which the user says that they are no facts.
        steps: The names of the steps of the procedure, which become columns.

    Raises:
        FactsError: If a column is nearly called as a fact, has no name, has one that
            another has, or one that an answer will have; if a day is given as a column,
            or a fact as something else than it can be; if no column is a fact; or if a
            passed one is not there.
    """
    known = tuple(facts)
    names = tuple(column.name for column in columns)
    told = frozenset(passed)
    for missing in sorted(told - set(names)):
        near = get_close_matches(missing, names, n=1) or [", ".join(names)]
        raise FactsError(f"The table has no column {missing!r}", hint=f"perhaps {near[0]}")
    _check_names(names, {OUTCOME, STATE, REASON, *steps})
    for column in columns:
        if column.name in told:
            continue
        if column.name not in known:
            _check_no_fact(column.name, known)
        elif column.unreadable:
            raise FactsError(
                f"The column {column.name!r} holds {column.unreadable}",
                hint="facts are words, true or false, whole numbers and dates",
            )
    if not set(names) & set(known) - told:
        raise FactsError(
            "No column of the table is a fact", hint=f"it asks for {', '.join(known)}"
        )


def _check_names(names: Sequence[str], answers: set[str]) -> None:
    for place, name in enumerate(names, start=1):
        if not name.strip():
            raise FactsError(f"Column {place} has no name", hint="give it one")
    told = {answer.casefold(): answer for answer in answers}
    times = Counter(name.casefold() for name in names)
    for name in names:
        if times[name.casefold()] > 1:
            raise FactsError(
                f"Two columns are called {name!r}",
                hint="capital letters alone do not tell them apart; rename one",
            )
        if name.casefold() in told:
            raise FactsError(
                f"The column {name!r} is called as an answer will be", hint="rename it"
            )


def _check_no_fact(name: str, facts: tuple[str, ...]) -> None:
    plain = re.sub(r"[\s_-]+", "_", name.strip().casefold())
    if plain in _DAYS:
        raise FactsError(
            f"All cases of a table have the same days, and {name!r} is a column",
            hint="give the day as an option, and a table for each; if it is no such day, "
            f"--pass {name!r}",
        )
    near = get_close_matches(plain, facts, n=1, cutoff=_NEAR)
    if near:
        raise FactsError(
            f"The column {name!r} is nearly called as a fact",
            hint=f"did you mean {near[0]}? If it is no fact, --pass {name!r}",
        )
