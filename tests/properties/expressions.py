"""Strategies for whole expressions, as a corpus could hold them."""

from __future__ import annotations

import string
from datetime import date

from hypothesis import strategies as st

from statuteline.model.commencement import (
    Commencement,
    FromPassage,
    OnDate,
    OnEvent,
    Unknown,
)
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WId, WorkId
from statuteline.model.provision import Coverage, Level, Provision, walk
from statuteline.model.text import (
    Block,
    Cell,
    Mark,
    Paragraph,
    Prose,
    Quantity,
    RangeRef,
    Ref,
    Role,
    Span,
    Table,
)
from statuteline.model.work import (
    CommencementClaim,
    Event,
    EventKind,
    Evidence,
    Expression,
    Furniture,
    Grade,
    Kind,
    Modification,
    ModificationKind,
    SourceDocument,
    Statement,
    StatementKind,
    Words,
)

days = st.dates(min_value=date(1958, 1, 1), max_value=date(2060, 12, 31))
words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\t\n\r")
    | st.sampled_from("<>&\"'[]{}§ “”"),
    min_size=1,
    max_size=30,
).filter(lambda text: "\ufffe" not in text and "\uffff" not in text)
numbers = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=3)
cgs_numbers = st.builds(
    "{}-{}{}".format,
    st.integers(1, 99),
    st.integers(1, 999),
    st.sampled_from(["", "a", "aa"]),
)
cgs_works = st.builds(WorkId, st.just("us-ct"), st.just("cgs"), cgs_numbers)
acts = st.builds(
    lambda year, number, section: ProvisionRef(
        WorkId("us-ct", "pa", f"{year:02}-{number}"),
        EId(f"sec_{section}") if section else None,
    ),
    st.integers(0, 99),
    st.integers(1, 300),
    st.integers(0, 40),
)
commencements: st.SearchStrategy[Commencement] = st.one_of(
    st.builds(OnDate, day=days),
    st.builds(FromPassage, day=st.none() | days),
    st.builds(OnEvent, event=words.map(lambda text: " ".join(text.split()) or "x")),
    st.just(Unknown()),
)


@st.composite
def prose(draw: st.DrawFn, own: WorkId, *, empty: bool = False) -> Prose:
    """Spans in which no two plain ones touch: what a reader would give back."""
    count = draw(st.integers(0 if empty else 1, 4))
    marks: st.SearchStrategy[Mark] = st.one_of(
        st.builds(Ref, target=acts),
        st.builds(Ref, target=st.just(ProvisionRef(own, EId("sec_1")))),
        st.builds(RangeRef, first=acts, last=acts),
        st.builds(Quantity, value=st.integers(0, 999).map(str)),
        st.sampled_from(Role),
    )
    spans: list[Span] = []
    for _ in range(count):
        touching = bool(spans) and spans[-1].mark is None
        mark = draw(marks if touching else st.none() | marks)
        spans.append(Span(text=draw(words), mark=mark))
    return tuple(spans)


