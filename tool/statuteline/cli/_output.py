"""Writing results: JSON with a named schema, and lines for a terminal.

Whatever is written may hold a stranger's words. So commands write lines through here, where
characters that steer a terminal are written as their code points.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STYLE: Final = re.compile(r"\x1b\[[0-9;]*m")


def say(text: str = "", *, err: bool = False, styled: bool = False) -> None:
    """Write a line, or several; nothing in it steers the terminal.

    Args:
        text: The words.
        err: Whether they go to standard error.
        styled: Whether the words hold colours that we have put around them ourselves.
    """
    from statuteline.publish._characters import visible

    pieces = _STYLE.split(text) if styled else [text]
    styles = [*_STYLE.findall(text), ""] if styled else [""]
    shown = zip(map(visible, pieces), styles, strict=True)
    click.echo("".join(f"{words}{style}" for words, style in shown), err=err)


def write_json(name: str, content: dict[str, object]) -> None:
    """Write a result as JSON that names its schema, ``statuteline/<name>/1``."""
    click.echo(json_text(name, content))


def json_text(name: str, content: dict[str, object]) -> str:
    """Give a result as JSON that names its schema, ``statuteline/<name>/1``."""
    from statuteline.publish._json import written

    return written({"schema": f"statuteline/{name}/1", **content}).removesuffix("\n")


def write_pieces(output: str | None, pieces: Iterable[bytes]) -> None:
    """Write output that comes in pieces.

    Args:
        output: A file, written in one step when all is there; None or ``-`` for standard
            output, where each piece is written as it comes.
        pieces: The output.
    """
    if output is None or output == "-":
        for piece in pieces:
            click.echo(piece, nl=False)
        return
    from statuteline.corpus.disk import write_file

    data = b"".join(pieces)
    path = Path(output).resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(data)  # a device or a pipe: never to be replaced by a file
    else:
        write_file(path, data)


def line_bytes(text: str) -> bytes:
    """Give a line, or several, for :func:`write_pieces`; nothing steers the terminal."""
    from statuteline.publish._characters import visible

    return f"{visible(text)}\n".encode()


def write_columns(rows: Iterable[Sequence[str]]) -> None:
    """Write rows in columns, two spaces between; the last column runs free."""
    from statuteline.publish._characters import visible

    lines = [tuple(map(visible, row)) for row in rows]
    if not lines:
        return
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]) - 1)]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        say("  ".join([*cells, line[-1]]).rstrip())
