"""Results of tests in JUnit's XML, which most build servers read.

An encoding is a suite, a link is a case. What is waived or pending counts as skipped,
with the reason; what asks somebody to do something has failed.

Source:
    The form has no standard; this keeps to what the Jenkins JUnit plug-in's schema has.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from statuteline.publish import seen
from statuteline.reports._rules import rule_id
from statuteline.reports.base import Report
from statuteline.trace.states import State

if TYPE_CHECKING:
    from statuteline.reports.base import Checked, Finding


def _findings(checked: Checked) -> str:
    suites = "".join(
        _suite(name, tuple(links))
        for name, links in groupby(checked.links, key=lambda x: x.judged.link.unit.encoding)
    )
    head = f'<testsuites name="statuteline check"{_counts(checked.links)}>\n'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{suites}</testsuites>\n'


def _suite(name: str, links: tuple[Finding, ...]) -> str:
    cases = "".join(_case(one) for one in links)
    return f'<testsuite name="{_value(name)}"{_counts(links)}>\n{cases}</testsuite>\n'


def _counts(links: tuple[Finding, ...]) -> str:
    failed = sum(1 for one in links if not one.is_settled)
    skipped = sum(1 for one in links if one.is_settled and one.state is not State.OK)
    return f' tests="{len(links)}" failures="{failed}" errors="0" skipped="{skipped}"'


def _case(one: Finding) -> str:
    link = one.judged.link
    name = f'classname="{_value(link.unit.id)}" name="{_value(link.id)}"'
    if one.state is State.OK:
        return f"<testcase {name}/>\n"
    if one.is_settled:
        return f'<testcase {name}><skipped message="{_value(one.told)}"/></testcase>\n'
    return (
        f'<testcase {name}><failure type="{rule_id(one.state)}" '
        f'message="{_value(one.told)}">{_value(one.place)}</failure></testcase>\n'
    )


def _value(words: str) -> str:
    """Make words fit for an attribute: XML has no control characters at all."""
    return escape(seen(" ".join(words.split())))


REPORT = Report(
    summary="Test results in JUnit's XML, for build servers.", findings=_findings
)