@st.composite
def blocks(draw: st.DrawFn, own: WorkId) -> tuple[Block, ...]:
    found: list[Block] = []
    for _ in range(draw(st.integers(1, 2))):
        if draw(st.integers(0, 4)) == 0:
            cell = st.builds(Cell, spans=prose(own, empty=True), header=st.booleans())
            rows = st.lists(
                st.lists(cell, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3
            ).map(tuple)
            found.append(draw(st.builds(Table, caption=prose(own, empty=True), rows=rows)))
        else:
            found.append(Paragraph(spans=draw(prose(own, empty=True))))
    return tuple(found)


_BELOW = {
    Level.SECTION: Level.SUBSECTION,
    Level.SUBSECTION: Level.SUBDIVISION,
    Level.SUBDIVISION: Level.SUBPARAGRAPH,
}


@st.composite
def provisions(
    draw: st.DrawFn, own: WorkId, level: Level, eid: EId, *, timed: bool
) -> Provision:
    below = _BELOW.get(level)
    labels = draw(st.lists(numbers, max_size=3, unique=True)) if below else []
    children = tuple(
        draw(provisions(own, below, eid.child(below.prefix, label), timed=False))
        for label in labels
        if below
    )
    number = eid.steps[-1].partition("_")[2]
    return Provision(
        level=level,
        eid=eid,
        wid=draw(st.sampled_from([WId(eid.text), WId(f"{eid.text}@2001-02-03")])),
        num=draw(st.sampled_from([None, f"({number})", number])),
        heading=draw(prose(own, empty=True)),
        intro=draw(blocks(own) if draw(st.booleans()) else st.just(())),
        children=children,
        wrap_up=draw(blocks(own)) if children and draw(st.booleans()) else (),
        coverage=draw(st.sampled_from(Coverage)),
        commencement=draw(st.none() | commencements) if timed else None,
    )


@st.composite
def expressions(draw: st.DrawFn) -> Expression:
    """Draw a statute section or an act with everything its file can say."""
    kind = draw(st.sampled_from([Kind.STATUTE_SECTION, Kind.PUBLIC_ACT, Kind.SUMMARY]))
    series, number = {
        Kind.STATUTE_SECTION: ("cgs", draw(cgs_numbers)),
        Kind.PUBLIC_ACT: ("pa", "21-103"),
        Kind.SUMMARY: ("summary", "pa-21-103"),
    }[kind]
    work = WorkId("us-ct", series, number)
    law = kind is not Kind.SUMMARY
    body = tuple(
        draw(provisions(work, Level.SECTION, EId(f"sec_{n}"), timed=law))
        for n in range(1, draw(st.integers(1, 2)) + 1)
    )
    eids = st.sampled_from([p.eid for p in walk(body)])
    here = st.builds(ProvisionRef, st.just(work), eids)
    events = draw(
        st.lists(
            st.builds(
                Event, day=days, kind=st.sampled_from(EventKind), act=st.none() | acts
            ),
            max_size=4,
        )
    )
    change = st.builds(
        Modification,
        kind=st.sampled_from(ModificationKind),
        act=acts,
        destination=here,
        previous=st.none() | here,
    )
    whole = draw(st.none() | commencements) if law else None
    return Expression(
        id=ExpressionId(work, "eng", draw(days), draw(st.none() | days)),
        kind=kind,
        title=draw(words.map(lambda text: " ".join(text.split()) or "x")),
        words=draw(st.sampled_from(Words)),
        recorded=draw(days),
        created=draw(days),
        commencement=whole,
        ends=draw(st.none() | days) if whole is not None else None,
        events=tuple(sorted(events, key=lambda event: event.day)),
        modifications=tuple(draw(st.lists(change, max_size=3))),
        evidence=tuple(
            draw(
                st.lists(
                    st.builds(
                        Evidence, about=eids, grade=st.sampled_from(Grade), note=words
                    ),
                    max_size=2,
                )
            )
        ),
        statements=tuple(
            draw(
                st.lists(
                    st.builds(
                        Statement,
                        eid=eids,
                        kind=st.sampled_from(StatementKind),
                        concerns=st.lists(acts, max_size=2).map(tuple),
                    ),
                    max_size=2,
                )
            )
        ),
        claims=tuple(
            draw(
                st.lists(
                    st.builds(
                        CommencementClaim,
                        section=acts,
                        commencement=commencements,
                        words=words,
                    ),
                    max_size=2,
                )
            )
        ),
        source=draw(
            st.none()
            | st.builds(
                SourceDocument,
                name=st.just("a.txt"),
                sha256=st.just("0" * 64),
                received=st.none() | days,
                furniture=st.lists(
                    st.builds(
                        Furniture,
                        line=st.integers(1, 99),
                        column=st.integers(1, 99),
                        text=words,
                    ),
                    max_size=2,
                ).map(tuple),
            )
        ),
        front=draw(blocks(work)) if draw(st.booleans()) else (),
        body=body,
    )
