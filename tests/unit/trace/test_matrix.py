from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statuteline.audit.tracing import traced
from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.model.ids import WorkId
from statuteline.trace.coverage import Trace, of_act
from statuteline.trace.matrix import Hole, Row, matrix
from statuteline.trace.statements import Tie

ACT = WorkId.parse("us-ct/pa/21-103")


@pytest.fixture(scope="module")
def trace() -> Trace:
    return traced(open_corpus(shipped()), date(2026, 11, 27))


def rows(trace: Trace) -> tuple[Row, ...]:
    return matrix(trace, ACT)


def test_every_statement_and_every_change_has_a_row_in_order(trace: Trace) -> None:
    part = of_act(trace, ACT)
    found = rows(trace)
    told = [one.statement.id for one in found if one.statement is not None]
    assert list(dict.fromkeys(told)) == [one.id for one in part.statements]
    changes = {one.change.change.id for one in found if one.change is not None}
    assert changes == {one.change.id for one in part.changes}


def test_a_row_holds_the_act_section_that_ties_both(trace: Trace) -> None:
    for one in rows(trace):
        assert one.acts
        assert one.statement is not None
        assert set(one.acts) <= set(one.statement.concerns)


def test_a_change_that_no_statement_describes_is_a_row_and_a_hole(trace: Trace) -> None:
    found = rows(replace(trace, statements=()))
    assert len(found) == len(of_act(trace, ACT).changes)
    assert all(Hole.NOT_DESCRIBED in one.holes for one in found)


def test_a_statement_about_no_change_is_a_row_and_a_hole_unless_it_is_waived(
    trace: Trace,
) -> None:
    statement = next(one for one in of_act(trace, ACT).statements if not one.claims)
    alone = replace(statement, changes=(), tie=Tie.OPEN)
    (found,) = rows(replace(trace, statements=(alone,), changes=()))
    assert found.holes == (Hole.NOT_BORNE_OUT,)
    waived = replace(alone, tie=Tie.WAIVED, reason="history")
    (found,) = rows(replace(trace, statements=(waived,), changes=()))
    assert found.holes == ()


def test_a_claim_that_turned_and_a_case_that_is_missing_are_holes(trace: Trace) -> None:
    turned = tuple(replace(one, as_expected=False) for one in trace.claims)
    found = rows(replace(trace, claims=turned))
    assert all((Hole.CLAIM_FAILED in one.holes) is bool(one.claims) for one in found)
    untried = tuple(replace(one, cases=one.that_day) for one in trace.turns)
    found = rows(replace(trace, turns=untried))
    assert any(one.turns for one in found)
    assert all((Hole.NO_CASES in one.holes) is bool(one.turns) for one in found)
    assert not any(Hole.NO_CASES in one.holes for one in rows(trace))
