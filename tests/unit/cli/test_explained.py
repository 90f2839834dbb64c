from __future__ import annotations

from statuteline.cli._explained import Page, show_explanation
from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.model.ids import WorkId
from statuteline.rules.explaining import explain
from statuteline.rules.facts import YesNo
from statuteline.rules.nodes import Element
from statuteline.rules.predicates import Predicate, all_of, any_of, define, not_

A = "sec_54-95c__subsec_a"
wet = YesNo(name="wet", ask="Is it wet?")
meant = YesNo(name="was_meant", ask="Was it meant?", judgement=True)


def shown(*predicates: Predicate, colour: bool = False) -> list[str]:
    corpus = open_corpus(shipped())
    page = Page(corpus, WorkId.parse("us-ct/cgs/54-95c"), colour=colour)
    for predicate in predicates:
        show_explanation(page, explain(predicate, {"wet": True}), 0)
    return page.lines


def test_a_name_its_clause_their_words_and_element_stand_together() -> None:
    told = define("damp", any_of(wet.is_true(), meant.is_false()).cite(A, "either"))
    assert shown(told.cite(A, "damp").as_element(Element.CONDUCT)) == [
        "+ damp: one or more of these [conduct]",
        "  (a) “damp”",
        "  (a) “either”",
        "  + wet: yes (given: yes)",
        "  ? was meant: no (not known; for a court to find)",
    ]


def test_a_clause_that_stands_there_is_not_told_again_but_new_words_for_it_are() -> None:
    both = all_of(wet.is_true(), meant.is_true())
    first, second = define("one", both), define("other", both).cite(A, "other words")
    assert shown(first, not_(first), second)[3:] == [
        "? not this",
        "  ? one: as above",
        "? other: as above",
        "  (a) “other words”",
    ]


def test_the_mark_alone_has_the_colour_of_the_verdict() -> None:
    assert shown(wet.is_true(), colour=True) == ["\x1b[32m+\x1b[0m wet: yes (given: yes)"]
