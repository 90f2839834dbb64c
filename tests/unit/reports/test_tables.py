from __future__ import annotations

import csv
import json
import zipfile
from dataclasses import replace
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import html5lib
from lxml import etree

from statuteline.reports import findings_report, report_names
from statuteline.reports._cells import COLUMNS, WIDTHS
from statuteline.trace.states import State

if TYPE_CHECKING:
    from statuteline.reports.base import Checked

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows(checked: Checked) -> list[dict[str, str]]:
    told = findings_report(checked, "csv").decode("utf-8-sig")
    return list(csv.DictReader(StringIO(told, newline="")))


def page(checked: Checked) -> str:
    told = findings_report(checked, "html").decode()
    html5lib.HTMLParser(strict=True).parse(told)
    return told


def test_a_row_a_finding(checked: Checked) -> None:
    found = rows(checked)
    assert tuple(found[0]) == COLUMNS
    assert len(COLUMNS) == len(WIDTHS)
    assert [one["state"] for one in found] == [one.state.value for one in checked.findings]
    assert len(rows(replace(checked, everything=True))) == len(State)
    broken = next(one for one in found if one["state"] == "broken")
    assert (broken["code_place"], broken["from"]) == ("law/rain, or so.py:7", "2020-01-01")


def test_no_cell_is_a_formula_and_none_steers_the_display(hostile: Checked) -> None:
    found = rows(hostile)
    assert len(found) == 7
    cells = [cell for one in found for cell in one.values()]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert not {"\x00", "\x1b", "\u202e"} & set("".join(cells))


def test_a_workbook_has_words_only(hostile: Checked) -> None:
    with zipfile.ZipFile(BytesIO(findings_report(hostile, "xlsx"))) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{S}f"))
    assert len(list(sheet.iter(f"{S}row"))) == 8
    assert {cell.get("t") for cell in sheet.iter(f"{S}c")} <= {"s", None}


def test_a_page_says_states_in_words_and_symbols(checked: Checked) -> None:
    told = page(checked)
    assert "not yet checked against the new text" in told
    assert '<span class="sign" aria-hidden="true">✗</span>' in told
    assert "<script" not in told
    assert told.count("<tr>") == 8


def test_hostile_words_stay_words_in_a_page(hostile: Checked) -> None:
    told = page(hostile)
    assert "<script" not in told
    assert told.count("<tr>") == 8


def test_lines_take_hostile_words(hostile: Checked) -> None:
    told = findings_report(hostile, "text").decode()
    assert told.count("\n") == 8
    assert not {"\x00", "\x1b", "\u202e"} & set(told)


def test_json_gives_hostile_words_back(hostile: Checked) -> None:
    told = json.loads(findings_report(hostile, "json"))
    assert {one["judgement"]["by"] for one in told["findings"] if "judgement" in one} == {
        hostile.corpus
    }


def test_json_counts_states(checked: Checked) -> None:
    told = json.loads(findings_report(checked, "json"))
    assert told["states"] == {state.value: 1 for state in State}
    assert len(told["findings"]) == 7


def test_nothing_found_is_said_in_every_form(checked: Checked) -> None:
    nothing = replace(checked, links=())
    for name in report_names():
        assert findings_report(nothing, name)
    assert "Nothing is left to do." in page(nothing)
    assert findings_report(nothing, "text") == b"No links.\n"
