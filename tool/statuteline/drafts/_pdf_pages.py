"""Pages of a PDF file as printed lines: their words, and where on the page they stand.

The only door to pypdf, which the extra ``pdf`` brings.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from pypdf import PdfReader

from statuteline.errors import DraftError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.drafts.base import DraftFile

MAX_PAGES: Final = 2000
"""More than twice the longest act that is known."""
_SAME_LINE: Final = 0.35
"""Share of the type's size by which a raised figure leaves its line."""
_WIDEST: Final = 1.0
"""No letter is wider, in units of the type; what stands farther is set apart."""
_COLUMN_LINES: Final = 4
"""Lines beside others from which print is taken for columns."""
_LIGATURES: Final = str.maketrans(
    {
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\xad": "-",
    }
)
"""Signs that only print has, as the letters they stand for."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # we say ourselves what fails


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One line of a page.

    Args:
        text: Its words.
        bold: How many of its first characters stand in a bold type.
        left: Where it begins, in points from the left edge.
        height: Where it stands, in points from the bottom.
        size: The size of its type, in points.
    """

    text: str
    bold: int
    left: float
    height: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """One page.

    Args:
        lines: Its lines, from the top down.
        turned: Whether it has words that run in another direction, which are left out.
        columns: Whether it seems to be set in more than one column.
    """

    lines: tuple[PrintedLine, ...]
    turned: bool
    columns: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    text: str
    bold: bool
    left: float
    height: float
    size: float


def printed_pages(file: DraftFile) -> tuple[PrintedPage, ...]:
    """Take the lines out of a PDF file.

    Args:
        file: The file.

    Returns:
        Its pages, in order.

    Raises:
        DraftError: If it is broken, closed by a password, or has too many pages.
    """
    try:
        reader = PdfReader(BytesIO(file.data))
        closed = reader.is_encrypted
        count = 0 if closed else len(reader.pages)
        if not closed and count <= MAX_PAGES:
            return tuple(_page(page) for page in reader.pages)
    except Exception as error:  # what broken files raise there has no common kind
        raise DraftError(
            f"The PDF file cannot be read: {str(error) or type(error).__name__}",
            where=file.name,
            hint="open it in a viewer and print it into a new PDF file",
        ) from error
    if closed:
        raise DraftError(
            "The PDF file is encrypted",
            where=file.name,
            hint="open it in a viewer and print it into a new PDF file",
        )
    raise DraftError(
        f"The PDF file has {count} pages, more than {MAX_PAGES}",
        where=file.name,
        hint="compare its parts one by one",
    )


def _page(page: Any) -> PrintedPage:  # noqa: ANN401 - pypdf's page
    pieces: list[_Piece] = []
    turned = False

    def note(
        text: str,
        around: list[float],
        matrix: list[float],
        font: dict[str, object] | None,
        size: float,
    ) -> None:
        nonlocal turned
        if not text.strip():
            return
        a, b, left, height = _placed(around, matrix)
        if abs(b) > abs(a):
            turned = True
            return
        name = str((font or {}).get("/BaseFont", ""))
        pieces.append(
            _Piece(
                text=text.translate(_LIGATURES).replace("\n", " "),
                bold="bold" in name.lower(),
                left=left,
                height=height,
                size=abs(size * a) or 1.0,
            )
        )

    page.extract_text(visitor_text=note)
    return PrintedPage(
        lines=tuple(_lines(pieces)), turned=turned, columns=_in_columns(pieces)
    )


def _placed(around: list[float], inner: list[float]) -> tuple[float, float, float, float]:
    """Put two transformations together: direction along the line, and the place."""
    a = inner[0] * around[0] + inner[1] * around[2]
    b = inner[0] * around[1] + inner[1] * around[3]
    left = inner[4] * around[0] + inner[5] * around[2] + around[4]
    height = inner[4] * around[1] + inner[5] * around[3] + around[5]
    return a, b, left, height


def _lines(pieces: list[_Piece]) -> Iterator[PrintedLine]:
    here: list[_Piece] = []
    for piece in sorted(pieces, key=lambda one: -one.height):
        if here and here[0].height - piece.height > _SAME_LINE * max(
            here[0].size, piece.size
        ):
            yield _line(here)
            here = []
        here.append(piece)
    if here:
        yield _line(here)


def _line(pieces: list[_Piece]) -> PrintedLine:
    text, bold, all_bold = "", 0, True
    before: _Piece | None = None
    for piece in sorted(pieces, key=lambda one: one.left):
        words = piece.text
        if before is not None and not (text.endswith(" ") or words.startswith(" ")):
            reach = before.left + len(before.text) * before.size * _WIDEST
            words = f" {words}" if piece.left > reach else words
        text += words
        all_bold = all_bold and piece.bold
        bold = len(text) if all_bold else bold
        before = piece
    largest = max(pieces, key=lambda one: len(one.text))
    return PrintedLine(
        text=text,
        bold=bold,
        left=min(one.left for one in pieces),
        height=largest.height,
        size=largest.size,
    )


def _in_columns(pieces: list[_Piece]) -> bool:
    """Tell whether the print goes back up the page, to the right of where it was.

    A single raised line does not count; several lines beside others do.
    """
    lefts = [one.left for one in pieces]
    heights = [one.height for one in pieces]
    if not pieces:
        return False
    middle = (min(lefts) + max(lefts)) / 2
    rise = (max(heights) - min(heights)) / 3
    for place, (before, after) in enumerate(pairwise(pieces)):
        if after.height - before.height > rise and after.left > middle > before.left:
            beside = {round(one.height) for one in pieces[: place + 1]}
            behind = {round(one.height) for one in pieces[place + 1 :] if one.left > middle}
            return len(beside & behind) >= _COLUMN_LINES
    return False
