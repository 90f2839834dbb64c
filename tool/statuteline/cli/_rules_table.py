"""A reading as a decision table: a column each way to an outcome, a line each fact."""

from __future__ import annotations

from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from statuteline.cli._output import say
from statuteline.cli._params import columns
from statuteline.cli._rules_text import show_head, show_title
from statuteline.errors import RuleError
from statuteline.rules.cell_words import allowed_words
from statuteline.rules.decision_table import decision_table
from statuteline.rules.version_words import reading_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.corpus.store import Corpus
    from statuteline.rules.decision_table import DecisionTable, Row
    from statuteline.rules.encodings import Axiom, Encoding, Version
    from statuteline.rules.facts import Fact

_HEAD: Final = 30
"""Columns for the names of facts."""
_LEAST, _MOST = 16, 32
"""Columns for what a way asks of a fact."""
_GAP: Final = 2


def show_tables(
    corpus: Corpus, encoding: Encoding, version: Version, axioms: tuple[Axiom, ...]
) -> None:
    """Write a decision table for each reading of a version.

    Args:
        corpus: The corpus, for its forms of citation.
        encoding: The encoding.
        version: The version, with the readings that are to be shown.
        axioms: The axioms of the day.

    Raises:
        RuleError: If a reading has no outcomes, or too many cases to look at.
    """
    if not version.readings:
        raise RuleError(
            f"{encoding.name} decides nothing: it keeps data",
            hint="show it with --format text",
        )
    show_head(corpus, encoding, version)
    for reading in version.readings:
        table = decision_table(reading, axioms)
        show_title(reading_told(reading, version))
        for line in table_lines(table, columns(texts=2)):
            say(line)
        for axiom in table.axioms:
            say(f"It rests on: {axiom.name}.")


def table_lines(table: DecisionTable, width: int) -> Iterator[str]:
    """Write a decision table.

    Args:
        table: The table. Where not all ways fit beside each other, they stand in several
            blocks.
        width: Columns of the terminal.

    Yields:
        Lines without line feeds.
    """
    ways = tuple(enumerate(table.rows, start=1))
    beside = min(len(ways), max(1, (width - _HEAD) // (_LEAST + _GAP)))
    size = max(_LEAST, min(_MOST, (width - _HEAD) // beside - _GAP))
    for start in range(0, len(ways), beside):
        if start:
            yield ""
        yield from _block(table, ways[start : start + beside], size)


def _block(
    table: DecisionTable, ways: tuple[tuple[int, Row], ...], size: int
) -> Iterator[str]:
    yield from _line("", [f"{number}." for number, _ in ways], size)
    for axis in table.axes:
        cells = [_allowed(row, axis.fact) for _, row in ways]
        if any(cells):
            mark = " [court finding]" if axis.fact.judgement else ""
            yield from _line(f"{axis.fact.words}{mark}", [c or "-" for c in cells], size)
    yield from _line("so:", [row.outcome.name for _, row in ways], size)


def _allowed(row: Row, fact: Fact) -> str:
    """Say what a row asks of a fact; nothing where it may be anything."""
    side = next((one for one in row.box.sides if one.axis.fact == fact), None)
    return "" if side is None else allowed_words(side.axis, side.cells)


def _line(head: str, cells: list[str], size: int) -> Iterator[str]:
    beside = [
        wrap(head, _HEAD - _GAP, subsequent_indent="  ") or [""],
        *(wrap(cell, size) for cell in cells),
    ]
    for words in zip_longest(*beside, fillvalue=""):
        first, *others = words
        yield "".join(
            [first.ljust(_HEAD), *(other.ljust(size + _GAP) for other in others)]
        ).rstrip()
