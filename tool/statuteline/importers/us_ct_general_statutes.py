"""Editions of Connecticut's General Statutes: chapter pages, or lines of JSON."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from statuteline.acts.coming import coming_section
from statuteline.errors import SourceError
from statuteline.importers.base import CodeReader, Importer, Lot, Printed
from statuteline.model.published import PublishedSection
from statuteline.model.work import SourceDocument
from statuteline.publishers.us_ct.act_ids import JURISDICTION
from statuteline.publishers.us_ct.addresses import PageKind, edition_of, page_kind
from statuteline.publishers.us_ct.chapter_page import read_chapter
from statuteline.publishers.us_ct.expressions import SERIES, expressions_of
from statuteline.publishers.us_ct.json_lines import (
    BareNumber,
    LooseHeading,
    read_chapters,
)
from statuteline.publishers.us_ct.title_page import read_title

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.importers.base import Source
    from statuteline.publishers.us_ct.chapter_page import ChapterPage
    from statuteline.publishers.us_ct.json_lines import Record

_LINES: Final = (b"{", b"\xfd7zXZ\x00")
"""How lines of JSON begin, plain or packed."""


def _lots(source: Source) -> Iterator[Lot]:
    edition = source.edition
    if edition is None:
        raise SourceError(
            "The file does not say which edition it is of",
            where=source.name,
            hint="name its year with --edition, for example --edition 2025",
        )
    document = SourceDocument(
        name=source.name, sha256=hashlib.sha256(source.data).hexdigest()
    )
    if source.data.startswith(_LINES):
        for records in read_chapters(source.data, edition, source.name):
            yield _lot_of_line(records, document, source.recorded)
    elif _holds_sections(source):
        page = read_chapter(source.data, edition, source.name)
        yield _lot_of_page(page, document, source.recorded)


def _holds_sections(source: Source) -> bool:
    """Tell pages of sections from lists of titles and chapters."""
    kind = page_kind(source.name)
    if kind is PageKind.TITLES:
        return False
    if kind is PageKind.TITLE:
        return read_title(source.data, source.name).has_sections
    return True


def _lot_of_page(page: ChapterPage, document: SourceDocument, recorded: date) -> Lot:
    faults = []
    if page.missing:
        told = ", ".join(page.missing[:5])
        faults.append(f"the contents list sections that the page does not hold: {told}")
    if page.rest:
        faults.append(f"words that are of no section: {page.rest[0][:60]!r}")
    return Lot(
        printed=tuple(_printed(one, document, recorded) for one in page.sections),
        left_out=0,
        headings=len(page.headings) + len(page.front_notes),
        faults=tuple((document.name, fault) for fault in faults),
    )


def _lot_of_line(
    records: tuple[Record, ...], document: SourceDocument, recorded: date
) -> Lot:
    sections = [one for one in records if isinstance(one, PublishedSection)]
    return Lot(
        printed=tuple(_printed(one, document, recorded) for one in sections),
        left_out=sum(1 for one in records if isinstance(one, BareNumber)),
        headings=sum(1 for one in records if isinstance(one, LooseHeading)),
        faults=(),
    )


def _printed(
    section: PublishedSection, document: SourceDocument, recorded: date
) -> Printed:
    made = expressions_of(section, document, recorded, coming_section)
    return Printed(
        place=section.source,
        numbers=section.numbers,
        is_range=section.is_range,
        status=section.status,
        texts=() if made.lost else made.texts,
        unplaced=made.unplaced,
        unread=made.unread,
        characters=made.characters,
        refused=made.lost,
    )


IMPORTER = Importer(
    summary="An edition of Connecticut's General Statutes.",
    read=CodeReader(
        jurisdiction=JURISDICTION, series=SERIES, edition=edition_of, lots=_lots
    ),
)
