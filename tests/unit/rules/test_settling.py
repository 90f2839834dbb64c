from __future__ import annotations

from datetime import date

from statuteline.law import encoding
from statuteline.model.interval import Interval
from statuteline.rules.encodings import Axiom, Outcome
from statuteline.rules.facts import YesNo
from statuteline.rules.kleene import truth
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import Predicate, all_of, any_of, not_, when
from statuteline.rules.settling import forbidding, settle, settle_one

a = YesNo(name="a", ask="a?")
b = YesNo(name="b", ask="b?")
c = YesNo(name="c", ask="c?")


def outcomes(predicate: Predicate) -> tuple[Outcome, ...]:
    return (
        Outcome(name="yes", when=predicate, means="."),
        Outcome(name="no", when=not_(predicate), means="."),
    )


def axiom(name: str, holds: Predicate) -> Axiom:
    return Axiom(
        name=name,
        holds=holds,
        cited=cited("sec_1", "so it is"),
        days=Interval(start=date(2000, 1, 1)),
    )


def test_what_is_the_same_in_all_cases_is_settled_although_no_clause_is() -> None:
    split = any_of(all_of(a.is_true(), b.is_true()), all_of(a.is_true(), not_(b.is_true())))
    assert truth(split, {"a": True}) is None
    told = settle(outcomes(split), {"a": True}, ())
    assert (told.settled, told.ask) == ("yes", ())
    assert [fact.name for fact in settle(outcomes(split), {}, ()).ask] == ["a"]


def test_a_fact_that_matters_only_with_another_unknown_one_is_asked() -> None:
    told = settle(outcomes(all_of(a.is_true(), b.is_true(), c.is_true())), {}, ())
    assert told.settled is None
    assert told.possible == ("yes", "no")
    assert [fact.name for fact in told.ask] == ["a", "b", "c"]


def test_of_two_facts_that_an_axiom_ties_one_is_asked() -> None:
    tied = axiom(
        "tied", all_of(when(a.is_true(), b.is_true()), any_of(a.is_true(), b.is_false()))
    )
    rule = any_of(a.is_true(), all_of(b.is_true(), c.is_true()))
    assert [fact.name for fact in settle(outcomes(rule), {}, (tied,)).ask] == ["a"]
    assert settle(outcomes(rule), {"b": True}, (tied,)).settled == "yes"


def test_a_record_that_axioms_forbid_names_a_smallest_set_of_them() -> None:
    idle = axiom("idle", any_of(c.is_true(), c.is_false()))
    first = axiom("first", when(a.is_true(), b.is_true()))
    second = axiom("second", when(b.is_true(), c.is_true()))
    facts = {"a": True, "c": False}
    told = settle(outcomes(a.is_true()), facts, (idle, first, second))
    assert (told.impossible, told.settled, told.ask) == (True, None, ())
    assert [one.name for one in forbidding(facts, (idle, first, second))] == [
        "first",
        "second",
    ]
    assert forbidding({"a": True}, (idle, first, second)) == ()
    assert forbidding({}, ()) == ()


def test_a_single_predicate_is_met_or_not_whatever_the_rest() -> None:
    assert settle_one(when(a.is_true(), b.is_true()), {"a": False}, ()).settled == "met"
    open_one = settle_one(when(a.is_true(), b.is_true()), {}, ())
    assert open_one.possible == ("met", "not met")
    assert open_one.ask == (a, b)


def test_the_pilot_asks_in_the_order_of_the_statute() -> None:
    vacatur = encoding("us-ct/vacatur")
    version = vacatur.version_at(date(2021, 10, 1))
    assert version is not None
    facts = {"conviction_for_prostitution": True}
    told = settle(version.readings[0].outcomes, facts, vacatur.axioms)
    assert told.possible == ("shall vacate", "no relief")
    assert [fact.name for fact in told.ask] == [
        "took_part_as_result_of_trafficking",
        "took_part_as_result_of_federal_crime",
        "proved_victim_at_time_of_offense",
    ]
    facts["proved_victim_at_time_of_offense"] = False
    assert settle(version.readings[0].outcomes, facts, vacatur.axioms).settled == (
        "no relief"
    )
    record = facts | {"offense_level": "class B felony"}
    forbidden = settle(version.readings[0].outcomes, record, vacatur.axioms)
    assert forbidden.impossible
    assert [one.name for one in forbidding(record, vacatur.axioms)] == [
        "prostitution is a misdemeanor"
    ]
