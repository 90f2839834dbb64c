"""What all facts together settle and no clause tells."""

from __future__ import annotations

from datetime import date

import pytest

from statuteline.errors import RuleError
from statuteline.law import encoding
from statuteline.rules.beyond_clauses import beyond
from statuteline.rules.facts import YesNo
from statuteline.rules.predicates import all_of, any_of, none_of, not_, when
from statuteline.rules.records import records, settled

wet, cold = (YesNo(name=name, ask="?").is_true() for name in ("wet", "cold"))


def test_what_every_clause_tells_needs_no_box() -> None:
    found = beyond((all_of(wet, cold), not_(all_of(wet, cold))), ())
    assert found is not None
    assert (found.impossible, found.answers) == ((), ((), ()))
    assert [fact.name for fact, _ in found.ask] == ["wet", "cold"]


def test_an_answer_that_no_clause_tells_is_boxed() -> None:
    either = any_of(all_of(wet, cold), all_of(wet, not_(cold)))
    found = beyond((either, not_(either)), ())
    assert found is not None
    (box,) = found.answers[0]
    assert [(side.axis.fact.name, side.cells) for side in box.sides] == [("wet", (1,))]
    assert found.answers[1] == ()
    assert [fact.name for fact, _ in found.ask] == ["wet"]


def test_a_record_that_axioms_forbid_only_together_is_boxed() -> None:
    axioms = (when(wet, cold), when(cold, not_(wet)))
    found = beyond((cold, not_(cold)), axioms)
    assert found is not None
    (box,) = found.impossible
    assert [(side.axis.fact.name, side.cells) for side in box.sides] == [("wet", (1,))]


def test_two_outcomes_of_one_case_are_refused() -> None:
    with pytest.raises(RuleError, match="two outcomes"):
        beyond((wet, cold, none_of(wet, cold)), ())


def test_the_manual_counts_rightly() -> None:
    vacatur, day = encoding("us-ct/vacatur"), date(2021, 10, 1)
    version = vacatur.version_at(day)
    assert version is not None
    guards = tuple(outcome.when for outcome in version.readings[0].outcomes)
    axioms = tuple(axiom.holds for axiom in vacatur.axioms_at(day))
    laid, found = records(guards, axioms), beyond(guards, axioms)
    assert laid is not None
    assert found is not None
    answers = settled(laid, guards, axioms).answers
    missed = sum(
        (answer & ~laid.rails(guard).met).bit_count()
        for answer, guard in zip(answers, guards, strict=True)
    )
    assert (laid.grid.size, missed, sum(map(len, found.answers))) == (3645, 105, 8)
