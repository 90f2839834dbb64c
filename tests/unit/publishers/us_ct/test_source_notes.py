from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.model.acts import ActCited, RevisionCited
from statuteline.publishers.us_ct.act_ids import work_of
from statuteline.publishers.us_ct.source_notes import is_source_note, read_source_note


def shown(words: str) -> list[str]:
    """Give each event as ``series/number: sections``."""
    lines = []
    for event in read_source_note(words).events:
        origin = event.origin
        if isinstance(origin, ActCited):
            name = str(work_of(origin)).removeprefix("us-ct/")
        else:
            kind = "supplement" if origin.supplement else "revision"
            name = " ".join(filter(None, (kind, str(origin.year), origin.special)))
        lines.append(f"{name}: {', '.join(event.sections)}".rstrip(": "))
    return lines


@pytest.mark.parametrize(
    ("words", "events"),
    [
        ("(P.A. 73-2, S. 1.)", ["pa/73-2: 1"]),
        ("(P.A. 73-2.)", ["pa/73-2"]),
        ("(P.A. 73-2, S. 1)", ["pa/73-2: 1"]),
        ("(P.A. 73-2, S. 1).", ["pa/73-2: 1"]),
        ("(P.A. 73-2, S. 1, 3–5, 12.)", ["pa/73-2: 1, 3–5, 12"]),
        ("(P.A. 73-2, S. 3-5, 12 to 14.)", ["pa/73-2: 3–5, 12–14"]),
        ("(P.A. 73-2, S. 7(a), (b).)", ["pa/73-2: 7(a), 7(b)"]),
        ("(P.A. 73-2, S. 7(a),(b), 11)", ["pa/73-2: 7(a), 7(b), 11"]),
        ("(P.A. 73-2, S. 17 (d)–(f).)", ["pa/73-2: 17(d)–(f)"]),
        ("(P.A. 90-2, S. 1(4A-101), 3.)", ["pa/90-2: 1(4A-101), 3"]),
        ("(1959, P.A. 133, S. 9-408.)", ["pa/1959-133: 9-408"]),
        ("(P.A. 78-2, S. 1; 78-9, S. 3; P.A. 80-1.)", "pa/78-2: 1|pa/78-9: 3|pa/80-1"),
        ("(S.A. 02-12, S. 1; 03-1.)", ["sa/02-12: 1", "sa/03-1"]),
        ("(June 30 Sp. Sess. P.A. 03-6, S. 146(e).)", ["pa/03-6-june-30-sp-sess: 146(e)"]),
        ("(June Sp. Sess. P.A. 91-12.)", ["pa/91-12-june-sp-sess"]),
        ("(June Sp. Sess. 91-12, S. 1.)", ["pa/91-12-june-sp-sess: 1"]),
        ("(June 23, Sp. Sess. II P.A. 86-1.)", ["pa/86-1-june-23-sp-sess"]),
        ("(Sept. Sp. Sess. P.A. 09-7.)", ["pa/09-7-sept-sp-sess"]),
        (
            "(Nov. Sp. Sess. P.A. 81-4; 81-6, S. 2; 82-1.)",
            ["pa/81-4-nov-sp-sess", "pa/81-6-nov-sp-sess: 2", "pa/82-1"],
        ),
        (
            "(1957, P.A. 253, S. 1; 254; 255, S. 2.)",
            "pa/1957-253: 1|pa/1957-254|pa/1957-255: 2",
        ),
        (
            "(February, 1965, P.A. 239; 240, S. 1.)",
            ["pa/1965-239-february", "pa/1965-240-february: 1"],
        ),
        ("(1957, S.A. 605, S. 1; S.A. 606.)", ["sa/1957-605: 1", "sa/1957-606"]),
        ("(June, 1971, S.A. 1.)", ["sa/1971-1-june"]),
        ("(1949 Rev., S. 46, 47.)", ["revision 1949: 46, 47"]),
        ("(1958 Rev., S. 13-88.)", ["revision 1958: 13-88"]),
        ("(1958 Rev., S. 5-136 to 5-139.)", ["revision 1958: 5-136 to 5-139"]),
        ("(1949, S. 2335d.)", ["supplement 1949: 2335d"]),
        ("(1953, 1955, S. 7d.)", ["supplement 1953: 7d", "supplement 1955: 7d"]),
        ("(1953, June, 1955, S. 7d.)", ["supplement 1953: 7d", "supplement 1955 June: 7d"]),
        ("(November, 1955, S. N193.)", ["supplement 1955 November: N193"]),
        ("(1951, S. 19d, subs. (4).)", ["supplement 1951: 19d, 19d(4)"]),
        # Misprints.
        ("(P.A 14-78, S. 1.)", ["pa/14-78: 1"]),
        ("(P.A. 02-07, S. 1.)", ["pa/02-7: 1"]),
        ("(P. A. 14-78, s. 1.)", ["pa/14-78: 1"]),
        ("(P A. 14-78. S. 1, 2.)", ["pa/14-78: 1, 2"]),
        ("(P.A. 14-78 S. 1. 3.)", ["pa/14-78: 1, 3"]),
        ("(P.A. 14-78, S, 1.)", ["pa/14-78: 1"]),
        ("(P.A. 14-78, 71.)", ["pa/14-78: 71"]),
        ("(Jun 30 Sp. Sess. P.A. 03-1.)", ["pa/03-1-june-30-sp-sess"]),
        ("(1949, Rev., S. 8.)", ["revision 1949: 8"]),
        ("(P.A. 86-48, S. 1, 5 P.A. 88-36, S. 2.)", ["pa/86-48: 1, 5", "pa/88-36: 2"]),
        ("(P.A. 86-48, S. 95: P.A. 89-97.)", ["pa/86-48: 95", "pa/89-97"]),
        ("(P.A. 78-14, S. 1–3, 78-30, S. 81.)", ["pa/78-14: 1–3", "pa/78-30: 81"]),
        ("(P.A. 07-1, S. 5 June Sp. Sess. P.A. 07-2.)", "pa/07-1: 5|pa/07-2-june-sp-sess"),
    ],
)
def test_what_a_note_tells(words: str, events: list[str] | str) -> None:
    assert shown(words) == (events.split("|") if isinstance(events, str) else events)
    assert read_source_note(words).unread == ()


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("(P.A. 20-1 effective March 12, 2020.)", ["P.A. 20-1 effective March 12, 2020"]),
        ("(752, S. 1.)", ["752, S. 1"]),
        ("(1967, P.A. 1; some book; 752.)", ["some book", "752"]),
        ("(1949 Rev., Appendix D.)", ["1949 Rev., Appendix D"]),
        ("(February, 1965, P.A. 353, 354.)", ["February, 1965, P.A. 353, 354"]),
    ],
)
def test_what_is_not_read_stays_as_it_is(words: str, unread: list[str]) -> None:
    assert list(read_source_note(words).unread) == unread


