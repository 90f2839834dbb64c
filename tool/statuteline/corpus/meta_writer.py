"""The ``meta`` block of a document: identification, life, modifications, own data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from statuteline.corpus.names import UNKNOWN_ACT, WHOLE_TEXT, akn, own
from statuteline.corpus.prose_writer import ProseWriter
from statuteline.corpus.publication import append_edition, append_notes
from statuteline.model.commencement import FromPassage, OnDate, OnEvent, Unknown, first_day
from statuteline.model.provision import walk
from statuteline.model.published import Status
from statuteline.model.work import EventKind, Kind, Words

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.settings import CorpusSettings
    from statuteline.corpus.uris import Uris
    from statuteline.model.commencement import Commencement
    from statuteline.model.ids import ProvisionRef
    from statuteline.model.work import Expression

_SOURCE = {"source": "#statuteline"}


def period_groups(expression: Expression) -> dict[str, str]:
    """Name the temporal group of each provision with a commencement of its own.

    Returns:
        From eId to the group's id, ``tg_2`` and on in reading order.
    """
    own_rule = [p for p in walk(expression.body) if p.commencement is not None]
    return {p.eid.text: f"tg_{number}" for number, p in enumerate(own_rule, start=2)}


def append_meta(
    document: etree._Element,
    expression: Expression,
    uris: Uris,
    settings: CorpusSettings,
) -> None:
    """Append the ``meta`` element of an expression to its document element."""
    meta = etree.SubElement(document, akn("meta"))
    writer = _Meta(expression, uris, settings)
    writer.identification(meta)
    writer.lifecycle(meta)
    writer.analysis(meta)
    writer.temporal_data(meta)
    writer.references(meta)
    append_notes(meta, expression.notes, ProseWriter(uris, expression.id.work))
    writer.proprietary(meta)


class _Meta:
    def __init__(
        self, expression: Expression, uris: Uris, settings: CorpusSettings
    ) -> None:
        self._expression = expression
        self._work = expression.id.work
        self._uris = uris
        self._settings = settings
        self._groups = period_groups(expression)
        self._acts: dict[ProvisionRef, str] = {}
        for event in expression.events:
            if event.act is not None and event.act not in self._acts:
                self._acts[event.act] = f"act_{len(self._acts) + 1}"
        self._event_of_day: dict[date, str] = {}
        for number, event in enumerate(expression.events, start=1):
            self._event_of_day.setdefault(event.day, f"ev_{number}")

    # --- identification -------------------------------------------------------

    def identification(self, meta: etree._Element) -> None:
        expression = self._expression
        work_uri = self._uris.of_work(self._work)
        text_uri = self._uris.of_expression(expression.id)
        element = etree.SubElement(meta, akn("identification"), _SOURCE)
        work = self._level(
            element,
            "FRBRWork",
            work_uri,
            dated=(expression.created, "creation"),
            author="author",
        )
        _value(work, "FRBRcountry", self._work.jurisdiction)
        _value(work, "FRBRsubtype", self._work.series)
        _value(work, "FRBRnumber", self._work.number)
        restated = expression.words is Words.RESTATED
        text = self._level(
            element,
            "FRBRExpression",
            text_uri,
            dated=(expression.id.version, "version"),
            author="statuteline" if restated else "author",
        )
        _value(text, "FRBRauthoritative", "false")
        etree.SubElement(text, akn("FRBRlanguage"), {"language": expression.id.language})
        self._level(
            element,
            "FRBRManifestation",
            text_uri,
            dated=(expression.recorded, "recorded"),
            author="statuteline",
        )

    @staticmethod
    def _level(
        parent: etree._Element, name: str, uri: str, *, dated: tuple[date, str], author: str
    ) -> etree._Element:
        """Append one FRBR level: its URIs, its date and what that means, its author."""
        ending = ".xml" if name == "FRBRManifestation" else ""
        element = etree.SubElement(parent, akn(name))
        _value(element, "FRBRthis", f"{uri}/!main{ending}")
        _value(element, "FRBRuri", f"{uri}{ending}")
        day, meaning = dated
        etree.SubElement(element, akn("FRBRdate"), {"date": str(day), "name": meaning})
        etree.SubElement(element, akn("FRBRauthor"), {"href": f"#{author}"})
        return element

    # --- life -----------------------------------------------------------------

    def lifecycle(self, meta: etree._Element) -> None:
        days = self._days_to_mark()
        if not self._expression.events and not days:
            return
        element = etree.SubElement(meta, akn("lifecycle"), _SOURCE)
        for number, event in enumerate(self._expression.events, start=1):
            attributes = {
                "eId": f"ev_{number}",
                "date": str(event.day),
                "source": f"#{self._acts[event.act]}" if event.act else UNKNOWN_ACT,
            }
            if event.kind is EventKind.ERRATUM:
                # The schema has no such event; the law itself did not change.
                attributes |= {"refersTo": "#erratum"}
            else:
                attributes |= {"type": event.kind.value}
            etree.SubElement(element, akn("eventRef"), attributes)
        for day in days:
            etree.SubElement(
                element,
                akn("eventRef"),
                {"eId": f"day_{day}", "date": str(day), "source": "#statuteline"},
            )

    def _days_to_mark(self) -> tuple[date, ...]:
        """Days that an interval needs and no event of the lifecycle has."""
        days = {self._expression.ends}
        for _, commencement in self._commencements():
            days.add(first_day(commencement))
        return tuple(sorted(d for d in days if d and d not in self._event_of_day))

    def _commencements(self) -> tuple[tuple[str, Commencement], ...]:
        whole = self._expression.commencement
        parts = tuple(
            (self._groups[p.eid.text], p.commencement)
            for p in walk(self._expression.body)
            if p.commencement is not None
        )
        return ((WHOLE_TEXT, whole), *parts) if whole is not None else parts

    def temporal_data(self, meta: etree._Element) -> None:
        commencements = self._commencements()
        if not commencements:
            return
        element = etree.SubElement(meta, akn("temporalData"), _SOURCE)
        for group, commencement in commencements:
            box = etree.SubElement(element, akn("temporalGroup"), {"eId": group})
            attributes = {}
            start = first_day(commencement)
            if start is not None:
                attributes["start"] = f"#{self._day_id(start)}"
            if group == WHOLE_TEXT and self._expression.ends is not None:
                attributes["end"] = f"#{self._day_id(self._expression.ends)}"
            attributes["refersTo"] = "#in-force"
            etree.SubElement(box, akn("timeInterval"), attributes)

    def _day_id(self, day: date) -> str:
        return self._event_of_day.get(day, f"day_{day}")

    # --- modifications --------------------------------------------------------

    def analysis(self, meta: etree._Element) -> None:
        if not self._expression.modifications:
            return
        element = etree.SubElement(meta, akn("analysis"), _SOURCE)
        does = self._expression.kind is Kind.PUBLIC_ACT
        side = etree.SubElement(
            element, akn("activeModifications" if does else "passiveModifications")
        )
        prefix = "amod" if does else "pmod"
        for number, change in enumerate(self._expression.modifications, start=1):
            mod = etree.SubElement(
                side,
                akn("textualMod"),
                {"type": change.kind.value, "eId": f"{prefix}_{number}"},
            )
            etree.SubElement(mod, akn("source"), {"href": self._href(change.act)})
            etree.SubElement(
                mod, akn("destination"), {"href": self._href(change.destination)}
            )
            if change.previous is not None:
                etree.SubElement(
                    mod, akn("previous"), {"href": self._href(change.previous)}
                )

    def _href(self, target: ProvisionRef) -> str:
        return self._uris.href(target, self._work)

    # --- references and own data ----------------------------------------------

    def references(self, meta: etree._Element) -> None:
        element = etree.SubElement(meta, akn("references"), _SOURCE)
        for act, eid in self._acts.items():
            attributes = {"eId": eid, "href": self._href(act), "showAs": str(act)}
            etree.SubElement(element, akn("passiveRef"), attributes)
        author = self._uris.series(self._work).author
        for eid, kind, name in (
            ("statuteline", "Organization", self._settings.publisher),
            ("author", "Organization", author),
            ("named-organization", "Organization", "an organization named in the text"),
            ("in-force", "Concept", "in force"),
            ("figure", "Concept", "a figure"),
            ("erratum", "Concept", "correction of the record"),
            ("unknown-act", "Concept", "act not named in our sources"),
        ):
            href = f"/ontology/{kind.lower()}/{eid}"
            etree.SubElement(
                element, akn(f"TLC{kind}"), {"eId": eid, "href": href, "showAs": name}
            )

    def proprietary(self, meta: etree._Element) -> None:
        expression = self._expression
        element = etree.SubElement(meta, akn("proprietary"), _SOURCE)
        text = {"words": expression.words.value, "title": expression.title}
        if expression.status is not Status.ACTIVE:
            text["status"] = expression.status.value
        if expression.former is not None:
            text["former"] = expression.former
        etree.SubElement(element, own("text"), text)
        for group, commencement in self._commencements():
            if not isinstance(commencement, OnDate):
                attributes = {"group": f"#{group}", **_rule(commencement)}
                etree.SubElement(element, own("commencement"), attributes)
        for evidence in expression.evidence:
            box = etree.SubElement(
                element,
                own("evidence"),
                {"about": f"#{evidence.about}", "grade": evidence.grade.value},
            )
            box.text = evidence.note or None
        for statement in expression.statements:
            box = etree.SubElement(
                element,
                own("statement"),
                {"about": f"#{statement.eid}", "kind": statement.kind.value},
            )
            for target in statement.concerns:
                etree.SubElement(box, own("concerns"), {"href": self._href(target)})
        for claim in expression.claims:
            attributes = {"about": self._href(claim.section), **_rule(claim.commencement)}
            etree.SubElement(element, own("claim"), attributes).text = claim.words or None
        append_edition(element, expression)
        self._source_document(element)

    def _source_document(self, element: etree._Element) -> None:
        source = self._expression.source
        if source is None:
            return
        attributes = {"name": source.name, "sha256": source.sha256}
        if source.received is not None:
            attributes["received"] = str(source.received)
        box = etree.SubElement(element, own("source"), attributes)
        for piece in source.furniture:
            place = {"line": str(piece.line), "column": str(piece.column)}
            etree.SubElement(box, own("furniture"), place).text = piece.text


def _rule(commencement: Commencement) -> dict[str, str]:
    match commencement:
        case OnDate(day=day):
            return {"kind": "date", "date": str(day)}
        case FromPassage(day=None):
            return {"kind": "passage"}
        case FromPassage(day=day):
            return {"kind": "passage", "date": str(day)}
        case OnEvent(event=event):
            return {"kind": "event", "event": event}
        case Unknown(by=None):
            return {"kind": "unknown"}
        case Unknown(by=day):
            return {"kind": "unknown", "by": str(day)}


def _value(parent: etree._Element, name: str, value: str) -> None:
    etree.SubElement(parent, akn(name), {"value": value})
