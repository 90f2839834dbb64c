"""What ties law, statements and code together: how complete it is, link by link."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from statuteline.audit.cited import cited_in_full, work_cited
from statuteline.model.days import day_in_words
from statuteline.model.ids import ProvisionRef
from statuteline.model.work import Kind
from statuteline.reports._matrix_html import Leads, matrix_body
from statuteline.reports._plain import plain, symbol
from statuteline.reports.base import laid_out
from statuteline.trace.claiming import Claim
from statuteline.trace.coverage import measures
from statuteline.trace.links import Link
from statuteline.trace.matrix import matrix
from statuteline.trace.statements import Tie
from statuteline.trace.states import State
from statuteline.website import addresses
from statuteline.website.base import Content, Crumb, Page, PageKind, Section
from statuteline.website.kinds._code import PACKAGES, Standing, place_of, standing
from statuteline.website.kinds._leads import (
    decision_of,
    provision_of,
    redline_of,
    text_place,
)
from statuteline.website.kinds._text import crumbs
from statuteline.website.kinds._traced import acts_traced
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import WorkId
    from statuteline.rules.encodings import Encoding
    from statuteline.trace.judgements import Judgement
    from statuteline.trace.states import Judged
    from statuteline.trace.text_changes import TextChange
    from statuteline.website.base import Item
    from statuteline.website.source import Source

_HOME = (
    Crumb(path=addresses.HOME, title="Law"),
    Crumb(path=addresses.of_coverage(), title="Traceability"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waived:
    """Something that need not be in order.

    Args:
        what: What it is, as it is cited or named.
        to: The page that shows it; None for none.
        reason: Why.
    """

    what: str
    to: str | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A link of code with a provision, in words.

    Args:
        standing: Its state.
        unit: The name of the code.
        kind: What it is.
        place: The file and line; empty where that is not known.
        cited: The provision, as it is cited.
        to: The provision in the text; None where there is no text.
        days: The days that code and text share.
        words: What the code cites of it.
        reason: What was said with the judgement; empty where nobody has judged.
    """

    standing: Standing
    unit: str
    kind: str
    place: str
    cited: str
    to: str | None
    days: str
    words: tuple[str, ...]
    reason: str


def _items(source: Source) -> Iterator[Item]:
    yield Page(path=addresses.of_coverage(), write=partial(_coverage, source))
    for encoding in source.encodings:
        path = addresses.of_links(encoding.name)
        yield Page(path=path, write=partial(_links, source, encoding))
    traced = acts_traced(source)
    for act in source.works_of(Kind.PUBLIC_ACT):
        if act in traced:
            for holes_only in (False, True):
                path = (addresses.of_holes if holes_only else addresses.of_matrix)(act)
                write = partial(_matrix, source, act, path, holes_only=holes_only)
                yield Page(path=path, write=write)


def _coverage(source: Source) -> Content:
    path = addresses.of_coverage()
    trace = source.trace
    of_encoding = {one.name: Counter[State]() for one in source.encodings}
    for link in trace.links:
        of_encoding[link.link.unit.encoding][link.state] += 1
    acts = sorted(acts_traced(source), key=str)
    return Content(
        title="Traceability",
        body=filled(
            "coverage.html",
            path,
            at=source.settings.at,
            measures=measures(trace),
            waived=tuple(_waived(source)),
            judges=_judges(trace.links),
            encodings=[
                (
                    one,
                    decision_of(source, one.name),
                    [
                        (count, symbol(state), plain(state))
                        for state in State
                        if (count := of_encoding[one.name][state])
                    ],
                )
                for one in source.encodings
            ],
            acts=[
                (
                    act,
                    work_cited(source.corpus, act),
                    sum(1 for row in matrix(trace, act) if row.holes),
                )
                for act in acts
            ],
        ),
        description="How complete the links between law, statements and code are.",
        sections=(
            Section(anchor="measures", title="How complete it is"),
            Section(anchor="judged", title="Who has judged what"),
            Section(anchor="encodings", title="Each decision and its links"),
            Section(anchor="acts", title="Acts, row by row"),
            Section(anchor="waived", title="What is waived"),
        ),
        crumbs=_HOME[:1],
    )


