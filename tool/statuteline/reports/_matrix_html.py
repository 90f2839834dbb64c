"""The matrix of an act as a page: statements in their order, and the words that changed."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
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
    from collections.abc import Callable, Iterator

    from statuteline.model.ids import ProvisionRef
    from statuteline.reports.base import Matrix
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.trace.matrix import Row
    from statuteline.trace.text_changes import TextChange

_HEADS: Final = (
    "Act section",
    "What changed",
    "Does code follow?",
    "Golden cases",
    "Checked against the text",
    "What is open",
)
_ALONE: Final = "Changes that no statement describes"


def _nowhere(_: object) -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Leads:
    """Where the parts of a matrix lead; each gives an address, or None for no link.

    Args:
        provision: An act section, or a statement of a document.
        change: The texts that a change lies between, compared.
    """

    provision: Callable[[ProvisionRef], str | None] = _nowhere
    change: Callable[[TextChange], str | None] = _nowhere


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """A matrix, and how it is set.

    Args:
        matrix: The matrix.
        leads: Where its parts lead.
        changes: Each change that is told by its id, with the first row that tells of it.
    """

    matrix: Matrix
    leads: Leads
    changes: dict[str, Row]

    @property
    def numbers(self) -> dict[str, int]:
        """The numbers of the changes."""
        return {name: number for number, name in enumerate(self.changes, 1)}


def matrix_page(matrix: Matrix) -> str:
    """Write the page: what is open, a table a statement, and each change in words."""
    asked = f"{html_line(matrix.corpus)}, asked on {matrix.day(matrix.on)}"
    return page(
        f"{matrix.act}: from statement to text to code",
        f'<p class="work">{asked}</p>\n{matrix_body(matrix, Leads())}',
    )


def matrix_body(matrix: Matrix, leads: Leads) -> str:
    """Write what stands below the title of a page.

    Args:
        matrix: The matrix.
        leads: Where its parts lead.

    Returns:
        HTML, its headings from the second rank on.
    """
    holes = bullets(*(f"{count}: {hole.value}" for hole, count in matrix.holes.items()))
    narrowed = (
        '<p class="counts">Only rows with something open are shown.</p>\n'
        if matrix.holes_only
        else ""
    )
    setting = _Setting(matrix=matrix, leads=leads, changes=_changes(matrix))
    tables = "\n".join(_tables(setting))
    told = "\n".join(_told(setting))
    return (
        '<section aria-labelledby="open">\n<h2 id="open">What is open</h2>\n'
        f'<p class="counts">{html_line(matrix.counted)}</p>\n'
        f"{holes or '<p>Nothing.</p>'}\n</section>\n"
        f"{narrowed}{tables}\n"
        '<section aria-labelledby="changes">\n'
        '<h2 id="changes">Each change: words, code and cases</h2>\n'
        f"{told}\n</section>"
    )


def _changes(matrix: Matrix) -> dict[str, Row]:
    """Give each change that is told by its id, with the first row that tells of it."""
    changes: dict[str, Row] = {}
    for one in matrix.listed:
        if one.change is not None:
            changes.setdefault(one.change.change.id, one)
    return changes


def _tables(setting: _Setting) -> Iterator[str]:
    told = groupby(setting.matrix.listed, key=lambda one: one.statement)
    for number, (statement, group) in enumerate(told, 1):
        of_statement = tuple(group)
        rows = tuple(_row(setting, one) for one in of_statement)
        name = f"statement-{number}"
        head = _head(setting, of_statement[0]) if statement is not None else ""
        title = f"Statement {number}" if statement is not None else _ALONE
        yield (
            f'<section aria-labelledby="{name}">\n<h2 id="{name}">{title}</h2>\n{head}\n'
            f"{table(title, _HEADS, rows)}\n</section>"
        )


def _head(setting: _Setting, first: Row) -> str:
    statement = first.statement
    if statement is None:
        return ""
    tried = bullets(*claims(first))
    told = f"<p>Claims that put it to the test:</p>{tried}" if tried else ""
    to = setting.leads.provision(statement.ref)
    place = f"<p>{_link(to, 'In the document')}</p>" if to else small(statement.id)
    return (
        f'<blockquote class="statement"><p>{html_line(statement.words)}</p>'
        f"{place}</blockquote>{told}"
    )


def _row(setting: _Setting, one: Row) -> str:
    change, matrix = one.change, setting.matrix
    return cells(
        "".join(
            f"<p>{_link(setting.leads.provision(act), matrix.cited[act])}</p>"
            for act in one.acts
        ),
        _what(setting, change) if change is not None else "",
        lines(stands(change)) if change is not None else "",
        lines(
            *(
                f"{len(turn.before)} the day before, {len(turn.that_day)} from then on"
                for turn in one.turns
            )
        ),
        lines(*checked(matrix, one)),
        "".join(status("!", hole.value) for hole in one.holes) or status("✓", "nothing"),
    )


def _what(setting: _Setting, change: ClaimedChange) -> str:
    of = change.change
    where = html_line(", ".join(provisions(setting.matrix, change)))
    to = f"#change-{setting.numbers[of.id]}"
    return (
        f'<p><a href="{to}">{where}</a>, from {setting.matrix.day(of.day)} on</p>'
        f"{lines(of.change.summary)}"
    )


def _told(setting: _Setting) -> Iterator[str]:
    """Write each change once: its words marked, its code with file and line, its cases."""
    matrix = setting.matrix
    for number, one in enumerate(setting.changes.values(), 1):
        change = one.change
        if change is None:
            continue
        of = change.change
        where = html_line(", ".join(provisions(matrix, change)))
        passages = "".join(f"<p>{html_marked(runs)}</p>" for runs in of.words)
        to = setting.leads.change(of)
        compared = f"<p>{_link(to, 'Both texts compared')}</p>" if to else ""
        golden = (f"Golden cases, {told}" for told in cases(matrix, one.turns))
        yield (
            f'<h3 id="change-{number}" tabindex="-1">{where}, '
            f"from {matrix.day(of.day)} on</h3>\n{lines(of.change.summary)}"
            f'<div class="law">{passages}</div>\n{compared}'
            f"{lines(f'Does code follow? {stands(change)}')}"
            f"{small(*code(matrix, change))}"
            f"{lines(*golden)}"
        )


def _link(to: str | None, words: str) -> str:
    told = html_line(words)
    return f'<a href="{escape(to)}">{told}</a>' if to else told
