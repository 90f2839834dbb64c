"""Advocates' questions and answers, as a page of Markdown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.errors import SourceError
from statuteline.importers._accounting import check_characters
from statuteline.importers._markdown import all_furniture, markdown_blocks
from statuteline.importers._provenance import (
    byte_order_mark,
    source_document,
    source_text,
    version_day,
    without_byte_order_mark,
)
from statuteline.importers._questions import page_parts, page_title
from statuteline.importers._references import (
    Marked,
    marked_prose,
    named_provisions,
    references,
)
from statuteline.importers._sentences import sentence_bounds
from statuteline.importers.base import Importer
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, Quantity, Role, Span, prose_text
from statuteline.model.work import Expression, Kind, Statement, StatementKind, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.importers._questions import Part, Stretch
    from statuteline.importers.base import Source
    from statuteline.model.text import Prose

_PERCENTAGE = re.compile(r"\d(?:%| percent\b)")
_FIGURE = re.compile(r"(?P<value>\d[\d,]*(?:\.\d+)?)(?:%| percent\b)?(?![\w.-]*\d)")


def read_faq(source: Source) -> Expression:
    """Read questions and answers.

    A line ``#`` gives the title. A part opens with a heading ``##`` or with linked
    words at the start of a paragraph; bold lines between two rules are a quotation
    drawn out of the text, with its source below. Each sentence can be pointed at; one
    with a percentage is a statistic. A sentence concerns only the provisions that it
    names by number.

    Args:
        source: The file; its work must be given.

    Returns:
        The document, its title as front.

    Raises:
        SourceError: If the file is no such page or not whole, if it has no work or
            neither a date nor a day of receipt, or if a character of it would be lost.
    """
    raw = source_text(source)
    work = _work(source)
    day = version_day(source)
    blocks = markdown_blocks(source.name, without_byte_order_mark(raw))
    title = page_title(source.name, blocks)
    body = tuple(
        _part_provision(part, EId.parse(f"part_{number}"))
        for number, part in enumerate(page_parts(source.name, blocks), 1)
    )
    furniture = (*byte_order_mark(raw), *all_furniture(blocks))
    front = (Paragraph(spans=(Span(text=title, mark=Role.TITLE),)),)
    check_characters(source.name, raw, furniture, front, body)
    return Expression(
        id=ExpressionId(work, "eng", day),
        kind=Kind.FAQ,
        title=title,
        words=Words.SOURCE,
        recorded=source.recorded,
        created=day,
        statements=tuple(_statements(body)),
        source=source_document(source, furniture),
        front=front,
        body=body,
    )


def _work(source: Source) -> WorkId:
    if source.work is None:
        raise SourceError(
            "An FAQ does not say what work it is",
            where=source.name,
            hint="name the work: --as us-ct/faq/NAME",
        )
    return source.work


def _part_provision(part: Part, eid: EId) -> Provision:
    paragraphs = [
        _provision(
            Level.PARAGRAPH,
            here := eid.child(Level.PARAGRAPH.prefix, str(number)),
            children=tuple(_sentences(answer, here)),
        )
        for number, answer in enumerate(part.answers, 1)
    ]
    if part.origin is not None:
        below = eid.child(Level.PARAGRAPH.prefix, str(len(paragraphs) + 1))
        origin = Span(text=part.origin.text, mark=Role.ORGANIZATION)
        paragraphs.append(_provision(Level.PARAGRAPH, below, words=(origin,)))
    return _provision(
        Level.PART,
        eid,
        heading=_prose(part.heading) if part.heading else (),
        children=tuple(paragraphs),
    )


def _sentences(answer: Stretch, eid: EId) -> Iterator[Provision]:
    for number, (start, end) in enumerate(sentence_bounds(answer.text), 1):
        sentence = replace(answer, start=answer.start + start, end=answer.start + end)
        yield _provision(
            Level.SUBPARAGRAPH,
            eid.child(Level.SUBPARAGRAPH.prefix, str(number)),
            words=_prose(sentence),
        )


def _prose(words: Stretch) -> Prose:
    """Mark references, the figures of a statistic, and what is left of the bold."""
    text = words.text
    marks = list(references(text, None))
    if _PERCENTAGE.search(text):
        marks += [
            Marked(
                start=figure.start(),
                end=figure.end(),
                mark=Quantity(value=figure["value"].replace(",", "")),
            )
            for figure in _FIGURE.finditer(text)
            if not any(m.start < figure.end() and figure.start() < m.end for m in marks)
        ]
    marks.sort(key=lambda mark: mark.start)
    spans: list[Span] = []
    place = words.start
    for span in marked_prose(text, marks):
        end = place + len(span.text)
        if span.mark is None:
            spans += _bold_runs(replace(words, start=place, end=end))
        else:
            spans.append(span)
        place = end
    return tuple(spans)


def _bold_runs(words: Stretch) -> Iterator[Span]:
    start = words.start
    for place in range(words.start + 1, words.end + 1):
        bold = words.inline.bold[start]
        if place == words.end or words.inline.bold[place] is not bold:
            mark = Role.BOLD if bold else None
            yield Span(text=words.inline.text[start:place], mark=mark)
            start = place


def _statements(body: tuple[Provision, ...]) -> Iterator[Statement]:
    for part in body:
        if prose_text(part.heading).endswith("?"):
            yield Statement(eid=part.eid, kind=StatementKind.QUESTION)
        elif not part.heading:
            yield Statement(eid=part.eid, kind=StatementKind.PULL_QUOTE)
        for sentence in (s for paragraph in part.children for s in paragraph.children):
            is_statistic = _PERCENTAGE.search(sentence.intro_text) is not None
            yield Statement(
                eid=sentence.eid,
                kind=StatementKind.STATISTIC if is_statistic else StatementKind.ASSERTION,
                concerns=tuple(
                    ref
                    for block in sentence.intro
                    if isinstance(block, Paragraph)
                    for ref in named_provisions(block.spans)
                ),
            )


def _provision(
    level: Level,
    eid: EId,
    *,
    heading: Prose = (),
    words: Prose = (),
    children: tuple[Provision, ...] = (),
) -> Provision:
    return Provision(
        level=level,
        eid=eid,
        wid=WId(eid.text),
        heading=heading,
        intro=(Paragraph(spans=words),) if words else (),
        children=children,
    )


IMPORTER = Importer(
    summary="Questions and answers of advocates, as a page of Markdown.",
    read=read_faq,
)
