"""One text, or a part of it, as JSON under a published schema: ``show-1.schema.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish._json import Entry, commencement_value, written
from statuteline.publish._wording import whose

if TYPE_CHECKING:
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression
    from statuteline.publish.base import Excerpt, Style


def excerpt_json(excerpt: Excerpt, _style: Style) -> str:
    """Write a text with its days, its provisions and what they rest on."""
    expression = excerpt.expression
    shown = (excerpt.provision,) if excerpt.provision is not None else expression.body
    interval = excerpt.interval
    return written(
        {
            "schema": "statuteline/show/1",
            "work": str(expression.id.work),
            "expression": str(expression.id),
            "citation": excerpt.citation,
            "at": excerpt.at.isoformat(),
            "title": expression.title,
            "words": expression.words.value,
            "notice": whose(expression.words),
            "start": interval.start.isoformat() if interval else None,
            "end": interval.end.isoformat() if interval and interval.end else None,
            "recorded": expression.recorded.isoformat(),
            "pending": list(excerpt.pending),
            "events": _events(expression),
            "provisions": [_provision(provision) for provision in shown],
            "statements": _statements(expression),
            "claims": _claims(expression),
        }
    )


def _events(expression: Expression) -> list[Entry]:
    return [
        {
            "day": event.day.isoformat(),
            "kind": event.kind.value,
            "act": str(event.act) if event.act else None,
        }
        for event in expression.events
    ]


def _provision(provision: Provision) -> Entry:
    rule = provision.commencement
    return {
        "eid": provision.eid.text,
        "wid": provision.wid.text,
        "level": provision.level.value,
        "num": provision.num,
        "heading": provision.heading_text or None,
        "coverage": provision.coverage.value,
        "commencement": commencement_value(rule) if rule is not None else None,
        "text": provision.intro_text,
        "children": [_provision(child) for child in provision.children],
        "wrap_up": provision.wrap_up_text,
    }


def _statements(expression: Expression) -> list[Entry]:
    return [
        {
            "eid": statement.eid.text,
            "kind": statement.kind.value,
            "concerns": [str(target) for target in statement.concerns],
        }
        for statement in expression.statements
    ]


def _claims(expression: Expression) -> list[Entry]:
    return [
        {
            "section": str(claim.section),
            "commencement": commencement_value(claim.commencement),
            "words": claim.words,
        }
        for claim in expression.claims
    ]
