"""A redline in two columns: the old text on the left, the new one on the right."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from statuteline.model.change import Run, RunKind
from statuteline.publish._characters import columns, one_line
from statuteline.publish._convention import NOTE
from statuteline.publish._marked import beside, merged, paragraphs
from statuteline.publish._selection import selected
from statuteline.publish._wording import coverage_note, label
from statuteline.publish._wrap import Piece, coded, wrap_column
from statuteline.publish.base import NARROWEST_FOR_TWO

if TYPE_CHECKING:
    from statuteline.model.change import Comparison, Place, Runs
    from statuteline.publish._convention import Convention
    from statuteline.publish._layout import Row
    from statuteline.publish.base import Style

PARTING: Final = " ║ "
_BOLD = "1"
_DIM = "2"
_STEP = 2


def side_by_side(comparison: Comparison, convention: Convention, style: Style) -> list[str]:
    """Write both texts beside each other, each provision beside its counterpart.

    The rows are in the order of the redline. What stands elsewhere in the other text
    is beside its counterpart too, and a note says where it stood.

    Args:
        comparison: Two texts compared.
        convention: How words are marked; each column has the marks of its own text.
        style: Its width is that of both columns; not less than ``NARROWEST_FOR_TWO``.

    Returns:
        Lines that have the same column for what parts the texts.
    """
    page = _Page(convention, style)
    page.heads(
        f"Old text: {label(comparison.old)}",
        f"New text: {label(comparison.new)}",
    )
    for row in selected(comparison, style):
        page.row(row)
    return page.lines


class _Page:
    """Collects lines of two columns."""

    def __init__(self, convention: Convention, style: Style) -> None:
        self._convention = convention
        self._colour = style.colour
        self._width = (max(style.width, NARROWEST_FOR_TWO) - len(PARTING)) // 2
        self.lines: list[str] = []

    def heads(self, old: str, new: str) -> None:
        """Say above each column which text it is."""
        self._add(*(self._ours(words, "", _BOLD) for words in (old, new)))
        rule = [Piece("═" * self._width)]
        self.lines.append("═╬═".join((coded(rule), coded(rule))))

    def row(self, row: Row) -> None:
        """Add a provision: its paragraphs beside each other, and our notes."""
        if row.place.depth <= 1 and not row.closing:
            self._add([[]], [[]])
        closing = row.closing
        for part in _parts(row):
            sides = ((row.old, RunKind.INSERTED), (row.new, RunKind.DELETED))
            self._add(*(self._words(part, *side, closing=closing) for side in sides))
            closing = True
        self._add(*map(self._notes, (row.old, row.new), _notes(row)))

    def _words(
        self, part: Runs, place: Place | None, gone: RunKind, *, closing: bool
    ) -> list[list[Piece]]:
        first, rest = self._margins(place)
        lines: list[list[Piece]] = []
        own = tuple(run for run in part if run.kind is not gone)
        for words in paragraphs(self._convention.ready(own)):
            if not any(run.text.strip() for run in words):
                continue
            pieces = self._convention.pieces(words, colour=self._colour)
            margin = rest if closing or lines else first
            lines += wrap_column(pieces, width=self._width, first=margin, rest=rest)
        return lines

    def _notes(self, place: Place | None, notes: list[str]) -> list[list[Piece]]:
        _, rest = self._margins(place)
        return [line for note in notes for line in self._ours(note.join(NOTE), rest, _DIM)]

    def _ours(self, words: str, margin: str, code: str) -> list[list[Piece]]:
        piece = Piece(one_line(words), code if self._colour else "")
        return wrap_column([piece], width=self._width, first=margin, rest=margin)

    def _margins(self, place: Place | None) -> tuple[str, str]:
        depth = place.depth if place else 0
        indent = min(_STEP * depth, self._width // 3)
        return " " * indent, " " * (indent + _STEP)

    def _add(self, old: list[list[Piece]], new: list[list[Piece]]) -> None:
        no_words: list[Piece] = []
        for left, right in zip_longest(old, new, fillvalue=no_words):
            taken = sum(columns(piece.text) for piece in left)
            room = " " * (self._width - taken)
            self.lines.append((coded(left) + room + PARTING + coded(right)).rstrip(" "))


def _parts(row: Row) -> list[Runs]:
    """Split a row into parts that begin on one line in both texts.

    Every paragraph break that both texts have ends such a part.
    """
    parts = _between_breaks(beside(row.num, row.heading or row.words))
    return parts + _between_breaks(row.words) if row.heading else parts


def _between_breaks(runs: Runs) -> list[Runs]:
    parts: list[list[Run]] = [[]]
    for run in runs:
        both = run.kind is RunKind.EQUAL
        first, *others = run.text.split("\n") if both else [run.text]
        parts[-1].append(Run(kind=run.kind, text=first))
        parts += [[Run(kind=run.kind, text=text)] for text in others]
    return [merged(tuple(part)) for part in parts]


def _notes(row: Row) -> tuple[list[str], list[str]]:
    """Give our notes on each side; what a text lacks is said in its own column."""
    lacking = coverage_note(row.old, row.new)
    notes = [note for note in row.notes if note != lacking]
    old, new = ([], notes) if row.new else (notes, [])
    if len(notes) < len(row.notes):
        old = [*old, *filter(None, [coverage_note(row.old, None)])]
        new = [*new, *filter(None, [coverage_note(None, row.new)])]
    return old, new
