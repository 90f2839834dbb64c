"""Single changes of marked words: what went, what came, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.model.change import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.change import Runs


@dataclass(frozen=True, slots=True)
class WordEdit:
    """One change of words, with the kept words on both sides of it.

    Args:
        before: The kept words up to it; empty at the beginning.
        deleted: The words that went; empty for none.
        inserted: The words that came; empty for none.
        after: The kept words behind it; empty at the end.
    """

    before: str
    deleted: str
    inserted: str
    after: str


def word_edits(runs: Runs) -> Iterator[WordEdit]:
    """Give each change, a deletion with the insertion that replaces it."""
    changed: dict[RunKind, str] = {}
    before = ""
    for run in runs:
        if run.kind is not RunKind.EQUAL:
            changed[run.kind] = changed.get(run.kind, "") + run.text
            continue
        if changed:
            yield _edit(before, changed, run.text)
            changed = {}
        before = run.text
    if changed:
        yield _edit(before, changed, "")


def _edit(before: str, changed: dict[RunKind, str], after: str) -> WordEdit:
    return WordEdit(
        before,
        changed.get(RunKind.DELETED, ""),
        changed.get(RunKind.INSERTED, ""),
        after,
    )
