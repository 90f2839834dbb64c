"""What every format is given, and what it offers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from statuteline.corpus.search import Found
    from statuteline.corpus.store import Corpus
    from statuteline.history.behind import Behind
    from statuteline.model.change import Comparison
    from statuteline.model.interval import Interval
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression


class Profile(Enum):
    """A legislature's way to draw deleted and inserted words."""

    CT = "ct"
    """Connecticut: deleted words in brackets, new words underlined."""
    STRIKE = "strike"
    """Deleted words struck through, new words underlined."""
    RAMSEYER = "ramseyer"
    """The rule of the House of Representatives: struck through, new words italic."""


class Detail(Enum):
    """How much of a comparison is told."""

    COUNTS = "counts"
    SENTENCES = "sentences"
    FULL = "full"


class Layout(Enum):
    """Where the words of the two texts stand."""

    INLINE = "inline"
    """In one text, each change where it happened."""
    SIDE_BY_SIDE = "side-by-side"
    """In two columns, the old text left and the new one right."""


NARROWEST_FOR_TWO: Final = 60
"""Columns below which two texts beside each other cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How output may look, and how much of it there is.

    Args:
        colour: Whether terminal colours may be used.
        width: Columns to wrap at.
        profile: How marked words are drawn; None for the format's own way.
        context: How many unchanged provisions to show on each side of a changed one;
            None to show them all.
        detail: Counts, the changes as sentences too, or the redline as well.
        layout: Whether the redline is one text, or two in columns; these are never
            narrower than :data:`NARROWEST_FOR_TWO`.
        corpus: The corpus that the texts come from; None for the shipped one.
    """

    colour: bool = False
    width: int = 80
    profile: Profile | None = None
    context: int | None = None
    detail: Detail = Detail.FULL
    layout: Layout = Layout.INLINE
    corpus: Corpus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A text, or a part of it, with what a reader must know of it.

    Args:
        expression: The text.
        citation: How the jurisdiction cites what is shown.
        at: The day that was asked for.
        provision: The part to show; None for the whole text.
        interval: The days on which the text is the law; None where they are not known.
        notice: What the corpus says of all its texts.
        ends_by: The day by which it had ended, where its last day is not known.
        pending: Ids of texts of the same work whose first day is not known.
        behind: What is known of later changes that the text does not hold.
    """

    expression: Expression
    citation: str
    at: date
    provision: Provision | None
    interval: Interval | None
    notice: str
    ends_by: date | None
    pending: tuple[str, ...]
    behind: tuple[Behind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """A search with what it found.

    Args:
        query: The words that were looked for, as typed.
        at: The day of the law; None for all texts ever recorded.
        scope: The part of the corpus, as typed; empty for all of it.
        found: What was found.
        notice: What the corpus says of all its texts.
    """

    query: str
    at: date | None
    scope: tuple[str, ...]
    found: Found
    notice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One output format.

    Args:
        summary: One sentence for the help text.
        comparison: Renders two texts compared: as words that end with a line feed, or
            as the bytes of a file where the format is binary.
        comparisons: Lists the changes of many comparisons, piece by piece as they
            come; None if the format cannot.
        excerpt: Renders one text, or a part of it, as words or bytes like a comparison;
            None if the format cannot.
        searched: Renders what a search found; None if the format cannot.
        binary: Whether the output is bytes, which a terminal cannot show.
        heeds: The fields of :class:`Style` that change the output, colour and width
            left out: ``profile``, ``context``, ``detail``, ``layout``.
    """

    summary: str
    comparison: Callable[[Comparison, Style], str] | Callable[[Comparison, Style], bytes]
    comparisons: (
        Callable[[Iterable[Comparison], Style], Iterator[str]]
        | Callable[[Iterable[Comparison], Style], Iterator[bytes]]
        | None
    ) = None
    excerpt: Callable[[Excerpt, Style], str | bytes] | None = None
    searched: Callable[[Searched, Style], str] | None = None
    binary: bool = False
    heeds: frozenset[str] = frozenset()
