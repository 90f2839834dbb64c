from __future__ import annotations

from statuteline.rules.facts import Choice, Whole
from statuteline.rules.line_words import names_of
from statuteline.rules.mutation_words import mutant_words
from statuteline.rules.mutations import mutants
from statuteline.rules.predicates import all_of, define

RED = Choice(name="colour", ask="?", values=("red", "blue")).is_("red")
LONG = Whole(name="term", ask="?", unit="years").at_most(10)


def test_every_change_is_told_by_the_names_that_nodes_have() -> None:
    predicates = (("granted", all_of(define("short", LONG), RED)),)
    told = [
        mutant_words(mutant, names_of(predicates))
        for mutant in mutants(*(predicate for _, predicate in predicates))
    ]
    assert told == [
        '"granted" never met',
        '"granted" always met',
        '"granted" without "short"',
        '"granted" without "colour is red"',
        '"granted" met by one part',
        '"granted" turned round',
        '"term is at most 9 years" instead of "short"',
        '"term is at most 11 years" instead of "short"',
        '"short" turned round',
        '"colour is red" or blue',
        '"colour is red" turned round',
    ]
