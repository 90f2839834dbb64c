"""Rows hold every line once, in its order, with an anchor for each change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.model.change import Inserted, Pairing, Part, Reason
from statuteline.model.ids import EId
from statuteline.publish._layout import anchor_of, rows

if TYPE_CHECKING:
    from statuteline.model.change import Comparison


def test_every_run_is_laid_out_once_and_in_order(comparison: Comparison) -> None:
    laid = [run for row in rows(comparison) for run in (*row.num, *row.heading, *row.words)]
    assert laid == [run for line in comparison.lines for run in line.runs]


def test_a_new_number_and_words_of_an_undivided_text_share_a_row(
    comparison: Comparison,
) -> None:
    row = next(r for r in rows(comparison) if r.anchor == "sec_1-1__subsec_a")
    assert row.num
    assert row.words
    assert row.old
    assert row.old.eid.text == "sec_1-1"
    assert row.notes == ("Moved from the undivided text.",)


def test_words_behind_children_stand_alone(comparison: Comparison) -> None:
    (row,) = (row for row in rows(comparison) if row.closing)
    assert row.anchor is None
    assert row.place.eid.text == "sec_1-2__subsec_d"


def test_anchors_are_unique_even_where_a_place_comes_twice(
    identical: Comparison,
) -> None:
    (line,) = identical.lines
    shown = rows(replace(identical, lines=(line, line)))
    assert [row.anchor for row in shown] == ["sec_1-1", None]


def test_a_repealed_provision_does_not_take_the_anchor_of_a_new_one(
    identical: Comparison,
) -> None:
    (line,) = identical.lines
    gone, fresh = replace(line, new=None), replace(line, old=None)
    shown = rows(replace(identical, lines=(gone, fresh)))
    assert [row.anchor for row in shown] == ["old-sec_1-1", "sec_1-1"]


def test_every_change_finds_its_row(comparison: Comparison) -> None:
    shown = rows(comparison)
    anchors = [anchor_of(change, shown) for change in comparison.changes]
    assert anchors[0] == "sec_1-1__subsec_a"
    assert anchors[9] == "old-sec_1-2__subsec_b__subdiv_2"
    assert anchors[10] == "sec_1-2__subsec_e"
    assert None not in anchors


def test_a_provision_without_words_is_found_by_the_first_below_it(
    comparison: Comparison,
) -> None:
    hidden = EId.parse("sec_1-1__subsec_c")
    lines = tuple(
        line for line in comparison.lines if not (line.new and line.new.eid == hidden)
    )
    shown = rows(replace(comparison, lines=lines))
    alone = Pairing(reason=Reason.UNPAIRED, confidence=1.0)
    change = Inserted(new=hidden, summary="x", pairing=alone)
    assert anchor_of(change, shown) == "sec_1-1__subsec_c__subdiv_1"


def test_parts_out_of_reading_order_open_a_new_row(identical: Comparison) -> None:
    (line,) = identical.lines
    lines = (line, replace(line, part=Part.NUM))
    assert len(rows(replace(identical, lines=lines))) == 2


def test_a_part_of_one_text_joins_its_provision(identical: Comparison) -> None:
    (line,) = identical.lines
    number, heading = replace(line, part=Part.NUM), replace(line, part=Part.HEADING)
    gone = replace(heading, new=None)
    (row,) = rows(replace(identical, lines=(number, gone, line)))
    assert row.old
    assert row.new
    assert row.heading
