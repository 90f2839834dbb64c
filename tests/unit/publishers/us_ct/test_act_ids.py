from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.citation import Citation, parse_citation, print_citation
from statuteline.model.ids import WorkId
from statuteline.publishers.us_ct.act_ids import act_of, work_of

URIS = open_corpus(shipped()).uris
SHORT = ("Jan.", "March", "June", "Sept.", "Dec.")
LONG = ("January", "March", "June", "September", "December")


@st.composite
def acts(draw: st.DrawFn) -> ActCited:
    year = draw(st.integers(1901, 2049))
    special = draw(st.none() | st.sampled_from(SHORT if year >= 1973 else LONG))
    if special and year >= 1973 and draw(st.booleans()):
        special = f"{special} {draw(st.integers(1, 31))}"
    return ActCited(
        session=Session(year=year, special=special),
        kind=draw(st.sampled_from(ActKind)),
        number=str(draw(st.integers(1, 999))),
    )


@pytest.mark.parametrize(
    ("kind", "year", "special", "number", "work"),
    [
        (ActKind.PUBLIC, 2021, None, "103", "us-ct/pa/21-103"),
        (ActKind.PUBLIC, 2003, "June 30", "6", "us-ct/pa/03-6-june-30-sp-sess"),
        (ActKind.PUBLIC, 2009, "Sept.", "7", "us-ct/pa/09-7-sept-sp-sess"),
        (ActKind.PUBLIC, 2005, "Oct. 25", "5", "us-ct/pa/05-5-oct-25-sp-sess"),
        (ActKind.PUBLIC, 1957, None, "253", "us-ct/pa/1957-253"),
        (ActKind.PUBLIC, 1965, "February", "239", "us-ct/pa/1965-239-february"),
        (ActKind.PUBLIC, 1972, None, "127", "us-ct/pa/1972-127"),
        (ActKind.PUBLIC, 1973, None, "279", "us-ct/pa/73-279"),
        (ActKind.SPECIAL, 2002, None, "12", "us-ct/sa/02-12"),
    ],
)
def test_acts_are_works(
    kind: ActKind, year: int, special: str | None, number: str, work: str
) -> None:
    act = ActCited(session=Session(year=year, special=special), kind=kind, number=number)
    assert str(work_of(act)) == work
    assert act_of(WorkId.parse(work)) == act


@pytest.mark.parametrize(
    "work",
    [
        "us-ct/cgs/54-95c",
        "us-ct/pa/odd",
        "us-ct/pa/1973-279",
        "us-ct/pa/72-1",
        "us-ct/pa/03-6-juny-sp-sess",
        "us-ct/pa/03-6-june",
    ],
)
def test_what_no_note_cites_is_no_act(work: str) -> None:
    assert act_of(WorkId.parse(work)) is None


@given(acts())
def test_each_act_has_a_work_of_its_own(act: ActCited) -> None:
    assert act_of(work_of(act)) == act


@given(acts())
def test_the_work_is_cited_and_read_back_by_the_settings(act: ActCited) -> None:
    citation = Citation(work=work_of(act), section="7", labels=("a",))
    series = URIS.series(citation.work)
    printed = print_citation(citation, series.forms)
    assert act.kind.value in printed
    assert parse_citation(printed, (URIS.jurisdictions[0].citations,)) == citation
    assert series.year_of(citation.work.number) == act.session.year
    assert f"/{act.session.year}/" in URIS.of_work(citation.work)
