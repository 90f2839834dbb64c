"""Claims about the law as code: sentences that every possible case can prove or refute.

A claim names texts, outcomes, steps of procedure and facts by their names, so that it can
be written beside a summary without a word of code of the section it speaks of.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.ids import ProvisionRef
    from statuteline.rules.facts import Constant


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce:
    """The text of an encoding on a day of the law, in one reading.

    Args:
        encoding: The encoding's name.
        at: The day.
        reading: The reading's name; empty where the text has one alone.
    """

    encoding: str
    at: date
    reading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """A text that somebody proposed and that was never law.

    Args:
        proposal: The proposal's name.
    """

    proposal: str


Text: TypeAlias = InForce | Proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The case ends in one of some outcomes under a text."""

    text: Text
    outcomes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meets:
    """The case meets a step of the procedure of a text."""

    text: Text
    requirement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Has:
    """A fact has one of some values."""

    fact: str
    values: tuple[Constant, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Below:
    """A number or a day is less than a value."""

    fact: str
    value: Constant


Term: TypeAlias = Ends | Meets | Has | Below
"""What can be so in a case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """Every possible case in which all of some terms are so has another one.

    Args:
        given: What is so; empty for every possible case.
        then: What must then be so.
    """

    given: tuple[Term, ...]
    then: Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Some:
    """In some possible case all of some terms are so."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverTwo:
    """No possible case has two outcomes."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AlwaysOne:
    """Every possible case has an outcome."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AddsStep:
    """The second text has a step of procedure of a name that the first one has not."""

    before: Text
    after: Text
    requirement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepsStep:
    """Both texts have a step of procedure of a name, with the same logic."""

    before: Text
    after: Text
    requirement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seated:
    """A body has some number of seats on a day."""

    encoding: str
    at: date
    seats: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatsAdded:
    """From one day to another these seats were added, and none was lost.

    Args:
        encoding: The encoding's name.
        before: The first day.
        after: The second day.
        added: Who sits there, who appoints, and how many, in any order.
    """

    encoding: str
    before: date
    after: date
    added: tuple[tuple[str, str | None, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurs:
    """Something must be done again within some months, by the text of a day."""

    encoding: str
    at: date
    name: str
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DueBy:
    """A body must have done something by a day, by the text of another day."""

    encoding: str
    at: date
    name: str
    until: date


OverCases: TypeAlias = Every | Some | NeverTwo | AlwaysOne
OverData: TypeAlias = AddsStep | KeepsStep | Seated | SeatsAdded | Recurs | DueBy
Proposition: TypeAlias = OverCases | OverData


class Result(Enum):
    """What became of a claim."""

    PROVED = "proved"
    REFUTED = "refuted"
    EMPTY = "empty"
    """No possible case is what the claim speaks of: it says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence, what it says of the law as code, and what should come of it.

    Args:
        name: What it is called: ``us-ct/vacatur/prostitution-stays-mandatory``.
        says: The sentence, in plain words.
        about: The statements of documents that it puts to the test; empty for a claim
            about texts alone.
        proposition: What it says.
        expected: What should come of it. Another result is a fault, of the encoding or
            of the claim.
        note: What a reader should know of the result; may be empty.
    """

    name: str
    says: str
    about: tuple[ProvisionRef, ...]
    proposition: Proposition
    expected: Result
    note: str = ""