def _judges(links: tuple[Judged, ...]) -> list[tuple[str, int, str, str]]:
    """List who judged links, how many, until when, and what they say of how."""
    of: dict[tuple[str, str], list[Judgement]] = {}
    for one in links:
        if one.judgement is not None:
            of.setdefault((one.judgement.by, one.judgement.reason), []).append(
                one.judgement
            )
    return [
        (by, len(found), day_in_words(max(one.on for one in found)), reason)
        for (by, reason), found in sorted(of.items(), key=lambda item: -len(item[1]))
    ]


def _waived(source: Source) -> Iterator[Waived]:
    for one in source.trace.changes:
        if one.claim is Claim.WAIVED:
            change = one.change
            where = ", ".join(
                cited_in_full(source.corpus, ProvisionRef(change.work, eid))
                for eid in change.new_eids or change.old_eids
            )
            yield Waived(
                what=f"The change of {where} from {day_in_words(change.day)} on",
                to=redline_of(source, change.old, change.new),
                reason=one.reason,
            )
    for link in source.trace.links:
        if link.state is State.WAIVED and link.judgement is not None:
            yield Waived(
                what=f"The link of “{link.link.unit.name}” with "
                f"{cited_in_full(source.corpus, link.link.provision)}",
                to=addresses.of_links(link.link.unit.encoding),
                reason=_until(link.judgement),
            )
    for statement in source.trace.statements:
        if statement.tie is Tie.WAIVED:
            yield Waived(
                what=f"“{statement.words}”",
                to=provision_of(source, statement.ref),
                reason=statement.reason,
            )


def _until(judgement: Judgement) -> str:
    """Give the reason of a waiver, and up to when it counts."""
    if judgement.until is None:
        return judgement.reason
    return f"{judgement.reason} Until {day_in_words(judgement.until)}."


def _links(source: Source, encoding: Encoding) -> Content:
    path = addresses.of_links(encoding.name)
    links = tuple(
        _tied(source, one)
        for one in source.trace.links
        if one.link.unit.encoding == encoding.name
    )
    return Content(
        title=f"{encoding.title}: links with the law",
        body=filled(
            "links.html",
            path,
            encoding=encoding,
            at=source.settings.at,
            decision=decision_of(source, encoding.name),
            section=work_cited(source.corpus, encoding.work),
            to_section=(
                addresses.of_work(encoding.work)
                if source.corpus.holds(encoding.work)
                else None
            ),
            links=links,
        ),
        description=f"{encoding.title}: each piece of code, the words it rests on, and "
        "whether both were held against each other.",
        crumbs=_HOME,
    )


def _tied(source: Source, one: Judged) -> Tied:
    link, judgement = one.link, one.judgement
    days = link.days
    to = text_place(source, link.expression, link.found) if isinstance(link, Link) else None
    start = day_in_words(days.start)
    return Tied(
        standing=standing(one),
        unit=link.unit.name,
        kind=link.unit.kind.value,
        place=place_of(link.unit.origin),
        cited=cited_in_full(source.corpus, link.provision),
        to=to,
        days=f"from {start} until {day_in_words(days.end)}"
        if days.end
        else f"from {start} on",
        words=link.words if isinstance(link, Link) else (),
        reason=judgement.reason if judgement is not None else "",
    )


def _matrix(source: Source, act: WorkId, path: str, *, holes_only: bool) -> Content:
    found = laid_out(
        source.corpus,
        source.trace,
        act,
        source.settings.at,
        folder=PACKAGES,
        holes_only=holes_only,
        published=True,
    )

    def provision(ref: ProvisionRef) -> str | None:
        to = provision_of(source, ref)
        return addresses.href(to, start=path) if to is not None else None

    def change(one: TextChange) -> str | None:
        to = redline_of(source, one.old, one.new)
        return addresses.href(to, start=path) if to is not None else None

    what = "what is open" if holes_only else "from statement to text to code"
    return Content(
        title=f"{found.act}: {what}",
        body=filled(
            "matrix.html",
            path,
            found=found,
            act=act,
            what=what,
            holes_only=holes_only,
            notice=source.corpus.settings.notice,
            rows=matrix_body(found, Leads(provision=provision, change=change)),
        ),
        description=f"{found.act}: each statement, the changes it describes, the code that "
        "followed, and what is open.",
        crumbs=(
            *crumbs(source, act),
            Crumb(path=addresses.of_work(act), title=found.act),
        ),
    )


KIND = PageKind(
    summary="What ties law, statements and code together, and what is open.",
    order=60,
    items=_items,
)
