"""The heading of a section: its numbers, its former ones, and the words behind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = r"(?:\d+[a-z]*-)?\d+[A-Za-z]*(?:-\d+[a-z]*)?"
_FORMERLY: Final = r"\(Formerly (?:Secs?\. )?(?P<former>(?:[^()]|\([a-z0-9]+\))*)\)"
_ITEM: Final = rf"{_NUMBER}(?:\s\(Formerly [^()]*\))?"
_HEAD: Final = re.compile(
    rf"Secs?\.\s(?P<numbers>{_ITEM}(?:(?:,? and|,? to|,)\s{_ITEM})*)\.?\**(?=\s|$)"
)
_INSIDE: Final = re.compile(rf"\s{_FORMERLY}")
_BEHIND: Final = re.compile(rf"{_FORMERLY}\.?\s*")
_BARE: Final = re.compile(_NUMBER)
_RUN: Final = re.compile(r"\sto\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadHeading:
    """A heading taken apart.

    Args:
        printed: The numbers as printed, with what introduces and ends them.
        numbers: The numbers printed, in order.
        is_range: Whether there is a run of numbers whose ends alone are printed.
        former: The former numbers, as printed; None for none.
        rest: Where the words behind numbers and former numbers begin, in characters.
    """

    printed: str
    numbers: tuple[str, ...]
    is_range: bool
    former: str | None
    rest: int


def read_heading(text: str, title: str) -> ReadHeading | None:
    """Take a heading apart.

    Args:
        text: The heading, without stray spaces.
        title: The bare number of the title it stands in, such as ``20``: a number
            that is printed without its title belongs to this one.

    Returns:
        Its parts; None where it does not begin as the heading of a section.

    Example:
        >>> found = read_heading("Secs. 9-1 to 9-4. (Formerly Sec. 8-2). Fees.", "9")
        >>> found.numbers, found.is_range, found.former
        (('9-1', '9-4'), True, '8-2')
    """
    head = _HEAD.match(text)
    if head is None:
        return None
    inside = [match["former"] for match in _INSIDE.finditer(head["numbers"])]
    listed = _INSIDE.sub("", head["numbers"])
    at = head.end() + len(text[head.end() :]) - len(text[head.end() :].lstrip())
    behind = _BEHIND.match(text, at)
    formers = [*inside, behind["former"]] if behind else inside
    return ReadHeading(
        printed=head[0],
        numbers=tuple(_with_title(number, title) for number in _BARE.findall(listed)),
        is_range=_RUN.search(listed) is not None,
        former="; ".join(one.rstrip(". ") for one in formers) or None,
        rest=behind.end() if behind else at,
    )


def is_bare(text: str) -> bool:
    """Tell whether a heading is nothing but a number.

    Example:
        >>> is_bare("9-12a"), is_bare("Sec. 9-12a.")
        (True, False)
    """
    return _BARE.fullmatch(text) is not None


def _with_title(number: str, title: str) -> str:
    return number if "-" in number else f"{title}-{number}"
