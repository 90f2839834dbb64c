"""Reading an act from a file of any kind: what a file is, its bytes say."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from statuteline.acts.html import read_act_html
from statuteline.acts.pdf import read_act_pdf
from statuteline.acts.runs_json import read_runs_json
from statuteline.errors import SourceError

if TYPE_CHECKING:
    from statuteline.model.marked import PrintedAct

_LOOKED_AT: Final = 1024
"""Bytes at the start of a file that tell what it is."""


def read_act(data: bytes, name: str) -> PrintedAct:
    """Read an act.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.

    Raises:
        SourceError: If it is no file of a kind that is known, or no act.
    """
    start = data[:_LOOKED_AT].removeprefix(codecs.BOM_UTF8).lstrip()
    if start.startswith(b"{"):
        return read_runs_json(data, name)
    if start.startswith(b"<"):
        return read_act_html(data, name)
    if start.startswith(b"%PDF-"):
        return read_act_pdf(data, name)
    raise SourceError(
        "The file is no act of a kind that is known",
        where=name,
        hint="acts are read from HTML pages, PDF files and JSON runs",
    )
