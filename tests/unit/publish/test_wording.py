"""Dates in words, whose words, counts and notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.model.change import (
    Amended,
    Inserted,
    Pairing,
    Reason,
    Run,
    RunKind,
)
from statuteline.model.commencement import FromPassage, OnDate, OnEvent, Unknown
from statuteline.model.ids import EId
from statuteline.model.provision import Coverage
from statuteline.model.work import SourceDocument, Words
from statuteline.publish import _wording

if TYPE_CHECKING:
    from statuteline.model.change import Comparison, Place
    from statuteline.model.commencement import Commencement


@pytest.mark.parametrize(
    ("commencement", "words"),
    [
        (OnDate(day=date(2016, 10, 1)), "in force from 1 October 2016"),
        (FromPassage(day=date(2021, 6, 16)), "in force from passage, 16 June 2021"),
        (FromPassage(), "in force from passage, on a day that is not in this record"),
        (OnEvent(event="the bridge opens"), "in force from an event: the bridge opens"),
        (Unknown(), "in force from a day that is not known"),
        (
            Unknown(by=date(2025, 1, 1)),
            "in force by 1 January 2025; since when is not known",
        ),
        (None, "dated 1 October 2016"),
    ],
)
def test_start(comparison: Comparison, commencement: Commencement, words: str) -> None:
    assert _wording.when(replace(comparison.old, commencement=commencement)) == words


def test_the_last_day_is_the_day_before_the_end(comparison: Comparison) -> None:
    text = replace(comparison.old, ends=date(2021, 10, 1))
    assert _wording.when(text).endswith("from 1 October 2016 until 30 September 2021")


def test_a_document_that_only_arrived_says_so(comparison: Comparison) -> None:
    source = SourceDocument(name="x", sha256="0" * 64, received=date(2026, 3, 2))
    text = replace(comparison.old, commencement=None, source=source)
    assert _wording.when(text) == "received on 2 March 2026"


def test_a_corrected_record_says_so(comparison: Comparison) -> None:
    old = comparison.old
    text = replace(old, id=replace(old.id, corrected=date(2026, 5, 4)))
    assert _wording.when(text).endswith("; record corrected on 4 May 2026")


def test_notice_is_said_once_or_for_each_text(comparison: Comparison) -> None:
    assert _wording.notices(comparison) == (_wording.whose(Words.RESTATED),)
    mixed = replace(comparison, new=replace(comparison.new, words=Words.OFFICIAL))
    old, new, marks = _wording.notices(mixed)
    assert old == f"Old text: {_wording.whose(Words.RESTATED)}"
    assert new == f"New text: {_wording.whose(Words.OFFICIAL)}"
    assert marks == "The marks of this comparison are no part of the publisher's wording."


def test_only_official_words_are_not_disclaimed() -> None:
    disclaimed = [w for w in Words if " not the official" in _wording.whose(w)]
    assert disclaimed == [Words.RESTATED]
    assert _wording.whose(Words.SOURCE).endswith("not law.")


def test_two_works_are_both_named(comparison: Comparison) -> None:
    new = comparison.new
    other = replace(new.id, work=replace(new.id.work, number="2-2"))
    two = replace(comparison, new=replace(new, id=other, title="Other rules"))
    assert _wording.headline(two) == "Lending rules compared with Other rules"
    assert _wording.works(two) == ("us-xx/code/1-1", "us-xx/code/2-2")
    assert _wording.works(comparison) == ("us-xx/code/1-1",)


def test_words_that_are_not_held_are_never_called_the_same(
    comparison: Comparison,
) -> None:
    lines = tuple(
        line
        for line in comparison.lines
        if line.new and line.new.coverage is Coverage.NOT_RESTATED and line.old
    )
    assert lines
    same = tuple(
        replace(line, runs=(Run(kind=RunKind.EQUAL, text="(e)"),)) for line in lines
    )
    assert _wording.counted(replace(comparison, lines=same, changes=())) == (
        "No difference in the words that are held here. "
        "1 provision is not restated and cannot be compared."
    )


def test_changes_are_counted_by_kind(comparison: Comparison) -> None:
    assert _wording.counted(comparison) == (
        "13 changes: 3 inserted, 1 repealed, 4 amended, 1 with another heading, "
        "1 renumbered, 2 moved, 1 with words not held here."
    )
    one = replace(comparison, changes=comparison.changes[-1:])
    assert _wording.counted(one) == "1 change: 1 inserted."


def test_marked_words_without_a_recorded_change_are_not_called_the_same(
    comparison: Comparison,
) -> None:
    assert "No difference" not in _wording.counted(replace(comparison, changes=()))


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (Reason.SIMILAR_TEXT, "(Paired because: similar words; likeness 62 %.)"),
        (
            Reason.POSITION,
            "(Paired because: only candidate left at this place.)",
        ),
        (Reason.SAME_WID, ""),
        (Reason.SAME_NUMBER, ""),
        (Reason.UNDIVIDED, ""),
    ],
)
def test_the_ground_is_told_where_no_id_or_number_gives_it(
    comparison: Comparison, reason: Reason, told: str
) -> None:
    amended = next(c for c in comparison.changes if isinstance(c, Amended))
    pairing = Pairing(reason=reason, confidence=0.62)
    assert _wording.doubt(replace(amended, pairing=pairing)) == told


def test_an_unpaired_change_has_no_ground_to_question(comparison: Comparison) -> None:
    inserted = next(c for c in comparison.changes if isinstance(c, Inserted))
    assert _wording.doubt(inserted) == ""


def test_address_of_a_top_and_of_an_unnumbered_step() -> None:
    here = EId.parse("sec_1__subsec_a")
    assert _wording.address(EId.parse("sec_1"), seen_from=here) == "section 1"
    odd = EId.parse("sec_1__para")
    assert _wording.address(odd, seen_from=here) == "sec_1__para"


_FULL, _LACKS, _GONE = Coverage.FULL, Coverage.NOT_RESTATED, Coverage.REMOVED


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (_FULL, _FULL, ""),
        (None, _FULL, ""),
        (_LACKS, _LACKS, "The law has words here that this record does not hold."),
        (None, _LACKS, "The law has words here that this record does not hold."),
        (_LACKS, None, "The law has words here that this record does not hold."),
        (
            _LACKS,
            _FULL,
            "The law has words here in the old text that this record does not hold.",
        ),
        (
            _FULL,
            _LACKS,
            "The law has words here in the new text that this record does not hold.",
        ),
        (_FULL, _GONE, "Repealed; only its place is kept."),
        (_GONE, _FULL, "Repealed in the old text; only its place was kept."),
    ],
)
def test_coverage(
    identical: Comparison, old: Coverage | None, new: Coverage | None, words: str
) -> None:
    def place(coverage: Coverage | None) -> Place | None:
        here = identical.lines[0].new
        return replace(here, coverage=coverage) if here and coverage else None

    assert _wording.coverage_note(place(old), place(new)) == words
