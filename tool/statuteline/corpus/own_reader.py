"""Reading our own data in the ``meta`` block of a document: ``meta/proprietary``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.errors import IdentifierError
from statuteline.model.commencement import (
    Commencement,
    FromPassage,
    OnDate,
    OnEvent,
    Unknown,
)
from statuteline.model.work import (
    CommencementClaim,
    Evidence,
    Furniture,
    Grade,
    SourceDocument,
    Statement,
    StatementKind,
)

if TYPE_CHECKING:
    from lxml import etree

    from statuteline.corpus.meta_steps import Steps
    from statuteline.model.ids import WorkId


def read_rules(steps: Steps) -> dict[str, Commencement]:
    """Read what takes effect otherwise than on a plain day, by temporal group."""
    return {
        steps.attribute(element, "group").removeprefix("#"): _rule(steps, element)
        for element in steps.own("commencement")
    }


def read_evidence(steps: Steps) -> tuple[Evidence, ...]:
    """Read what restated provisions rest on."""
    return tuple(
        Evidence(
            about=steps.about(element),
            grade=steps.choice(element, "grade", Grade),
            note=element.text or "",
        )
        for element in steps.own("evidence")
    )


def read_statements(steps: Steps, work: WorkId) -> tuple[Statement, ...]:
    """Read the numbered assertions of a work."""
    return tuple(
        Statement(
            eid=steps.about(element),
            kind=steps.choice(element, "kind", StatementKind),
            concerns=tuple(steps.target(one, "href", work) for one in element),
        )
        for element in steps.own("statement")
    )


def read_claims(steps: Steps, work: WorkId) -> tuple[CommencementClaim, ...]:
    """Read what a work says of when provisions take effect."""
    return tuple(
        CommencementClaim(
            section=steps.target(element, "about", work),
            commencement=_rule(steps, element),
            words=element.text or "",
        )
        for element in steps.own("claim")
    )


def read_source(steps: Steps) -> SourceDocument | None:
    """Read which file a text was imported from; None for none."""
    for element in steps.own("source"):
        given = element.get("received") is not None
        return SourceDocument(
            name=steps.attribute(element, "name"),
            sha256=steps.attribute(element, "sha256"),
            received=steps.date(element, "received") if given else None,
            furniture=tuple(
                Furniture(
                    line=steps.number(piece, "line"),
                    column=steps.number(piece, "column"),
                    text=piece.text or "",
                )
                for piece in element
            ),
        )
    return None


def _rule(steps: Steps, element: etree._Element) -> Commencement:
    match steps.attribute(element, "kind"):
        case "date":
            return OnDate(day=steps.date(element, "date"))
        case "passage":
            given = element.get("date") is not None
            return FromPassage(day=steps.date(element, "date") if given else None)
        case "event":
            return OnEvent(event=steps.attribute(element, "event"))
        case "unknown":
            given = element.get("by") is not None
            return Unknown(by=steps.date(element, "by") if given else None)
        case other:
            raise IdentifierError(
                f"{other!r} is no kind of commencement",
                hint="one of date, passage, event, unknown",
            )
