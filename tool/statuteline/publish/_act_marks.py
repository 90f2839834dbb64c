"""Runs as an act prints them: brackets, underlines, and the spaces that parts them.

What is printed is read again: if that does not give both texts back, more words are
marked, at last the whole paragraph, whose old words then stand before its new ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.acts.marks import marked
from statuteline.errors import SelfCheckError
from statuteline.model.change import Run, RunKind
from statuteline.model.marked import Ink, MarkedParagraph, Piece, PrintedParagraph
from statuteline.model.text import canonical
from statuteline.publish._marked import merged
from statuteline.publish._whole_words import whole_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.change import Runs
    from statuteline.model.marked import Pieces

_SPACE = Run(kind=RunKind.EQUAL, text=" ")
_SIDES = (RunKind.INSERTED, RunKind.DELETED)
"""What is gone on the old side, and on the new one."""


def printed_runs(runs: Runs) -> Pieces:
    """Print one paragraph or cell, without breaks or tabs.

    Args:
        runs: Its words.

    Returns:
        Pieces that :func:`statuteline.acts.marks.marked` reads as the same two texts,
        canonical. Brackets that are marks stand apart from those of the law.

    Raises:
        SelfCheckError: If no way of printing gives both texts back.

    Example:
        >>> from statuteline.model.change import Run, RunKind
        >>> fee = (
        ...     Run(kind=RunKind.EQUAL, text="The fee is "),
        ...     Run(kind=RunKind.DELETED, text="two"),
        ...     Run(kind=RunKind.INSERTED, text="three"),
        ...     Run(kind=RunKind.EQUAL, text=" dollars."),
        ... )
        >>> "".join(piece.text for piece in printed_runs(fee))
        'The fee is [two] three dollars.'
    """
    sides = tuple(canonical(_side(runs, gone)) for gone in _SIDES)
    for way in (runs, whole_words(runs), _whole(*sides)):
        pieces = tuple(_pieces(_parted(way)))
        seen = all(run.kind is RunKind.EQUAL or run.text.strip() for run in way)
        if seen and _read(pieces) == sides:
            return pieces
    raise SelfCheckError(
        "Words printed as an act do not give both texts back", where=sides[0][:60]
    )


def _side(runs: Runs, gone: RunKind) -> str:
    return "".join(run.text for run in runs if run.kind is not gone)


def _read(pieces: Pieces) -> tuple[str, ...]:
    (block,) = marked((PrintedParagraph(pieces=pieces),), apart=True).blocks or (None,)
    runs = block.runs if isinstance(block, MarkedParagraph) else ()
    return tuple(_side(runs, gone) for gone in _SIDES)


def _whole(old: str, new: str) -> Runs:
    return tuple(
        Run(kind=kind, text=text)
        for kind, text in ((RunKind.DELETED, old), (RunKind.INSERTED, new))
        if text
    )


def _parted(runs: Runs) -> Runs:
    """Move spaces out of marks; put one between old words and those in their place."""
    moved = merged(tuple(part for run in runs for part in _bare(run)))
    parted: list[Run] = []
    for run in moved:
        change = [one.kind for one in (*parted[-1:], run)]
        if change == [RunKind.DELETED, RunKind.INSERTED]:
            outer = parted[-2].text if len(parted) > 1 else " "
            parted += [_SPACE] if outer.endswith(" ") else []
        parted.append(run)
    return tuple(parted)


def _bare(run: Run) -> Iterator[Run]:
    core = run.text.strip(" ")
    if run.kind is RunKind.EQUAL or not core:
        yield run
        return
    start = run.text.index(core)
    yield Run(kind=RunKind.EQUAL, text=run.text[:start])
    yield Run(kind=run.kind, text=core)
    yield Run(kind=RunKind.EQUAL, text=run.text[start + len(core) :])


def _pieces(runs: Runs) -> Iterator[Piece]:
    for run in runs:
        match run.kind:
            case RunKind.EQUAL:
                yield Piece(text=run.text)
            case RunKind.DELETED:
                yield Piece(text="[", ink=Ink.BRACKET)
                yield Piece(text=run.text)
                yield Piece(text="]", ink=Ink.BRACKET)
            case RunKind.INSERTED:
                yield Piece(text=run.text, ink=Ink.NEW)
