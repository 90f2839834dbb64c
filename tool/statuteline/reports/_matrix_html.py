"""The matrix of an act as a page: statements in their order, and the words that changed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from statuteline.publish import html_line, html_marked
from statuteline.reports._matrix_cells import (
    cases,
    checked,
    claim,
    code,
    missing,
    provisions,
    stands,
)
from statuteline.reports._page import cells, lines, page, small, status, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.reports.base import Matrix
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.trace.matrix import Row

_HEADS: Final = (
    "Act section",
    "What changed",
    "Does code follow?",
    "Claims, tried",
    "Golden cases",
    "Checked against the text",
    "What is open",
)
_ALONE: Final = "Changes that no statement describes"


def matrix_page(matrix: Matrix) -> str:
    """Write the page: what is open, a table a statement, and each change in words."""
    holes = "".join(
        f"<li>{count}: {html_line(hole.value)}</li>" for hole, count in matrix.holes.items()
    )
    narrowed = (
        '<p class="counts">Only rows with something open are shown.</p>\n'
        if matrix.holes_only
        else ""
    )
    changes = _changes(matrix)
    tables = "\n".join(_tables(matrix, changes))
    return page(
        f"{matrix.act}: from statement to text to code",
        f'<p class="work">{html_line(matrix.corpus)}, asked on {matrix.on}</p>\n'
        '<section aria-labelledby="open">\n<h2 id="open">What is open</h2>\n'
        f'<p class="counts">{html_line(matrix.counted)}</p>\n'
        f"{f'<ul>{holes}</ul>' if holes else '<p>Nothing.</p>'}\n</section>\n"
        f"{narrowed}{tables}\n"
        '<section aria-labelledby="words">\n<h2 id="words">The words that changed</h2>\n'
        f"{_redlines(matrix, changes)}\n</section>",
    )


def _changes(matrix: Matrix) -> dict[str, ClaimedChange]:
    """Give each change that is told, once."""
    return {
        one.change.change.id: one.change for one in matrix.listed if one.change is not None
    }


def _tables(matrix: Matrix, changes: dict[str, ClaimedChange]) -> Iterator[str]:
    numbers = {name: number for number, name in enumerate(changes, 1)}
    told = groupby(matrix.listed, key=lambda one: one.statement)
    for number, (statement, group) in enumerate(told, 1):
        rows = tuple(_row(matrix, one, numbers) for one in group)
        name = f"statement-{number}"
        head = (
            f'<blockquote class="statement"><p>{html_line(statement.words)}</p>'
            f"{small(statement.id)}</blockquote>"
            if statement is not None
            else ""
        )
        title = f"Statement {number}" if statement is not None else _ALONE
        yield (
            f'<section aria-labelledby="{name}">\n<h2 id="{name}">{title}</h2>\n{head}\n'
            f"{table(title, _HEADS, rows)}\n</section>"
        )


def _row(matrix: Matrix, one: Row, numbers: dict[str, int]) -> str:
    change = one.change
    holes = tuple(missing(one))
    return cells(
        lines(*(matrix.cited[act] for act in one.acts)),
        _what(matrix, change, numbers) if change is not None else "",
        f"{lines(stands(change))}{small(*code(matrix, change))}"
        if change is not None
        else "",
        lines(*(claim(tested) for tested in one.claims)),
        lines(*cases(one.turns)),
        lines(*checked(one)),
        "".join(status("!", words) for words in holes) or status("✓", "nothing"),
    )


def _what(matrix: Matrix, change: ClaimedChange, numbers: dict[str, int]) -> str:
    of = change.change
    where = html_line(", ".join(provisions(matrix, change)))
    return (
        f'<p><a href="#change-{numbers[of.id]}">{where}</a>, from {of.day} on</p>'
        f"{lines(of.change.summary)}"
    )


def _redlines(matrix: Matrix, changes: dict[str, ClaimedChange]) -> str:
    return "\n".join(
        f'<h3 id="change-{number}" tabindex="-1">'
        f"{html_line(', '.join(provisions(matrix, change)))}, "
        f"from {change.change.day} on</h3>\n"
        f"{lines(change.change.change.summary)}"
        f'<div class="law">{_passages(change)}</div>'
        for number, change in enumerate(changes.values(), 1)
    )


def _passages(change: ClaimedChange) -> str:
    return "".join(f"<p>{html_marked(runs)}</p>" for runs in change.change.words)
