"""Mutants in a line each, as a report lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules.cell_words import value_words
from statuteline.rules.facts import Condition
from statuteline.rules.line_words import line_words
from statuteline.rules.mutations import Change

if TYPE_CHECKING:
    from collections.abc import Mapping

    from statuteline.rules.mutations import Mutant
    from statuteline.rules.predicates import Predicate


def mutant_words(mutant: Mutant, names: Mapping[Predicate, str]) -> str:
    """Say what was changed: ``"offense in scope" without "offense level is violation"``.

    Args:
        mutant: The mutant.
        names: The names that nodes have: ``names_of`` of the predicates.
    """
    node, to = (f'"{line_words(one, names)}"' for one in (mutant.node, mutant.to))
    match mutant.change, mutant.to:
        case Change.PART_LEFT_OUT, _:
            return f"{node} without {to}"
        case Change.VALUE_LEFT_OUT, Condition(fact=fact, constants=(value,)):
            return f"{node} without {value_words(fact, value)}"
        case Change.VALUE_ADDED, Condition(fact=fact, constants=(value,)):
            return f"{node} or {value_words(fact, value)}"
        case ((Change.BOUND | Change.COUNT), _):
            return f"{to} instead of {node}"
        case _:
            return f"{node} {mutant.change.value}"
