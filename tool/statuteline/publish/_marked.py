"""Runs made ready for marks: blanks outside them, breaks between paragraphs and cells."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statuteline.model.change import Run, RunKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.change import Runs

BLANK = "␣"
"""A marked space that would not be seen otherwise."""
PILCROW = "¶"
"""A marked paragraph break that would not be seen otherwise."""
_WHITE = " \t\n"


def settle(runs: Runs, escape: Callable[[str], str]) -> Runs:
    """Prepare runs for marks without changing a word of either text.

    Spaces at the edge of a marked run move outside the mark. Where that would
    part a word of the other text, they stay inside and become visible. The same
    holds for paragraph breaks, and for marked runs of nothing but white space.

    Args:
        runs: The words of one part of a provision.
        escape: Makes words safe to show; must leave white space alone.

    Returns:
        Runs of which neighbours differ in kind.
    """
    runs = merged(runs)
    settled: list[Run] = []
    for position, run in enumerate(runs):
        if run.kind is RunKind.EQUAL:
            settled.append(Run(kind=run.kind, text=escape(run.text)))
        else:
            exposed = _parts_a_word(runs, position)
            settled += _settle_one(run.kind, escape(run.text), exposed=exposed)
    return merged(tuple(settled))


def merged(runs: Runs) -> Runs:
    """Join neighbours of one kind; drop runs without characters."""
    return tuple(
        Run(kind=kind, text="".join(run.text for run in group))
        for kind, group in groupby((r for r in runs if r.text), key=lambda run: run.kind)
    )


def beside(first: Runs, second: Runs) -> Runs:
    """Put a number or heading before words, one space between them.

    The space is marked only where both neighbours are, and alike.
    """
    if not first or not second:
        return first or second
    alike = first[-1].kind is second[0].kind
    kind = first[-1].kind if alike else RunKind.EQUAL
    return merged((*first, Run(kind=kind, text=" "), *second))


def paragraphs(runs: Runs) -> tuple[Runs, ...]:
    """Split settled runs at line feeds; paragraphs without words are dropped."""
    return tuple(part for part in _split(runs, "\n") if part)


def cells(runs: Runs) -> tuple[Runs, ...]:
    """Split one paragraph at tabs; more than one cell means a row of a table."""
    return _split(runs, "\t")


def _split(runs: Runs, separator: str) -> tuple[Runs, ...]:
    parts: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split(separator)
        parts[-1].append(Run(kind=run.kind, text=first))
        parts += [[Run(kind=run.kind, text=text)] for text in others]
    return tuple(merged(tuple(part)) for part in parts)


def _settle_one(kind: RunKind, text: str, *, exposed: bool) -> list[Run]:
    if not text.strip(_WHITE):
        shown = text.replace(" ", BLANK).replace("\n", f"{PILCROW}\n")
        return [Run(kind=kind, text=shown)]
    core = text.strip(" ")
    start = text[: text.index(core)]
    end = text[len(start) + len(core) :]
    if exposed:
        core = core.replace("\n", f"{PILCROW}\n")
        shown = start.replace(" ", BLANK) + core + end.replace(" ", BLANK)
        return [Run(kind=kind, text=shown)]
    return [
        Run(kind=RunKind.EQUAL, text=start),
        Run(kind=kind, text=core),
        Run(kind=RunKind.EQUAL, text=end),
    ]


def _parts_a_word(runs: Runs, position: int) -> bool:
    """Tell whether the other text has a word across the place of a marked run."""
    kind = runs[position].kind
    before = next((r.text[-1] for r in reversed(runs[:position]) if r.kind != kind), " ")
    after = next((r.text[0] for r in runs[position + 1 :] if r.kind != kind), " ")
    return before not in _WHITE and after not in _WHITE
