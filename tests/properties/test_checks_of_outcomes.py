"""Overlaps and gaps are found where, and only where, some possible case shows them."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statuteline.model.ids import EId, WorkId
from statuteline.model.interval import Interval
from statuteline.rules.checking import check
from statuteline.rules.encodings import Axiom, Encoding, Outcome, Reading, Version
from statuteline.rules.findings import Kind
from statuteline.rules.grid import grid
from statuteline.rules.kleene import truth
from statuteline.rules.nodes import Cited

from .predicates import facts, predicates

if TYPE_CHECKING:
    from statuteline.rules.facts import Fact

DAYS = Interval(start=date(2020, 1, 1))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), facts(most=3))
def test_what_is_wrong_with_outcomes_is_what_cases_show(
    data: st.DataObject, asked: tuple[Fact, ...]
) -> None:
    small = predicates(asked, leaves=4)
    guards = data.draw(st.lists(small, min_size=1, max_size=3))
    axioms = data.draw(st.lists(small, max_size=2))
    encoding = Encoding(
        name="us-ct/random",
        title="",
        work=WorkId.parse("us-ct/cgs/1-1"),
        governed_by="",
        versions=(
            Version(
                days=DAYS,
                readings=(
                    Reading(
                        name="plain",
                        outcomes=tuple(
                            Outcome(name=str(number), when=guard, means="")
                            for number, guard in enumerate(guards)
                        ),
                    ),
                ),
            ),
        ),
        axioms=tuple(
            Axiom(
                name="so",
                holds=one,
                cited=Cited(eid=EId.parse("sec_1"), words="x"),
                days=DAYS,
            )
            for one in axioms
        ),
    )
    laid = grid(*guards, *axioms)
    cases = [laid.facts(number) for number in range(laid.size)]
    possible = [case for case in cases if all(truth(one, case) for one in axioms)]
    found = [finding.kind for finding in check(encoding)]
    if not possible:
        assert found == [Kind.CONTRADICTION]
        return
    met = [[truth(guard, case) for guard in guards] for case in possible]
    shared = sum(
        any(row[one] and row[other] for row in met)
        for one, other in combinations(range(len(guards)), 2)
    )
    assert found.count(Kind.OVERLAP) == shared
    assert found.count(Kind.GAP) == any(not any(row) for row in met)
    never = sum(not any(column) for column in zip(*met, strict=True))
    assert found.count(Kind.NEVER) == never
    assert len(found) == shared + found.count(Kind.GAP) + never
