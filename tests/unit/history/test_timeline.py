from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from statuteline.history.timeline import OverlapKind, Timeline, overlaps, timeline
from statuteline.model.commencement import FromPassage, OnEvent, Unknown
from statuteline.model.ids import WorkId
from statuteline.model.work import Event, Expression

Text = Callable[..., Expression]
Happening = Callable[..., Event]


def days(line: Timeline) -> list[tuple[str, str, str | None]]:
    return [
        (
            entry.expression.id.label,
            str(entry.interval.start),
            str(entry.interval.end) if entry.interval.end else None,
        )
        for entry in line.entries
    ]


def test_a_text_lasts_until_the_next_one_starts(text: Text) -> None:
    line = timeline((text("2016-10-01"), text("2013-10-01")))
    assert line.work == WorkId.parse("us-xx/code/1-1")
    assert days(line) == [
        ("eng@2013-10-01", "2013-10-01", "2016-10-01"),
        ("eng@2016-10-01", "2016-10-01", None),
    ]


def test_a_stated_end_leaves_a_gap(text: Text) -> None:
    line = timeline((text("2013-10-01", ends="2014-07-01"), text("2016-10-01")))
    assert days(line)[0] == ("eng@2013-10-01", "2013-10-01", "2014-07-01")
    assert line.entry_at(date(2014, 6, 30)) == line.entries[0]
    assert line.entry_at(date(2014, 7, 1)) is None
    assert line.last_before(date(2014, 7, 1)) == line.entries[0]
    assert line.last_before(date(2014, 6, 30)) is None
    assert line.first_after(date(2014, 7, 1)) == line.entries[1]
    assert line.first_after(date(2016, 10, 1)) is None


def test_a_text_is_not_extended_over_a_change_whose_text_is_not_recorded(
    text: Text, event: Happening
) -> None:
    events = (event("2013-10-01", "generation"), event("2015-10-01"))
    late = text("2017-10-01", events=(*events, event("2017-10-01")))
    line = timeline((text("2013-10-01", events=events[:1]), late))
    assert days(line) == [
        ("eng@2013-10-01", "2013-10-01", "2015-10-01"),
        ("eng@2017-10-01", "2017-10-01", None),
    ]


def test_a_correction_of_the_record_ends_no_text(text: Text, event: Happening) -> None:
    corrected = text(
        "2013-10-01", corrected="2026-02-01", events=(event("2026-02-01", "erratum"),)
    )
    assert days(timeline((corrected,))) == [
        ("eng@2013-10-01~2026-02-01", "2013-10-01", None)
    ]


@pytest.mark.parametrize(
    "starts", [FromPassage(), OnEvent(event="a proclamation"), Unknown()]
)
def test_a_text_without_a_known_first_day_is_pending(
    text: Text, starts: FromPassage | OnEvent | Unknown
) -> None:
    waiting = text("2015-06-01", starts=starts)
    line = timeline((waiting, text("2013-10-01"), text("2016-10-01")))
    assert line.pending == (waiting,)
    assert [label for label, _, _ in days(line)] == ["eng@2013-10-01", "eng@2016-10-01"]


def test_a_text_that_ends_before_it_starts_never_takes_effect(text: Text) -> None:
    line = timeline((text("2013-10-01"), text("2016-10-01", ends="2016-10-01")))
    assert days(line) == [("eng@2013-10-01", "2013-10-01", None)]
    assert line.pending == ()


def test_known_gives_the_days_as_they_were_recorded(text: Text) -> None:
    texts = (
        text("2013-10-01", recorded="2026-01-01"),
        text("2016-10-01", recorded="2026-03-01"),
    )
    assert days(timeline(texts, date(2026, 2, 1))) == [
        ("eng@2013-10-01", "2013-10-01", None)
    ]


def test_no_record_gives_an_empty_timeline() -> None:
    assert timeline(()) == Timeline(work=None, entries=(), pending=())


def test_texts_that_follow_each_other_do_not_overlap(text: Text) -> None:
    sound = (
        text("2013-10-01", ends="2016-10-01"),
        text("2016-10-01"),
        text("2016-10-01", corrected="2026-02-01"),
        text("2017-01-01", starts=Unknown()),
    )
    assert overlaps(sound) == ()


def test_two_texts_of_one_day_overlap_and_the_later_record_gets_the_days(
    text: Text,
) -> None:
    first = text(
        "2013-06-01", starts=FromPassage(day=date(2013, 10, 1)), recorded="2026-02-01"
    )
    second = text("2013-10-01", recorded="2026-01-01")
    texts = (first, second, text("2016-10-01"))
    (found,) = overlaps(texts)
    assert (found.first, found.second) == (second.id, first.id)
    assert found.kind is OverlapKind.SAME_START
    assert (found.days.start, found.days.end) == (date(2013, 10, 1), date(2016, 10, 1))
    assert timeline(texts).entries[0].expression == first


def test_an_end_behind_the_next_start_overlaps(text: Text) -> None:
    texts = (text("2013-10-01", ends="2018-01-01"), text("2016-10-01"))
    (found,) = overlaps(texts)
    assert found.kind is OverlapKind.ENDS_LATE
    assert (found.first.label, found.second.label) == ("eng@2013-10-01", "eng@2016-10-01")
    assert (found.days.start, found.days.end) == (date(2016, 10, 1), date(2018, 1, 1))
    assert days(timeline(texts))[0] == ("eng@2013-10-01", "2013-10-01", "2016-10-01")


def test_an_end_behind_two_starts_overlaps_both(text: Text) -> None:
    texts = (
        text("2013-10-01", ends="2018-01-01"),
        text("2016-10-01"),
        text("2017-10-01"),
    )
    assert [(one.second.label, str(one.days.end)) for one in overlaps(texts)] == [
        ("eng@2016-10-01", "2017-10-01"),
        ("eng@2017-10-01", "2018-01-01"),
    ]
