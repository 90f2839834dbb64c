"""Strategies for whole expressions, as a corpus could hold them."""

from __future__ import annotations

import string
from dataclasses import replace
from datetime import date
from functools import cache

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
from statuteline.model.published import (
    Edition,
    EditionKind,
    Heading,
    Note,
    NoteKind,
    Position,
    Status,
)
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
words = st.one_of(
    st.sampled_from([" ", "\n", " \t", " , "]),
    st.text(
        st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\t\n\r"),
        min_size=1,
        max_size=30,
    ),
    st.text("a<>&\"'[]{}§ \u00a0“”\t\n\r", min_size=1, max_size=30),
)
lines = words.map(lambda text: " ".join(text.split()) or "x")
numbers = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=3)
# Few numbers: the strategies below are made once for each. All forms of numbers are
# tried in test_ids_properties.py.
cgs_numbers = st.sampled_from(["1-1", "99-999aa", "54-95c", "7-20a"])
labels_below = st.lists(numbers, max_size=3, unique=True)
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
    st.builds(OnEvent, event=lines),
    st.builds(Unknown, by=st.none() | days),
)

headings_above = st.builds(Heading, number=lines, name=st.just("") | lines)
positions = st.builds(
    Position,
    title=headings_above,
    chapter=headings_above,
    part=st.none() | headings_above,
    subpart=st.none() | headings_above,
)
editions = st.builds(Edition, revised_to=days, kind=st.sampled_from(EditionKind))


@cache
def prose(own: WorkId) -> st.SearchStrategy[Prose]:
    """Spans in which no two plain ones touch: what a reader would give back."""
    marks: st.SearchStrategy[Mark] = st.one_of(
        st.builds(Ref, target=acts),
        st.just(Ref(target=ProvisionRef(own, EId("sec_1")))),
        st.builds(RangeRef, first=acts, last=acts),
        st.builds(Quantity, value=st.integers(0, 999).map(str)),
        st.sampled_from(Role),
    )
    spans = st.builds(Span, text=words, mark=st.none() | marks)
    return st.lists(spans, max_size=4).map(_joined)


def _joined(spans: list[Span]) -> Prose:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].mark is None and span.mark is None:
            joined[-1] = Span(text=joined[-1].text + span.text)
        else:
            joined.append(span)
    return tuple(joined)


@cache
def blocks(own: WorkId) -> st.SearchStrategy[tuple[Block, ...]]:
    cell = st.builds(Cell, spans=prose(own), header=st.booleans())
    row = st.lists(cell, min_size=1, max_size=2).map(tuple)
    table = st.builds(
        Table, caption=prose(own), rows=st.lists(row, min_size=1, max_size=2).map(tuple)
    )
    paragraph = st.builds(Paragraph, spans=prose(own))
    block: st.SearchStrategy[Block] = st.one_of(paragraph, paragraph, paragraph, table)
    return st.lists(block, min_size=1, max_size=2).map(tuple)


_BELOW = {
    Level.SECTION: Level.SUBSECTION,
    Level.SUBSECTION: Level.SUBDIVISION,
    Level.SUBDIVISION: Level.SUBPARAGRAPH,
}


@st.composite
def bare_provisions(draw: st.DrawFn, own: WorkId) -> st.SearchStrategy[Provision]:
    """Draw words for one text, and give provisions that stand nowhere yet.

    The provisions of a text share a few drawn pieces: what a reader does with words
    depends on where they stand, and drawing fresh words for every place takes long.
    """
    headings = st.sampled_from(draw(st.lists(prose(own), min_size=1, max_size=3)))
    bodies = st.sampled_from([(), *draw(st.lists(blocks(own), min_size=1, max_size=3))])
    return st.builds(
        Provision,
        level=st.just(Level.SECTION),
        eid=st.just(EId("sec")),
        wid=st.sampled_from([WId("sec"), WId("sec@2001-02-03")]),
        num=st.sampled_from([None, "({})", "{}"]),
        heading=headings,
        intro=bodies,
        wrap_up=bodies,
        coverage=st.sampled_from(Coverage),
    )


@st.composite
def provisions(
    draw: st.DrawFn,
    words_of: st.SearchStrategy[Provision],
    level: Level,
    eid: EId,
    *,
    timed: bool,
) -> Provision:
    below = _BELOW.get(level)
    labels = draw(labels_below) if below else []
    children = tuple(
        draw(provisions(words_of, below, eid.child(below.prefix, label), timed=False))
        for label in labels
        if below
    )
    bare = draw(words_of)
    return replace(
        bare,
        level=level,
        eid=eid,
        wid=WId(bare.wid.text.replace("sec", eid.text)),
        num=bare.num and bare.num.format(eid.steps[-1].partition("_")[2]),
        children=children,
        wrap_up=bare.wrap_up if children else (),
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
    words_of = draw(bare_provisions(work))
    body = tuple(
        draw(provisions(words_of, Level.SECTION, EId(f"sec_{n}"), timed=law))
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
        title=draw(lines),
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
        status=draw(st.sampled_from(Status)),
        former=draw(st.none() | lines),
        edition=draw(st.none() | editions),
        position=draw(st.none() | positions),
        notes=tuple(
            draw(
                st.lists(
                    st.builds(Note, kind=st.sampled_from(NoteKind), words=prose(work)),
                    max_size=3,
                )
            )
        ),
        front=draw(blocks(work)) if draw(st.booleans()) else (),
        body=body,
    )
