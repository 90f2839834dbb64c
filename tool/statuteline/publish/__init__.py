"""One module a format: from values to the words of a page, a file or a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from statuteline.errors import PluginError, StatutelineError
from statuteline.plugins import load_plugin, plugin_names
from statuteline.publish.base import Format, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from statuteline.model.change import Comparison, Runs

_GROUP = "statuteline.formats"
_OPTIONS = {
    "profile": "--profile",
    "context": "--only and --context",
    "detail": "--stat and --summary",
    "layout": "--layout",
}


def format_names() -> tuple[str, ...]:
    """List the formats a comparison can be rendered in."""
    return plugin_names(sys.modules[__name__], _GROUP)


def output_format(name: str) -> Format:
    """Take one format.

    Raises:
        PluginError: If there is none of this name.
    """
    return load_plugin(sys.modules[__name__], _GROUP, name, "FORMAT", Format)


def check_choices(name: str, style: Style) -> None:
    """Make sure that a format heeds every choice of a style.

    Args:
        name: One of :func:`format_names`.
        style: What was chosen.

    Raises:
        StatutelineError: If a choice would change nothing in that format; the hint
            names the formats that heed it.
    """
    for field, options in _OPTIONS.items():
        chosen = getattr(style, field) != getattr(Style(), field)
        if chosen and field not in output_format(name).heeds:
            formats = (one for one in format_names() if field in output_format(one).heeds)
            raise StatutelineError(
                f"The format {name} has no use for {options}",
                hint="it is for " + ", ".join(formats),
            )


def marked_lines(runs: Runs, style: Style, *, margin: str) -> list[str]:
    """Mark the words of one passage as the format ``text`` does.

    Args:
        runs: The words, each on both sides or on one.
        style: Colour and width.
        margin: What each line begins with.
    """
    from statuteline.publish._convention import TERMINAL  # noqa: PLC0415 - seldom needed
    from statuteline.publish._marked import paragraphs  # noqa: PLC0415
    from statuteline.publish._wrap import wrap  # noqa: PLC0415

    return [
        line
        for paragraph in paragraphs(TERMINAL.ready(runs))
        for line in wrap(
            TERMINAL.pieces(paragraph, colour=style.colour),
            width=style.width,
            first=margin,
            rest=margin,
        )
    ]


def seen(text: str) -> str:
    """Write characters that steer the display as their code points."""
    from statuteline.publish._characters import visible  # noqa: PLC0415

    return visible(text)


def cell_text(text: str) -> str:
    """Make words fit for a cell of a table that a spreadsheet may open.

    Example:
        >>> cell_text("=1+1"), cell_text("a\u202eb")
        ("'=1+1", 'a⟨U+202E⟩b')
    """
    from statuteline.publish._entries import formula_safe  # noqa: PLC0415

    return formula_safe(seen(text))


def workbook(  # noqa: PLR0913 - a table has this many sides
    name: str,
    columns: tuple[str, ...],
    widths: tuple[int, ...],
    rows: Iterable[tuple[str, ...]],
    *,
    about: tuple[str, ...],
    day: date,
) -> bytes:
    """Write rows as a workbook whose cells are all words, never a formula.

    Args:
        name: What the sheet is called, in 31 characters or less.
        columns: The names of the columns.
        widths: How wide each is, in characters.
        rows: The rows, each with a cell a column.
        about: What the rows are, a line each; the first is the title.
        day: The day that the file says it was made on; 1980 for earlier ones, for its
            form knows none.

    Raises:
        StatutelineError: If XlsxWriter is not installed.
    """
    from io import BytesIO  # noqa: PLC0415

    from statuteline.publish._workbook import (  # noqa: PLC0415
        FIRST_DAY,
        Sheets,
        open_book,
    )

    store = BytesIO()
    with open_book(store, in_files=False) as book:
        sheets = Sheets(book, columns, widths, name)
        for row in rows:
            sheets.add(row)
        sheets.close(about[0], about, max(day, FIRST_DAY))
    return store.getvalue()


def html_line(text: str) -> str:
    """Write words on one line of HTML, escaped, unseen characters shown."""
    from statuteline.publish._html_parts import shown  # noqa: PLC0415

    return shown(text)


def html_marked(runs: Runs) -> str:
    """Mark words in HTML, for the eye and for the ear."""
    from statuteline.publish._characters import visible  # noqa: PLC0415
    from statuteline.publish._html_redline import marked  # noqa: PLC0415
    from statuteline.publish._marked import settle  # noqa: PLC0415

    return marked(settle(runs, visible))


def html_dress(more: str = "") -> dict[str, str]:
    """Give the ``style`` of pages and the ``policy`` that allows nothing else.

    Args:
        more: Rules of a style sheet that come behind the shared ones.
    """
    from statuteline.publish._dress import dress  # noqa: PLC0415

    return dress(more)


def render(comparison: Comparison, name: str, style: Style | None = None) -> str:
    """Render a comparison as words.

    Args:
        comparison: Two texts compared.
        name: One of :func:`format_names`.
        style: Colour, width and choices; plain and 80 columns if left out.

    Returns:
        The whole output, ending with a line feed.

    Raises:
        PluginError: If there is no such format, or it gives a file of bytes.
    """
    written = output_format(name).comparison(comparison, style or Style())
    if isinstance(written, bytes):
        raise PluginError(
            f"The format {name!r} gives bytes, not words",
            hint="use statuteline.publish.render_bytes",
        )
    return written


def render_bytes(comparison: Comparison, name: str, style: Style | None = None) -> bytes:
    """Render a comparison as the bytes of a file: in UTF-8 where it is words.

    Args:
        comparison: Two texts compared.
        name: One of :func:`format_names`.
        style: Colour, width and choices; plain and 80 columns if left out.

    Returns:
        The whole file, the same for the same comparison and style.

    Raises:
        PluginError: If there is no such format.
    """
    written = output_format(name).comparison(comparison, style or Style())
    return written if isinstance(written, bytes) else written.encode()


def list_format_names() -> tuple[str, ...]:
    """List the formats in which the changes of many comparisons can be listed."""
    return tuple(name for name in format_names() if output_format(name).comparisons)


def render_list(
    comparisons: Iterable[Comparison], name: str, style: Style | None = None
) -> Iterator[bytes]:
    """List the changes of many comparisons, such as those of two whole codes.

    Args:
        comparisons: Texts compared, in the order in which they are to be told. Each is
            asked for when the one before is written.
        name: One of :func:`list_format_names`.
        style: Colour, width and choices; plain and 80 columns if left out.

    Returns:
        The output in pieces, in UTF-8 where it is words; together they are the file.

    Raises:
        StatutelineError: If the format has no such list.
        PluginError: If there is no such format.
    """
    listing = output_format(name).comparisons
    if listing is None:
        raise StatutelineError(
            f"The format {name} has no list of changes",
            hint="it is for " + ", ".join(list_format_names()),
        )
    pieces = listing(comparisons, style or Style())
    return (one if isinstance(one, bytes) else one.encode() for one in pieces)
