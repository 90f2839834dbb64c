"""Patterns that somebody else wrote: those that could take time without end are refused."""

from __future__ import annotations

import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.corpus.locate import shipped
from statuteline.model.steady_patterns import check_steady

STEADY = [
    r"\d+[a-z]*-\d+[a-z]*(?:-\d+[a-z]*)?",
    r"(?:§|section|sec\.?)\s*\d+",
    r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*",
    r"(?P<name>a{2,}b){3}",
    "[a-z]+?[0-9]++x",
    r"\s*,?\s*",
    "(?:a(?:b)?)*",
    "",
]
ENDLESS = [
    "(a+)+b",
    "(?:a*)*b",
    "(a|a)*b",
    "(?:a|ab|b)*c",
    "(?:-a*a*)*b",
    "a*a*b",
    r"(\w+\s?)*!",
    "(.*)*",
    "(x+x+)+y",
    "(?:a{2,}b?)+",
    "(?:a?)*b",
    r"(?:\d+)+-\d+",
    "a{0,100}a{0,100}b",
    r"(?:A|a)+b",
]
OTHER = {
    "(?:a|a)" * 24 + "b": "too many ways",
    "a?" * 30 + "b": "too many ways",
    "a{1,20}a{1,20}b": "too many ways",
    "((a{20}){20}){20}": "too long",
    "(?=a)b": "not allowed",
    r"a(?P<x>b)(?P=x)": "not allowed",
    r"(a)\1": "not allowed",
    "^a$": "not allowed",
    r"a\b": "not allowed",
    "(?i:a)": "not allowed",
    "a**": "not allowed",
    "*a": "not allowed",
    "(a": "not closed",
    "a)": "not opened",
    "[a": "not allowed",
}


@pytest.mark.parametrize("pattern", STEADY)
def test_a_pattern_that_knows_how_it_goes_on_is_taken(pattern: str) -> None:
    check_steady(pattern)
    assert re.compile(pattern).pattern == pattern


@pytest.mark.parametrize("pattern", ENDLESS)
def test_a_repetition_that_can_be_read_in_two_ways_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="can be read in two ways"):
        check_steady(pattern)


@pytest.mark.parametrize(("pattern", "told"), OTHER.items())
def test_anything_else_is_refused_with_a_reason(pattern: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        check_steady(pattern)


def test_the_numbers_that_we_ship_are_steady() -> None:
    settings = shipped() / "us-ct" / "jurisdiction.toml"
    for series in tomllib.loads(settings.read_text("utf-8"))["series"]:
        for one in (series, *series.get("also", ())):
            check_steady(one["number"])


@given(st.text(alphabet="ab|()?*+{}2,[]\\\\d-^", max_size=12))
def test_whatever_is_taken_is_a_pattern(pattern: str) -> None:
    try:
        check_steady(pattern)
    except ValueError:
        return
    re.compile(pattern)
