"""Clauses of every kind, with invented numbers."""

from __future__ import annotations

from datetime import date
from typing import Final

from hypothesis import strategies as st

from statuteline.acts.clause import (
    ActSections,
    Adds,
    Amends,
    Clause,
    Code,
    Effective,
    Ground,
    MakesNew,
    Portion,
    Repeals,
    Rewords,
    Stretch,
    Target,
    Uncodified,
)
from statuteline.acts.effective import default_commencement
from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.commencement import FromPassage, OnDate, OnEvent
from statuteline.model.provision import Level
from statuteline.model.published import Edition, EditionKind

ACT: Final = ActCited(session=Session(year=2031), kind=ActKind.PUBLIC, number="7")
APPROVED: Final = date(2031, 6, 3)
LEVELS: Final = (
    (Level.SUBSECTION, "abcde"),
    (Level.SUBDIVISION, "12345"),
    (Level.SUBPARAGRAPH, "ABCDE"),
    (Level.CLAUSE, ("i", "ii", "iii", "iv", "v")),
    (Level.SUBCLAUSE, ("I", "II", "III", "IV", "V")),
)
days = st.dates(min_value=date(1990, 1, 1), max_value=date(2049, 12, 31))


def stretches(number: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[Stretch, ...]]:
    one = st.builds(Stretch, first=number)
    run = st.builds(Stretch, first=number, last=number)
    return st.lists(one | run, min_size=1, max_size=3).map(tuple)


code_numbers = st.from_regex(
    r"[1-9]\d?[a-b]?-[1-9]\d{0,2}[a-z]{0,2}(?:-\d{3})?", fullmatch=True
)
act_numbers = st.from_regex(r"[1-9]\d{0,2}", fullmatch=True)
sessions = st.sampled_from([None, "June", "June 30", "Sept.", "Nov. 2"])
acts = st.builds(
    ActCited,
    session=st.builds(Session, year=st.integers(1990, 2049), special=sessions),
    kind=st.sampled_from(ActKind),
    number=act_numbers,
)
codes = st.builds(
    Code,
    edition=st.none()
    | st.builds(
        Edition,
        revised_to=st.integers(2000, 2049).map(lambda year: date(year, 1, 1)),
        kind=st.sampled_from(EditionKind),
    ),
)


@st.composite
def portions(draw: st.DrawFn) -> Portion:
    depth = draw(st.integers(0, len(LEVELS) - 1))
    level, labels = LEVELS[depth]
    first = draw(st.integers(0, depth))
    within = tuple(
        (outer, draw(st.sampled_from(choice))) for outer, choice in LEVELS[first:depth]
    )
    numbers = draw(stretches(st.sampled_from(labels)))
    return Portion(level=level, labels=numbers, within=within)


several_portions = st.lists(portions(), min_size=1, max_size=3).map(tuple)
chains = st.lists(
    st.builds(
        ActSections,
        act=st.none() | acts,
        sections=st.just(()) | stretches(act_numbers),
    ),
    max_size=3,
).map(tuple)


@st.composite
def targets(draw: st.DrawFn, *, chained: bool = True) -> Target:
    body = draw(codes | acts)
    number = code_numbers if isinstance(body, Code) else act_numbers
    chain = draw(chains) if chained else ()
    if draw(st.booleans()):
        one = (Stretch(first=draw(number)),)
        named = draw(several_portions)
        return Target(body=body, sections=one, portions=named, chain=chain)
    return Target(body=body, sections=draw(stretches(number)), chain=chain)


applicabilities = st.sampled_from(
    ["", "fees due on or after January 1, 2032", "loan years commencing on said date"]
)
stated = st.builds(
    Effective,
    commencement=st.just(FromPassage(day=APPROVED)) | st.builds(OnDate, day=days),
    ground=st.just(Ground.STATED),
    applies_to=applicabilities,
)
events = st.builds(
    Effective,
    commencement=st.builds(
        OnEvent,
        event=st.sampled_from(
            ["upon certification by the librarian", "July 1, 2031, or when the pier opens"]
        ),
    ),
    ground=st.just(Ground.STATED),
)
silent = st.just(
    Effective(commencement=default_commencement(ACT, APPROVED), ground=Ground.DEFAULT)
)
# What follows "as amended by" could be one more amender: no chain in a list.
lists_of_targets = st.lists(targets(chained=False), min_size=1, max_size=3).map(tuple)
listed = st.builds(Target, body=st.just(Code()), sections=stretches(code_numbers))
some_words = st.sampled_from(["pier", "library board", "the town’s fees"])
word_pairs = st.lists(
    st.tuples(some_words, some_words),
    min_size=1,
    max_size=3,
    unique_by=lambda pair: pair[0],
).map(tuple)
deeds = (
    st.builds(Amends, targets=targets().map(lambda one: (one,)) | lists_of_targets)
    | st.builds(Rewords, pairs=word_pairs, target=listed)
    | st.builds(Adds, target=targets(), added=several_portions)
    | st.builds(Repeals, targets=lists_of_targets)
    | st.just(MakesNew())
    | st.just(Uncodified())
)
clauses = st.builds(Clause, deed=deeds, effective=stated | events | silent)
