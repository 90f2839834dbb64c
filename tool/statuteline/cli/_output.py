"""Writing results: JSON with a named schema, and lines for a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def write_json(name: str, content: dict[str, object]) -> None:
    """Write a result as JSON that names its schema, ``statuteline/<name>/1``."""
    document = {"schema": f"statuteline/{name}/1", **content}
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def write_columns(rows: Iterable[Sequence[str]]) -> None:
    """Write rows in columns, two spaces between; the last column runs free."""
    lines = [tuple(row) for row in rows]
    if not lines:
        return
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]) - 1)]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        click.echo("  ".join([*cells, line[-1]]).rstrip())
