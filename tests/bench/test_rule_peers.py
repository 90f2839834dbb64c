"""What the rules are measured beside answers as they do; else no ratio means anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rule_case import AXIOMS, GUARDS, KNOWN, OPEN, OUTCOMES
from rule_peers import by_json_logic, by_openfisca, by_solver, simulation
from rule_tables import counted, write_cases
from statuteline.rules.grid import grid
from statuteline.rules.settling import settle
from stopwatch import Stopwatch

if TYPE_CHECKING:
    from pathlib import Path


def test_the_cases_are_what_they_are_said_to_be() -> None:
    assert settle(OUTCOMES, KNOWN, AXIOMS).settled == "may vacate"
    told = settle(OUTCOMES, OPEN, AXIOMS)
    assert told.possible == ("may vacate", "no relief")
    assert {fact.name for fact in told.ask} == KNOWN.keys() - OPEN.keys()


def test_peers_give_the_outcome_of_every_known_case() -> None:
    laid = grid(*GUARDS)
    cases = [laid.facts(case) for case in range(laid.size)]
    ours = [settle(OUTCOMES, facts, ()).settled for facts in cases]
    computed = by_openfisca(simulation(cases))()
    assert [OUTCOMES[number].name for number in computed] == ours
    assert [by_json_logic(facts)() for facts in cases] == [[name] for name in ours]


def test_a_table_is_decided_alike(tmp_path: Path) -> None:
    write_cases(tmp_path / "cases.parquet", 3, 0)
    laid = grid(*GUARDS)
    computed = by_openfisca(simulation([*map(laid.facts, range(laid.size))], times=3))()
    ours = counted(tmp_path / "cases.parquet")()
    impossible = ours.pop(None)
    assert ours.keys() == {outcome.name for outcome in OUTCOMES}
    for number, outcome in enumerate(OUTCOMES):
        assert ours[outcome.name] <= list(computed).count(number)
    assert sum(ours.values()) + impossible == len(computed) == 3 * laid.size


def test_peers_that_know_unknown_leave_what_we_leave() -> None:
    for facts in (KNOWN, OPEN):
        left = list(settle(OUTCOMES, facts, AXIOMS).possible)
        assert by_solver(facts)() == by_json_logic(facts)() == left


def test_a_short_function_is_timed_by_many_calls() -> None:
    calls = 0

    def work() -> None:
        nonlocal calls
        calls += 1

    found = Stopwatch(span=0.001, rounds=2).seconds(work)
    assert 0 < found < 0.001
    assert calls > 100
