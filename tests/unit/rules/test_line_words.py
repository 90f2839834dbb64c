from __future__ import annotations

from statuteline.law import encoding
from statuteline.rules.facts import Choice, Whole, YesNo
from statuteline.rules.line_words import line_words, names_in
from statuteline.rules.predicates import (
    all_of,
    any_of,
    at_least,
    define,
    none_of,
    not_,
    when,
)

WET = YesNo(name="wet", ask="?").is_true()
RED = Choice(name="colour", ask="?", values=("red", "blue")).is_("red")
LONG = Whole(name="term", ask="?", unit="years").at_most(10)


def test_a_node_is_told_with_all_below_it() -> None:
    below = any_of(not_(WET), define("short", LONG), all_of(RED))
    node = when(at_least(1, WET, none_of(RED)), below)
    assert line_words(node, {}) == (
        "when (at least 1 of (wet: yes; none of (colour is red)); "
        "any of (not (wet: yes); short; all of (colour is red)))"
    )
    assert line_words(node, {below: "fine"}).endswith("; fine)")


def test_outcomes_requirements_and_what_is_defined_have_names() -> None:
    names = set(names_in(encoding("us-ct/vacatur")).values())
    assert {"may vacate", "offense in scope", "notice to the victim"} <= names
