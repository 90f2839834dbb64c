"""From single changed tokens to changes that read as phrases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from statuteline.diff.tokens import carries_meaning, is_word

_LONGEST_ISLAND: Final = 2
"""Small words between two replacements that are taken into one phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A stretch of tokens: kept, or deleted and inserted; never both kinds at once.

    Args:
        kept: Tokens on both sides.
        deleted: Tokens of the old side only.
        inserted: Tokens of the new side only, at the same place.
    """

    kept: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()


def to_phrases(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Join neighbouring changes and set their ends where people expect them.

    Args:
        edits: Stretches as a token diff gives them.

    Returns:
        Kept and changed stretches by turns, with the same two texts.
    """
    return _merge(_slide(_bridge(_merge(edits))))


def _merge(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Join stretches that touch: kept with kept, changed with changed."""
    merged: list[Edit] = []
    for edit in edits:
        if not (edit.kept or edit.deleted or edit.inserted):
            continue
        if merged and bool(merged[-1].kept) == bool(edit.kept):
            last = merged.pop()
            merged.append(
                Edit(
                    kept=last.kept + edit.kept,
                    deleted=last.deleted + edit.deleted,
                    inserted=last.inserted + edit.inserted,
                )
            )
        else:
            merged.append(edit)
    return tuple(merged)


def _bridge(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Take islands without meaning, between two changes, into one change."""
    bridged: list[Edit] = []
    for index, edit in enumerate(edits):
        if edit.kept and 0 < index < len(edits) - 1:
            before, after = bridged[-1], edits[index + 1]
            if _is_island(edit.kept, before, after):
                bridged.append(Edit(deleted=edit.kept, inserted=edit.kept))
                continue
        bridged.append(edit)
    return _merge(tuple(bridged))


def _is_island(kept: tuple[str, ...], before: Edit, after: Edit) -> bool:
    if any(carries_meaning(token) for token in kept):
        return False
    words = sum(map(is_word, kept))
    deleted = before.deleted and after.deleted
    inserted = before.inserted and after.inserted
    if words == 0:
        # A space or comma costs no word; but two lone insertions stay two.
        return bool(
            (before.deleted or after.deleted) and (before.inserted or after.inserted)
        )
    return bool(deleted and inserted) and words <= _LONGEST_ISLAND


def _slide(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Shift lone insertions and deletions to the clearest place they could stand.

    Inserting "b, " after "a, " or ", b" after "a" gives the same text; the better
    one begins and ends where a phrase does.
    """
    slid = list(edits)
    for index in range(1, len(slid) - 1):
        edit = slid[index]
        if edit.kept or (edit.deleted and edit.inserted):
            continue
        before, words, after = _best_place(
            slid[index - 1].kept, edit.deleted or edit.inserted, slid[index + 1].kept
        )
        slid[index - 1] = Edit(kept=before)
        slid[index] = Edit(deleted=words) if edit.deleted else Edit(inserted=words)
        slid[index + 1] = Edit(kept=after)
    return tuple(slid)


_Split = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def _best_place(
    before: tuple[str, ...], words: tuple[str, ...], after: tuple[str, ...]
) -> _Split:
    while before and before[-1] == words[-1]:
        after = (before[-1], *after)
        words = (before[-1], *words[:-1])
        before = before[:-1]
    best = (before, words, after)
    best_score = _score(best)
    while after and after[0] == words[0]:
        before = (*before, words[0])
        words = (*words[1:], words[0])
        after = after[1:]
        score = _score((before, words, after))
        if score >= best_score:
            best, best_score = (before, words, after), score
    return best


def _score(split: _Split) -> int:
    before, words, after = split
    return _boundary(before, words) + _boundary(words, after)


def _boundary(left: tuple[str, ...], right: tuple[str, ...]) -> int:
    """Rate a cut: at the end of text or sentence best, inside a phrase worst."""
    if not left or not right:
        return 6
    solid = [token for token in left[-2:] if not token.isspace()]
    if left[-1].isspace():
        last = solid[-1] if solid else ""
        return 5 if last in {".", ";", ":"} else 4 if last == "," else 2
    if right[0].isspace():
        return 1
    return 1 if right[0] in {",", ".", ";", ":"} else 0
