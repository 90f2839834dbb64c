"""Writing results: JSON with a named schema, and lines for a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def write_json(name: str, content: dict[str, object]) -> None:
    """Write a result as JSON that names its schema, ``statuteline/<name>/1``."""
    click.echo(json_text(name, content))


def json_text(name: str, content: dict[str, object]) -> str:
    """Give a result as JSON that names its schema, ``statuteline/<name>/1``."""
    document = {"schema": f"statuteline/{name}/1", **content}
    return json.dumps(document, ensure_ascii=False, indent=2)


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


def write_columns(rows: Iterable[Sequence[str]]) -> None:
    """Write rows in columns, two spaces between; the last column runs free."""
    lines = [tuple(row) for row in rows]
    if not lines:
        return
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]) - 1)]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        click.echo("  ".join([*cells, line[-1]]).rstrip())
