"""Summaries of public acts, and bill analyses, as text taken out of a PDF.

The Office of Legislative Research prints them for each act and bill of Connecticut.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.errors import SourceError
from statuteline.importers._accounting import check_characters
from statuteline.importers._effective_dates import commencement_claims
from statuteline.importers._lines import printed_lines
from statuteline.importers._olr_body import read_body
from statuteline.importers._olr_layout import divide, page_furniture
from statuteline.importers._olr_statements import statements
from statuteline.importers._provenance import (
    byte_order_mark,
    source_document,
    source_text,
    version_day,
    without_byte_order_mark,
)
from statuteline.importers.base import Importer
from statuteline.model.ids import ExpressionId, WorkId
from statuteline.model.text import Table
from statuteline.model.work import Expression, Kind, Words

if TYPE_CHECKING:
    from statuteline.importers._lines import Printed
    from statuteline.importers.base import Source
    from statuteline.model.provision import Provision
    from statuteline.model.work import CommencementClaim


def read_act_summary(source: Source) -> Expression:
    """Read an act summary or a bill analysis.

    Args:
        source: The file. The work follows from the act's number; a bill analysis
            has none, so its work must be given.

    Returns:
        The document: its head as front, a part for the summary, the effective date
        and each heading on sections, with its statements and claims.

    Raises:
        SourceError: If the file is no such document or not whole, if it has no date
            or no work, or if a character of it would be lost.
    """
    raw = source_text(source)
    text = without_byte_order_mark(raw)
    running = page_furniture(text)
    printed = printed_lines(text, running.__contains__)
    head, parts = divide(source.name, printed.lines)
    work = _work(source, head.act)
    day = version_day(source)
    body = read_body(source.name, parts, head.act, closed=printed.closed)
    _check_end(source.name, body, printed)
    furniture = (*byte_order_mark(raw), *printed.furniture)
    check_characters(source.name, raw, furniture, head.front, body)
    return Expression(
        id=ExpressionId(work, "eng", day),
        kind=Kind.SUMMARY,
        title=head.title,
        words=Words.SOURCE,
        recorded=source.recorded,
        created=day,
        statements=statements(body, head.act),
        claims=_claims(body, head.act),
        source=source_document(source, furniture),
        front=head.front,
        body=body,
    )


def _work(source: Source, act: WorkId | None) -> WorkId:
    if source.work is not None:
        return source.work
    if act is None:
        raise SourceError(
            "A bill analysis has no act number to name its work by",
            where=source.name,
            hint="name the work, for example us-ct/analysis/2021-hb-6657",
        )
    return WorkId(act.jurisdiction, "summary", f"{act.series}-{act.number}")


def _check_end(name: str, body: tuple[Provision, ...], printed: Printed) -> None:
    """Refuse a table as the last words unless a blank line closes it.

    A sentence shows where it ends; a cell does not.
    """
    last = body[-1]
    while last.children:
        last = last.children[-1]
    if isinstance(last.intro[-1], Table) and not printed.closed:
        raise SourceError(
            "The file ends in a table, so its last cell may be cut off",
            where=f"{name}, line {printed.lines[-1].number}",
            hint="if the table is whole, end the file with a blank line",
        )


def _claims(
    body: tuple[Provision, ...], act: WorkId | None
) -> tuple[CommencementClaim, ...]:
    if act is None:
        return ()
    clause = " ".join(
        paragraph.intro_text
        for part in body
        if part.eid.text == "part_effective-date"
        for paragraph in part.children
    )
    return commencement_claims(clause, body, act)


IMPORTER = Importer(
    summary="Summaries of public acts and bill analyses, as text taken out of a PDF.",
    read=read_act_summary,
)
