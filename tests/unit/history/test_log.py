from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from statuteline.history.log import LogEntry, log
from statuteline.model.commencement import FromPassage
from statuteline.model.ids import ProvisionRef, WorkId
from statuteline.model.work import Event, Expression, Modification

Text = Callable[..., Expression]
Change = Callable[..., Modification]
Happening = Callable[..., Event]
Row = tuple[str | None, str | None, str | None, tuple[str | None, ...]]


def row(entry: LogEntry) -> Row:
    return (
        str(entry.day) if entry.day else None,
        entry.kind.value if entry.kind else None,
        entry.expression.id.label if entry.expression else None,
        tuple(str(act) if act else None for act in entry.acts),
    )


def rows(*texts: Expression) -> list[Row]:
    return [row(entry) for entry in log(texts)]


def test_events_and_texts_stand_in_order_of_days(
    text: Text, event: Happening, change: Change
) -> None:
    events = (
        event("2006-07-01", "generation", "06-1"),
        event("2013-10-01"),
        event("2016-10-01", "amendment", "16-1 s2"),
        event("2016-10-01", "amendment", "16-2 s9"),
    )
    waiting = text(
        "2021-06-16", starts=FromPassage(), changes=(change("insertion", "21-1", None),)
    )
    assert rows(
        waiting,
        text("2016-10-01", events=events),
        text("2013-10-01", events=events[:2]),
    ) == [
        ("2006-07-01", "generation", None, ("us-xx/pa/06-1",)),
        ("2013-10-01", "amendment", "eng@2013-10-01", (None,)),
        (
            "2016-10-01",
            "amendment",
            "eng@2016-10-01",
            ("us-xx/pa/16-1#sec_2", "us-xx/pa/16-2#sec_9"),
        ),
        (None, None, "eng@2021-06-16", ("us-xx/pa/21-1",)),
    ]


def test_an_event_told_by_a_later_text_belongs_to_the_text_of_its_day(
    text: Text, event: Happening
) -> None:
    known = event("2013-10-01", "amendment", "13-1")
    assert rows(
        text("2013-10-01", events=(event("2013-10-01"),)),
        text("2016-10-01", events=(known,)),
    ) == [
        ("2013-10-01", "amendment", "eng@2013-10-01", ("us-xx/pa/13-1",)),
        ("2016-10-01", None, "eng@2016-10-01", ()),
    ]


def test_a_repeal_and_a_new_enactment_of_one_day_are_two_entries(
    text: Text, event: Happening
) -> None:
    events = (
        event("2016-10-01", "repeal", "16-1"),
        event("2016-10-01", "generation", "16-2"),
    )
    assert [entry[1] for entry in rows(text("2016-10-01", events=events))] == [
        "repeal",
        "generation",
    ]


def test_a_correction_stands_on_the_day_it_was_made(text: Text, event: Happening) -> None:
    made = event("2016-10-01", "amendment", "16-1")
    first = text("2016-10-01", events=(made,))
    better = text(
        "2016-10-01", corrected="2026-02-01", events=(made, event("2026-02-01", "erratum"))
    )
    entries = log((better, first))
    assert [(*row(entry)[:3], entry.superseded) for entry in entries] == [
        ("2016-10-01", "amendment", "eng@2016-10-01~2026-02-01", False),
        ("2016-10-01", "amendment", "eng@2016-10-01", True),
        ("2026-02-01", "erratum", "eng@2016-10-01~2026-02-01", False),
    ]


def test_every_text_is_listed(text: Text) -> None:
    texts = (
        text("2013-10-01"),
        text("2013-10-01", corrected="2026-02-01"),
        text("2014-01-01", ends="2014-01-01"),
        text("2021-06-16", starts=FromPassage()),
    )
    listed = {entry.expression.id for entry in log(texts) if entry.expression}
    assert listed == {one.id for one in texts}


def test_no_record_gives_an_empty_log() -> None:
    assert log(()) == ()


def test_what_an_act_does_to_other_works_is_not_done_to_it(
    text: Text, change: Change
) -> None:
    does = replace(
        change("insertion", "21-1", None),
        destination=ProvisionRef(WorkId.parse("us-xx/code/1-2")),
    )
    assert rows(text("2021-06-16", changes=(does,))) == [
        ("2021-06-16", None, "eng@2021-06-16", ())
    ]
