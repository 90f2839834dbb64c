"""What stands behind the law of a section without being set as a note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_REFERENCE: Final = re.compile(
    r"\*{0,3}\s?See (?:Secs?\.|chapters?\b|Ch\.|titles?\b|parts?\b|Conn\.|\d)"
)
_CITED: Final = re.compile(r"(?<!\d)\d+ (?:C|CA|CS|U\.S|Conn\. Cir\. Ct)\.? \d+[.;,]?")
_LETTERED: Final = re.compile(r"\([A-Z]{1,2}\)\**")
_CAPITALS: Final = re.compile(r"[^a-z]*[A-Z]{3}[^a-z]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Trailers:
    """The end of a body, parted.

    Args:
        law: How many paragraphs are law; the first always is.
        heading: The paragraphs of a heading that belongs to what follows: its letter
            and its name; or none.
        references: The paragraphs that only point to other law.
        annotations: The paragraphs that only name decisions.
    """

    law: int
    heading: tuple[str, ...]
    references: tuple[str, ...]
    annotations: tuple[str, ...]


def part_trailers(paragraphs: tuple[str, ...]) -> Trailers:
    """Part the law of a body from what stands behind it.

    Args:
        paragraphs: The body.

    Returns:
        The number of its paragraphs that are law, and the others by kind.

    Example:
        >>> part_trailers(("Fees are due.", "See Sec. 9-12 re bicycles.")).references
        ('See Sec. 9-12 re bicycles.',)
    """
    at = len(paragraphs)
    while at > 1 and (
        is_reference(paragraphs[at - 1]) or _is_decisions(paragraphs[at - 1])
    ):
        at -= 1
    behind = paragraphs[at:]
    heading: tuple[str, ...] = ()
    last = paragraphs[max(at - 2, 1) : at]
    if len(last) == 2 and _LETTERED.fullmatch(last[0]) and _CAPITALS.fullmatch(last[1]):
        at, heading = at - 2, last
    return Trailers(
        law=at,
        heading=heading,
        references=tuple(words for words in behind if is_reference(words)),
        annotations=tuple(words for words in behind if not is_reference(words)),
    )


def is_reference(paragraph: str) -> bool:
    """Tell whether a paragraph only points to other law.

    Example:
        >>> is_reference("*See chapter 11a re fees."), is_reference("See the clerk.")
        (True, False)
    """
    return _REFERENCE.match(paragraph) is not None


def _is_decisions(paragraph: str) -> bool:
    """Tell whether a paragraph only names decisions: it ends with where one is printed."""
    return _CITED.fullmatch(paragraph[-40:].rpartition(";")[2].strip()) is not None or (
        re.search(r"\b[Cc]ited\. (?:\d+ |Id\., )", paragraph) is not None
        and _CITED.search(paragraph) is not None
    )
