"""What a search found, for reading in a terminal.

The words that were looked for stand in ``»these marks«``, in bold where there is colour.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from statuteline.history.standing import StandingKind
from statuteline.model.days import day_in_words
from statuteline.model.work import Words
from statuteline.publish._characters import one_line, visible
from statuteline.publish._convention import CELL, NOTE
from statuteline.publish._wording import lasting, when
from statuteline.publish._wrap import Piece, wrap

if TYPE_CHECKING:
    from statuteline.corpus.search import Hit
    from statuteline.corpus.search_excerpt import Glimpse
    from statuteline.history.standing import Standing
    from statuteline.publish.base import Searched, Style

_MARKS: Final = ("»", "«")
_RESERVED: Final = frozenset({*_MARKS, *NOTE, CELL, "\\"})
_BOLD: Final = "1"
_DIM: Final = "2"
_MARGIN: Final = "    "
_NAMED: Final = 6
"""More provisions of one text than these are counted, not named."""


def searched_text(searched: Searched, style: Style) -> str:
    """Write the texts that were found, and how many there are.

    Args:
        searched: The search.
        style: Colour and width.

    Returns:
        Lines, ending with a line feed; nothing at all where nothing was found.
    """
    if not searched.found.hits:
        return ""
    page = _Page(style)
    for hit in searched.found.hits:
        page.hit(hit)
    page.line(_shown(searched))
    page.line(searched.notice, code=_DIM)
    return "\n".join(page.lines) + "\n"


class _Page:
    """Collects wrapped lines."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self.lines: list[str] = []

    def hit(self, hit: Hit) -> None:
        title = [Piece(f"{visible(hit.citation)}  ", self._code(_BOLD))]
        self._wrapped([*title, *self._pieces(hit.title)])
        self.line(_standing(hit), code=_DIM, first=_MARGIN)
        self._wrapped(self._pieces(hit.glimpses), first=_MARGIN)
        if hit.also:
            self.line(f"Also in {_places(hit)}.", code=_DIM, first=_MARGIN)
        self.lines.append("")

    def line(self, words: str, *, code: str = "", first: str = "") -> None:
        self._wrapped([Piece(one_line(words), self._code(code))], first=first)

    def _wrapped(self, pieces: list[Piece], first: str = "") -> None:
        self.lines += wrap(pieces, width=self._style.width, first=first, rest=_MARGIN)

    def _code(self, code: str) -> str:
        return code if self._style.colour else ""

    def _pieces(self, glimpses: tuple[Glimpse, ...]) -> list[Piece]:
        pieces = []
        for one in glimpses:
            text = "".join(map(_shown_character, one.text))
            if one.found:
                start, end = _MARKS
                pieces.append(Piece(f"{start}{text}{end}", self._code(_BOLD)))
            else:
                pieces.append(Piece(text))
        return pieces


def _shown_character(character: str) -> str:
    if character in _RESERVED:
        return f"\\{character}"
    if character == "\t":
        return f" {CELL} "
    return " " if character.isspace() else visible(character)


def _standing(hit: Hit) -> str:
    text = hit.standing.expression
    restated = ", restated" if text.words is Words.RESTATED else ""
    return f"{_days(hit.standing)}{restated} ({text.id})"


def _days(standing: Standing) -> str:
    text = standing.expression
    match standing.kind:
        case StandingKind.DATED:
            return lasting(text, standing.interval, standing.ends_by)
        case StandingKind.REPEALED:
            return f"Marks the place of repealed law, {when(text)}"
        case StandingKind.PENDING:
            return f"Pending, {when(text)}"
        case StandingKind.SUPERSEDED:
            return f"Never the law: another record took its place; {when(text)}"
        case _:
            assert_never(standing.kind)


def _places(hit: Hit) -> str:
    """Name other provisions, by what comes behind the citation of their work."""
    names = [name.removeprefix(hit.work).strip(" ,") or hit.work for name in hit.also]
    if len(names) > _NAMED + 1:
        more = len(names) - _NAMED
        names = [*names[:_NAMED], f"{more} more places"]
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _shown(searched: Searched) -> str:
    found = searched.found
    texts = _count(found.total, "text")
    if searched.at is not None:
        texts += f" in force on {day_in_words(searched.at)}"
    have = "has" if found.total == 1 else "have"
    if found.total > len(found.hits):
        return f"{texts} {have} these words; shown are {len(found.hits)} (--limit)."
    return f"{texts} {have} these words."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
