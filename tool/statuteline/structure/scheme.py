"""How a text numbers its provisions: which level carries which kind of number."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from string import ascii_lowercase
from typing import Final

from statuteline.model.provision import Level


class Numbering(Enum):
    """A way to count."""

    DIGITS = "digits"
    LOWER_LETTERS = "lower letters"
    UPPER_LETTERS = "upper letters"
    LOWER_ROMAN = "lower roman"
    UPPER_ROMAN = "upper roman"

    def place(self, label: str) -> int | None:
        """Give the place of a label in the count, from 1; None if it is no such label.

        Args:
            label: The bare number, such as ``a`` or ``iv``. After z come doubled
                letters: aa, bb.

        Example:
            >>> Numbering.LOWER_LETTERS.place("bb"), Numbering.LOWER_ROMAN.place("iv")
            (28, 4)
        """
        match self:
            case Numbering.DIGITS:
                is_number = label.isascii() and label.isdigit() and label[0] != "0"
                return int(label) if is_number else None
            case Numbering.LOWER_LETTERS:
                return _letter_place(label)
            case Numbering.UPPER_LETTERS:
                return _letter_place(label.lower()) if label.isupper() else None
            case Numbering.LOWER_ROMAN:
                return _ROMAN.get(label)
            case Numbering.UPPER_ROMAN:
                return _ROMAN.get(label.lower()) if label.isupper() else None

    def label(self, place: int) -> str:
        """Give the label at a place of the count.

        Args:
            place: From 1.

        Example:
            >>> Numbering.UPPER_ROMAN.label(4), Numbering.LOWER_LETTERS.label(28)
            ('IV', 'bb')
        """
        match self:
            case Numbering.DIGITS:
                return str(place)
            case Numbering.LOWER_LETTERS:
                return _letters(place)
            case Numbering.UPPER_LETTERS:
                return _letters(place).upper()
            case Numbering.LOWER_ROMAN:
                return _roman(place)
            case Numbering.UPPER_ROMAN:
                return _roman(place).upper()


class Form(Enum):
    """What stands around a number."""

    BRACKETS = "(a)"
    BRACKET = "a)"
    STOP = "1."
    ARTICLE = "ARTICLE I"
    """A heading of an agreement that a section sets out, such as a compact of states."""
    SECTION = "SECTION 1."
    """The same, of one whose parts are called sections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One level of a scheme.

    Args:
        level: The level.
        numbering: How its provisions are counted.
        form: What stands around the numbers.
    """

    level: Level
    numbering: Numbering
    form: Form = Form.BRACKETS


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """How a family of texts numbers its provisions.

    Args:
        steps: The levels, from the top down. A text may leave levels out.
        ordered: Whether levels only follow each other in this order; if not, any kind
            of number may stand below any other.
        behind: How paragraphs begin that stand behind the provisions: an editor's note
            with a coming text, or references. From the first of them on, numbers open
            nothing.
    """

    steps: tuple[Step, ...]
    ordered: bool = True
    behind: tuple[str, ...] = ()

    def below(self, level: Level) -> Scheme:
        """Give the scheme of what can lie in a level; all of it for one it lacks."""
        places = (at for at, step in enumerate(self.steps, start=1) if step.level is level)
        return replace(self, steps=self.steps[next(places, 0) :])


def _letter_place(label: str) -> int | None:
    if len(set(label)) != 1 or label[0] not in ascii_lowercase:
        return None
    return (len(label) - 1) * len(ascii_lowercase) + ascii_lowercase.index(label[0]) + 1


def _letters(place: int) -> str:
    rounds, letter = divmod(place - 1, len(ascii_lowercase))
    return ascii_lowercase[letter] * (rounds + 1)


def _roman(number: int) -> str:
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    return tens[number // 10] + ones[number % 10]


_ROMAN: Final = {_roman(number): number for number in range(1, 100)}

CONNECTICUT: Final = Scheme(
    steps=(
        Step(level=Level.ARTICLE, numbering=Numbering.UPPER_ROMAN, form=Form.ARTICLE),
        Step(level=Level.SECTION, numbering=Numbering.DIGITS, form=Form.SECTION),
        Step(level=Level.SUBSECTION, numbering=Numbering.LOWER_LETTERS),
        Step(level=Level.SUBDIVISION, numbering=Numbering.DIGITS),
        Step(level=Level.SUBPARAGRAPH, numbering=Numbering.UPPER_LETTERS),
        Step(level=Level.CLAUSE, numbering=Numbering.LOWER_ROMAN),
        Step(level=Level.SUBCLAUSE, numbering=Numbering.UPPER_ROMAN),
    ),
    behind=("*Note:", "* Note:", "See Sec. ", "See Secs. ", "See chapter ", "See title "),
)
"""The levels of Connecticut's statutes: (a), (1), (A), (i), (I); above them the articles
or sections of a compact that a section sets out.
"""

GENERAL: Final = Scheme(
    steps=tuple(
        Step(level=Level.LEVEL, numbering=numbering, form=form)
        for form in (Form.BRACKETS, Form.BRACKET, Form.STOP)
        for numbering in Numbering
    ),
    ordered=False,
)
"""For texts of unknown origin: no order of numbers is assumed and no level is named."""
