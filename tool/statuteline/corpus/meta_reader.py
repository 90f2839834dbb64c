"""Reading the ``meta`` block of a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from lxml import etree

from statuteline.corpus.names import UNKNOWN_ACT, WHOLE_TEXT, akn, own
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
    FromPassage,
    OnDate,
    OnEvent,
    Unknown,
)
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, parse_date
from statuteline.model.work import (
    CommencementClaim,
    Event,
    EventKind,
    Evidence,
    Furniture,
    Grade,
    Modification,
    ModificationKind,
    SourceDocument,
    Statement,
    StatementKind,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from enum import Enum

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


class _Reader:
    """Reads one block; ``line`` is that of the element it looked at last."""

    def __init__(self, meta: etree._Element, uris: Uris, where: str) -> None:
        self._meta = meta
        self._uris = uris
        self._where = where
        self.line = meta.sourceline

    def read(self) -> Meta:
        self._refuse_strangers()
        uri = self._attribute(self._element("FRBRExpression", "FRBRuri"), "value")
        self._id = expression_id(uri)
        if self._uris.of_expression(self._id) != uri:
            raise IdentifierError(
                f"{uri!r} is not the URI of {self._id}",
                hint=f"that expression's URI is {self._uris.of_expression(self._id)}",
            )
        self._days = {
            self._attribute(event, "eId"): self._date(event, "date")
            for event in self._all("lifecycle", "eventRef")
            if event.get("eId")
        }
        text = self._element("proprietary", "text", name=own)
        groups, ends = self._groups()
        prose = ProseReader(self._uris, self._id.work, self._where)
        return Meta(
            id=self._id,
            title=self._attribute(text, "title"),
            words=self._choice(text, "words", Words),
            recorded=self._date(self._element("FRBRManifestation", "FRBRdate"), "date"),
            created=self._date(self._element("FRBRWork", "FRBRdate"), "date"),
            whole=groups.get(WHOLE_TEXT),
            ends=ends,
            events=self._events(),
            modifications=tuple(self._modification(m) for m in self._mods()),
            evidence=tuple(self._evidence(e) for e in self._own("evidence")),
            statements=tuple(self._statement(s) for s in self._own("statement")),
            claims=tuple(self._claim(c) for c in self._own("claim")),
            source=next((self._source(s) for s in self._own("source")), None),
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
            f"#{ref.get('eId')}": self._target(ref, "href")
            for ref in self._all("references", "passiveRef")
        }
        events = []
        for event in self._all("lifecycle", "eventRef"):
            erratum = event.get("refersTo") == "#erratum"
            if event.get("type") is None and not erratum:
                continue
            source = self._attribute(event, "source")
            if source != UNKNOWN_ACT and source not in references:
                raise IdentifierError(
                    f"The event's source {source!r} is not in <references>"
                )
            kind = EventKind.ERRATUM if erratum else self._choice(event, "type", EventKind)
            events.append(
                Event(day=self._date(event, "date"), kind=kind, act=references.get(source))
            )
        return tuple(events)

    def _groups(self) -> tuple[dict[str, Commencement], date | None]:
        rules = {
            self._attribute(rule, "group").removeprefix("#"): rule
            for rule in self._own("commencement")
        }
        groups: dict[str, Commencement] = {}
        ends = None
        for group in self._all("temporalData", "temporalGroup"):
            name = self._attribute(group, "eId")
            interval = self._inside(group, "timeInterval")
            start, end = interval.get("start"), interval.get("end")
            if name in rules:
                groups[name] = self._rule(rules[name])
            else:
                groups[name] = OnDate(day=self._day(start))
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

    def _rule(self, element: etree._Element) -> Commencement:
        match self._attribute(element, "kind"):
            case "date":
                return OnDate(day=self._date(element, "date"))
            case "passage":
                given = element.get("date") is not None
                return FromPassage(day=self._date(element, "date") if given else None)
            case "event":
                return OnEvent(event=self._attribute(element, "event"))
            case "unknown":
                given = element.get("by") is not None
                return Unknown(by=self._date(element, "by") if given else None)
            case other:
                raise IdentifierError(
                    f"{other!r} is no kind of commencement",
                    hint="one of date, passage, event, unknown",
                )

    def _mods(self) -> tuple[etree._Element, ...]:
        return tuple(self._meta.iterfind(f".//{akn('analysis')}//{akn('textualMod')}"))

    def _modification(self, element: etree._Element) -> Modification:
        previous = element.find(akn("previous"))
        return Modification(
            kind=self._choice(element, "type", ModificationKind),
            act=self._target(self._inside(element, "source"), "href"),
            destination=self._target(self._inside(element, "destination"), "href"),
            previous=self._target(previous, "href") if previous is not None else None,
        )

    def _evidence(self, element: etree._Element) -> Evidence:
        return Evidence(
            about=self._about(element),
            grade=self._choice(element, "grade", Grade),
            note=element.text or "",
        )

    def _statement(self, element: etree._Element) -> Statement:
        return Statement(
            eid=self._about(element),
            kind=self._choice(element, "kind", StatementKind),
            concerns=tuple(self._target(c, "href") for c in element),
        )

    def _claim(self, element: etree._Element) -> CommencementClaim:
        return CommencementClaim(
            section=self._target(element, "about"),
            commencement=self._rule(element),
            words=element.text or "",
        )

    def _source(self, element: etree._Element) -> SourceDocument:
        given = element.get("received") is not None
        return SourceDocument(
            name=self._attribute(element, "name"),
            sha256=self._attribute(element, "sha256"),
            received=self._date(element, "received") if given else None,
            furniture=tuple(
                Furniture(
                    line=self._number(piece, "line"),
                    column=self._number(piece, "column"),
                    text=piece.text or "",
                )
                for piece in element
            ),
        )

    # --- single steps; each notes its line and refuses what is missing ----------

    def _element(
        self, parent: str, child: str, name: Callable[[str], str] = akn
    ) -> etree._Element:
        for element in self._meta.iter(akn(parent)):
            found = element.find(name(child))
            if found is not None:
                return found
        raise IdentifierError(f"<meta> has no <{parent}> with a <{child}>")

    def _all(self, parent: str, child: str) -> tuple[etree._Element, ...]:
        return tuple(self._meta.iterfind(f"{akn(parent)}/{akn(child)}"))

    def _own(self, name: str) -> tuple[etree._Element, ...]:
        return tuple(self._meta.iterfind(f"{akn('proprietary')}/{own(name)}"))

    def _inside(self, element: etree._Element, name: str) -> etree._Element:
        self.line = element.sourceline
        found = element.find(akn(name))
        if found is None:
            raise IdentifierError(f"<{name}> is missing")
        self.line = found.sourceline
        return found

    def _attribute(self, element: etree._Element, name: str) -> str:
        self.line = element.sourceline
        value = element.get(name)
        if value is None:
            raise IdentifierError(f"The attribute {name} is missing")
        return value

    def _choice(self, element: etree._Element, name: str, choices: type[Choice]) -> Choice:
        value = self._attribute(element, name)
        try:
            return choices(value)
        except ValueError as error:
            known = ", ".join(str(choice.value) for choice in choices)
            raise IdentifierError(f"{name} is {value!r}", hint=f"one of {known}") from error

    def _date(self, element: etree._Element, name: str) -> date:
        return parse_date(self._attribute(element, name))

    def _number(self, element: etree._Element, name: str) -> int:
        value = self._attribute(element, name)
        if not value.isascii() or not value.isdigit():
            raise IdentifierError(f"{name} is {value!r}, not a number")
        return int(value)

    def _about(self, element: etree._Element) -> EId:
        return EId.parse(self._attribute(element, "about").removeprefix("#"))

    def _target(self, element: etree._Element, name: str) -> ProvisionRef:
        return self._uris.target(self._attribute(element, name), self._id.work)
