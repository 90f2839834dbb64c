from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.model.acts import Deed, HistoryEvent, Session, Transferred
from statuteline.model.commencement import OnDate, OnEvent, Unknown
from statuteline.publishers.us_ct.act_ids import work_of
from statuteline.publishers.us_ct.history_notes import read_history_note


def events_of(words: str) -> tuple[HistoryEvent, ...]:
    reading = read_history_note(f"History: {words}.")
    assert reading.unread == ()
    return reading.events


def shown(event: HistoryEvent) -> str:
    """Give act, deeds, provisions and day on one line."""
    act = str(work_of(event.act)).removeprefix("us-ct/") if event.act else "-"
    deeds = ",".join(deed.value for deed in event.deeds)
    concerns = " ".join("".join(f"({one})" for one in path) for path in event.concerns)
    match event.commencement:
        case OnDate(day=day):
            when = str(day)
        case OnEvent(event=told):
            when = told
        case Unknown():
            when = "unknown"
        case _:
            when = "silent"
    return f"{act}: {deeds} [{concerns}] {when}"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("P.A. 97-2 effective July 1, 1997", ["pa/97-2: not told [] 1997-07-01"]),
        ("P.A. 84-4, S. 1, effective July 1, 1985", ["pa/84-4: not told [] 1985-07-01"]),
        ("P.A. 83-5 made technical changes", ["pa/83-5: amended [] silent"]),
        ("P.A. 83-5 doubled the fee", ["pa/83-5: amended [] silent"]),
        ("P.A. 83-5 further doubled the fee", ["pa/83-5: amended [] silent"]),
        (
            "P.A. 03-6 amended Subsec. (b)(2) to cover bicycles, effective July 9, 2003",
            ["pa/03-6: amended [(b)(2)] 2003-07-09"],
        ),
        (
            "June 30 Sp. Sess. P.A. 03-6 added new Subsecs. (c) and (d) re books",
            ["pa/03-6-june-30-sp-sess: added [(c) (d)] silent"],
        ),
        (
            "P.A. 13-2 amended Subsec. (a) by adding Subdiv. (3) re fees",
            ["pa/13-2: amended,added [(a) (a)(3)] silent"],
        ),
        (
            (
                "P.A. 13-2 added Subdiv. (3) re fees, effective July 1, 2013, and "
                "applicable to books lent on or after that date"
            ),
            ["pa/13-2: added [(3)] 2013-07-01"],
        ),
        (
            "P.A. 24-1 repealed section, effective July 1, 2025",
            "pa/24-1: repealed [] 2025-07-01",
        ),
        ("P.A. 76-1 repealed Subsec. (p) re pages", ["pa/76-1: repealed [(p)] silent"]),
        ("P.A. 99-1 repealed Sec. 7-1 and deleted reference", "pa/99-1: amended [] silent"),
        (
            (
                "pursuant to P.A. 11-5, “Bureau of Books” was changed editorially by the "
                "Revisors to “Bureau of Reading” in Subsec. (a), effective July 1, 2011"
            ),
            ["pa/11-5: editorial [(a)] 2011-07-01"],
        ),
        (
            (
                "P.A. 00-1 revised effective date of P.A. 99-2 but without affecting this "
                "section"
            ),
            ["pa/00-1:  [] silent"],
        ),
        (
            (
                "P.A. 93-1 changed the effective date of P.A. 88-2 from May 1, 1993, to "
                "May 1, 1996, effective June 14, 1993"
            ),
            ["pa/93-1: not told [] 1993-06-14"],
        ),
        # Several acts, and several days.
        (
            "P.A. 77-6 and P.A. 78-3 replaced librarian, effective January 1, 1979",
            ["pa/77-6: amended [] 1979-01-01", "pa/78-3: amended [] 1979-01-01"],
        ),
        (
            (
                "P.A. 95-7 and 95-9 added fees, effective July 1, 1995, and July 6, 1995, "
                "respectively"
            ),
            ["pa/95-7: added [] 1995-07-01", "pa/95-9: added [] 1995-07-06"],
        ),
        (
            (
                "P.A. 03-1, effective May 12, 2003, and P.A. 03-2, effective October 1, "
                "2003, both amended Subsec. (c)"
            ),
            ["pa/03-1: amended [(c)] 2003-05-12", "pa/03-2: amended [(c)] 2003-10-01"],
        ),
        (
            (
                "P.A. 96-2 amended Subsec. (b) re books, effective July 1, 1996, and "
                "amended Subsec. (d) re maps, effective June 6, 1996"
            ),
            ["pa/96-2: amended [(b)] 1996-07-01", "pa/96-2: amended [(d)] 1996-06-06"],
        ),
        (
            (
                "P.A. 96-2 amended Subsec. (b) re books, effective July 1, 1996, and "
                "amended Subsec. (d) re maps"
            ),
            ["pa/96-2: amended [(b)] 1996-07-01", "pa/96-2: amended [(d)] silent"],
        ),
        (
            (
                "P.A. 77-6 replaced librarian and, effective January 1, 1979, replaced "
                "archivist"
            ),
            ["pa/77-6: amended [] silent", "pa/77-6: amended [] 1979-01-01"],
        ),
        (
            (
                "P.A. 07-3 increased fee, of which $5 is effective July 1, 2008, effective "
                "November 2, 2007"
            ),
            ["pa/07-3: amended [] 2007-11-02"],
        ),
        # Events.
        (
            "P.A. 73-5 effective upon adoption of a plan",
            "pa/73-5: not told [] upon adoption of a plan",
        ),
        (
            (
                "P.A. 00-2 made changes, effective the later of May 1, 2000, or the date "
                "of a notice, i.e. April 11, 2006"
            ),
            ["pa/00-2: amended [] 2006-04-11"],
        ),
        # Words that are quoted tell no day and no deed.
        (
            "P.A. 05-2 replaced “added Subsec. (z), effective May 1, 1999” with “fee”",
            ["pa/05-2: amended [] silent"],
        ),
        # An act of the year before 1973.
        ("1969 P.A. 158 raised fees", ["pa/1969-158: amended [] silent"]),
        ("1971 act (P.A. 440) removed skates", ["pa/1971-440: amended [] silent"]),
        (
            "October, 1979, P.A. 79-12 removed skates",
            "pa/79-12-oct-sp-sess: amended [] silent",
        ),
    ],
)
def test_what_an_item_tells(words: str, expected: list[str] | str) -> None:
    wanted = [expected] if isinstance(expected, str) else expected
    assert [shown(event) for event in events_of(words)] == wanted


