"""The changes of many comparisons, listed: same rows in every format, one by one."""

from __future__ import annotations

import csv
import json
import unicodedata
import zipfile
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import jsonschema
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from statuteline.errors import StatutelineError
from statuteline.model.change import Amended, Pairing, Reason, Repealed
from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.model.text import plain
from statuteline.model.work import Modification, ModificationKind
from statuteline.publish import _workbook, list_format_names, render_list
from statuteline.publish._listed import COLUMNS, Listed, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.model.change import Change, Comparison

ROOT = Path(__file__).parents[3]
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FEES = "sec_1-2__subsec"
AMENDS = ModificationKind.SUBSTITUTION


def whole(name: str, *comparisons: Comparison) -> bytes:
    return b"".join(render_list(comparisons, name))


def sheets_of(data: bytes) -> list[list[tuple[str, ...]]]:
    """Read every sheet of a workbook; a cell is a string or nothing."""
    found = []
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        names = [name for name in archive.namelist() if "/worksheets/sheet" in name]
        for name in sorted(names):
            sheet = etree.fromstring(archive.read(name))
            cells = list(sheet.iter(f"{S}c"))
            assert {cell.get("t", "inlineStr") for cell in cells} == {"inlineStr"}
            assert not list(sheet.iter(f"{S}f"))
            found.append(
                [
                    tuple("".join(map(str, cell.itertext())) for cell in row.iter(f"{S}c"))
                    for row in sheet.iter(f"{S}row")
                ]
            )
    return found


def csv_cells(data: bytes) -> list[tuple[str, ...]]:
    return [tuple(row) for row in csv.reader(StringIO(data.decode(), newline=""))]


def one_change(comparison: Comparison, change: Change) -> Listed:
    (row,) = listed((replace(comparison, changes=(change,)),))
    return row


def amended(place: str) -> Amended:
    eid = EId.parse(place)
    pairing = Pairing(reason=Reason.SAME_WID, confidence=1.0)
    return Amended(old=eid, new=eid, summary="It was amended.", pairing=pairing)


def with_record(
    comparison: Comparison, *records: tuple[ModificationKind, str, str]
) -> Comparison:
    new = comparison.new
    modifications = tuple(
        Modification(
            kind=kind,
            act=ProvisionRef(WorkId("us-xx", "act", act)),
            destination=ProvisionRef(new.id.work, EId.parse(place)),
        )
        for kind, place, act in records
    )
    return replace(comparison, new=replace(new, modifications=modifications))


def test_these_formats_have_a_list() -> None:
    assert list_format_names() == ("csv", "html", "json", "markdown", "xlsx")


def test_a_format_without_a_list_is_refused(comparison: Comparison) -> None:
    with pytest.raises(StatutelineError, match="docx has no list") as caught:
        render_list((comparison,), "docx")
    assert caught.value.hint == "it is for csv, html, json, markdown, xlsx"


def test_a_row_tells_where_it_is_from(comparison: Comparison) -> None:
    moved = list(listed((comparison,)))[4]
    assert (moved.work, moved.section, moved.heading) == (
        "us-xx/code/1-1",
        "Sec. 1-1.",
        "Loans",
    )
    assert (moved.old_place, moved.new_place) == ("section 1-2(c)", "section 1-1(c)(1)")
    assert (moved.kind, moved.reason, moved.confidence) == ("moved", "same words", "0.99")
    gone = list(listed((comparison,)))[9]
    assert (gone.old_place, gone.new_place, gone.new_eid) == ("section 1-2(b)(2)", "", "")
    assert (gone.section, gone.heading) == ("Sec. 1-2.", "Fees and waivers")
    without = replace(comparison, new=replace(comparison.new, body=()))
    gone = list(listed((without,)))[9]
    assert (gone.section, gone.heading) == ("Sec. 1-2.", "Fees")


def test_an_act_is_named_where_the_record_names_it(comparison: Comparison) -> None:
    place = f"{FEES}_d__subdiv_1"
    change = amended(place)
    exact = with_record(comparison, (AMENDS, place, "1"), (AMENDS, f"{FEES}_d", "2"))
    assert one_change(exact, change).act == "us-xx/act/1"
    around = with_record(comparison, (AMENDS, f"{FEES}_d", "2"), (AMENDS, "sec_1-1", "3"))
    assert one_change(around, change).act == "us-xx/act/2"
    two = with_record(comparison, (AMENDS, place, "1"), (AMENDS, place, "2"))
    assert one_change(two, change).act == "us-xx/act/1; us-xx/act/2"
    assert one_change(comparison, change).act == ""


def test_a_renumbering_is_not_what_changed_the_words(comparison: Comparison) -> None:
    place = f"{FEES}_d"
    record = with_record(comparison, (ModificationKind.RENUMBERING, place, "1"))
    renumbered = comparison.changes[7]
    assert one_change(record, amended(place)).act == ""
    assert one_change(record, renumbered).act == "us-xx/act/1"


def test_the_address_of_what_is_gone_may_be_anothers(comparison: Comparison) -> None:
    gone = comparison.changes[9]
    assert isinstance(gone, Repealed)
    other = with_record(comparison, (AMENDS, gone.old.text, "1"))
    assert one_change(other, gone).act == ""
    own = with_record(comparison, (ModificationKind.REPEAL, gone.old.text, "2"))
    assert one_change(own, gone).act == "us-xx/act/2"


