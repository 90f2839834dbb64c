"""How alike two provisions are, by their words."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from statuteline.diff.ends import common_share
from statuteline.model.provision import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.diff.words import Words
    from statuteline.model.provision import Provision

_WORD: Final = re.compile(r"\w+")
FEW: Final = 5
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

    __slots__ = ("_grams", "_repeated", "_size", "_total", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._size: int | None = None
        self._grams: Counter[str] | None = None
        self._repeated: dict[str, int] | None = None
        self._total: int | None = None

    @property
    def tells(self) -> bool:
        """Whether equal text means the same provision."""
        return self._length() >= FEW

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

    @property
    def total(self) -> int:
        """How many :attr:`words` there are, each as often as it occurs."""
        if self._total is None:
            self._total = self.words.total()
        return self._total

    @property
    def repeated(self) -> dict[str, int]:
        """Those of :attr:`words` that occur more than once."""
        if self._repeated is None:
            self._repeated = {gram: n for gram, n in self.words.items() if n > 1}
        return self._repeated

    def _length(self) -> int:
        if self._size is None:
            some = itertools.islice(_WORD.finditer(self.text), FEW)
            self._size = sum(1 for _ in some)
        return self._size


def prose_of(provision: Provision, words: Words) -> tuple[str, str]:
    """Give a provision's own words, numbers left out.

    Args:
        provision: The provision.
        words: Where its words are taken from.

    Returns:
        Heading and words before the children, then words behind them; none where
        the words are not in the record.
    """
    if provision.coverage is Coverage.NOT_RESTATED:
        return "", ""
    _, heading, intro, wrap_up = words.of(provision)
    return (f"{heading}\n{intro}" if heading and intro else heading or intro), wrap_up


def likeness(one: Fingerprint, other: Fingerprint) -> float:
    """Give the share of words and word pairs in common.

    Returns:
        Dice's coefficient, from 0 to 1; 0 if either side has no words.
    """
    if not one.words or not other.words:
        return 0.0
    return 2 * _common(one, other) / (one.total + other.total)


def _common(one: Fingerprint, other: Fingerprint) -> int:
    """Count what both have in common, as often as both have it.

    Nearly everything occurs once, and is counted by one comparison of two sets.
    """
    often, rest = one.repeated, other.repeated
    shared = len(one.words.keys() & other.words.keys())
    return shared + sum(
        min(often[gram], rest[gram]) - 1 for gram in often.keys() & rest.keys()
    )


def contained(part: Fingerprint, whole: Fingerprint) -> float:
    """Give the share of one side's words and word pairs that the other has too.

    Returns:
        From 0 to 1, of the part; 0 if the part has no words.
    """
    if not part.words:
        return 0.0
    return _common(part, whole) / part.total


def common_ends(one: Fingerprint, other: Fingerprint) -> float:
    """Give the share of a long text that both begin and end with.

    Returns:
        From 0 to 1, of the longer text; 0 if either is too short to tell.
    """
    if min(len(one.text), len(other.text)) < _LONG:
        return 0.0
    return common_share(one.text, other.text)


def _grams(words: list[str]) -> Iterable[str]:
    return (*words, *map(" ".join, itertools.pairwise(words)))
