"""Numbers of works: as people cite them, and as a path has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY = r"\d{1,2}"
_NAME = re.compile(r"\{([^{}]*+)\}|[{}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberShape:
    r"""How the number of a work is made of what a citation names.

    Args:
        number: Regular expression of what ``{number}`` stands for.
        shape: The number of the work, of ``{number}``, ``{year}`` (four digits) and
            ``{session}`` (what tells a session from others of its year).
        sessions: The words that open the name of a session, months most often, and
            perhaps a day behind them; of each the one to print, then others that mean
            the same.
        joins: Words between several numbers under one heading, such as ``to``; in the
            number of the work hyphens stand around them. The last one is also what a
            comma means. Empty for a single number.

    Example:
        >>> shape = NumberShape(
        ...     number=r"\d\d-\d+",
        ...     shape="{number}-{session}-sp-sess",
        ...     sessions=(("Sept.", "September"),),
        ... )
        >>> shape.made_of({"number": "03-2", "session": "September 8"})
        '03-2-sept-8-sp-sess'
        >>> shape.parts("03-2-sept-8-sp-sess")
        {'number': '03-2', 'session': 'Sept. 8'}
    """

    number: str
    shape: str = "{number}"
    sessions: tuple[tuple[str, ...], ...] = ()
    joins: tuple[str, ...] = ()

    def pattern(self, form: str) -> str:
        """Put regular expressions in the place of the names in a form.

        Args:
            form: Such as ``{session} Sp. Sess. P.A. {number}``.
        """
        words = "|".join(
            re.escape(word).replace(r"\.", r"\.?") for one in self.sessions for word in one
        )
        number = self.number
        if self.joins:
            number = rf"{number}(?:{self._between()}{number})+"
        return (
            form.replace("{number}", f"(?P<number>{number})")
            .replace("{year}", r"(?P<year>\d{4})")
            .replace("{session}", rf"(?P<session>(?:{words})(?: {_DAY})?)")
        )

    def bare(self, form: str) -> str:
        """Give the pattern of a form as far as it is the settings' own, to be checked.

        Args:
            form: Such as ``{session} Sp. Sess. P.A. {number}{portion}``.
        """
        number = f"(?:{self.number})"
        if self.joins:
            number = f"{number}(?:,{number})+"
        return (
            form.replace("{number}", number)
            .replace("{year}", r"\d{4}")
            .replace("{session}", "January")
            .replace("{section}", r"\d+[a-z]*")
            .replace("{portion}", "")
        )

    def made_of(self, parts: dict[str, str]) -> str:
        """Make the number of a work.

        Args:
            parts: What a citation names, by the names in the shape.
        """
        number = parts["number"]
        for join in self.joins:
            number = re.sub(rf",? {join} ", f"-{join}-", number, flags=re.IGNORECASE)
        if self.joins:
            number = number.replace(", ", f"-{self.joins[-1]}-")
        session = parts.get("session", "")
        made = {"year": parts.get("year", ""), "session": self._short(session)}
        return filled(self.shape, {"number": number, **made})

    def parts(self, number: str) -> dict[str, str] | None:
        """Give what a citation of a work names; None where the number has another shape.

        Args:
            number: The number of the work.
        """
        match = _work_pattern(self).fullmatch(number)
        if match is None:
            return None
        parts = match.groupdict()
        for join in self.joins:
            parts["number"] = parts["number"].replace(f"-{join}-", f" {join} ")
        if "session" in parts:
            word, *day = parts["session"].split("-")
            printed = next(one[0] for one in self.sessions if _slug(one[0]) == word)
            parts["session"] = " ".join([printed, *day])
        return parts

    def _between(self) -> str:
        joins = "|".join(self.joins)
        return rf"(?:-(?:{joins})-|,? (?:{joins}) |, )"

    def _short(self, session: str) -> str:
        """Give the name of a session in the form that a number has it."""
        if not session:
            return ""
        word, *day = session.split(" ")
        same = next(one for one in self.sessions if _slug(word) in map(_slug, one))
        return "-".join([_slug(same[0]), *day])


def filled(form: str, parts: Mapping[str, str]) -> str:
    """Put words in the place of the names in a form.

    Args:
        form: Such as ``P.A. {number}, S. {section}``. It may be a stranger's: it names
            what it wants and can say nothing of how, as Python's own forms can.
        parts: Words by name.

    Raises:
        KeyError: If the form has a name that is none of them, or a single bracket.

    Example:
        >>> filled("P.A. {number}", {"number": "21-103"})
        'P.A. 21-103'
    """
    return _NAME.sub(lambda found: parts[found[1] or found[0]], form)


def _slug(word: str) -> str:
    return word.lower().rstrip(".")


@cache
def _work_pattern(shape: NumberShape) -> re.Pattern[str]:
    number = shape.number
    if shape.joins:
        number = rf"{number}(?:-(?:{'|'.join(shape.joins)})-{number})+"
    words = "|".join(re.escape(_slug(one[0])) for one in shape.sessions)
    pattern = (
        shape.shape.replace("{number}", f"(?P<number>{number})")
        .replace("{year}", r"(?P<year>\d{4})")
        .replace("{session}", rf"(?P<session>(?:{words})(?:-{_DAY})?)")
    )
    # Numbers keep their capitals: 42a-12A-301 is a section.
    return re.compile(pattern, re.ASCII | re.IGNORECASE)
