"""The matrix of an act as a page: statements in their order, and the words that changed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from statuteline.publish import html_line, html_marked
from statuteline.reports._matrix_cells import (
    cases,
    checked,
    claims,
    code,
    provisions,
    stands,
)
from statuteline.reports._page import bullets, cells, lines, page, small, status, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.reports.base import Matrix
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.trace.matrix import Row
    from statuteline.trace.statements import TiedStatement

_HEADS: Final = (
    "Act section",
    "What changed",
    "Does code follow?",
    "Golden cases",
    "Checked against the text",
    "What is open",
)
_ALONE: Final = "Changes that no statement describes"


def matrix_page(matrix: Matrix) -> str:
    """Write the page: what is open, a table a statement, and each change in words."""
    holes = bullets(*(f"{count}: {hole.value}" for hole, count in matrix.holes.items()))
    narrowed = (
        '<p class="counts">Only rows with something open are shown.</p>\n'
        if matrix.holes_only
        else ""
    )
    changes = _changes(matrix)
    tables = "\n".join(_tables(matrix, changes))
    told = "\n".join(_told(matrix, changes))
    return page(
        f"{matrix.act}: from statement to text to code",
        f'<p class="work">{html_line(matrix.corpus)}, asked on {matrix.on}</p>\n'
        '<section aria-labelledby="open">\n<h2 id="open">What is open</h2>\n'
        f'<p class="counts">{html_line(matrix.counted)}</p>\n'
        f"{holes or '<p>Nothing.</p>'}\n</section>\n"
        f"{narrowed}{tables}\n"
        '<section aria-labelledby="changes">\n'
        '<h2 id="changes">Each change: words, code and cases</h2>\n'
        f"{told}\n</section>",
    )


def _changes(matrix: Matrix) -> dict[str, Row]:
    """Give each change that is told by its id, with the first row that tells of it."""
    changes: dict[str, Row] = {}
    for one in matrix.listed:
        if one.change is not None:
            changes.setdefault(one.change.change.id, one)
    return changes


def _tables(matrix: Matrix, changes: dict[str, Row]) -> Iterator[str]:
    numbers = {name: number for number, name in enumerate(changes, 1)}
    told = groupby(matrix.listed, key=lambda one: one.statement)
    for number, (statement, group) in enumerate(told, 1):
        of_statement = tuple(group)
        rows = tuple(_row(matrix, one, numbers) for one in of_statement)
        name = f"statement-{number}"
        head = _head(statement, of_statement[0]) if statement is not None else ""
        title = f"Statement {number}" if statement is not None else _ALONE
        yield (
            f'<section aria-labelledby="{name}">\n<h2 id="{name}">{title}</h2>\n{head}\n'
            f"{table(title, _HEADS, rows)}\n</section>"
        )


def _head(statement: TiedStatement, first: Row) -> str:
    tried = bullets(*claims(first))
    told = f"<p>Claims that put it to the test:</p>{tried}" if tried else ""
    return (
        f'<blockquote class="statement"><p>{html_line(statement.words)}</p>'
        f"{small(statement.id)}</blockquote>{told}"
    )


def _row(matrix: Matrix, one: Row, numbers: dict[str, int]) -> str:
    change = one.change
    return cells(
        lines(*(matrix.cited[act] for act in one.acts)),
        _what(matrix, change, numbers) if change is not None else "",
        lines(stands(change)) if change is not None else "",
        lines(
            *(
                f"{len(turn.before)} the day before, {len(turn.that_day)} from then on"
                for turn in one.turns
            )
        ),
        lines(*checked(one)),
        "".join(status("!", hole.value) for hole in one.holes) or status("✓", "nothing"),
    )


def _what(matrix: Matrix, change: ClaimedChange, numbers: dict[str, int]) -> str:
    of = change.change
    where = html_line(", ".join(provisions(matrix, change)))
    return (
        f'<p><a href="#change-{numbers[of.id]}">{where}</a>, from {of.day} on</p>'
        f"{lines(of.change.summary)}"
    )


def _told(matrix: Matrix, changes: dict[str, Row]) -> Iterator[str]:
    """Write each change once: its words marked, its code with file and line, its cases."""
    for number, one in enumerate(changes.values(), 1):
        change = one.change
        if change is None:
            continue
        where = html_line(", ".join(provisions(matrix, change)))
        passages = "".join(f"<p>{html_marked(runs)}</p>" for runs in change.change.words)
        yield (
            f'<h3 id="change-{number}" tabindex="-1">{where}, '
            f"from {change.change.day} on</h3>\n{lines(change.change.change.summary)}"
            f'<div class="law">{passages}</div>\n'
            f"{lines(f'Does code follow? {stands(change)}')}{small(*code(matrix, change))}"
            f"{lines(*(f'Golden cases, {told}' for told in cases(one.turns)))}"
        )
