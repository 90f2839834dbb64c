"""The list of changes as csv and xlsx: one row a change, and never a formula."""

from __future__ import annotations

import csv
import zipfile
from dataclasses import replace
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from statuteline.errors import StatutelineError
from statuteline.publish import _workbook, render, render_bytes
from statuteline.publish._entries import COLUMNS, entries, formula_safe

if TYPE_CHECKING:
    from statuteline.model.change import Comparison

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows_of(written: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(written, newline="")))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def cells_of(data: bytes) -> list[list[str]]:
    parts = parts_of(data)
    strings = etree.fromstring(parts["xl/sharedStrings.xml"]).iterfind(f"{S}si")
    shared = ["".join(map(str, one.itertext())) for one in strings]
    sheet = etree.fromstring(parts["xl/worksheets/sheet1.xml"])
    found = []
    for row in sheet.iter(f"{S}row"):
        cells = list(row.iter(f"{S}c"))
        assert {cell.get("t", "s") for cell in cells} == {"s"}
        values = [cell.findtext(f"{S}v") for cell in cells]
        found.append([shared[int(v)] if v is not None else "" for v in values])
    assert not list(sheet.iter(f"{S}f"))
    return found


def with_summary(comparison: Comparison, words: str) -> Comparison:
    first, *others = comparison.changes
    return replace(comparison, changes=(replace(first, summary=words), *others))


def test_one_row_a_change(comparison: Comparison) -> None:
    rows = rows_of(render(comparison, "csv"))
    assert len(rows) == len(comparison.changes)
    assert tuple(rows[0]) == COLUMNS
    renumbered = next(row for row in rows if row["kind"] == "renumbered")
    assert (renumbered["old_num"], renumbered["new_num"]) == ("(b)", "(d)")
    assert renumbered["old_words"].startswith("(b) The librarian may waive a fee if\n(1)")
    assert renumbered["old_words"].endswith("and shall tell the reader so.")
    assert (renumbered["confidence"], renumbered["reason"]) == ("1.00", "same lasting id")


def test_words_are_those_the_change_is_about(comparison: Comparison) -> None:
    rows = rows_of(render(comparison, "csv"))
    told = {(r["kind"], r["new_eid"] or r["old_eid"]): r for r in rows}
    heading = told["heading-changed", "sec_1-2"]
    assert (heading["old_words"], heading["new_words"]) == ("Fees", "Fees and waivers")
    inserted = told["inserted", "sec_1-1__subsec_c"]
    assert inserted["old_words"] == ""
    assert inserted["new_words"].endswith("(1) A lost card costs one dollar.")
    gone = told["repealed", "sec_1-2__subsec_b__subdiv_2"]
    assert (gone["old_words"], gone["new_words"]) == ("(2) the library was closed,", "")
    unseen = told["unseen", "sec_1-2__subsec_e"]
    assert unseen["new_words"] == unseen["reason"] == unseen["confidence"] == ""


def test_rows_end_as_the_standard_says(comparison: Comparison) -> None:
    data = render_bytes(comparison, "csv")
    assert data.startswith(b"kind,old_eid,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == len(comparison.changes) + 1
    assert "“Fees”".encode() in data


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(comparison: Comparison, start: str) -> None:
    assert formula_safe(f"{start}1") == f"'{start}1"
    hostile = with_summary(comparison, f'{start}HYPERLINK("x")')
    cells = [cell for row in rows_of(render(hostile, "csv")) for cell in row.values()]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)


def test_the_workbook_holds_the_same_rows_as_strings(comparison: Comparison) -> None:
    hostile = with_summary(comparison, "=1+1")
    head, *rows = cells_of(render_bytes(hostile, "xlsx"))
    assert tuple(head) == COLUMNS
    assert [tuple(row) for row in rows] == list(entries(hostile))


def test_the_workbook_is_the_same_on_any_day(comparison: Comparison) -> None:
    data = render_bytes(comparison, "xlsx")
    assert b"2021-10-01T00:00:00Z" in parts_of(data)["docProps/core.xml"]
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    assert data == render_bytes(comparison, "xlsx")


def test_a_cell_that_is_too_long_says_that_it_was_cut(comparison: Comparison) -> None:
    long = with_summary(comparison, "a" * 40_000)
    cell = cells_of(render_bytes(long, "xlsx"))[1][5]
    assert len(cell) == 32_767
    assert cell.endswith("(cut: a cell holds no more)")


def test_without_the_extra_the_message_names_it(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(_workbook, "import_module", missing)
    with pytest.raises(StatutelineError) as caught:
        render_bytes(comparison, "xlsx")
    assert caught.value.hint == "pip install 'statuteline[xlsx]'"
