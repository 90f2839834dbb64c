"""Which provisions of two lists are worth comparing, without comparing them all."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from statuteline.diff.likeness import Fingerprint

ALL_PAIRS: Final = 2_500
"""Product of two lists' lengths up to which every pair is worth it."""
_RARE: Final = 12
"""Rarest words and word pairs of a provision by which others are looked up."""
_COMMON: Final = 20
"""Provisions from which a word is in too many to point at any."""
_MOST: Final = 8
"""Candidates for one provision."""

Prints = tuple["Fingerprint", ...]


def candidates(old: Prints, new: Prints) -> set[tuple[int, int]]:
    """Find the pairs that could be alike.

    Args:
        old: The words of the provisions before.
        new: The words of the provisions after.

    Returns:
        Places on the old and the new side: every pair of short lists; of long ones,
        for each new provision the few that share most of its rare words.
    """
    if len(old) * len(new) <= ALL_PAIRS:
        return {(i, j) for i in range(len(old)) for j in range(len(new))}
    holders: dict[str, list[int]] = {}
    for i, words in enumerate(old):
        for gram in words.grams.times:
            holders.setdefault(gram, []).append(i)
    rare = {gram: places for gram, places in holders.items() if len(places) < _COMMON}
    counts = {gram: len(places) for gram, places in rare.items()}
    return {(i, j) for j, words in enumerate(new) for i in _holding(words, j, rare, counts)}


def _holding(
    words: Fingerprint, at: int, rare: dict[str, list[int]], counts: dict[str, int]
) -> list[int]:
    """Give the old provisions that share most rare words with a new one."""
    known = sorted(sorted(words.grams.times.keys() & rare.keys()), key=counts.__getitem__)
    votes = Counter(i for gram in known[:_RARE] for i in rare[gram])
    best = sorted(votes, key=lambda i: (-votes[i], abs(i - at), i))
    return best[:_MOST]
