"""Two whole codes compared: what ``compare`` says of two files."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.cli._engines import Spread
    from statuteline.model.change import Comparison


def compare_files(
    old: str, new: str, form: str, run: Spread, *, supplement: bool = False
) -> int:
    """Compare two codes and write what differs, section by section.

    Args:
        old: The file of the code before.
        new: The file of the code after.
        form: ``text`` or ``json``; JSON is one object a line, each naming its schema.
        run: Where the work is done.
        supplement: Whether the second file holds only what it replaces or adds.

    Returns:
        The exit status: 0 if the codes are the same, 1 if they differ.

    Raises:
        MalformedXmlError: If a file is no XML that we accept.
        SchemaViolationError: If a file is no Akoma Ntoso document with sections.
    """
    from statuteline.corpus.code_file import read_code
    from statuteline.diff.codes import compare_codes
    from statuteline.diff.overlay import overlaid

    before, after = read_code(Path(old)), read_code(Path(new))
    if supplement:
        after = overlaid(before, after)
    count = 0
    with _without_collecting():
        for found in compare_codes(before, after, run):
            count += 1
            click.echo(_json_line(found) if form == "json" else _told(found))
    if form == "text":
        sections = f"{len(before.sections)} sections and headings against "
        click.echo(f"{sections}{len(after.sections)}: {count} differ.")
    return 1 if count else 0


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Spare the search for cycles, a third of the time: values hold none."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _told(found: Comparison) -> str:
    top = (found.new.body or found.old.body)[0]
    head = " ".join(filter(None, (top.num, top.heading_text)))
    return "\n".join([head, *(f"  - {change.summary}" for change in found.changes)])


def _json_line(found: Comparison) -> str:
    import json

    from statuteline.publish.json import change_value

    return json.dumps(
        {
            "schema": "statuteline/compare-section/1",
            "old": found.old.body[0].eid.text if found.old.body else None,
            "new": found.new.body[0].eid.text if found.new.body else None,
            "changes": [change_value(change) for change in found.changes],
        },
        ensure_ascii=False,
    )
