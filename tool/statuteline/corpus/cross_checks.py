"""Checks across files: intervals of one work, and references between works."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from statuteline.corpus.file_checks import Lines
from statuteline.corpus.findings import Finding
from statuteline.corpus.safe_xml import parse_xml
from statuteline.history.timeline import overlaps
from statuteline.model.provision import walk
from statuteline.model.text import Paragraph, RangeRef, Ref
from statuteline.model.work import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from statuteline.model.ids import EId, ProvisionRef, WorkId
    from statuteline.model.text import Block, Prose
    from statuteline.model.work import Expression

    Record: TypeAlias = tuple[Expression, Lines]


def overlap_findings(records: Sequence[Record]) -> Iterator[Finding]:
    """Find texts that claim the same day.

    Args:
        records: All texts of one work, each with its file.
    """
    lines = {expression.id: line for expression, line in records}
    for overlap in overlaps(tuple(expression for expression, _ in records)):
        yield Finding(
            rule="overlap",
            what=f"{overlap.first} and {overlap.second} both claim "
            f"{overlap.days.start}: {overlap.kind.value}",
            where=lines[overlap.first].line_of("timeInterval"),
            hint="one text holds on any day; a correction carries an erratum event "
            "and ~DATE in its name",
        )


class _Reference(NamedTuple):
    """A reference and where it stands; the place None for ``meta``."""

    target: ProvisionRef
    path: Path
    at: EId | None


class References:
    """Collects addresses and references, text by text; the texts themselves are let go."""

    def __init__(self) -> None:
        self._known: dict[WorkId, set[EId]] = defaultdict(set)
        self._made: list[_Reference] = []

    def take(self, expression: Expression, path: Path) -> None:
        """Take the addresses that a text has, and the references that it makes."""
        here = {provision.eid for provision in walk(expression.body)}
        own = expression.id.work
        self._known[own] |= here
        for target, at in _targets(expression):
            inside = target.work == own and target.eid in here
            if target.eid is not None and not inside:
                self._made.append(_Reference(target, path, at))

    def findings(self) -> Iterator[Finding]:
        """Find references to provisions that no text of the named work has.

        Works outside the corpus cannot be looked at, and are not complained of.
        """
        for target, path, at in self._made:
            if target.work in self._known and target.eid not in self._known[target.work]:
                lines = Lines(parse_xml(path.read_bytes(), str(path)), str(path))
                yield Finding(
                    rule="dangling-reference",
                    what=f"No text of {target.work} has {target.eid}",
                    where=lines.line(at.text) if at else lines.line_of("meta"),
                    hint="mend the reference, or add the text that has it",
                )


def _targets(expression: Expression) -> Iterator[tuple[ProvisionRef, EId | None]]:
    """Give every reference with the provision it stands in, None for ``meta``."""
    for provision in walk(expression.body):
        for spans in (provision.heading, *_prose(provision.intro + provision.wrap_up)):
            yield from ((target, provision.eid) for target in _linked(spans))
    for event in expression.events:
        if event.act is not None:
            yield event.act, None
    is_act = expression.kind is Kind.PUBLIC_ACT
    for change in expression.modifications:
        # A text's own addresses are checked against that very text, elsewhere.
        yield (change.destination if is_act else change.act), None
        if change.previous is not None:
            yield change.previous, None
    for statement in expression.statements:
        yield from ((target, statement.eid) for target in statement.concerns)
    for claim in expression.claims:
        yield claim.section, None


def _linked(spans: Prose) -> Iterator[ProvisionRef]:
    for span in spans:
        match span.mark:
            case Ref(target=target):
                yield target
            case RangeRef(first=first, last=last):
                yield first
                yield last
            case _:
                pass


def _prose(blocks: Iterable[Block]) -> Iterator[Prose]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.spans
        else:
            yield block.caption
            yield from (cell.spans for row in block.rows for cell in row)
