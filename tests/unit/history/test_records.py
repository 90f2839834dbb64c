from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from statuteline.errors import CorpusError
from statuteline.history.records import current_records, law_events
from statuteline.model.commencement import FromPassage, OnEvent
from statuteline.model.ids import WorkId
from statuteline.model.work import Event, Expression

Text = Callable[..., Expression]
Happening = Callable[..., Event]


def test_order_does_not_depend_on_the_order_of_the_input(text: Text) -> None:
    given = (
        text("2013-10-01"),
        text("2016-10-01"),
        text("2014-01-01", starts=OnEvent(event="a proclamation")),
        text("2012-01-01", starts=FromPassage()),
    )
    wanted = (given[0], given[1], given[3], given[2])
    assert {current_records(some) for some in permutations(given)} == {wanted}


def test_the_latest_correction_replaces_all_records_of_its_version(text: Text) -> None:
    first = text("2013-10-01")
    second = text("2013-10-01", corrected="2026-02-01")
    third = text("2013-10-01", corrected="2026-03-01")
    other = text("2016-10-01")
    assert current_records((third, first, other, second)) == (third, other)


def test_the_last_of_several_corrections_of_one_day_replaces_the_others(
    text: Text,
) -> None:
    second = text("2013-10-01", corrected="2026-02-01")
    ninth, tenth = (replace(second, id=replace(second.id, turn=n)) for n in (9, 10))
    assert current_records((tenth, second, ninth)) == (tenth,)


def test_a_correction_may_learn_the_first_day(text: Text) -> None:
    pending = text("2013-06-01", starts=FromPassage())
    learned = text(
        "2013-06-01", starts=FromPassage(day=date(2013, 6, 6)), corrected="2026-02-01"
    )
    assert current_records((pending, learned)) == (learned,)


def test_known_shows_the_record_of_that_day(text: Text) -> None:
    first = text("2013-10-01", recorded="2026-01-01")
    better = text("2013-10-01", corrected="2026-02-01")
    both = (first, better)
    assert current_records(both, date(2025, 12, 31)) == ()
    assert current_records(both, date(2026, 1, 1)) == (first,)
    assert current_records(both, date(2026, 1, 31)) == (first,)
    assert current_records(both, date(2026, 2, 1)) == (better,)


def test_two_works_have_no_common_history(text: Text) -> None:
    other = text("2016-10-01", work=WorkId.parse("us-xx/code/1-2"))
    with pytest.raises(CorpusError, match="one work") as caught:
        current_records((text("2013-10-01"), other))
    assert "us-xx/code/1-2" in caught.value.where


def test_two_languages_have_no_common_history(text: Text) -> None:
    with pytest.raises(CorpusError, match="one language"):
        current_records((text("2013-10-01"), text("2013-10-01", language="fra")))


def test_events_are_merged_by_day_and_corrections_are_no_law(
    text: Text, event: Happening
) -> None:
    born = event("2013-10-01", "generation", "13-1")
    amended = event("2016-10-01", act="16-1")
    old = text("2013-10-01", events=(born,))
    new = text("2016-10-01", events=(born, amended, event("2026-02-01", "erratum")))
    assert law_events((new, old)) == (born, amended)


def test_events_of_one_day_keep_their_order(text: Text, event: Happening) -> None:
    gone = event("2016-10-01", "repeal")
    again = event("2016-10-01", "generation")
    assert law_events((text("2016-10-01", events=(gone, again)),)) == (gone, again)
