from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.errors import SourceError
from statuteline.importers import importer
from statuteline.importers.act_summary import IMPORTER, read_act_summary
from statuteline.model.commencement import FromPassage, OnDate
from statuteline.model.provision import Level, find, walk
from statuteline.model.text import RangeRef, Role, Table, prose_text
from statuteline.model.work import Kind, StatementKind, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.importers.base import Source
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression

SMALL = """PA 31-9—HB 8

AN ACT CONCERNING FERRIES

SUMMARY: This act sets
fares. It is short.

EFFECTIVE DATE: July 1, 2031.

§ 1 — FARES

Fares

The fare is fixed.
"""


@pytest.fixture
def summary(seed: Callable[[str], bytes], source: Callable[..., Source]) -> Expression:
    return read_act_summary(source(seed("002"), dated=date(2021, 8, 31)))


def _at(expression: Expression, address: str) -> Provision:
    found = next((p for p in walk(expression.body) if str(p.eid) == address), None)
    assert found is not None, address
    return found


def _sections(expression: Expression, address: str) -> list[str]:
    (found,) = [s for s in expression.statements if str(s.eid) == address]
    assert found.kind is StatementKind.ASSERTION
    return [str(ref).removeprefix("us-ct/pa/21-103#sec_") for ref in found.concerns]


def test_importer_is_found_by_its_kind() -> None:
    assert importer("act-summary") is IMPORTER


def test_work_kind_and_provenance(summary: Expression) -> None:
    assert str(summary.id) == "us-ct/summary/pa-21-103/eng@2021-08-31"
    assert (summary.kind, summary.words) == (Kind.SUMMARY, Words.SOURCE)
    assert summary.title == "AN ACT CONCERNING HUMAN TRAFFICKING"
    assert summary.source is not None
    assert (summary.source.received, summary.source.furniture) == (None, ())


def test_front_marks_numbers_committee_and_title(summary: Expression) -> None:
    marks = [
        (span.text, span.mark)
        for block in summary.front
        if not isinstance(block, Table)
        for span in block.spans
    ]
    assert marks == [
        ("PA 21-103", Role.NUMBER),
        ("—", None),
        ("HB 6657", Role.NUMBER),
        ("Judiciary Committee", Role.COMMITTEE),
        ("AN ACT CONCERNING HUMAN TRAFFICKING", Role.TITLE),
    ]


def test_parts_in_printed_order(summary: Expression) -> None:
    assert [(str(part.eid), part.num) for part in summary.body] == [
        ("part_summary", None),
        ("part_effective-date", None),
        ("part_7", "§ 7 —"),
        ("part_3", "§ 3 —"),
        ("part_3-5", "§§ 3-5 —"),
        ("part_6", "§ 6 —"),
        ("part_1", "§ 1 —"),
        ("part_2", "§ 2 —"),
    ]


@pytest.mark.parametrize(
    ("address", "first", "last"),
    [
        ("part_summary__para_2", "The act also", "conforming changes."),
        ("part_7__subpart_1__para_1", "By law, once", "year prison term."),
        ("part_7__subpart_2__para_1", "Existing law requires", "be heard."),
        ("part_7__subpart_2__para_2", "The act requires anyone", "notice’s form."),
        ("part_7__subpart_3__para_1", "Existing law and", "or federal law."),
        ("part_7__subpart_3__para_2", "For other offenses", "offense it vacates."),
        ("part_7__subpart_3__para_3", "Under existing law,", "under any statute."),
        ("part_3__para_1", "Under the act,", "human trafficking."),
        ("part_3-5__subpart_1__para_1", "Under prior law,", "he or she:"),
        ("part_3-5__subpart_1__para_2", "The act narrows", "sex trafficking."),
        ("part_3-5__subpart_2__para_1", "The act broadens", "under prior law:"),
        ("part_6__para_1", "Existing law requires", "every three years."),
        ("part_6__para_2", "The act also extends", "contact with students."),
        ("part_1__para_1", "The act increases", "additional public members."),
        ("part_1__para_2", "For the latter,", "five public members."),
        ("part_2__para_1", "By law, if", "against self-incrimination."),
        ("part_2__para_2", "Under the act,", "unclassified felonies)."),
    ],
)
def test_paragraphs_are_those_a_reader_sees(
    summary: Expression, address: str, first: str, last: str
) -> None:
    text = _at(summary, address).intro_text
    assert text.startswith(first)
    assert text.endswith(last)


