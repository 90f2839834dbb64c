"""How alike two provisions are, by their words."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.model.provision import Coverage, Provision, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD: Final = re.compile(r"\w+")
_TELLING: Final = 5
"""Words below which equal texts prove nothing."""
_BARE: Final = 3
"""Words below which texts such as "Repealed." are not even alike."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The words of a provision and all below it, for comparing.

    Args:
        text: Canonical words, numbers left out.
        words: How often each pair of neighbouring words occurs, and each word.
        tells: Whether equal text means the same provision.
        bare: Whether it says too little for likeness to mean anything.
    """

    text: str
    words: Counter[str]
    tells: bool
    bare: bool


def fingerprint(provision: Provision, *, whole: bool = True) -> Fingerprint:
    """Take the words of a provision.

    Args:
        provision: The provision.
        whole: Whether words behind the children count; they do not when undivided
            text is matched with the subsection it became.
    """
    parts = [p for p in walk((provision,)) if p.coverage is not Coverage.NOT_RESTATED]
    pieces = [
        piece for p in parts for piece in (p.heading_text, p.intro_text, p.wrap_up_text)
    ]
    if not whole and provision.wrap_up_text in pieces:
        pieces.remove(provision.wrap_up_text)
    text = "\n".join(piece for piece in pieces if piece)
    words = _WORD.findall(text.lower())
    return Fingerprint(
        text=text,
        words=Counter(_grams(words)),
        tells=len(words) >= _TELLING,
        bare=len(words) < _BARE,
    )


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """Give the share of words and word pairs in common.

    Returns:
        Dice's coefficient, from 0 to 1; 0 if either side has no words.
    """
    total = one.words.total() + other.words.total()
    if not one.words or not other.words:
        return 0.0
    small, large = sorted((one.words, other.words), key=len)
    common = sum(min(count, large[gram]) for gram, count in small.items())
    return 2 * common / total


def _grams(words: list[str]) -> Iterable[str]:
    yield from words
    yield from (f"{a} {b}" for a, b in itertools.pairwise(words))
