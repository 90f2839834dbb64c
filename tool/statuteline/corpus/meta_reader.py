"""Reading the ``meta`` block of a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from lxml import etree

from statuteline.corpus.meta_steps import Steps
from statuteline.corpus.names import UNKNOWN_ACT, WHOLE_TEXT, akn, own
from statuteline.corpus.own_reader import (
    read_claims,
    read_evidence,
    read_rules,
    read_source,
    read_statements,
)
from statuteline.corpus.prose_reader import ProseReader
from statuteline.corpus.publication import (
    read_edition,
    read_notes,
    read_position,
    read_status,
)
from statuteline.corpus.uris import Uris, expression_id
from statuteline.errors import CorpusError, IdentifierError, SchemaViolationError
from statuteline.model.commencement import (
    Commencement,
    OnDate,
)
from statuteline.model.work import (
    CommencementClaim,
    Event,
    EventKind,
    Evidence,
    Modification,
    ModificationKind,
    SourceDocument,
    Statement,
    Words,
)

if TYPE_CHECKING:
    from datetime import date
    from enum import Enum

    from statuteline.model.ids import ExpressionId, ProvisionRef
    from statuteline.model.published import Edition, Note, Position, Status

    Choice = TypeVar("Choice", bound=Enum)

_BLOCKS: Final = {
    akn(name)
    for name in (
        "identification",
        "lifecycle",
        "analysis",
        "temporalData",
        "references",
        "notes",
        "proprietary",
    )
}
_OWN: Final = {
    own(name)
    for name in (
        "text",
        "commencement",
        "evidence",
        "statement",
        "claim",
        "edition",
        "position",
        "source",
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What the ``meta`` block of a document says.

    Args:
        whole: Commencement of the whole text; None for documents that are not law.
        ends: First day without effect, where the law says so.
        groups: From the id of a temporal group to the commencement it stands for.
    """

    id: ExpressionId
    title: str
    words: Words
    recorded: date
    created: date
    whole: Commencement | None
    ends: date | None
    events: tuple[Event, ...]
    modifications: tuple[Modification, ...]
    evidence: tuple[Evidence, ...]
    statements: tuple[Statement, ...]
    claims: tuple[CommencementClaim, ...]
    source: SourceDocument | None
    status: Status
    former: str | None
    edition: Edition | None
    position: Position | None
    notes: tuple[Note, ...]
    groups: dict[str, Commencement] = field(default_factory=dict)


def read_meta(meta: etree._Element, uris: Uris, where: str) -> Meta:
    """Read a ``meta`` element.

    Args:
        meta: The element.
        uris: The URIs of the corpus.
        where: The file's name, for messages.

    Raises:
        SchemaViolationError: If something is missing or not as this corpus writes it.
    """
    reader = _Reader(meta, uris, where)
    try:
        return reader.read()
    except (IdentifierError, CorpusError) as error:
        raise SchemaViolationError(
            error.what, where=f"{where}:{reader.line}", hint=error.hint
        ) from error


class _Reader(Steps):
    """Reads one block."""

    def __init__(self, meta: etree._Element, uris: Uris, where: str) -> None:
        super().__init__(meta, uris)
        self._where = where

    def read(self) -> Meta:
        self._refuse_strangers()
        uri = self.attribute(self.element("FRBRExpression", "FRBRuri"), "value")
        self._id = expression_id(uri)
        if self._uris.of_expression(self._id) != uri:
            raise IdentifierError(
                f"{uri!r} is not the URI of {self._id}",
                hint=f"that expression's URI is {self._uris.of_expression(self._id)}",
            )
        self._days = {
            self.attribute(event, "eId"): self.date(event, "date")
            for event in self.all("lifecycle", "eventRef")
            if event.get("eId")
        }
        text = self.element("proprietary", "text", name=own)
        groups, ends = self._groups()
        prose = ProseReader(self._uris, self._id.work, self._where)
        return Meta(
            id=self._id,
            title=self.attribute(text, "title"),
            words=self.choice(text, "words", Words),
            recorded=self.date(self.element("FRBRManifestation", "FRBRdate"), "date"),
            created=self.date(self.element("FRBRWork", "FRBRdate"), "date"),
            whole=groups.get(WHOLE_TEXT),
            ends=ends,
            events=self._events(),
            modifications=tuple(self._modification(m) for m in self._mods()),
            evidence=read_evidence(self),
            statements=read_statements(self, self._id.work),
            claims=read_claims(self, self._id.work),
            source=read_source(self),
            status=read_status(text, prose),
            former=text.get("former"),
            edition=read_edition(self._meta, prose),
            position=read_position(self._meta, prose),
            notes=read_notes(self._meta, prose),
            groups=groups,
        )

    def _refuse_strangers(self) -> None:
        """Refuse what nobody below would read: to drop it silently is a loss."""
        proprietary = self._meta.find(akn("proprietary"))
        for parent, known in ((self._meta, _BLOCKS), (proprietary, _OWN)):
            for element in () if parent is None else parent:
                if element.tag not in known:
                    self.line = element.sourceline
                    name = etree.QName(element).localname
                    raise IdentifierError(f"<{name}> is no part of <meta> here")

    def _events(self) -> tuple[Event, ...]:
        references = {
            f"#{ref.get('eId')}": self._linked(ref)
            for ref in self.all("references", "passiveRef")
        }
        events = []
        for event in self.all("lifecycle", "eventRef"):
            erratum = event.get("refersTo") == "#erratum"
            if event.get("type") is None and not erratum:
                continue
            source = self.attribute(event, "source")
            if source != UNKNOWN_ACT and source not in references:
                raise IdentifierError(
                    f"The event's source {source!r} is not in <references>"
                )
            kind = EventKind.ERRATUM if erratum else self.choice(event, "type", EventKind)
            events.append(
                Event(
                    day=self.date(event, "date"),
                    kind=kind,
                    act=references.get(source),
                )
            )
        return tuple(events)

    def _groups(self) -> tuple[dict[str, Commencement], date | None]:
        rules = read_rules(self)
        groups: dict[str, Commencement] = {}
        ends = None
        for group in self.all("temporalData", "temporalGroup"):
            name = self.attribute(group, "eId")
            interval = self.inside(group, "timeInterval")
            start, end = interval.get("start"), interval.get("end")
            rule = rules.get(name)
            groups[name] = OnDate(day=self._day(start)) if rule is None else rule
            if end is not None and name == WHOLE_TEXT:
                ends = self._day(end)
        return groups, ends

    def _day(self, reference: str | None) -> date:
        day = self._days.get((reference or "").removeprefix("#"))
        if day is None:
            raise IdentifierError(
                f"The interval's {reference!r} is not an event of the lifecycle",
                hint="start and end name the eId of an <eventRef>",
            )
        return day

    def _mods(self) -> tuple[etree._Element, ...]:
        return tuple(self._meta.iterfind(f".//{akn('analysis')}//{akn('textualMod')}"))

    def _modification(self, element: etree._Element) -> Modification:
        previous = element.find(akn("previous"))
        return Modification(
            kind=self.choice(element, "type", ModificationKind),
            act=self._linked(self.inside(element, "source")),
            destination=self._linked(self.inside(element, "destination")),
            previous=self._linked(previous) if previous is not None else None,
        )

    def _linked(self, element: etree._Element) -> ProvisionRef:
        return self.target(element, "href", self._id.work)
