"""Printed text with brackets and underlines, read as deleted, new and lasting words.

Source:
    CGS 2-18: an amended section is set out in full, what is deleted in brackets and
    what is new underlined.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from statuteline.acts._brackets import Pair, Spot, pairs_of
from statuteline.acts._spaces import spaced
from statuteline.model.change import Run, RunKind
from statuteline.model.marked import (
    Doubt,
    DoubtReason,
    Ink,
    MarkedParagraph,
    MarkedTable,
    PrintedParagraph,
    PrintedTable,
)
from statuteline.model.text import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.marked import ActSection, MarkedBlock, Pieces, PrintedBlock

_ALL_WAYS: Final = 4
"""Doubts up to which every combination is a reading; of more, all at once and each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Text whose marks were read.

    Args:
        blocks: The text.
        doubts: The brackets that can be read otherwise.
    """

    blocks: tuple[MarkedBlock, ...]
    doubts: tuple[Doubt, ...]


def marked(printed: tuple[PrintedBlock, ...], *, apart: bool | None = None) -> Marked:
    """Read the marks of one act section as they are most likely meant.

    A bracket may span pieces, paragraphs and cells, but not sections. What the print
    does not tell is read by the convention (see :func:`pairs_of`), and told as a doubt.

    Args:
        printed: The text of the section.
        apart: Whether the source sets brackets that are marks apart; None to look
            whether this section does.

    Example:
        >>> from statuteline.model.marked import Ink, Piece, PrintedParagraph
        >>> fee = PrintedParagraph(
        ...     pieces=(
        ...         Piece(text="The fee is [two] "),
        ...         Piece(text="three", ink=Ink.NEW),
        ...         Piece(text=" dollars."),
        ...     )
        ... )
        >>> [(run.kind.value, run.text) for run in marked((fee,)).blocks[0].runs][1:3]
        [('deleted', 'two'), ('inserted', 'three')]
    """
    lanes = _lanes(printed)
    apart = sets_apart(printed) if apart is None else apart
    return _read(printed, lanes, pairs_of(lanes, apart=apart))


def sets_apart(printed: tuple[PrintedBlock, ...]) -> bool:
    """Tell whether any bracket of a text is set apart from those that are words."""
    return any(piece.ink is Ink.BRACKET for lane in _lanes(printed) for piece in lane)


def readings(section: ActSection) -> Iterator[ActSection]:
    """Give the section as read first, then as it can be read otherwise.

    Args:
        section: A section with its printed text.

    Returns:
        Readings, those that change least first. Of more than four doubts, only those
        that change one of them, all of one reason, or all.
    """
    yield section
    lanes = _lanes(section.printed)
    pairs = pairs_of(lanes, apart=section.marks_apart)
    doubtful = [place for place, pair in enumerate(pairs) if _is_open(pair)]
    seen: set[tuple[int, ...]] = set()
    for flipped in _ways(doubtful, pairs):
        if flipped not in seen:
            seen.add(flipped)
            other = tuple(
                replace(pair, deletes=pair.deletes ^ (place in flipped))
                for place, pair in enumerate(pairs)
            )
            yield _with(section, _read(section.printed, lanes, other))


def beside_law(section: ActSection, law: str) -> ActSection:
    """Read the section in the light of the text that it amends.

    Brackets that the law itself has, around the same words, are words of the law; all
    others mark deletions. So nothing is in doubt but brackets without a partner.

    Args:
        section: A section with its printed text.
        law: The words of the law before the act, brackets and all.
    """
    lanes = _lanes(section.printed)
    pairs = pairs_of(lanes, apart=section.marks_apart)
    words = canonical(law)
    told = tuple(
        replace(pair, deletes=not _stands_in(pair, words), doubt=None)
        if _is_paired(pair)
        else pair
        for pair in pairs
    )
    return _with(section, _read(section.printed, lanes, told))


def _stands_in(pair: Pair, law: str) -> bool:
    bare = pair.content.replace("[", "").replace("]", "")
    return any(canonical(f"[{words.strip()}]") in law for words in (pair.content, bare))


def _is_paired(pair: Pair) -> bool:
    return len(pair.spots) == 2


def _is_open(pair: Pair) -> bool:
    return pair.doubt is not None and _is_paired(pair)


def _ways(places: list[int], pairs: tuple[Pair, ...]) -> Iterator[tuple[int, ...]]:
    if len(places) <= _ALL_WAYS:
        for size in range(1, len(places) + 1):
            yield from combinations(places, size)
        return
    yield from ((place,) for place in places)
    for reason in DoubtReason:
        alike = tuple(place for place in places if pairs[place].doubt is reason)
        if alike:
            yield alike
    yield tuple(places)


def _with(section: ActSection, read: Marked) -> ActSection:
    return replace(section, blocks=read.blocks, doubts=read.doubts)


def _lanes(printed: tuple[PrintedBlock, ...]) -> tuple[Pieces, ...]:
    """Give paragraphs and cells, in reading order."""
    lanes: list[Pieces] = []
    for block in printed:
        match block:
            case PrintedParagraph():
                lanes.append(block.pieces)
            case PrintedTable():
                lanes += (cell for row in block.rows for cell in row)
    return tuple(lanes)


def _read(
    printed: tuple[PrintedBlock, ...], lanes: tuple[Pieces, ...], pairs: tuple[Pair, ...]
) -> Marked:
    marks = {spot for pair in pairs if pair.deletes for spot in pair.spots}
    runs = iter([spaced(words) for words in _runs(lanes, marks)])
    blocks: list[MarkedBlock] = []
    for block in printed:
        match block:
            case PrintedParagraph():
                words = next(runs)
                if words:
                    blocks.append(MarkedParagraph(runs=words))
            case PrintedTable():
                rows = tuple(tuple(next(runs) for _ in row) for row in block.rows)
                blocks.append(MarkedTable(rows=rows))
    doubts = tuple(
        Doubt(words=_words(lanes, pair), deletes=pair.deletes, reason=pair.doubt)
        for pair in pairs
        if pair.doubt is not None
    )
    return Marked(blocks=tuple(blocks), doubts=doubts)


def _words(lanes: tuple[Pieces, ...], pair: Pair) -> str:
    if _is_paired(pair):
        return f"[{pair.content.strip()}]"
    (spot,) = pair.spots
    return lanes[spot.lane][spot.piece].text[spot.offset]


def _runs(lanes: tuple[Pieces, ...], marks: set[Spot]) -> Iterator[list[Run]]:
    """Cut each lane at the brackets that are marks, and leave these out."""
    depth = 0
    ordered = sorted(marks)
    following = 0
    for lane, pieces in enumerate(lanes):
        words: list[Run] = []
        for place, piece in enumerate(pieces):
            start = 0
            while (
                following < len(ordered)
                and ordered[following].lane == lane
                and ordered[following].piece == place
            ):
                offset = ordered[following].offset
                words.append(_run(piece.text[start:offset], piece.ink, depth))
                depth += 1 if piece.text[offset] == "[" else -1
                start = offset + 1
                following += 1
            words.append(_run(piece.text[start:], piece.ink, depth))
        yield [run for run in words if run.text]


def _run(text: str, ink: Ink, depth: int) -> Run:
    match ink:
        case Ink.NEW:
            kind = RunKind.INSERTED
        case Ink.GONE:
            kind = RunKind.DELETED
        case Ink.PLAIN | Ink.BRACKET:
            kind = RunKind.DELETED if depth else RunKind.EQUAL
    return Run(kind=kind, text=text)
