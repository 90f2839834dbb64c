"""The tree, clause by clause, and the truth table agree on random predicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from statuteline.rules.grid import grid
from statuteline.rules.kleene import truth

from .predicates import cases, predicates

if TYPE_CHECKING:
    from statuteline.rules.predicates import Predicate


@given(st.data(), predicates())
def test_what_the_tree_knows_the_table_knows(
    data: st.DataObject, predicate: Predicate
) -> None:
    known = data.draw(cases((predicate,)))
    laid = grid(predicate)
    left, met = laid.known(known), laid.cases(predicate)
    told = truth(predicate, known)
    assert left
    if told is not None:
        assert told is bool(left & met)
        assert told is not bool(left & ~met)
    if len(known) == len(laid.axes):
        assert told is not None
