"""Conforming changes: words that differ only because what they cite was renumbered."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from statuteline.diff.edits import word_edits
from statuteline.diff.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from statuteline.diff.align import Pair
    from statuteline.model.change import Runs
    from statuteline.model.provision import Provision

Numbers: TypeAlias = "Mapping[str, frozenset[str]]"


def new_numbers(pairs: Iterable[Pair]) -> dict[str, frozenset[str]]:
    """Collect what was renumbered.

    Args:
        pairs: The provisions of both texts, each with all below it.

    Returns:
        From each old number, as prose cites it, to the new ones it became: ``(b)`` to
        ``(c)``, ``53a-82`` to ``53a-83``. One label can become several, for every
        section has an (a) of its own.
    """
    found: dict[str, set[str]] = {}
    for old, new in chain.from_iterable(map(_renumbered, pairs)):
        found.setdefault(old, set()).add(new)
    return {old: frozenset(new) for old, new in found.items()}


def only_conforms(parts: Iterable[Runs], numbers: Numbers) -> bool:
    """Tell whether all that changed is citations that follow a renumbering.

    Args:
        parts: The marked words of a provision.
        numbers: What was renumbered, as :func:`new_numbers` gives it.

    Returns:
        True if something changed, and each changed token is an old number with the
        new number in its place.
    """
    edits = tuple(chain.from_iterable(map(word_edits, parts)))
    return bool(edits) and all(_follows(e.deleted, e.inserted, numbers) for e in edits)


def _renumbered(pair: Pair) -> Iterator[tuple[str, str]]:
    if pair.old is not None and pair.new is not None and not pair.divided:
        old, new = _cited(pair.old), _cited(pair.new)
        if old and new and old != new:
            yield old, new
    yield from chain.from_iterable(map(_renumbered, pair.children))


def _cited(provision: Provision) -> str:
    """Give a number as prose cites it: labels in their brackets, others bare."""
    num = provision.num or ""
    return num if num.startswith("(") else provision.label


def _follows(deleted: str, inserted: str, numbers: Numbers) -> bool:
    old, new = tokens(deleted), tokens(inserted)
    return len(old) == len(new) and all(
        one == other or other in numbers.get(one, ())
        for one, other in zip(old, new, strict=True)
    )
