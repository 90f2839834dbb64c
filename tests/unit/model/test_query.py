from __future__ import annotations

import pytest

from statuteline.errors import QueryError
from statuteline.model.query import (
    LONGEST,
    AllOf,
    AnyOf,
    Near,
    Query,
    Term,
    Without,
    parse_query,
)

BOOK, FEE, MAP = (Term(words=word) for word in ("book", "fee", "map"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("book", BOOK),
        ("  book\u00a0 ", BOOK),
        ("(book)", BOOK),
        ("librar*", Term(words="librar", prefix=True)),
        ("54-95c", Term(words="54-95c")),
        ("54-95c(d)(2)", Term(words="54-95c(d)(2)")),
        ('"late fee"', Term(words="late fee")),
        ("“late  fee”", Term(words="late fee")),
        ("„late fee“", Term(words="late fee")),
        ('"late fe*"', Term(words="late fe", prefix=True)),
        ('"late fe"*', Term(words="late fe", prefix=True)),
        ('"AND"', Term(words="AND")),
        ("the reader's", AllOf(parts=(Term(words="the"), Term(words="reader's")))),
        ("cafe\u0301", Term(words="café")),
        ("§ book", BOOK),
        ("book\x00fee", Term(words="book fee")),
        ("book fee", AllOf(parts=(BOOK, FEE))),
        ("book AND fee", AllOf(parts=(BOOK, FEE))),
        ("book and", AllOf(parts=(BOOK, Term(words="and")))),
        ("book OR fee", AnyOf(parts=(BOOK, FEE))),
        ("book OR fee map", AnyOf(parts=(BOOK, AllOf(parts=(FEE, MAP))))),
        ("(book OR fee) map", AllOf(parts=(AnyOf(parts=(BOOK, FEE)), MAP))),
        ("book NOT fee", Without(wanted=BOOK, unwanted=FEE)),
        ("book AND NOT fee", Without(wanted=BOOK, unwanted=FEE)),
        ("NOT fee book", Without(wanted=BOOK, unwanted=FEE)),
        (
            "book NOT fee map NOT (fee map)",
            Without(
                wanted=AllOf(parts=(BOOK, MAP)),
                unwanted=AnyOf(parts=(FEE, AllOf(parts=(FEE, MAP)))),
            ),
        ),
        ("book NEAR fee", Near(terms=(BOOK, FEE), distance=10)),
        ("book NEAR/3 fee NEAR/3 map", Near(terms=(BOOK, FEE, MAP), distance=3)),
        (
            "map book NEAR/3 fee",
            AllOf(parts=(MAP, Near(terms=(BOOK, FEE), distance=3))),
        ),
        ("NEARBY", Term(words="NEARBY")),
        ("OR-7", Term(words="OR-7")),
    ],
)
def test_words_are_read_as_meant(typed: str, meant: Query) -> None:
    assert parse_query(typed) == meant


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("", "no word to look for"),
        ("§ — ()", "no word to look for"),
        ('"late fee', "opened and not closed"),
        ('book "', "opened and not closed"),
        ('""', "phrase holds no word"),
        ('book "§"', "phrase holds no word"),
        ("*", "A star"),
        ("li*ary", "A star"),
        ("54-*", "A star"),
        ('"l* fee"', "A star"),
        ("(book", "opened and not closed"),
        ("book)", "closed that was not opened"),
        ("()book", r"missing before \)"),
        ("book OR", "A word is missing"),
        ("OR book", "missing before OR"),
        ("book AND AND fee", "missing before AND"),
        ("book NEAR/2", "A word is missing"),
        ("book NEAR/2 fee NEAR/3 map", "one distance"),
        ("book NEAR (fee OR map)", "between words"),
        ("NOT book", "nothing says of which"),
        ("(NOT book) fee", "nothing says of which"),
        ("(" * 60 + "a" + ")" * 60, "deep"),
        ("a" * (LONGEST + 1), "too long"),
    ],
)
def test_what_makes_no_sense_is_told(typed: str, told: str) -> None:
    with pytest.raises(QueryError, match=told) as caught:
        parse_query(typed)
    assert len(str(caught.value)) < 2 * LONGEST
