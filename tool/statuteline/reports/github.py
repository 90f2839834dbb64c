"""Annotations of a code host that reads workflow commands from standard output.

The host shows no more than ten errors and ten warnings of one step, so the gravest are
annotated, and a notice counts them all.

Source:
    GitHub Docs, "Workflow commands for GitHub Actions": ``::error file=…,line=…::…``.
    In values of properties % CR LF : and , are written as %25 %0D %0A %3A and %2C; in
    the message the first three.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.publish import seen
from statuteline.reports._rules import RULES, Level, by_gravity, rule_id
from statuteline.reports.base import Report

if TYPE_CHECKING:
    from statuteline.reports.base import Checked, Finding

_MOST: Final = 10
"""Annotations of one level that the host shows of a step."""
_ESCAPED: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_ESCAPED_VALUE: Final = _ESCAPED | {ord(":"): "%3A", ord(","): "%2C"}


def _findings(checked: Checked) -> str:
    found = by_gravity(checked.findings)
    lines: list[str] = []
    for level in (Level.ERROR, Level.WARNING):
        of_level = [one for one in found if RULES[one.state].level is level]
        lines += [_annotation(one, level) for one in of_level[:_MOST]]
    left = len(found) - len(lines)
    more = f" {left} findings are not annotated: see statuteline check." if left else ""
    lines.append(_command("notice", {"title": "statuteline"}, f"{checked.counted}{more}"))
    return "".join(f"{line}\n" for line in lines)


def _annotation(one: Finding, level: Level) -> str:
    place: dict[str, str] = {}
    if one.code is not None and one.code.inside:
        place["file"] = one.code.file
        if one.code.line is not None:
            place["line"] = str(one.code.line)
    place["title"] = f"statuteline {rule_id(one.state)}"
    return _command(level.value, place, f"{one.judged.link.id}: {one.told}")


def _command(name: str, values: dict[str, str], message: str) -> str:
    told = ",".join(
        f"{key}={seen(value).translate(_ESCAPED_VALUE)}" for key, value in values.items()
    )
    return f"::{name} {told}::{seen(message).translate(_ESCAPED)}"


REPORT = Report(summary="Annotations for the workflows of a code host.", findings=_findings)
