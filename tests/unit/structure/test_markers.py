"""Numbers that may open a provision are told from those that cannot."""

from __future__ import annotations

import pytest

from statuteline.model.text import Paragraph, plain
from statuteline.structure.markers import find_markers
from statuteline.structure.scheme import CONNECTICUT, GENERAL, Scheme


def numbers(words: str, scheme: Scheme = CONNECTICUT) -> list[tuple[str, bool]]:
    found = find_markers((Paragraph(spans=plain(words)),), scheme)
    return [(marker.num, marker.head) for marker in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("(a) (1) Lend", [("(a)", True), ("(1)", True)]),
        ("(a)(1) Lend", [("(a)", True), ("(1)", True)]),
        ("*(a) Lend", [("*(a)", True)]),
        ("Lend: (1) books, (2) maps", [("(1)", False), ("(2)", False)]),
        ("if (A)(i) lent", [("(A)", False), ("(i)", False)]),
        ("book(s) and 9-2(a) and (see (b))", []),
        ("under subdivision (1), (2) or (3) of this section", []),
        ("under subdivisions (1), (2) and (3), the (A) fee", [("(A)", False)]),
        ("who “owes (1) a fee, (2) a book” or (3) else", [("(3)", False)]),
        ("1. Lend", []),
    ],
)
def test_numbers_of_connecticut(words: str, found: list[tuple[str, bool]]) -> None:
    assert numbers(words) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1. Lend 2. books", [("1.", True)]),
        ("  a) lend b) books", [("a)", True)]),
        ("A. (1) Lend", [("A.", True), ("(1)", True)]),
        ("2026. was a year", []),
    ],
)
def test_other_forms_at_heads_only(words: str, found: list[tuple[str, bool]]) -> None:
    assert numbers(words, GENERAL) == found
