"""One accessible page in plain words: no script, no request, readable in print."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statuteline.publish import html_line
from statuteline.reports._matrix_html import matrix_page
from statuteline.reports._page import bullets, cells, lines, page, small, status, table
from statuteline.reports._plain import plain, symbol
from statuteline.reports.base import Report
from statuteline.trace.links import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.reports.base import Checked, Finding

_HEADS = ("State", "Code", "Provision", "Words it rests on", "What is to be said")


def _findings(checked: Checked) -> str:
    told = bullets(
        *(
            f"{count} {symbol(state)} {plain(state)}"
            for state, count in checked.counts.items()
        )
    )
    body = "\n".join(_sections(checked)) or "<p>Nothing is left to do.</p>"
    return page(
        "Does the code rest on the words of the law?",
        f'<p class="work">{html_line(checked.corpus)}, asked on {checked.on}</p>\n'
        f'<p class="counts">{len(checked.links)} links of code and text:</p>\n'
        f"{told}\n{body}",
    )


def _sections(checked: Checked) -> Iterator[str]:
    for name, found in groupby(checked.listed, key=lambda x: x.judged.link.unit.encoding):
        rows = tuple(_row(one) for one in found)
        yield f"<h2>{html_line(name)}</h2>\n{table(name, _HEADS, rows)}"


def _row(one: Finding) -> str:
    link = one.judged.link
    words = link.words if isinstance(link, Link) else ()
    where = str(one.text) if one.text is not None else ""
    return cells(
        status(symbol(one.state), plain(one.state)),
        f"{lines(link.unit.name)}{small(one.place)}",
        f"{lines(one.provision)}{small(where)}",
        lines(*(f"“{said}”" for said in words)),
        lines(one.told),
    )


REPORT = Report(
    summary="One accessible page in plain words.", findings=_findings, matrix=matrix_page
)
