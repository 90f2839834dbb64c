from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from statuteline.model.work import Kind
from statuteline.website.latest import latest

if TYPE_CHECKING:
    from statuteline.model.ids import WorkId
    from statuteline.website.source import Source


def statutes(source: Source) -> tuple[WorkId, ...]:
    return source.corpus.works(Kind.STATUTE_SECTION)


def test_the_latest_texts_come_first_with_what_they_changed(source: Source) -> None:
    told = latest(source, statutes(source), 3)
    assert [(one.cited, one.day) for one in told] == [
        ("C.G.S. § 46a-170", date(2024, 6, 6)),
        ("C.G.S. § 46a-170", date(2023, 7, 1)),
        ("C.G.S. § 46a-170", date(2022, 10, 1)),
    ]
    assert [str(act) for act in told[1].acts] == ["us-ct/pa/23-20"]
    assert told[1].changes[0].summary == "Subdivision (10) of subsection (b) is added."


def test_a_first_text_has_changed_nothing(source: Source) -> None:
    first = latest(source, statutes(source), 100)[-1]
    assert first.day == date(1987, 10, 1)
    assert first.old is None
    assert first.changes == ()


def test_every_text_is_told_once(source: Source) -> None:
    told = [(one.work, one.new.version) for one in latest(source, statutes(source))]
    held = {
        (work, one.version)
        for work in source.corpus.works(Kind.STATUTE_SECTION)
        for one in source.corpus.expression_ids(work)
    }
    assert sorted(told) == sorted(held)