def test_an_item_ends_where_the_next_act_begins() -> None:
    events = events_of(
        "P.A. 81-7 amended Subsec. (a) re fees; deleted Subsec. (b) re maps; 81-9 added "
        "Subsec. (c) (which had “;” in it; and more); 1985 S.A. 5 doubled the fee"
    )
    assert [event.raw[:8] for event in events] == ["P.A. 81-", "81-9 add", "1985 S.A"]
    assert events[0].concerns == (("a",), ("b",))


def test_a_bare_act_keeps_the_session_within_a_year() -> None:
    first, second, third = events_of(
        "June Sp. Sess. P.A. 91-1 added fees; 91-2 made changes; 92-1 made changes"
    )
    assert first.act is not None
    assert second.act is not None
    assert third.act is not None
    assert first.act.session == second.act.session == Session(year=1991, special="June")
    assert third.act.session == Session(year=1992)


def test_an_act_told_by_its_year_alone() -> None:
    (one, other) = events_of("1961 and 1963 acts reduced the fee")
    assert (one.act, one.session) == (None, Session(year=1961))
    assert (other.act, other.session) == (None, Session(year=1963))
    (june,) = events_of("June, 1971 act raised the fee, effective August 1, 1971")
    assert june.session == Session(year=1971, special="June")
    assert june.commencement == OnDate(day=date(1971, 8, 1))


