"""Words with the space before them: what is matched when two texts are compared.

Were spaces matched like words, replacing word by word would always look cheapest,
for it keeps every space; a long passage that only shifted would be marked whole.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from statuteline.diff.phrases import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Unit = tuple[str, ...]
"""Tokens: any spaces, then one that is no space; only spaces at the end of a text."""


def units(cut: tuple[str, ...]) -> tuple[Unit, ...]:
    """Group tokens into words and marks, each with the space before it.

    Args:
        cut: The tokens of a text.

    Returns:
        Units which joined give the tokens back.

    Example:
        >>> units(("a", " ", "fee", "."))
        (('a',), (' ', 'fee'), ('.',))
    """
    found: list[Unit] = []
    start = 0
    for index, token in enumerate(cut):
        if not token.isspace():
            found.append(cut[start : index + 1])
            start = index + 1
    if start < len(cut):
        found.append(cut[start:])
    return tuple(found)


def solid(unit: Unit) -> str:
    """Give the word or mark of a unit; no words of a unit of mere space."""
    return "" if unit[-1].isspace() else unit[-1]


def with_spaces(
    edits: Iterable[Edit], old: tuple[Unit, ...], new: tuple[Unit, ...]
) -> Iterator[Edit]:
    """Put the spaces back that matching left out, and mark those that differ.

    Args:
        edits: Stretches of the words and marks of both texts.
        old: The units before.
        new: The units after.

    Yields:
        Stretches of tokens, spaces included.
    """
    at_old = at_new = 0
    for edit in edits:
        if edit.kept:
            count = len(edit.kept)
            yield from _kept(old[at_old : at_old + count], new[at_new : at_new + count])
            at_old, at_new = at_old + count, at_new + count
            continue
        gone = old[at_old : at_old + len(edit.deleted)]
        come = new[at_new : at_new + len(edit.inserted)]
        at_old, at_new = at_old + len(gone), at_new + len(come)
        yield Edit(deleted=_tokens(gone), inserted=_tokens(come))


def _kept(old: tuple[Unit, ...], new: tuple[Unit, ...]) -> Iterator[Edit]:
    if old == new:
        yield Edit(kept=_tokens(old))
        return
    for before, after in zip(old, new, strict=True):
        if before == after:
            yield Edit(kept=before)
            continue
        word = solid(before)
        yield Edit(
            deleted=before[: len(before) - bool(word)],
            inserted=after[: len(after) - bool(word)],
        )
        if word:
            yield Edit(kept=(word,))


def _tokens(found: tuple[Unit, ...]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(found))
