"""Checks of one expression file by itself."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from statuteline.corpus.findings import Finding
from statuteline.corpus.names import akn
from statuteline.model.provision import Coverage, bare_number, walk
from statuteline.model.work import Kind, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from statuteline.corpus.settings import Jurisdiction
    from statuteline.model.ids import ExpressionId
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression

_SEVERAL: Final = re.compile(r", | to | and ")


class Lines:
    """Where the elements of a document stand.

    Args:
        root: The root of the document.
        where: The file's name.
    """

    def __init__(self, root: etree._Element, where: str) -> None:
        self._where = where
        self._root = root

    def line(self, eid: str) -> str:
        """Give file and line of the element with an eId."""
        found = next((one for one in self._root.iter("*") if one.get("eId") == eid), None)
        return f"{self._where}:{found.sourceline if found is not None else 1}"

    def line_of(self, name: str) -> str:
        """Give file and line of the first element of a name."""
        element = next(self._root.iter(akn(name)), None)
        return f"{self._where}:{element.sourceline if element is not None else 1}"

    def line_with(self, value: str) -> str:
        """Give file and line of the first element with an attribute of that value."""
        for element in self._root.iter("*"):
            if value in element.attrib.values():
                return f"{self._where}:{element.sourceline}"
        return f"{self._where}:1"


class FileChecks:
    """Checks one expression against its own file.

    Args:
        expression: The text as read.
        lines: Where the elements of its document stand.
    """

    def __init__(self, expression: Expression, lines: Lines) -> None:
        self._expression = expression
        self._lines = lines

    def findings(
        self, expected: ExpressionId, jurisdiction: Jurisdiction | None
    ) -> Iterator[Finding]:
        """Find faults that need no other file.

        Args:
            expected: The id that the file's path gives.
            jurisdiction: The settings of its jurisdiction, if known.
        """
        yield from self._identity(expected)
        yield from self._addresses()
        if jurisdiction is not None and self._expression.kind is Kind.STATUTE_SECTION:
            yield from self._levels(jurisdiction)
        yield from self._lasting_ids()
        yield from self._own_targets()
        yield from self._life()
        if self._expression.words is Words.RESTATED:
            yield from self._evidence()

    def _identity(self, expected: ExpressionId) -> Iterator[Finding]:
        line = self._lines.line_of("FRBRExpression")
        if self._expression.id != expected:
            yield Finding(
                rule="identity",
                what=f"The file says it is {self._expression.id}, its path {expected}",
                where=line,
                hint="a path is a citation: both must name the same expression",
            )
        start = self._expression.start
        version = self._expression.id.version
        if start is not None and self._expression.commencement and start != version:
            yield Finding(
                rule="version-date",
                what=f"The text takes effect on {start}, but its version date is {version}",
                where=line,
                hint="name the file after the day of commencement, where that is known",
            )

    def _addresses(self) -> Iterator[Finding]:
        """Every eId continues its parent's and says the printed number."""

        def descend(provision: Provision, parent: Provision | None) -> Iterator[Finding]:
            above = provision.eid.parent
            expected_above = parent.eid if parent else None
            prefix, _, number = provision.eid.steps[-1].partition("_")
            printed = bare_number(provision.num) if provision.num else number
            if parent is None and number == self._expression.id.work.number:
                # Several numbers under one heading: the work is named after them, or
                # after the one of them that it is.
                printed = number if _SEVERAL.search(printed) else printed
            if above != expected_above:
                yield self._address(provision, f"lies below {expected_above or 'the top'}")
            elif prefix != provision.level.prefix:
                yield self._address(provision, f"is a {provision.level.value}")
            elif number != printed:
                yield self._address(provision, f"has the printed number {provision.num!r}")
            for child in provision.children:
                yield from descend(child, provision)

        for top in self._expression.body:
            yield from descend(top, None)

    def _address(self, provision: Provision, fact: str) -> Finding:
        return Finding(
            rule="address",
            what=f"The eId {provision.eid} does not fit: the provision {fact}",
            where=self._lines.line(provision.eid.text),
            hint="an eId is its parent's eId, two underscores, level and number",
        )

    def _levels(self, jurisdiction: Jurisdiction) -> Iterator[Finding]:
        order = jurisdiction.levels
        outermost = {level: rank for rank, level in reversed(tuple(enumerate(order)))}
        innermost = {level: rank for rank, level in enumerate(order)}
        for provision in walk(self._expression.body):
            for child in provision.children:
                if innermost.get(child.level, -1) <= outermost.get(provision.level, -1):
                    yield Finding(
                        rule="level",
                        what=f"A {child.level.value} cannot lie in {provision.eid}",
                        where=self._lines.line(child.eid.text),
                        hint="levels in order: " + ", ".join(p.value for p in order),
                    )

    def _lasting_ids(self) -> Iterator[Finding]:
        seen = Counter(p.wid for p in walk(self._expression.body))
        for provision in walk(self._expression.body):
            if seen[provision.wid] > 1:
                yield Finding(
                    rule="lasting-id",
                    what=f"The wId {provision.wid} stands at more than one provision",
                    where=self._lines.line(provision.eid.text),
                    hint="a new provision at an eId used before gets eId@DATE as its wId",
                )

    def _own_targets(self) -> Iterator[Finding]:
        """Own data must speak of provisions that are there."""
        here = {p.eid for p in walk(self._expression.body)}
        spoken = [(e.about, "evidence") for e in self._expression.evidence]
        spoken += [(s.eid, "statement") for s in self._expression.statements]
        own = self._expression.id.work
        for change in self._expression.modifications:
            place = (
                change.act
                if self._expression.kind is Kind.PUBLIC_ACT
                else change.destination
            )
            if place.work == own and place.eid is not None:
                spoken.append((place.eid, "modification"))
        for eid, kind in spoken:
            if eid not in here:
                yield Finding(
                    rule="dangling-reference",
                    what=f"The {kind} speaks of {eid}, which this text does not have",
                    where=self._lines.line_with(f"#{eid}"),
                )

    def _life(self) -> Iterator[Finding]:
        days = [event.day for event in self._expression.events]
        line = self._lines.line_of("lifecycle")
        if days != sorted(days):
            yield Finding(
                rule="lifecycle", what="The events are not in the order of days", where=line
            )
        start, ends = self._expression.start, self._expression.ends
        if start is not None and ends is not None and ends <= start:
            yield Finding(
                rule="interval",
                what=f"The text ends on {ends}, not after it starts on {start}",
                where=self._lines.line_of("timeInterval"),
                hint="intervals are half-open: the end is the first day without effect",
            )

    def _evidence(self) -> Iterator[Finding]:
        abouts = [evidence.about for evidence in self._expression.evidence]
        for provision in walk(self._expression.body):
            words = provision.intro_text or provision.wrap_up_text
            stated = provision.coverage is Coverage.FULL and words
            if stated and not any(about.contains(provision.eid) for about in abouts):
                yield Finding(
                    rule="evidence",
                    what=f"The restated words of {provision.eid} name no source",
                    where=self._lines.line(provision.eid.text),
                    hint="add an <sl:evidence> under meta/proprietary",
                )
