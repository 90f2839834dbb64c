"""One module a form of report: what a check found, for people and for machines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from statuteline.errors import StatutelineError
from statuteline.plugins import load_plugin, plugin_names
from statuteline.reports.base import Report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.reports.base import Checked, Matrix

_GROUP = "statuteline.reports"


def report_names() -> tuple[str, ...]:
    """List the forms of report."""
    return plugin_names(sys.modules[__name__], _GROUP)


def report(name: str) -> Report:
    """Take one form of report.

    Raises:
        PluginError: If there is none of this name.
    """
    return load_plugin(sys.modules[__name__], _GROUP, name, "REPORT", Report)


def findings_report(checked: Checked, name: str) -> bytes:
    """Write what a check found.

    Args:
        checked: All links, judged.
        name: One of :func:`report_names`.

    Returns:
        The whole file, in UTF-8 where it is words; the same for the same findings.

    Raises:
        StatutelineError: If the form does not tell findings.
        PluginError: If there is no such form.
    """
    write = report(name).findings
    if write is None:
        able = (one for one in report_names() if report(one).findings)
        raise _unable(name, "tell findings", able)
    return _bytes(write(checked))


def matrix_report(matrix: Matrix, name: str) -> bytes:
    """Write the matrix of an act.

    Args:
        matrix: Its rows.
        name: One of :func:`report_names`.

    Returns:
        The whole file, in UTF-8 where it is words; the same for the same matrix.

    Raises:
        StatutelineError: If the form has no matrix.
        PluginError: If there is no such form.
    """
    write = report(name).matrix
    if write is None:
        able = (one for one in report_names() if report(one).matrix)
        raise _unable(name, "have a matrix", able)
    return _bytes(write(matrix))


def _unable(name: str, what: str, able: Iterable[str]) -> StatutelineError:
    return StatutelineError(
        f"The report {name} does not {what}", hint="these do: " + ", ".join(able)
    )


def _bytes(written: str | bytes) -> bytes:
    if isinstance(written, bytes):
        return written
    # Half of a surrogate pair is left in JSON alone, whose escape for it this is.
    return written.encode("utf-8", "backslashreplace")
