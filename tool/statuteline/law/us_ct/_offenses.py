"""What several offenses share: facts, and the ways in which a charge can end.

No outcome is a conviction. It says what the elements amount to if they are proved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules.encodings import Consequence, Outcome
from statuteline.rules.facts import Choice, Condition, Whole, YesNo
from statuteline.rules.nodes import Element
from statuteline.rules.predicates import none_of

if TYPE_CHECKING:
    from statuteline.rules.predicates import Predicate

COMMITTED = "is committed by a person who does any of the following"
FEE = "a fee"
OTHER_VALUE = "something of value other than a fee"

exchange = Choice(
    name="exchanged",
    ask="What was given, promised or asked for in exchange for the sexual conduct?",
    values=("nothing of value", FEE, OTHER_VALUE),
)
other_age = Whole(
    name="age_of_other_person",
    ask="How old was the other person, in full years?",
    unit="years",
)
gave = YesNo(
    name="gave_or_agreed_to_give",
    ask="Did the person give something to another, or agree to give it?",
)


def for_fee(place: str, words: str) -> Condition:
    """Ask that it is a fee.

    Args:
        place: The provision.
        words: Its words on the fee.
    """
    return exchange.is_(FEE).cite(place, words).as_element(Element.CIRCUMSTANCE)


def for_value(place: str, words: str) -> Condition:
    """Ask that it is anything of value, and so a fee or something else.

    Args:
        place: The provision.
        words: Its words on anything of value.
    """
    asked = exchange.one_of(FEE, OTHER_VALUE)
    return asked.cite(place, words).as_element(Element.CIRCUMSTANCE)


def made_out(grade: str, when: Predicate, offense: str, *follows: Consequence) -> Outcome:
    """Give the outcome that the elements of an offense are made out.

    Args:
        grade: The grade of the offense: ``class A felony``.
        when: When they are.
        offense: What the offense is called in a sentence.
        follows: What else follows.
    """
    return Outcome(
        name=f"elements made out: {grade}",
        when=when,
        means=f"The elements of {offense} are made out; it is a {grade}.",
        follows=follows,
    )


def no_offense(*others: Outcome) -> Outcome:
    """Give the outcome of every case that ends in none of the others."""
    return Outcome(
        name="no offense under this section",
        when=none_of(*(outcome.when for outcome in others)),
        means="The elements of the offense are not made out.",
    )
