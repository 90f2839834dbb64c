"""What ``impact`` says for people: a table of cases, then sentences."""

from __future__ import annotations

from collections import Counter
from itertools import product
from string import ascii_lowercase
from typing import TYPE_CHECKING

from statuteline.cli._params import columns
from statuteline.cli._rule_words import blocks_lines, wrapped
from statuteline.model.days import day_in_words
from statuteline.publish._characters import one_line
from statuteline.rules.impact_cases import IMPOSSIBLE, UNDETERMINED, placed
from statuteline.rules.impact_words import (
    DIRECTIONS,
    OF_CASES,
    cases_told,
    cases_words,
    change_words,
    changed_words,
    rests_on,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.encodings import Reading
    from statuteline.rules.impact import Impact, Matrix
    from statuteline.rules.impact_cases import Placed, Row
    from statuteline.rules.impact_items import Changed

_COUNT = 6
"""The least width of a column of counts."""


def impact_lines(found: Impact, rows: tuple[Row, ...] | None) -> Iterator[str]:
    """Write what differs between two days.

    Args:
        found: What was found.
        rows: The cases of a file, told in place of all possible cases; None for no file.

    Yields:
        Lines without line feeds.
    """
    yield from _days(found)
    if found.before is None or found.after is None:
        return
    if found.matrices:
        yield from _grounds(found)
    for matrix in found.matrices:
        yield ""
        if rows is None:
            yield from _matrix(matrix)
        else:
            axioms = found.encoding.axioms_at(*found.days)
            yield from _file(placed(matrix.before, matrix.after, axioms, rows), matrix)
    if found.requirements:
        yield ""
        yield "Procedure, which takes no outcome away:"
        yield from _items(found.requirements)
    if found.data:
        yield ""
        seats = tuple(sum(s.count for s in v.seats) for v in (found.before, found.after))
        total = f", {seats[0]} seats before and {seats[1]} after" if any(seats) else ""
        yield f"Data{total}:"
        yield from _items(found.data)
    if not found.differs:
        yield ""
        yield "Nothing differs."


def _days(found: Impact) -> Iterator[str]:
    yield from wrapped(f"{found.encoding.name}: {found.encoding.title}")
    for word, day, version in zip(
        ("Before", "After"), found.days, (found.before, found.after), strict=True
    ):
        held = (
            f"as in force {'by' if version.bound else 'from'} "
            f"{day_in_words(version.days.start)}"
            if version is not None
            else _missing(found)
        )
        yield from wrapped(f"{word}: {day_in_words(day)}, {held}.")
    if found.before is found.after and found.before is not None:
        yield "Both days have one text."


def _grounds(found: Impact) -> Iterator[str]:
    yield from wrapped(f"{OF_CASES} No lawyer has reviewed the encoding.")
    for axiom in found.axioms:
        source = axiom.cited.work or found.encoding.work
        yield from wrapped(f"Always so on both days: {axiom.name} ({source}).")


def _missing(found: Impact) -> str:
    spans = ", ".join(
        f"{one.days.start} to {one.days.end}" if one.days.end else f"{one.days.start} on"
        for one in found.encoding.versions
    )
    return f"which no version of the encoding covers: it has {spans}"


def _matrix(matrix: Matrix) -> Iterator[str]:
    laid = matrix.laid
    facts = len(laid.axes)
    yield from wrapped(
        f"Reading “{matrix.before.name}” before, “{matrix.after.name}” after: "
        f"{cases_words(laid.possible.bit_count())} by {facts} "
        f"fact{'' if facts == 1 else 's'}"
    )
    yield ""
    counts = Counter({(move.before, move.after): move.count for move in matrix.moves})
    yield from _table(_names(matrix.before, set()), _names(matrix.after, set()), counts)
    for direction, head in DIRECTIONS.items():
        moves = [move for move in matrix.moves if move.direction is direction]
        if moves:
            yield ""
            yield f"{head}:"
        for move in moves:
            yield from wrapped(
                f"{change_words(move.before, move.after)}: {cases_words(move.count)}:", 2
            )
            yield from blocks_lines(move.blocks, 4)
    if matrix.definitions:
        yield ""
        yield "Definitions:"
        yield from _items(matrix.definitions)
    if matrix.outcomes:
        yield ""
        yield "Outcomes that mean something else:"
        yield from _items(matrix.outcomes)


def _file(cases: tuple[Placed, ...], matrix: Matrix) -> Iterator[str]:
    count = len(cases)
    yield from wrapped(
        f"Reading “{matrix.before.name}” before, “{matrix.after.name}” after: "
        f"{count:,} case{'' if count == 1 else 's'} of the file"
    )
    yield ""
    found = Counter((one.before, one.after) for one in cases)
    rows = _names(matrix.before, {one.before for one in cases})
    heads = _names(matrix.after, {one.after for one in cases})
    yield from _table(rows, heads, found)
    for before, after in product(rows, heads):
        if found[before, after]:
            rows_so = (c.row for c in cases if (c.before, c.after) == (before, after))
            named = ", ".join(one_line(row.name) for row in rows_so)
            yield ""
            yield from wrapped(f"{change_words(before, after)}: {named}")


def _names(reading: Reading, found: set[str]) -> tuple[str, ...]:
    others = (name for name in (UNDETERMINED, IMPOSSIBLE) if name in found)
    return (*(outcome.name for outcome in reading.outcomes), *others)


def _table(
    rows: tuple[str, ...], heads: tuple[str, ...], counts: Counter[tuple[str, str]]
) -> Iterator[str]:
    """Write a line an outcome before, and a column an outcome after.

    Columns have letters, explained above, where the names are too wide for the terminal.
    """
    first = max(map(len, ("before", *rows)))
    if first + sum(len(head) + 2 for head in heads) + 2 > columns():
        letters = ascii_lowercase[: len(heads)]
        for letter, head in zip(letters, heads, strict=True):
            yield from wrapped(f"{letter}: {head}", 2)
        titles = tuple(letters)
    else:
        titles = heads
    widths = [max(len(title), _COUNT) for title in titles]
    yield f"  {'':{first}}  after"
    named = (title.rjust(width) for title, width in zip(titles, widths, strict=True))
    yield "  ".join((f"  {'before':{first}}", *named))
    for row in rows:
        cells = (
            f"{counts[row, head]:,}".rjust(width)
            for head, width in zip(heads, widths, strict=True)
        )
        yield "  ".join((f"  {row:{first}}", *cells))


def _items(items: tuple[Changed, ...]) -> Iterator[str]:
    for one in items:
        yield from wrapped(changed_words(one), 4, "- ")
        inner = rests_on(one, items)
        if inner:
            yield from wrapped(f"it rests on {', '.join(f'“{n}”' for n in inner)}", 6)
            continue
        for head, cases in cases_told(one):
            yield from wrapped(head, 6)
            yield from blocks_lines(cases, 6)
