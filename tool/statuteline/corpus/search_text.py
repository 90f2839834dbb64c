"""A text as it is searched: its words in one string, and which provision each is of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statuteline.model.citation import Citation
from statuteline.model.text import canonical, canonical_blocks
from statuteline.model.work import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.ids import EId
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of words that belongs to one provision.

    Args:
        start: Where it starts in the words, in characters.
        eid: The provision; None for what stands before the body.
        citation: The provision as people cite it; the whole work where that is all that
            can be said.
    """

    start: int
    eid: EId | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """The words of a text.

    Args:
        number: The number of the work.
        heading: Its title.
        words: Numbers, headings and words as they are read, from top to bottom; number
            and heading of a section only where they say more than those above.
        parts: Which words are whose, in order, without gaps.
    """

    number: str
    heading: str
    words: str
    parts: tuple[Part, ...]


def search_text(expression: Expression) -> SearchText:
    """Lay out a text for searching.

    Args:
        expression: The text.

    Returns:
        Its canonical words. A phrase is found where it runs from one provision into the
        next, as it would be on paper.
    """
    whole = Citation(work=expression.id.work)
    heading = canonical(expression.title)
    by_section = expression.kind is Kind.PUBLIC_ACT
    pieces: list[tuple[str, EId | None, Citation]] = [
        (canonical_blocks(expression.front), None, whole)
    ]
    seen: set[str] = set()
    for at, top in enumerate(expression.body):
        named = whole
        if by_section and _is_first(top, seen) and top.num:
            named = replace(whole, section=top.label)
        elif by_section or at:
            named = replace(whole, eid=top.eid)
        pieces += _provision(top, named, bare=top.heading_text == heading)
    words: list[str] = []
    parts: list[Part] = []
    start = 0
    for text, eid, citation in pieces:
        if text:
            parts.append(Part(start=start, eid=eid, citation=citation))
            words.append(text)
            start += len(text) + 1
    return SearchText(
        number=expression.id.work.number,
        heading=heading,
        words="\n".join(words),
        parts=tuple(parts) or (Part(start=0, eid=None, citation=whole),),
    )


def _provision(
    provision: Provision, citation: Citation, *, bare: bool = False
) -> Iterator[tuple[str, EId, Citation]]:
    num = "" if bare else canonical(provision.num or "")
    heading = "" if bare else provision.heading_text
    lead = _joined(" ", (num, heading))
    between = "\n" if heading else " "
    yield _joined(between, (lead, provision.intro_text)), provision.eid, citation
    seen: set[str] = set()
    for child in provision.children:
        # An address tells what numbers cannot: a part without one, or one given twice.
        if citation.eid is None and child.num and _is_first(child, seen):
            named = replace(citation, labels=(*citation.labels, child.label))
        else:
            named = Citation(work=citation.work, eid=child.eid)
        yield from _provision(child, named)
    yield provision.wrap_up_text, provision.eid, citation


def _is_first(provision: Provision, seen: set[str]) -> bool:
    new = provision.label not in seen
    seen.add(provision.label)
    return new


def _joined(between: str, texts: Iterable[str]) -> str:
    return between.join(filter(None, texts))
