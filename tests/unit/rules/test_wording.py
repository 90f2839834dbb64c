from __future__ import annotations

from datetime import date

from statuteline.rules.encodings import Outcome, Reading
from statuteline.rules.facts import Choice, Day, Whole, YesNo
from statuteline.rules.nodes import Element
from statuteline.rules.predicates import (
    Predicate,
    all_of,
    any_of,
    at_least,
    define,
    none_of,
    not_,
    when,
)
from statuteline.rules.wording import Line, lines, reading_lines

A = "sec_1-1__subsec_a"
lent = YesNo(name="bicycle_lent", ask="Was a bicycle lent?")
knew = YesNo(name="knew_it_was_broken", ask="Did the lender know?", judgement=True)
kind = Choice(name="kind_of_bicycle", ask="Which kind?", values=("cargo", "tandem", "x"))
late = Whole(name="days_late", ask="How late?", unit="days")
begun = Day(name="day_of_the_loan", ask="When was it lent?")


def told(predicate: Predicate) -> list[str]:
    return [_told(line) for line in lines(predicate)]


def _told(line: Line) -> str:
    cites = "".join(f" <- {one.words}" for one in line.citations)
    return "  " * line.depth + line.words + cites


def test_a_tree_is_told_line_by_line() -> None:
    tree = all_of(
        define(
            "kind in scope",
            any_of(
                kind.one_of("cargo", "tandem").cite(A, "a large bicycle"),
                at_least(2, lent.is_true(), late.above(3), begun.before(date(2020, 1, 1))),
            ),
        ).cite(A, "of a kind"),
        not_(lent.is_true().cite(A, "is lent")).cite(A, "unless"),
        none_of(late.at_most(1), knew.is_false()),
    ).cite(A, "is fined")
    assert told(tree) == [
        "all of these <- is fined",
        "  kind in scope: one or more of these <- of a kind",
        "    kind of bicycle is cargo or tandem <- a large bicycle",
        "    at least 2 of these",
        "      bicycle lent: yes",
        "      days late is more than 3 days",
        "      day of the loan is before 1 January 2020",
        "  bicycle lent: no <- unless <- is lent",
        "  none of these",
        "    days late is at most 1 day",
        "    knew it was broken: no",
    ]


def test_a_condition_and_what_follows_stand_below_each_other() -> None:
    asked = when(lent.is_true().cite(A, "is lent"), any_of(late.above(3), knew.is_true()))
    assert told(asked.cite(A, "where")) == [
        "if: bicycle lent: yes <- where <- is lent",
        "then: one or more of these",
        "  days late is more than 3 days",
        "  knew it was broken: yes",
    ]


def test_a_join_of_one_part_is_that_part() -> None:
    assert told(all_of(any_of(at_least(1, lent.is_true().cite(A, "x"))).cite(A, "y"))) == [
        "bicycle lent: yes <- y <- x"
    ]
    assert told(none_of(late.above(3))) == ["not: days late is more than 3 days"]


def test_two_negations_are_not_lost() -> None:
    assert told(not_(not_(lent.is_true()))) == ["not: bicycle lent: no"]
    assert told(not_(lent.is_false())) == ["bicycle lent: yes"]


def test_court_findings_and_elements_are_marked() -> None:
    (line,) = lines(not_(knew.is_true().as_element(Element.MENTAL_STATE)))
    assert line.words == "knew it was broken: no"
    assert line.judgement
    assert line.element is Element.MENTAL_STATE
    assert not any(one.judgement for one in lines(lent.is_true()))


def test_what_was_told_is_named_after_that_whatever_it_cites() -> None:
    liable = define("liable", any_of(lent.is_true(), late.above(3)))
    shall = all_of(liable.cite(A, "is liable"), knew.is_true())
    reading = Reading(
        name="plain",
        outcomes=(
            Outcome(name="fine", when=shall.cite(A, "shall"), means=""),
            Outcome(name="warning", when=all_of(liable, not_(knew.is_true())), means=""),
            Outcome(name="none", when=none_of(shall, not_(liable)), means=""),
        ),
    )
    assert [[_told(line) for line in some] for some in reading_lines(reading)] == [
        [
            "all of these <- shall",
            "  liable: one or more of these <- is liable",
            "    bicycle lent: yes",
            "    days late is more than 3 days",
            "  knew it was broken: yes",
        ],
        ["all of these", "  liable, as above", "  knew it was broken: no"],
        ["none of these", "  fine, as above", "  not: liable, as above"],
    ]