def test_no_other_paragraphs(summary: Expression) -> None:
    found = [p for p in walk(summary.body) if p.level is Level.PARAGRAPH]
    assert len(found) == 20


def test_summary_has_seven_items_with_their_run_in_parts(summary: Expression) -> None:
    items = _at(summary, "part_summary__para_1").children
    assert [item.num for item in items] == [f"{n}." for n in range(1, 8)]
    assert [[part.num for part in item.children] for item in items] == [
        ["(a)", "(b)", "(c)"],
        *([[]] * 4),
        ["(a)", "(b)"],
        [],
    ]
    assert items[0].wrap_up_text == "(§ 7);"
    assert items[5].wrap_up_text == "(§§ 1 & 8); and"


@pytest.mark.parametrize(
    ("item", "sections"),
    [
        (1, ["7"]),
        (2, ["3"]),
        (3, ["3"]),
        (4, ["3", "4", "5"]),
        (5, ["6"]),
        (6, ["1", "8"]),
        (7, ["2"]),
    ],
)
def test_items_concern_the_sections_they_name(
    summary: Expression, item: int, sections: list[str]
) -> None:
    address = f"part_summary__para_1__subpara_{item}"
    assert _sections(summary, address) == sections
    for part in _at(summary, address).children:
        assert _sections(summary, str(part.eid)) == sections


def test_paragraph_concerns_the_section_of_its_nearest_heading(summary: Expression) -> None:
    assert _sections(summary, "part_7__subpart_3__para_2") == ["7"]
    assert _sections(summary, "part_3-5__subpart_1__para_2") == ["3"]
    assert _sections(summary, "part_3-5__subpart_2__para_1") == ["3", "4", "5"]


def test_every_statement_points_at_a_provision(summary: Expression) -> None:
    assert all(find(summary.body, one.eid) for one in summary.statements)
    assert len({one.eid for one in summary.statements}) == len(summary.statements) == 29


def test_range_and_other_act_are_marked(summary: Expression) -> None:
    item = _at(summary, "part_summary__para_1__subpara_4")
    (block,) = item.intro
    assert not isinstance(block, Table)
    marks = [(span.text, span.mark) for span in block.spans if span.mark is not None]
    assert [text for text, _ in marks] == ["§§ 3-5", "PA 21-102, §§ 2", "3"]
    assert isinstance(marks[0][1], RangeRef)


def test_table_is_put_together_again(summary: Expression) -> None:
    (table,) = _at(summary, "part_1__para_3").intro
    assert isinstance(table, Table)
    assert prose_text(table.caption) == "New Public Member Qualifications"
    rows = [[prose_text(cell.spans) for cell in row] for row in table.rows]
    assert rows[0] == ["Appointing Authority", "Qualifications"]
    assert [row[0] for row in rows[1:]] == [
        "Governor",
        "Senate majority leader",
        "House majority leader",
        "Senate minority leader",
        "House minority leader",
    ]
    assert all(row[1].startswith("Representative of ") for row in rows[1:])
    assert rows[2][1].endswith("Coalition to End Homelessness")


def test_claims_on_commencement(summary: Expression) -> None:
    found = {str(one.section).rpartition("_")[2]: one for one in summary.claims}
    assert sorted(found) == [str(number) for number in range(1, 9)]
    assert found["1"].commencement == OnDate(day=date(2021, 7, 1))
    assert found["8"].commencement == FromPassage(day=None)
    assert found["8"].words == "the reporting provision is effective upon passage"
    for number in range(2, 8):
        assert found[str(number)].commencement == OnDate(day=date(2021, 10, 1))


def _outcome(cut_off: Source) -> Expression | SourceError:
    try:
        return read_act_summary(cut_off)
    except SourceError as error:
        return error


