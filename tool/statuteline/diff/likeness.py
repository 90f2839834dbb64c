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


class Counted:
    """What occurs in a text, and how often.

    Args:
        found: All of it, each as often as it occurs.
    """

    __slots__ = ("_often", "times")

    def __init__(self, found: Iterable[str]) -> None:
        self.times = Counter(found)
        self._often: dict[str, int] | None = None

    def common(self, other: Counted) -> int:
        """Count what both have in common, as often as both have it.

        Nearly everything occurs once, and is counted by one comparison of two sets.
        """
        often, rest = self._repeated(), other._repeated()
        shared = len(self.times.keys() & other.times.keys())
        return shared + sum(
            min(often[one], rest[one]) - 1 for one in often.keys() & rest.keys()
        )

    def _repeated(self) -> dict[str, int]:
        if self._often is None:
            self._often = {one: n for one, n in self.times.items() if n > 1}
        return self._often


class Fingerprint:
    """The words of a provision and all below it, for comparing.

    Most provisions are recognised without counting their words, so that is done only
    when it is asked for.

    Args:
        text: Canonical words, numbers left out.
    """

    __slots__ = ("_cut", "_grams", "_size", "_words", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._size: int | None = None
        self._cut: list[str] | None = None
        self._words: Counted | None = None
        self._grams: Counted | None = None

    @property
    def tells(self) -> bool:
        """Whether equal text means the same provision."""
        return self._length() >= FEW

    @property
    def bare(self) -> bool:
        """Whether it says too little for likeness to mean anything."""
        return self._length() < _BARE

    @property
    def words(self) -> Counted:
        """How often each word occurs."""
        if self._words is None:
            self._words = Counted(self._all())
        return self._words

    @property
    def grams(self) -> Counted:
        """How often each word occurs, and each pair of neighbouring words."""
        if self._grams is None:
            cut = self._all()
            self._grams = Counted((*cut, *map(" ".join, itertools.pairwise(cut))))
        return self._grams

    @property
    def total(self) -> int:
        """How many :attr:`grams` there are, each as often as it occurs."""
        return max(2 * len(self._all()) - 1, 0)

    def _all(self) -> list[str]:
        if self._cut is None:
            self._cut = _WORD.findall(self.text.lower())
        return self._cut

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


def likeness(one: Fingerprint, other: Fingerprint, least: float = 0.0) -> float:
    """Give the share of words and word pairs in common.

    Args:
        one: The words of one side.
        other: Those of the other.
        least: What counts. Where the words alone show that it is less, the pairs are
            not counted.

    Returns:
        Dice's coefficient, from 0 to 1; 0 if either side has no words, or if it is
        surely less than what counts.
    """
    total = one.total + other.total
    needed = least * total
    if not one.total or not other.total or 2 * min(one.total, other.total) < needed:
        return 0.0
    # Of each word, as many pairs can be in common as begin with it.
    if least and 4 * one.words.common(other.words) < needed:
        return 0.0
    return 2 * one.grams.common(other.grams) / total


def contained(part: Fingerprint, whole: Fingerprint) -> float:
    """Give the share of one side's words and word pairs that the other has too.

    Returns:
        From 0 to 1, of the part; 0 if the part has no words.
    """
    if not part.total:
        return 0.0
    return part.grams.common(whole.grams) / part.total


def common_ends(one: Fingerprint, other: Fingerprint) -> float:
    """Give the share of a long text that both begin and end with.

    Returns:
        From 0 to 1, of the longer text; 0 if either is too short to tell.
    """
    if min(len(one.text), len(other.text)) < _LONG:
        return 0.0
    return common_share(one.text, other.text)