@pytest.mark.parametrize(
    ("words", "old", "new", "year"),
    [
        ("Sec. 1-19 transferred to Sec. 1-210 in 1999", "1-19", "1-210", 1999),
        ("In 1981 Sec. 16-1 l transferred to Sec. 13b-2", "16-1l", "13b-2", 1981),
        (
            (
                "Sec. 17-6 temporarily renumbered as Sec. 51-3 and ultimately transferred "
                "to Sec. 46b-1 in the 1979 Supplement"
            ),
            "17-6",
            "46b-1",
            1979,
        ),
        ("Sec. 4-1 was transferred to Sec. 4a-1", "4-1", "4a-1", None),
    ],
)
def test_transfers(words: str, old: str, new: str, year: int | None) -> None:
    (event,) = events_of(words)
    assert event.deeds == (Deed.TRANSFERRED,)
    assert event.transferred == Transferred(old=old, new=new, year=year)
    assert event.commencement == Unknown()


def test_a_revisors_note_is_an_item_of_its_own() -> None:
    act, note = events_of(
        "P.A. 11-2 made changes, effective July 1, 2011 (Revisor's note: In 2012 a "
        "reference to (b) was deleted editorially by the Revisors; effective May 1, 2013)"
    )
    assert shown(act) == "pa/11-2: amended [] 2011-07-01"
    assert note.act is None
    assert note.deeds == (Deed.EDITORIAL,)
    assert note.raw.startswith("(Revisor's note: In 2012")


def test_redesignations_come_with_their_act() -> None:
    (event,) = events_of(
        "P.A. 24-1 added new Subsec. (b), redesignated existing Subsec. (b) as "
        "Subsec. (c), effective July 1, 2024"
    )
    assert event.deeds == (Deed.ADDED, Deed.REDESIGNATED)
    assert [(one.old, one.new) for one in event.redesignated] == [(("b",), ("c",))]


@pytest.mark.parametrize(
    "words",
    [
        "Present section",
        "Nothing is known of it",
        "P.A. 99-2 added fees, effective January, 2000",
        "P.A. 17-2 deleted skates, effective October 31, 2017, and July 1, 2019",
        "P.A. 17-2 deleted skates, effective June 31, 2017",
    ],
)
def test_what_is_not_read_is_told_and_kept(words: str) -> None:
    reading = read_history_note(f"History: {words}.")
    assert list(reading.unread) == [words]
    assert {event.raw for event in reading.events} == {words}
    assert all(event.commencement == Unknown() for event in reading.events)


@pytest.mark.parametrize(
    "words",
    [
        "P.A. 81-7 " * 20_000,
        "P.A. 81-7 amended Subsec. (a), effective " * 5_000,
        "P.A. 81-7 and " * 20_000,
        "(Revisor's note: " * 5_000,
        "Sec. 1-1 " * 20_000 + "transferred to",
        "(" * 100_000,
        "P.A. 81-7, S. 1" + ", 2" * 50_000,
        "“" * 50_000 + "P.A. 81-7",
        "P.A. 81-7 effective upon " + "a, " * 50_000,
        "In Subsec. (a)" * 10_000,
        "1961 and " * 20_000,
    ],
    ids=range(11),
)
def test_no_note_takes_long(words: str) -> None:
    start = time.process_time()
    read_history_note(words)
    assert time.process_time() - start < 4


@given(
    st.lists(
        st.sampled_from(
            [
                "P.A. 81-7 amended Subsec. (a)",
                "; ",
                ", effective July 1, 1981",
                "(",
                ")",
                " and ",
                "Sec. 1-1 transferred to Sec. 2-2",
                "(Revisor's note: x)",
                "1971 act",
                "“",
                "”",
                "81-9 ",
            ]
        ),
        max_size=9,
    ).map("".join)
)
def test_every_word_stays_in_some_item(words: str) -> None:
    kept = " ".join(event.raw for event in read_history_note(words).events)
    for word in ("81-7", "81-9", "Revisor", "1971", "transferred", "effective"):
        assert (word in words) == (word in kept)