def test_what_is_unseen_names_its_act(comparison: Comparison) -> None:
    assert list(listed((comparison,)))[10].act == "us-xx/act/21-1"


def test_tables_hold_the_same_rows(comparison: Comparison) -> None:
    rows = [one.cells() for one in listed((comparison, comparison))]
    assert csv_cells(whole("csv", comparison, comparison)) == [COLUMNS, *rows]
    changes, about = sheets_of(whole("xlsx", comparison, comparison))
    assert changes == [COLUMNS, *rows]
    assert about[0] == ("2 comparisons, 26 changes.",)
    assert about[1][0].startswith("Restatement in plain words")


def test_each_line_of_json_keeps_to_its_schema(comparison: Comparison) -> None:
    path = ROOT / "site" / "schemas" / "compare-section-1.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    lines = whole("json", comparison, comparison).decode().splitlines()
    found = [json.loads(line) for line in lines]
    for one in found:
        jsonschema.validate(one, schema)
    summaries = [change.summary for change in comparison.changes]
    assert [[c["summary"] for c in one["changes"]] for one in found] == [summaries] * 2


@pytest.mark.parametrize("name", ["csv", "json", "markdown", "html"])
def test_each_comparison_is_written_before_the_next_is_asked_for(
    comparison: Comparison, name: str
) -> None:
    asked = []

    def source() -> Iterator[Comparison]:
        for number in range(50):
            asked.append(number)
            yield comparison

    for piece in render_list(source(), name):
        if comparison.changes[-1].summary.encode() in piece:
            break
    assert asked == [0]


@pytest.mark.parametrize("name", list_format_names())
def test_no_comparison_gives_a_whole_file(name: str) -> None:
    data = whole(name)
    if name == "xlsx":
        assert sheets_of(data)[0] == [COLUMNS]
    elif name == "csv":
        assert csv_cells(data) == [COLUMNS]
    else:
        assert (b"No difference." in data) is (name != "json")
    assert data == whole(name)


def test_a_full_sheet_is_followed_by_another(
    comparison: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_workbook, "_ROWS", 10)
    *sheets, _ = sheets_of(whole("xlsx", comparison, comparison))
    assert [len(sheet) for sheet in sheets] == [10, 10, 9]
    assert {sheet[0] for sheet in sheets} == {COLUMNS}
    rows = [row for sheet in sheets for row in sheet[1:]]
    assert rows == [one.cells() for one in listed((comparison, comparison))]


def hostile(comparison: Comparison, words: str) -> Comparison:
    changes = tuple(replace(change, summary=words) for change in comparison.changes)
    body = tuple(
        replace(top, num=words, heading=plain(words)) for top in comparison.new.body
    )
    return replace(comparison, changes=changes, new=replace(comparison.new, body=body))


def csv_text(data: bytes) -> str:
    cells = [cell for row in csv_cells(data) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    return "\n".join(cells)


def html_text(data: bytes) -> str:
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data)
    assert page.find(".//script") is None
    assert page.find(".//img") is None
    return "\n".join(page.itertext())


def markdown_text(data: bytes) -> str:
    page = html5lib.parse(
        MarkdownIt("commonmark").enable("strikethrough").render(data.decode()),
        namespaceHTMLElements=False,
    )
    for name in ("script", "img", "a", "hr", "strong", "em"):
        assert page.find(f".//{name}") is None
    return "\n".join(page.itertext())


def json_text(data: bytes) -> str:
    assert data.isascii() or "\u202e" not in data.decode()
    return data.decode()


def xlsx_text(data: bytes) -> str:
    return "\n".join(cell for sheet in sheets_of(data) for row in sheet for cell in row)


READERS: dict[str, Callable[[bytes], str]] = {
    "csv": csv_text,
    "html": html_text,
    "json": json_text,
    "markdown": markdown_text,
    "xlsx": xlsx_text,
}
HOSTILE = {
    "formula": '=HYPERLINK("http://a","b")',
    "sign": "-1+1 @SUM(A1)",
    "angles": "<script>a</script> & &amp; <img src=x> ]]>",
    "markdown": "**a** ~~b~~ `c` # d > e [f](g) ![h](i) _j_ 1. k",
    "control": "a\x00b\x07c\x1b[31md\x7fe\x85f\ud800g\ufffeh",
    "bidi": "a\u202eb\u202cc\u2066d\u2069e\u200ff\u2028g\nh\ri",
}


def test_every_list_is_tried() -> None:
    assert set(READERS) == set(list_format_names())


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", READERS)
def test_hostile_words_come_out_as_words(
    comparison: Comparison, name: str, words: str
) -> None:
    shown = READERS[name](whole(name, hostile(comparison, words)))
    letters = [c for c in words if c.isalnum() and c.isascii()]
    rest = iter(shown)
    assert all(letter in rest for letter in letters)
    assert not any(
        unicodedata.category(character)[0] == "C" and character not in "\n\r\t"
        for character in shown
    )


@pytest.mark.parametrize(("name", "ending"), [("markdown", "md"), ("csv", "csv")])
def test_the_whole_list(
    comparison: Comparison, name: str, ending: str, *, update_golden: bool
) -> None:
    path = ROOT / "tests" / "golden" / "publish" / f"lending-rules.list.{ending}"
    found = whole(name, comparison)
    if update_golden:
        path.write_bytes(found)
    assert found == path.read_bytes()
