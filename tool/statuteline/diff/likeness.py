"""How alike two provisions are, by their words."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from statuteline.model.provision import Coverage, Provision, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD: Final = re.compile(r"\w+")
_TELLING: Final = 5
"""Words below which equal texts prove nothing."""
_BARE: Final = 3
"""Words below which texts such as "Repealed." are not even alike."""
_LONG: Final = 300
"""Characters from which common ends show that a text is the same one, amended."""


class Fingerprint:
    """The words of a provision and all below it, for comparing.

    Most provisions are recognised without counting their words, so that is done only
    when it is asked for.

    Args:
        text: Canonical words, numbers left out.
    """

    __slots__ = ("_grams", "_size", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._size: int | None = None
        self._grams: Counter[str] | None = None

    @property
    def tells(self) -> bool:
        """Whether equal text means the same provision."""
        return self._length() >= _TELLING

    @property
    def bare(self) -> bool:
        """Whether it says too little for likeness to mean anything."""
        return self._length() < _BARE

    @property
    def words(self) -> Counter[str]:
        """How often each word occurs, and each pair of neighbouring words."""
        if self._grams is None:
            self._grams = Counter(_grams(_WORD.findall(self.text.lower())))
        return self._grams

    def _length(self) -> int:
        if self._size is None:
            some = itertools.islice(_WORD.finditer(self.text), _TELLING)
            self._size = sum(1 for _ in some)
        return self._size


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
    return Fingerprint("\n".join(piece for piece in pieces if piece))


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """Give the share of words and word pairs in common.

    Returns:
        Dice's coefficient, from 0 to 1; 0 if either side has no words.
    """
    if not one.words or not other.words:
        return 0.0
    total = one.words.total() + other.words.total()
    small, large = sorted((one.words, other.words), key=len)
    common = sum(min(count, large[gram]) for gram, count in small.items())
    return 2 * common / total


def common_ends(one: Fingerprint, other: Fingerprint) -> float:
    """Give the share of a long text that both begin and end with.

    Returns:
        From 0 to 1, of the longer text; 0 if either is too short to tell.
    """
    old, new = one.text, other.text
    if min(len(old), len(new)) < _LONG:
        return 0.0
    start = _common_start(old, new)
    rest = min(len(old), len(new)) - start
    end = _common_start(old[len(old) - rest :][::-1], new[len(new) - rest :][::-1])
    return (start + end) / max(len(old), len(new))


def _common_start(old: str, new: str) -> int:
    """Halve the length until both begin alike: slices compare at the machine's speed."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _grams(words: list[str]) -> Iterable[str]:
    yield from words
    yield from (f"{a} {b}" for a, b in itertools.pairwise(words))