def test_cut_off_file_is_refused_with_its_line_or_read_whole_sentences(
    seed: Callable[[str], bytes], source: Callable[..., Source]
) -> None:
    data = seed("002")
    refused = 0
    for end in range(0, len(data), 173):
        found = _outcome(source(data[:end]))
        if isinstance(found, SourceError):
            assert "line " in found.where
            assert "fault of the importer" not in found.hint
            refused += 1
        else:
            last = [p for p in walk(found.body) if p.intro_text][-1]
            closed = last.wrap_up_text or last.intro_text
            assert closed.endswith((".", ")")) or isinstance(last.intro[-1], Table)
    assert refused > len(data) // 173 * 0.8


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("PA 31-9—HB 8", "Dear Sir", 1, "no act summary or bill analysis"),
        ("AN ACT", "A PLAN", 1, "no act summary or bill analysis"),
        ("SUMMARY:", "Contents:", 14, "no parts 'SUMMARY'"),
        ("EFFECTIVE DATE:", "When:", 14, "no parts 'EFFECTIVE DATE'"),
        ("The fare", "fare", 14, "begins in the middle"),
        ("§ 1 — FARES\n", "", 8, "More than one paragraph"),
        ("fixed.", "fixed by", 14, "stops in the middle"),
        ("The fare is fixed.\n", "", 12, "Nothing follows 'Fares'"),
        ("\nFares\n\nThe fare is fixed.\n", "", 10, "has no text"),
        ("fixed.", "fixed:\n\n1. yearly;", 16, "The list stops after item 1."),
        ("fixed.", "fixed:\n\n1. yearly\n\n2. so.", 16, "Item 1. has no end"),
        ("fixed.", "fixed:\n\n1. yearly;\n\n3. so.", 18, "from 1. to 3."),
        ("July 1, 2031.", "July 1,", 8, "stops in the middle"),
    ],
)
def test_wrong_document_is_refused_with_its_line(
    old: str, new: str, line: int, words: str, source: Callable[..., Source]
) -> None:
    assert old in SMALL
    with pytest.raises(SourceError, match=words) as caught:
        read_act_summary(source(SMALL.replace(old, new)))
    assert caught.value.where == f"source.txt, line {line}"


def test_date_without_full_stop_may_end_a_file_that_a_blank_line_closes(
    source: Callable[..., Source],
) -> None:
    short = SMALL.partition("§ 1")[0].replace("July 1, 2031.", "July 1, 2031")
    assert len(read_act_summary(source(short)).body) == 2
    with pytest.raises(SourceError, match=r"stops|Nothing follows"):
        read_act_summary(source(short.rstrip()))


def test_byte_order_mark_and_carriage_returns_change_nothing(
    source: Callable[..., Source],
) -> None:
    plain = read_act_summary(source(SMALL))
    other = read_act_summary(source("\ufeff" + SMALL.replace("\n", "\r\n")))
    assert other.body == plain.body
    assert other.source is not None
    assert [piece.text for piece in other.source.furniture] == ["\ufeff"]


def test_bill_analysis_needs_a_work(source: Callable[..., Source]) -> None:
    bill = SMALL.replace("PA 31-9—HB 8", "OLR Bill Analysis\nHB 8 (File 3)")
    with pytest.raises(SourceError) as caught:
        read_act_summary(source(bill))
    assert "us-ct/analysis/" in caught.value.hint
    found = read_act_summary(source(bill, work="us-ct/analysis/2031-hb-8"))
    assert str(found.id.work) == "us-ct/analysis/2031-hb-8"
    assert found.claims == ()


def test_committee_action_must_end_with_a_vote(source: Callable[..., Source]) -> None:
    action = SMALL + "\nCOMMITTEE ACTION\n\nPlanning Committee\n\nJoint Favorable\n"
    with pytest.raises(SourceError, match="vote"):
        read_act_summary(source(action))
    found = read_act_summary(source(action + "Yea 37 Nay 1 (03/22/2031)\n"))
    assert len(found.body[-1].children) == 3


def test_part_that_comes_again_gets_an_address_of_its_own(
    source: Callable[..., Source],
) -> None:
    found = read_act_summary(source(SMALL + "\n§ 1 — MORE\n\nIt goes on.\n"))
    assert [str(part.eid) for part in found.body[-2:]] == ["part_1", "part_1.no2"]


def test_undated_summary_takes_the_day_it_was_received(
    source: Callable[..., Source],
) -> None:
    day = date(2031, 9, 9)
    found = read_act_summary(source(SMALL, dated=None, received=day))
    assert found.id.version == found.created == day
    assert found.source is not None
    assert found.source.received == day


def test_table_at_the_very_end_needs_a_blank_line(source: Callable[..., Source]) -> None:
    wide = SMALL.replace("\nfares", "\n\nfares").replace("\n\n", "\n \n\n \n\n")
    wide = wide.replace("sets\n \n\n \n\nfares", "sets\n\nfares")
    table = "Keys\n\nNamed\nBy\n\nDuty\n\nMayor Holder of keys\n\nClerk\n\nHolder of ink\n"
    found = read_act_summary(source(f"{wide}\n \n\n{table}\n"))
    assert isinstance(found.body[-1].children[-1].children[-1].intro[0], Table)
    with pytest.raises(SourceError, match="ends in a table"):
        read_act_summary(source(f"{wide}\n \n\n{table}"))
