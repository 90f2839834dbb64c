"""The statements of a document: numbered, in its own words, with where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.model.provision import find, walk
from statuteline.model.text import Paragraph, Ref
from statuteline.model.work import Kind
from statuteline.website.kinds._text import setting
from statuteline.website.law_text import blocks_html

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.ids import EId, WorkId
    from statuteline.model.provision import Provision
    from statuteline.model.text import Block, Span
    from statuteline.model.work import Expression
    from statuteline.trace.statements import TiedStatement
    from statuteline.website.law_text import Setting
    from statuteline.website.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement of a document.

    Args:
        number: Its number among the statements of the document, from 1.
        tied: The statement, with what it is tied to.
        place: Where it stands in the document, in the document's own headings.
        words: The document's own words, as HTML.
    """

    number: int
    tied: TiedStatement
    place: str
    words: str

    @property
    def anchor(self) -> str:
        """Its id on the page of an act, and on that of its document."""
        return anchor_of(self.tied.ref.work, self.number)


def anchor_of(document: WorkId, number: int) -> str:
    """Give the id of a numbered statement."""
    return f"{document.series}-{document.number}-{number}"


def said(source: Source, document: Expression, page: str) -> tuple[Said, ...]:
    """List the statements of a document, in its order.

    Args:
        source: What the site is made from.
        document: A summary, or questions and answers.
        page: The page that shows them.
    """
    own = setting(source, document, page)
    of_it = [one for one in source.trace.statements if one.ref.work == document.id.work]
    inside = frozenset(one.ref.eid for one in of_it)
    return tuple(
        Said(
            number=number,
            tied=tied,
            place=_place(document, tied.ref.eid),
            words=_words(document, tied.ref.eid, inside, own),
        )
        for number, tied in enumerate(of_it, 1)
    )


def documents_about(source: Source, act: WorkId) -> tuple[Expression, ...]:
    """Read the latest text of each document with statements about an act."""
    works = dict.fromkeys(
        one.ref.work
        for one in source.trace.statements
        if any(section.work == act for section in one.concerns)
    )
    return tuple(source.texts_of(work).records[-1] for work in works)


def acts_named(source: Source, documents: Iterable[Expression]) -> tuple[WorkId, ...]:
    """List the acts that documents link to and that the corpus does not hold."""
    named = {
        target
        for document in documents
        for target in _targets(document.body)
        if source.corpus.uris.series(target).kind is Kind.PUBLIC_ACT
        and not source.corpus.holds(target)
    }
    return tuple(sorted(named, key=str))


def _targets(body: tuple[Provision, ...]) -> Iterator[WorkId]:
    for one in walk(body):
        for span in (*one.heading, *_spans((*one.intro, *one.wrap_up))):
            if isinstance(span.mark, Ref):
                yield span.mark.target.work


def _spans(blocks: tuple[Block, ...]) -> Iterator[Span]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from block.spans
        else:
            yield from block.caption
            yield from (span for row in block.rows for cell in row for span in cell.spans)


def _place(document: Expression, eid: EId | None) -> str:
    """Name the headings and numbers that a statement stands under."""
    over = [one for one in walk(document.body) if eid is not None and one.eid.contains(eid)]
    told = (" ".join(word for word in (one.num, one.heading_text) if word) for one in over)
    return ", ".join(word.rstrip(" :") for word in told if word)


def _words(
    document: Expression, eid: EId | None, inside: frozenset[EId | None], own: Setting
) -> str:
    provision = find(document.body, eid) if eid is not None else None
    if provision is None:
        return ""
    return _blocks(provision, inside, own)


def _blocks(one: Provision, inside: frozenset[EId | None], own: Setting) -> str:
    """Write a provision with those below it that are no statements of their own."""
    below = "".join(
        f'<div class="below">{_blocks(child, inside, own)}</div>'
        for child in one.children
        if child.eid not in inside
    )
    return f"{blocks_html(one.intro, own)}{below}{blocks_html(one.wrap_up, own)}"
