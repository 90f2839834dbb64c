"""One text, or a part of it, as JSON under a published schema: ``show-1.schema.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.model.text import canonical, prose_text
from statuteline.publish._json import Entry, commencement_value, iso, written
from statuteline.publish._wording import whose

if TYPE_CHECKING:
    from statuteline.history.behind import Behind
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
            "status": expression.status.value,
            "edition": _edition(expression),
            "start": iso(expression.known_start if interval else None),
            "by": iso(expression.by),
            "end": iso(interval.end if interval and not excerpt.ends_by else None),
            "ends_by": iso(excerpt.ends_by),
            "recorded": expression.recorded.isoformat(),
            "pending": list(excerpt.pending),
            "behind": [_behind(one) for one in excerpt.behind],
            "events": _events(expression),
            "provisions": [_provision(provision) for provision in shown],
            "notes": _notes(expression),
            "statements": _statements(expression),
            "claims": _claims(expression),
        }
    )


def _edition(expression: Expression) -> Entry | None:
    edition = expression.edition
    if edition is None:
        return None
    return {"kind": edition.kind.value, "revised_to": edition.revised_to.isoformat()}


def _behind(known: Behind) -> Entry:
    edition = known.edition
    return {
        "kind": known.kind.value,
        "since": iso(known.since),
        "act": str(known.act) if known.act else None,
        "expression": str(known.expression) if known.expression else None,
        "edition": edition.name if edition else None,
    }


def _notes(expression: Expression) -> list[Entry]:
    return [
        {"kind": note.kind.value, "text": canonical(prose_text(note.words))}
        for note in expression.notes
    ]


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
