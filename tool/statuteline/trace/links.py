"""Links: one unit of the code, one provision of one text, and the days they share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.model.ids import ProvisionRef
from statuteline.model.interval import Interval
from statuteline.model.provision import find, walk
from statuteline.model.work import Words
from statuteline.trace.fingerprints import (
    text_fingerprint,
    unnumbered_fingerprint,
    whole_fingerprint,
    whole_unnumbered_fingerprint,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from statuteline.model.ids import EId, ExpressionId, WorkId
    from statuteline.model.provision import Provision
    from statuteline.rules.laid_texts import LaidText
    from statuteline.rules.nodes import Cited
    from statuteline.trace.units import Unit


class Quote(Enum):
    """Whether the words that a unit cites stand in the text."""

    THERE = "there"
    ELSEWHERE = "elsewhere"
    GONE = "gone"
    NOT_COMPARED = "not-compared"
    """The unit cites words of a restatement, and the text is another's.

    Where in the provision, or below it, the text says the same cannot be told. So the
    link is to all of it.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A unit and a provision of one text.

    Args:
        unit: The unit.
        provision: The provision cited, whatever its date; where the words stand below it,
            the one that has them.
        expression: The text.
        days: The days that the unit and the text share.
        words: What the unit cites of it, in order.
        quote: Whether the words are there.
        found: The provision that has the words; where they are gone or not compared, the
            one at the address; None where there is none.
        text: The fingerprint of what was found; empty for nothing.
        unnumbered: Its fingerprint without numbers; empty for nothing.
    """

    unit: Unit
    provision: ProvisionRef
    expression: ExpressionId
    days: Interval
    words: tuple[str, ...]
    quote: Quote
    found: EId | None = None
    text: str = ""
    unnumbered: str = ""

    @property
    def id(self) -> str:
        """The link by name: the unit, and the provision of the text."""
        return f"{self.unit.id} > {self.provision}@{self.expression.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unbacked:
    """Days for which a unit claims to be the law while no text of a work is in force.

    Args:
        unit: The unit.
        provision: What it cites.
        days: The days, half-open.
        early: Whether they are before the first text that the corpus has of the work.
    """

    unit: Unit
    provision: ProvisionRef
    days: Interval
    early: bool = False

    @property
    def id(self) -> str:
        """The link that there is not, by name: the unit and the provision."""
        return f"{self.unit.id} > {self.provision}"


def links(
    unit: Unit, work: WorkId, texts: Mapping[WorkId, tuple[LaidText, ...]]
) -> tuple[Link | Unbacked, ...]:
    """Tie a unit to every text that it claims to rest on, in the order of its citations.

    Args:
        unit: The unit.
        work: The work of its encoding, which a citation without a work means.
        texts: The texts of the works cited, as
            :func:`statuteline.rules.laid_texts.laid_texts` gives them; a work that is
            missing has none.
    """
    found: dict[object, Link | Unbacked] = {}
    for citation in unit.cited:
        of = citation.work or work
        laid = texts.get(of, ())
        for text in laid:
            days = _shared(unit.days, text.entry.interval)
            if days is not None:
                link = _link(unit, of, citation, text, days)
                key = (link.provision, link.expression, link.quote, link.found)
                known = found.get(key)
                if isinstance(known, Link):
                    link = replace(link, words=(*known.words, *link.words))
                found[key] = link
        for gap in _gaps(unit.days, laid):
            provision = ProvisionRef(of, citation.eid)
            found[provision, gap] = Unbacked(
                unit=unit,
                provision=provision,
                days=gap,
                early=all(gap.start < text.entry.interval.start for text in laid),
            )
    return tuple(found.values())


def linked_words(provision: Provision, quote: Quote) -> str:
    """Give the words that a link to a provision is to: its own, or with all below."""
    parts = walk((provision,)) if quote is Quote.NOT_COMPARED else (provision,)
    return "\n".join(words for words in map(own_words, parts) if words)


def own_words(provision: Provision) -> str:
    """Give the words of a provision itself, one line each for heading, head and end."""
    parts = (provision.heading_text, provision.intro_text, provision.wrap_up_text)
    return "\n".join(" ".join(part.split()) for part in parts if part)


def _link(
    unit: Unit, work: WorkId, citation: Cited, text: LaidText, days: Interval
) -> Link:
    quote, provision = _sought(text, citation)
    here = provision.eid if provision is not None and quote is Quote.THERE else citation.eid
    fingerprint, unnumbered = _fingerprints(provision, quote)
    return Link(
        unit=unit,
        provision=ProvisionRef(work, here),
        expression=text.entry.expression.id,
        days=days,
        words=(citation.words,),
        quote=quote,
        found=provision.eid if provision is not None else None,
        text=fingerprint,
        unnumbered=unnumbered,
    )


def _fingerprints(provision: Provision | None, quote: Quote) -> tuple[str, str]:
    if provision is None:
        return "", ""
    if quote is Quote.NOT_COMPARED:
        return whole_fingerprint(provision), whole_unnumbered_fingerprint(provision)
    return text_fingerprint(provision), unnumbered_fingerprint(provision)


def _sought(text: LaidText, citation: Cited) -> tuple[Quote, Provision | None]:
    expression, flat = text.entry.expression, text.flat
    there = find(expression.body, citation.eid)
    if expression.words is not Words.RESTATED:
        return (Quote.NOT_COMPARED if there is not None else Quote.GONE), there
    stretch = flat.stretch(citation.eid)
    below = flat.holding(citation.words, stretch) if stretch is not None else None
    holder = below or flat.holding(citation.words)
    if holder is None:
        return Quote.GONE, there
    return Quote.THERE if below else Quote.ELSEWHERE, find(expression.body, holder)


def _shared(one: Interval, other: Interval) -> Interval | None:
    if not one.overlaps(other):
        return None
    ends = [end for end in (one.end, other.end) if end is not None]
    return Interval(start=max(one.start, other.start), end=min(ends, default=None))


def _gaps(days: Interval, texts: tuple[LaidText, ...]) -> Iterator[Interval]:
    """Give the days of a unit on which no text is in force."""
    here: date | None = days.start
    for text in texts:
        shared = _shared(days, text.entry.interval)
        if shared is None or here is None:
            continue
        if shared.start > here:
            yield Interval(start=here, end=shared.start)
        here = shared.end
    if here is not None and here != days.end:
        yield Interval(start=here, end=days.end)
