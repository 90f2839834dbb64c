"""Long output shown page by page, where a person reads it on a terminal."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_VARIABLES = ("STATUTELINE_PAGER", "PAGER")
_NONE = frozenset({"", "cat"})


def pager_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Offer ``--no-pager``."""
    return click.option(
        "--no-pager", "paged", flag_value=False, default=True, help="Never page."
    )(function)


def is_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def echo(text: str, *, paged: bool, colour: bool) -> None:
    """Write text to standard output, through a pager if that is a terminal.

    A reader who leaves the pager before the end has read enough: no error.

    Args:
        text: What to write, ending with a line feed.
        paged: Whether a pager may be used.
        colour: Whether the text holds terminal colours that the pager is to show.

    Source:
        Git's ``core.pager``: a variable of one's own before ``PAGER``; ``cat`` or an
        empty one means none; ``LESS`` is ``FRX`` unless set, so that ``less`` ends at
        once where all fits on the screen, shows colours and leaves the text there.
    """
    chosen = next((os.environ[name] for name in _VARIABLES if name in os.environ), None)
    if not (paged and is_terminal()) or (chosen is not None and chosen.strip() in _NONE):
        click.echo(text, nl=False)
        return
    if chosen is not None:
        os.environ["PAGER"] = chosen  # where click looks for it
    os.environ.setdefault("LESS", "-FRX")
    click.echo_via_pager(text.removesuffix("\n"), color=colour)  # which adds one
