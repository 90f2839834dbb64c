"""Marking words."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, assert_never

from statuteline.diff import operations as engine
from statuteline.diff.anchors import split_at_anchors
from statuteline.diff.ends import common_words
from statuteline.diff.phrases import Edit, joined, to_phrases
from statuteline.diff.tokens import count_words, tokens
from statuteline.diff.units import solid, units, with_spaces
from statuteline.errors import SelfCheckError
from statuteline.model.change import Run, RunKind, Runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REWRITTEN_BELOW: Final = 0.3
"""Share of common words below which a text may count as replaced whole."""
_PASSAGE: Final = 5
"""Words kept in one piece that are no chance meeting."""
_FIRST_CODE: Final = 0x100
_SURROGATES: Final = range(0xD800, 0xE000)


def redline(old: str, new: str) -> Runs:
    """Mark what differs between two texts, in whole words and readable phrases.

    Args:
        old: Canonical words before.
        new: Canonical words after.

    Returns:
        Runs in reading order, a deletion before the insertion that replaces it. No
        run of one kind follows another of that kind; equal texts give one run, two
        empty texts none.

    Raises:
        SelfCheckError: If the runs do not give both texts back.

    Example:
        >>> [(r.kind.value, r.text) for r in redline("paying a fee", "giving a thing")]
        [('deleted', 'paying a fee'), ('inserted', 'giving a thing')]
    """
    if old == new:
        return (Run(kind=RunKind.EQUAL, text=old),) if old else ()
    if not new:
        return (Run(kind=RunKind.DELETED, text=old),)
    if not old:
        return (Run(kind=RunKind.INSERTED, text=new),)
    runs = tuple(_runs(_phrases(old, new)))
    if text_of(runs, RunKind.INSERTED) != old or text_of(runs, RunKind.DELETED) != new:
        raise SelfCheckError(
            "A comparison did not give both texts back",
            where=f"words beginning {old[:40]!r}",
            hint="please report this with both texts",
        )
    return runs


def text_of(runs: Iterable[Run], without: RunKind) -> str:
    """Give one side of marked words.

    Args:
        runs: The marked words.
        without: The kind to leave out: INSERTED for the old side, DELETED for the new.
    """
    return "".join(run.text for run in runs if run.kind is not without)


def _phrases(old: str, new: str) -> tuple[Edit, ...]:
    start, end = common_words(old, new)
    head, tail = tokens(old[:start]), tokens(old[len(old) - end :])
    before = tokens(old[start : len(old) - end])
    after = tokens(new[start : len(new) - end])
    inside = _token_edits(before, after)
    edits = joined((Edit(kept=head), *inside, Edit(kept=tail)))
    if _is_rewritten(edits):
        return (Edit(deleted=head + before + tail, inserted=head + after + tail),)
    return to_phrases(edits)


def _is_rewritten(edits: tuple[Edit, ...]) -> bool:
    """Tell whether so little is kept that single kept words would only confuse."""
    most = sum(len(edit.deleted) + len(edit.inserted) for edit in edits)
    if any(count_words(edit.kept[: 3 * most]) >= most for edit in edits):
        return False  # the rest need not be counted
    kept = [count_words(edit.kept) for edit in edits]
    gone = sum(count_words(edit.deleted) for edit in edits)
    come = sum(count_words(edit.inserted) for edit in edits)
    if 2 * sum(kept) >= REWRITTEN_BELOW * (2 * sum(kept) + gone + come):
        return False
    # A short text inside a long one was added to, not rewritten.
    passages = sum(count for count in kept if count >= _PASSAGE)
    return 2 * passages < sum(kept) + min(gone, come)


def _token_edits(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[Edit, ...]:
    before, after = units(old), units(new)
    pieces = split_at_anchors(tuple(map(solid, before)), tuple(map(solid, after)))
    found = chain.from_iterable(_character_diff(*piece) for piece in pieces)
    return tuple(with_spaces(found, before, after))


def _character_diff(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Edit]:
    """Diff words by standing one character for each distinct word."""
    if old == new:
        yield Edit(kept=old)
        return
    if not old or not new:
        yield Edit(deleted=old, inserted=new)
        return
    distinct = dict.fromkeys(old + new)
    codes = {word: _code(number) for number, word in enumerate(distinct)}
    back = {code: word for word, code in codes.items()}
    before, after = ("".join(map(codes.__getitem__, side)) for side in (old, new))
    for kind, characters in engine.operations(before, after):
        words = tuple(map(back.__getitem__, characters))
        match kind:
            case RunKind.EQUAL:
                yield Edit(kept=words)
            case RunKind.DELETED:
                yield Edit(deleted=words)
            case RunKind.INSERTED:
                yield Edit(inserted=words)
            case _:
                assert_never(kind)


def _code(number: int) -> str:
    code = _FIRST_CODE + number
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


def _runs(edits: tuple[Edit, ...]) -> Iterator[Run]:
    for edit in edits:
        for kind, words in (
            (RunKind.EQUAL, edit.kept),
            (RunKind.DELETED, edit.deleted),
            (RunKind.INSERTED, edit.inserted),
        ):
            if words:
                yield Run(kind=kind, text="".join(words))
