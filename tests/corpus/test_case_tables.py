"""Every golden case that is shipped agrees, and the tables leave no outcome or day out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from statuteline.cases.tables import read_table
from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.law import encoding, encodings
from statuteline.rules.cases import try_case
from statuteline.rules.grid import grid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.cases import CaseTable, GoldenCase
    from statuteline.rules.encodings import Encoding, Reading, Version

TABLES: dict[str, CaseTable] = {
    table.encoding: table
    for where, data in open_corpus(shipped()).case_tables()
    for table in [read_table(data, where, encodings())]
}
DECISIONS = [one for one in encodings() if any(v.readings for v in one.versions)]
CASES = [(table.encoding, case) for table in TABLES.values() for case in table.cases]


@pytest.mark.parametrize(
    ("name", "case"), CASES, ids=[f"{name}: {case.name}" for name, case in CASES]
)
def test_a_shipped_case_agrees_and_says_why(name: str, case: GoldenCase) -> None:
    tried = try_case(encoding(name), case)
    assert [(a.of, a.expected, a.found) for a in tried.answers if not a.agrees] == []
    assert case.why


def lacking(one: Encoding, cases: tuple[GoldenCase, ...]) -> Iterator[str]:
    """Name what the cases of a decision leave out: outcomes, and days around texts."""
    for version in one.versions:
        start = version.days.start
        for reading in version.readings:
            own = [
                case
                for case in cases
                if case.at in version.days and case.reading in {None, reading.name}
            ]
            told = {case.outcome for case in own}
            for outcome in possible(one, version, reading):
                if outcome not in told:
                    yield f"{start} {reading.name}: no case has {outcome}"
            if not any(case.at == start for case in own):
                yield f"{start} {reading.name}: no case on the first day"
        if not any(case.at == start - timedelta(days=1) for case in cases):
            yield f"{start}: no case on the day before"


def possible(one: Encoding, version: Version, reading: Reading) -> Iterator[str]:
    """Name the outcomes that some possible case has."""
    axioms = tuple(axiom.holds for axiom in one.axioms_at(version.days.start))
    laid = grid(*(outcome.when for outcome in reading.outcomes), axioms=axioms)
    for outcome in reading.outcomes:
        if laid.cases(outcome.when) & laid.possible:
            yield outcome.name


@pytest.mark.parametrize("one", DECISIONS, ids=[one.name for one in DECISIONS])
def test_every_decision_has_a_table_that_leaves_nothing_out(one: Encoding) -> None:
    assert one.name in TABLES
    assert list(lacking(one, TABLES[one.name].cases)) == []


def test_what_a_table_leaves_out_is_found() -> None:
    one = encoding("us-ct/vacatur")
    cases = TABLES[one.name].cases
    assert len(list(lacking(one, ()))) > 10
    first_days = {version.days.start for version in one.versions}
    later = tuple(case for case in cases if case.at not in first_days)
    assert "2021-10-01 plain: no case on the first day" in list(lacking(one, later))
    no_may = tuple(case for case in cases if case.outcome != "may vacate")
    assert list(lacking(one, no_may)) == ["2021-10-01 plain: no case has may vacate"]