def test_other_notes_are_no_source_notes() -> None:
    assert is_source_note("(P.A. 73-2.)")
    assert not is_source_note("*Note: Section 1 of public act 73-2 is temporary.")


def test_an_event_keeps_its_words() -> None:
    events = read_source_note("(P.A. 73-2, S. 1; 73-9.)").events
    assert [event.raw for event in events] == ["P.A. 73-2, S. 1", "73-9"]
    assert read_source_note("(1949 Rev., S. 46.)").events[0].origin == RevisionCited(
        year=1949
    )


@pytest.mark.parametrize(
    "words",
    [
        "(" + "P.A. 78-2, S. 1, " * 20_000,
        "(" + "1949, " * 50_000,
        "(" + "June 30 " * 40_000,
        "(P.A. 78-2, S. 1" + " (a)" * 60_000 + "x",
        "(P.A. 78-2, S. " + "1" * 200_000,
        "(" * 200_000,
        "(P.A. 78-2" + " " * 200_000 + "x",
        "(" + ";" * 200_000,
        "(" + "Sp. Sess. " * 20_000,
    ],
    ids=range(9),
)
def test_no_note_takes_long(words: str) -> None:
    start = time.process_time()
    read_source_note(words)
    assert time.process_time() - start < 3


@given(st.text("(P.A S78-12;,–)June Rev.", max_size=80))
def test_each_item_is_read_or_raw(words: str) -> None:
    reading = read_source_note(words)
    for event in reading.events:
        assert event.raw
    kept = "".join(dict.fromkeys([*(one.raw for one in reading.events), *reading.unread]))
    for digit in "1278":
        assert (digit in words) == (digit in kept)
