"""Checks across files: intervals of one work, and references between works."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from statuteline.corpus.findings import Finding
from statuteline.history.timeline import overlaps
from statuteline.model.provision import walk
from statuteline.model.text import Paragraph, RangeRef, Ref
from statuteline.model.work import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from statuteline.corpus.file_checks import FileChecks
    from statuteline.model.ids import EId, ProvisionRef, WorkId
    from statuteline.model.text import Block, Prose
    from statuteline.model.work import Expression

    Record: TypeAlias = tuple[Expression, FileChecks]
    Works: TypeAlias = Mapping[WorkId, Sequence[Record]]


def overlap_findings(works: Works) -> Iterator[Finding]:
    """Find texts of one work that claim the same day."""
    for records in works.values():
        checks = {expression.id: check for expression, check in records}
        for overlap in overlaps(tuple(expression for expression, _ in records)):
            yield Finding(
                rule="overlap",
                what=f"{overlap.first} and {overlap.second} both claim "
                f"{overlap.days.start}: {overlap.kind.value}",
                where=checks[overlap.first].line_of("timeInterval"),
                hint="one text holds on any day; a correction carries an erratum event "
                "and ~DATE in its name",
            )


def reference_findings(works: Works) -> Iterator[Finding]:
    """Find references to provisions that no text of the named work has.

    Works outside the corpus cannot be looked at, and are not complained of.
    """
    known = {work: _addresses(records) for work, records in works.items()}
    for records in works.values():
        for expression, checks in records:
            for target, at in _targets(expression):
                missing = (
                    target.work in known
                    and target.eid is not None
                    and target.eid not in known[target.work]
                )
                if missing:
                    yield Finding(
                        rule="dangling-reference",
                        what=f"No text of {target.work} has {target.eid}",
                        where=checks.line(at.text) if at else checks.line_of("meta"),
                        hint="mend the reference, or add the text that has it",
                    )


def _addresses(records: Sequence[Record]) -> set[EId]:
    return {p.eid for expression, _ in records for p in walk(expression.body)}


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
