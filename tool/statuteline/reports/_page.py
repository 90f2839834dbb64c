"""A page of a report: one file, no script, no request."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from statuteline.publish import html_dress, html_line

_PAGE: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
"""


def page(title: str, body: str) -> str:
    """Write a page.

    Args:
        title: What it is called, as words.
        body: What stands below the title, as HTML.
    """
    more = files("statuteline.reports").joinpath("report.css").read_text("utf-8")
    return _PAGE.format(**html_dress(more), title=html_line(title), body=body)


def table(label: str, heads: tuple[str, ...], rows: tuple[str, ...]) -> str:
    """Write a table that scrolls by itself where the window is narrow.

    Args:
        label: What it is called, for those who hear it.
        heads: The names of the columns, as words.
        rows: The rows, as HTML.
    """
    head = "".join(f'<th scope="col">{html_line(one)}</th>' for one in heads)
    body = "\n".join(rows)
    return (
        f'<div class="rows" role="group" aria-label="{html_line(label)}" tabindex="0">\n'
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n"
        "</div>"
    )


def cells(*contents: str) -> str:
    """Write a row from cells of HTML."""
    return f"<tr>{''.join(f'<td>{one}</td>' for one in contents)}</tr>"


def lines(*contents: str) -> str:
    """Write a cell from words, a line each; empty ones are left out."""
    return "".join(f"<p>{html_line(one)}</p>" for one in contents if one)


def bullets(*contents: str) -> str:
    """Write words as a list; nothing for none."""
    items = "".join(f"<li>{html_line(one)}</li>" for one in contents)
    return f"<ul>{items}</ul>" if items else ""


def small(*contents: str) -> str:
    """Write addresses and places in files, which few readers need, a line each."""
    return "".join(
        f'<p class="quiet"><code>{html_line(one)}</code></p>' for one in contents if one
    )


def status(symbol: str, words: str) -> str:
    """Write a state by symbol and by words; colour has no part in it."""
    sign = f'<span class="sign" aria-hidden="true">{html_line(symbol)}</span>'
    return f'<p class="state">{sign} {html_line(words)}</p>'
