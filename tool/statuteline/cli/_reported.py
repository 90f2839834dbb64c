"""Reports on the command line: which form, and where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from statuteline.cli._pager import is_terminal
from statuteline.cli._params import plugin_option

if TYPE_CHECKING:
    from collections.abc import Callable


def _names() -> tuple[str, ...]:
    from statuteline.reports import report_names

    return report_names()


report_option: Callable[[Callable[..., Any]], Callable[..., Any]] = plugin_option(
    "--format",
    "form",
    default="text",
    names=_names,
    help_text="The form of report: text, json, html, csv and others.",
)
"""Offers ``--format`` among the forms of report."""


def check_output(form: str, output: str | None) -> None:
    """Refuse to write a file of bytes to a terminal.

    Raises:
        UsageError: If it would go there.
    """
    from statuteline.reports import report

    if output in {None, "-"} and report(form).binary and is_terminal():
        raise click.UsageError(
            f"The form {form} is no text for a terminal; write it with --output FILE."
        )
