"""Claims in words: what exactly is tried, whatever the claim's own sentence says."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from statuteline.model.days import day_in_words
from statuteline.rules.cell_words import either, value_words
from statuteline.rules.claimed_texts import texts_named
from statuteline.rules.claims import (
    AddsStep,
    AlwaysOne,
    Below,
    DueBy,
    Ends,
    Every,
    Has,
    InForce,
    KeepsStep,
    Meets,
    NeverTwo,
    Proposed,
    Recurs,
    Seated,
    SeatsAdded,
    Some,
)
from statuteline.rules.facts import YesNo
from statuteline.rules.json_form import constant_json

if TYPE_CHECKING:
    from statuteline.rules.claims import Proposition, Term, Text
    from statuteline.rules.facts import Constant
    from statuteline.rules.proving import Case


def texts_words(proposition: Proposition) -> dict[Text, str]:
    """Name each text that a claim speaks of by a letter.

    Returns:
        The letters by text, in order: A, B and so on.
    """
    return dict(zip(texts_named(proposition), ascii_uppercase, strict=False))


def proposition_words(  # noqa: C901, PLR0911 - one sentence a kind of claim
    proposition: Proposition,
) -> str:
    """Say what is tried, in one sentence that names texts by letters."""
    by = texts_words(proposition)
    match proposition:
        case Every(given=given, then=then):
            told = f" with {_and(given, by)}" if given else ""
            return f"Every possible case{told} has {_term(then, by)}."
        case Some(terms=terms):
            return f"Some possible case has {_and(terms, by)}."
        case NeverTwo():
            return "No possible case has two outcomes by A."
        case AlwaysOne():
            return "Every possible case has an outcome by A."
        case AddsStep(requirement=name):
            return f"A has no step “{name}”, and B has."
        case KeepsStep(requirement=name):
            return f"A and B have the same step “{name}”."
        case Seated(encoding=name, at=at, seats=seats):
            return f"On {day_in_words(at)} {name} has {seats} seats."
        case SeatsAdded(encoding=name, before=before, after=after, added=added):
            count = sum(one[2] for one in added)
            days = f"From {day_in_words(before)} to {day_in_words(after)}"
            return f"{days}, {name} gains the {count} seats named and loses none."
        case Recurs(encoding=name, at=at, name=what, months=months):
            return f"On {day_in_words(at)}, by {name}: {what}, every {months} months."
        case DueBy(encoding=name, at=at, name=what, until=until):
            days = f"On {day_in_words(at)}, by {name}"
            return f"{days}: {what}, by {day_in_words(until)}."


def text_words(text: Text) -> str:
    """Name a text in full."""
    match text:
        case Proposed(proposal=name):
            return f"the proposal {name}, which was never law"
        case InForce(encoding=name, at=at, reading=reading):
            told = f", read as “{reading}”" if reading else ""
            return f"{name} on {day_in_words(at)}{told}"


def case_words(case: Case) -> tuple[str, ...]:
    """Tell the facts of a case: what is so, what is not, and what is how much or what.

    Returns:
        A line each; a line that would say nothing is left out.
    """
    told = []
    for word, wanted in (("yes", True), ("no", False)):
        names = [
            fact.words
            for fact, value in case.facts
            if isinstance(fact, YesNo) and value is wanted
        ]
        if names:
            told.append(f"{word}: {'; '.join(names)}")
    others = [
        f"{fact.words}: {value_words(fact, value)}"
        for fact, value in case.facts
        if not isinstance(fact, YesNo)
    ]
    if others:
        told.append("; ".join(others))
    return tuple(told)


def ends_words(outcomes: tuple[str, ...]) -> str:
    """Name the outcomes that a case meets under one text, of which there should be one."""
    return either(f"“{name}”" for name in outcomes) if outcomes else "no outcome"


def _and(terms: tuple[Term, ...], by: dict[Text, str]) -> str:
    return " and ".join(_term(term, by) for term in terms)


def _term(term: Term, by: dict[Text, str]) -> str:
    match term:
        case Ends(text=text, outcomes=names):
            return f"{either(f'“{name}”' for name in names)} by {by[text]}"
        case Meets(text=text, requirement=name):
            return f"the step “{name}” taken by {by[text]}"
        case Has(fact=name, values=values):
            return f"({name.replace('_', ' ')}: {either(map(_value, values))})"
        case Below(fact=name, value=value):
            return f"({name.replace('_', ' ')}: below {_value(value)})"


def _value(value: Constant) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(constant_json(value))
