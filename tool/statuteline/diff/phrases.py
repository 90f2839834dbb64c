"""From single changed tokens to changes that read as phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from statuteline.diff.anchors import common_start
from statuteline.diff.tokens import carries_meaning, count_words

if TYPE_CHECKING:
    from collections.abc import Iterable

_SMALL_ISLAND: Final = 2
"""Small words between two replacements that are taken into one phrase."""
_LONGEST_ISLAND: Final = 3
"""The same for any words, where both replacements are much longer."""
_DROWNED: Final = 2
"""How many times as long they must be."""


class Edit(NamedTuple):
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
    return _trim(joined(_slide(_bridge(_trim(joined(edits))))))


def joined(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Join stretches that touch: kept with kept, changed with changed."""
    merged: list[Edit] = []
    for edit in edits:
        kept, deleted, inserted = edit
        if not (kept or deleted or inserted):
            continue
        if merged and bool(merged[-1].kept) == bool(kept):
            last = merged[-1]
            merged[-1] = Edit(
                last.kept + kept, last.deleted + deleted, last.inserted + inserted
            )
        else:
            merged.append(edit)
    return tuple(merged)


def _trim(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Keep what a deletion and its insertion begin and end with alike."""
    trimmed: list[Edit] = []
    for edit in edits:
        gone, come = edit.deleted, edit.inserted
        start = common_start(gone, come)
        end = common_start(gone[start:][::-1], come[start:][::-1])
        if not start and not end:
            trimmed.append(edit)
            continue
        trimmed += [
            Edit(kept=gone[:start]),
            Edit(
                deleted=gone[start : len(gone) - end],
                inserted=come[start : len(come) - end],
            ),
            Edit(kept=gone[len(gone) - end :]),
        ]
    return joined(trimmed)


def _bridge(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Take islands that only part two changes into one change."""
    bridged: list[Edit] = []
    for index, edit in enumerate(edits):
        if edit.kept and 0 < index < len(edits) - 1:
            before, after = edits[index - 1], edits[index + 1]
            if _is_island(edit.kept, before, after):
                bridged.append(Edit(deleted=edit.kept, inserted=edit.kept))
                continue
        bridged.append(edit)
    return joined(bridged)


def _is_island(kept: tuple[str, ...], before: Edit, after: Edit) -> bool:
    """Tell whether kept tokens only part two changes that belong together."""
    if all(token.isspace() for token in kept):
        # A space costs no word; but two lone insertions stay two.
        return bool(
            (before.deleted or after.deleted) and (before.inserted or after.inserted)
        )
    if not (before.deleted and after.deleted and before.inserted and after.inserted):
        return False
    words = count_words(kept)
    if not any(carries_meaning(token) for token in kept):
        return words <= _SMALL_ISLAND
    drowned = words * _DROWNED <= min(_size(before), _size(after))
    return drowned and words <= _LONGEST_ISLAND


def _size(edit: Edit) -> int:
    return max(count_words(edit.deleted), count_words(edit.inserted))


def _slide(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Shift lone insertions and deletions to the clearest place they could stand.

    Inserting "b, " after "a, " or ", b" after "a" gives the same text; the better
    one begins and ends where a phrase does.
    """
    slid = list(edits)
    for index in range(1, len(slid) - 1):
        edit = slid[index]
        if bool(edit.deleted) == bool(edit.inserted):
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
    whole = before + words + after
    size = len(words)
    first = last = len(before)
    while first and whole[first - 1] == whole[first + size - 1]:
        first -= 1
    while last + size < len(whole) and whole[last] == whole[last + size]:
        last += 1
    # Among equals the last: a reader expects new words behind what they repeat.
    best = max(
        range(first, last + 1),
        key=lambda at: (_boundary(whole, at) + _boundary(whole, at + size), at),
    )
    return whole[:best], whole[best : best + size], whole[best + size :]


def _boundary(whole: tuple[str, ...], cut: int) -> int:
    """Rate a cut: at the end of text or sentence best, then behind a comma or label."""
    if cut in {0, len(whole)}:
        return 6
    left, right = whole[cut - 1], whole[cut]
    if left.isspace():
        last = whole[cut - 2] if cut > 1 else ""
        if last in {".", ";", ":"}:
            return 5
        return 4 if last == "," else 3 if last.startswith("(") else 2
    return 1 if right.isspace() or right in {",", ".", ";", ":"} else 0
