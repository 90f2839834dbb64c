from __future__ import annotations

from statuteline.rules.explaining import Explanation, Verdict, explain
from statuteline.rules.facts import Whole, YesNo
from statuteline.rules.predicates import (
    all_of,
    any_of,
    at_least,
    define,
    none_of,
    not_,
    when,
)

wet = YesNo(name="wet", ask="Is it wet?")
cold = YesNo(name="cold", ask="Is it cold?")
years = Whole(name="years", ask="How many?", unit="years")


def verdicts(told: Explanation) -> tuple[object, ...]:
    """Give the verdicts of a tree, each with those of its parts."""
    return (told.verdict, *map(verdicts, told.parts))


def test_every_clause_has_its_verdict_and_a_leaf_its_value() -> None:
    scope = define("scope", any_of(years.at_most(10), wet.is_true()))
    told = explain(all_of(scope, cold.is_true()), {"years": 11, "cold": True})
    assert verdicts(told) == (
        Verdict.UNKNOWN,
        (
            Verdict.UNKNOWN,
            (Verdict.UNKNOWN, (Verdict.NOT_MET,), (Verdict.UNKNOWN,)),
        ),
        (Verdict.MET,),
    )
    leaf = told.parts[0].parts[0].parts[0]
    assert (leaf.value, leaf.node) == (11, years.at_most(10))
    assert told.parts[0].parts[0].parts[1].value is None


def test_one_clause_that_is_not_met_decides_whatever_is_unknown() -> None:
    facts = {"wet": False}
    assert explain(all_of(wet.is_true(), cold.is_true()), facts).verdict is Verdict.NOT_MET
    assert explain(none_of(wet.is_false(), cold.is_true()), facts).verdict is (
        Verdict.NOT_MET
    )
    assert explain(when(wet.is_true(), cold.is_true()), facts).verdict is Verdict.MET
    assert explain(not_(cold.is_true()), facts).verdict is Verdict.UNKNOWN
    counted = at_least(2, wet.is_false(), cold.is_true(), years.above(3))
    assert explain(counted, facts).verdict is Verdict.UNKNOWN
    assert explain(counted, facts | {"years": 4}).verdict is Verdict.MET


def test_the_citations_come_with_the_node() -> None:
    cited = wet.is_true().cite("sec_1__subsec_a", "is wet")
    assert [c.words for c in explain(cited, {}).node.citations] == ["is wet"]
