"""``act`` on a corpus of official words, all of them invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from statuteline.corpus.store import open_corpus

from .invented_acts import CHEAPER, CLAUSE, FEES, FINES, act_file, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Result

    Run = Callable[..., Result]
    Files = Callable[[Path], dict[str, bytes | None]]

SCHEMA = Path(__file__).parents[3] / "site" / "schemas" / "act-1.schema.json"


@pytest.fixture
def code(own: Path) -> Path:
    """A corpus with one section of two subsections, and one undivided."""
    corpus = open_corpus(own)
    corpus.add(text("9-12", FEES, FINES))
    corpus.add(text("9-13", "Bicycles are lent."))
    return own


def test_an_exact_section_is_told_and_nothing_is_written(
    code: Path, tmp_path: Path, run: Run, files: Files
) -> None:
    before = files(code)
    act = act_file(tmp_path / "act.json", (CLAUSE, [CHEAPER, FINES]))
    result = run("--corpus", code, "act", act)
    assert (result.status, result.err) == (0, "")
    assert result.out.splitlines() == [
        "P.A. 31-7  AN ACT CONCERNING LIBRARIES.",
        "1 section; changes: 1 exact.",
        "S. 1  C.G.S. § 9-12  1 October 2031  exact",
    ]
    assert files(code) == before


def test_what_differs_is_shown_as_a_redline(code: Path, tmp_path: Path, run: Run) -> None:
    line = ["(a) Each reader pays a yearly fee of [nine] dollars to the library."]
    act = act_file(tmp_path / "act.json", (CLAUSE, [line, FINES]))
    result = run("--corpus", code, "act", act)
    assert result.status == 1
    assert "S. 1  C.G.S. § 9-12  1 October 2031  differs: 1 change" in result.out
    assert "S. 1: the law on record, and what the act prints of it" in result.out
    assert "fee of [ten]{+nine+} dollars" in result.out


def test_no_base_does_not_fail_alone(code: Path, tmp_path: Path, run: Run) -> None:
    act = act_file(
        tmp_path / "act.json",
        ("(NEW) (Effective from passage) (a) Piers are free.", []),
        ("(Effective when the pier opens) Piers are free.", []),
        (
            (
                "The sum of ten dollars is given (Effective from passage and applicable to "
                "piers)"
            ),
            [],
        ),
        (CLAUSE.replace("9-12", "9-99"), ["Piers are free."]),
        (CLAUSE.replace(" (Effective October 1, 2031)", ""), [CHEAPER, FINES]),
    )
    result = run("--corpus", code, "act", act)
    assert result.status == 0
    assert result.out.splitlines()[1:] == [
        "5 sections; changes: 4 without base, 1 exact.",
        (
            "S. 1  -              passage, 3 June 2031            no base: makes a new "
            "section, which has no number in the code yet"
        ),
        (
            "S. 2  -              an event                        no base: stands in the "
            "act alone; effective when the pier opens"
        ),
        (
            "S. 3  -              passage, 3 June 2031            no base: its clause is "
            "not understood; for piers"
        ),
        (
            "S. 4  C.G.S. § 9-99  1 October 2031                  no base: this corpus "
            "does not have the section"
        ),
        "S. 5  C.G.S. § 9-12  1 October 2031 (C.G.S. § 2-32)  exact",
    ]


def test_an_act_is_applied_once(code: Path, tmp_path: Path, run: Run, files: Files) -> None:
    act = act_file(tmp_path / "act.json", (CLAUSE, [CHEAPER, FINES]))
    before = files(code)
    command = ("--corpus", code, "act", act, "--apply", "--recorded", "2031-06-20")
    dry = run(*command, "--dry-run")
    assert "2 would be recorded:" in dry.out
    assert files(code) == before
    done = run(*command)
    assert done.status == 0
    assert done.out.splitlines()[-3:] == [
        "2 recorded:",
        "  us-ct/cgs/9-12/eng@2031-10-01",
        "  us-ct/pa/31-7/eng@2031-06-03",
    ]
    after = files(code)
    again = run(*command[:-1], "2031-12-24")
    assert again.out.splitlines()[-1] == "0 recorded."
    assert files(code) == after
    assert run("--corpus", code, "validate").status == 0
    shown = run("--corpus", code, "show", "9-12", "--at", "2031-10-01")
    assert "yearly fee of four dollars" in shown.out
    logged = run("--corpus", code, "log", "9-12")
    assert "P.A. 31-7, S. 1" in logged.out


def test_a_second_act_of_one_day_corrects_the_record_of_the_first(
    code: Path, tmp_path: Path, run: Run
) -> None:
    first = act_file(tmp_path / "1.json", (CLAUSE, [CHEAPER, FINES]))
    dearer = [
        "(a) Each reader pays a yearly fee of [four] ",
        {"ins": "six"},
        " dollars to the library.",
    ]
    second = act_file(tmp_path / "2.json", (CLAUSE, [dearer, FINES]), number="9")
    options = ("--apply", "--recorded", "2031-06-20")
    assert run("--corpus", code, "act", first, *options).status == 0
    done = run("--corpus", code, "act", second, *options)
    assert "us-ct/cgs/9-12/eng@2031-10-01~2031-06-20" in done.out
    assert run("--corpus", code, "validate").status == 0
    shown = run("--corpus", code, "show", "9-12", "--at", "2031-10-01")
    assert "yearly fee of six dollars" in shown.out
    again = run("--corpus", code, "act", first, second, *options)
    assert again.out.splitlines()[-1] == "0 recorded."


def test_a_third_act_of_one_day_corrects_the_record_again_on_the_same_day(
    code: Path, tmp_path: Path, run: Run
) -> None:
    acts = []
    for number, (old, new) in enumerate((("ten", "four"), ("four", "six"), ("six", "two"))):
        fee = [
            f"(a) Each reader pays a yearly fee of [{old}] ",
            {"ins": new},
            " dollars to the library.",
        ]
        file = tmp_path / f"{number}.json"
        acts.append(act_file(file, (CLAUSE, [fee, FINES]), number=str(number + 7)))
    options = ("--apply", "--recorded", "2031-06-20")
    done = [run("--corpus", code, "act", act, *options) for act in acts]
    assert [one.status for one in done] == [0, 0, 0]
    assert [one.out.splitlines()[-2].strip() for one in done] == [
        "us-ct/cgs/9-12/eng@2031-10-01",
        "us-ct/cgs/9-12/eng@2031-10-01~2031-06-20",
        "us-ct/cgs/9-12/eng@2031-10-01~2031-06-20.2",
    ]
    assert run("--corpus", code, "validate").status == 0
    shown = run("--corpus", code, "show", "9-12", "--at", "2031-10-01")
    assert "yearly fee of two dollars" in shown.out
    logged = run("--corpus", code, "log", "9-12").out
    assert all(f"P.A. 31-{number}" in logged for number in (7, 8, 9))
    again = run("--corpus", code, "act", *acts, *options)
    assert again.out.splitlines()[-1] == "0 recorded."


def test_acts_of_one_day_that_come_together_make_one_text(
    code: Path, tmp_path: Path, run: Run
) -> None:
    first = act_file(tmp_path / "1.json", (CLAUSE, [CHEAPER, FINES]))
    fines = [
        "(b) A book that is lost costs the reader [twice] ",
        {"ins": "once"},
        " its price.",
    ]
    clause = CLAUSE.replace("Section 9-12", "Subsection (b) of section 9-12")
    second = act_file(tmp_path / "2.json", (clause, [fines]), number="9")
    done = run("--corpus", code, "act", second, first, "--apply")
    assert done.out.splitlines()[-4:] == [
        "3 recorded:",
        "  us-ct/cgs/9-12/eng@2031-10-01",
        "  us-ct/pa/31-7/eng@2031-06-03",
        "  us-ct/pa/31-9/eng@2031-06-03",
    ]
    blamed = run("--corpus", code, "blame", "9-12", "--at", "2031-10-01").out
    assert "P.A. 31-7, S. 1" in blamed
    assert "P.A. 31-9, S. 1" in blamed


def test_what_a_clause_builds_on_is_looked_up(code: Path, tmp_path: Path, run: Run) -> None:
    on_first = CLAUSE.replace(
        "statutes ", "statutes, as amended by section 1 of public act 31-7, "
    )
    dearer = [
        "(a) Each reader pays a yearly fee of [four] ",
        {"ins": "six"},
        " dollars to the library.",
    ]
    on_itself = CLAUSE.replace("9-12", "9-13").replace(
        "statutes ", "statutes, as amended by section 9 of this act, "
    )
    sold = ["Bicycles are [lent] ", {"ins": "sold"}, "."]
    first = act_file(tmp_path / "1.json", (CLAUSE, [CHEAPER, FINES]))
    second = act_file(
        tmp_path / "2.json", (on_first, [dearer, FINES]), (on_itself, [sold]), number="9"
    )
    checked = run("--corpus", code, "act", first, second)
    assert checked.status == 1
    assert [line.partition("2031  ")[2] for line in checked.out.splitlines()[-2:]] == [
        "exact; builds on section 1 of public act 31-7 on record",
        "exact; builds on section 9 of this act not on record",
    ]
    applied = run("--corpus", code, "act", first, second, "--apply")
    assert applied.status == 1
    assert "refused: the text before does not hold what the clause builds on" in applied.out
    assert "us-ct/cgs/9-12/eng@2031-10-01" in applied.out
    assert "us-ct/cgs/9-13/eng@2031-10-01" not in applied.out


def test_several_sections_of_one_clause_are_applied(
    code: Path, tmp_path: Path, run: Run
) -> None:
    clause = CLAUSE.replace("Section 9-12", "Sections 9-12 and 9-13")
    fee = ["Sec. 9-12. ", *CHEAPER]
    sold = ["Sec. 9-13. Bicycles are [lent] ", {"ins": "sold"}, "."]
    words = (
        "Wherever the word “book” is used in the following sections of the general "
        "statutes, the word “map” shall be substituted in lieu thereof: 9-12."
    )
    act = act_file(
        tmp_path / "act.json",
        (clause, [fee, FINES, sold]),
        ("(Effective October 1, 2031)", [words]),
    )
    done = run("--corpus", code, "act", act, "--apply")
    assert done.status == 0, done.out
    assert run("--corpus", code, "validate").status == 0
    shown = run("--corpus", code, "show", "9-12", "--at", "2031-10-01").out
    assert "yearly fee of four dollars" in shown
    assert "A map that is lost" in shown
    other = run("--corpus", code, "show", "9-13", "--at", "2031-10-01").out
    assert "Bicycles are sold" in other
    blamed = run("--corpus", code, "blame", "9-12", "--at", "2031-10-01").out
    assert "P.A. 31-7, S. 2" in blamed


def test_a_part_of_a_group_is_told_with_its_group(
    own: Path, tmp_path: Path, run: Run
) -> None:
    open_corpus(own).add(text("9-20-to-9-24", "Piers are free."))
    clause = "Section 9-21 of the general statutes is repealed. (Effective from passage)"
    result = run("--corpus", own, "act", act_file(tmp_path / "act.json", (clause, [])))
    assert result.status == 0
    assert result.out.splitlines()[-1].endswith(
        "no base: the section stands under one heading with others, which are not all "
        "named (us-ct/cgs/9-20-to-9-24)"
    )


def test_only_what_is_exact_is_applied(code: Path, tmp_path: Path, run: Run) -> None:
    act = act_file(
        tmp_path / "act.json",
        (CLAUSE, ["(a) Readers pay nothing.", FINES]),
        (CLAUSE.replace("9-12", "9-13"), [["Bicycles are [lent] ", {"ins": "sold"}, "."]]),
    )
    done = run("--corpus", code, "act", act, "--apply")
    assert done.status == 1
    assert "refused: what the act prints as the law before is not the law" in done.out
    assert "us-ct/cgs/9-13/eng@2031-10-01" in done.out
    assert "us-ct/cgs/9-12/eng@2031-10-01" not in done.out
    assert run("--corpus", code, "validate").status == 0


def test_one_section(code: Path, tmp_path: Path, run: Run) -> None:
    act = act_file(
        tmp_path / "act.json",
        (CLAUSE, ["(a) Readers pay nothing.", FINES]),
        ("(NEW) (Effective from passage) Piers are free.", []),
    )
    result = run("--corpus", code, "act", act, "--section", "2")
    assert result.status == 0
    assert "S. 1" not in result.out
    missing = run("--corpus", code, "act", act, "--section", "3")
    assert missing.status == 2
    assert "The act has no section 3" in missing.err


@pytest.mark.parametrize("options", [(), ("--apply",)])
def test_json_keeps_to_its_schema(
    code: Path, tmp_path: Path, run: Run, options: tuple[str, ...]
) -> None:
    act = act_file(
        tmp_path / "act.json",
        (CLAUSE, [CHEAPER, FINES]),
        (CLAUSE, ["(a) Readers pay nothing.", FINES]),
        ("(NEW) (Effective when the pier opens) Piers are free.", []),
        (
            (
                "Subsections (a) to (b), inclusive, of section 9-12 of the 2030 "
                "supplement to the general statutes, as amended by section 1 of this act, "
                "are repealed."
            ),
            [],
        ),
        (
            (
                "Section 9-12 of the general statutes is amended by adding subsection (c) "
                "as follows (Effective January 1, 2032):"
            ),
            ["(c) Piers are free."],
        ),
        (
            "(Effective January 1, 2032)",
            [
                (
                    'Wherever the word "book" is used in the following general statutes, '
                    'the word "map" shall be substituted in lieu thereof: 9-12.'
                )
            ],
        ),
    )
    result = run("--corpus", code, "act", act, "--format", "json", *options)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    told = json.loads(result.out)
    jsonschema.validate(told, schema)
    builds_on = told["acts"][0]["sections"][3]["changes"][0]["builds_on"]
    own_first = [{"first": "1", "last": "1"}]
    assert builds_on == [{"act": None, "sections": own_first, "standing": "on record"}]
    results = [
        change["result"] for s in told["acts"][0]["sections"] for change in s["changes"]
    ]
    assert results == ["exact", "differs", *["no base"] * 4]
    assert (told["recorded"] is None) is (not options)


def test_a_page_of_html(code: Path, tmp_path: Path, run: Run) -> None:
    page = tmp_path / "act.htm"
    page.write_text(
        "<html><body><p>Public Act No. 31-7</p><p>AN ACT CONCERNING LIBRARIES.</p>"
        f"<p>Section 1. {CLAUSE}</p>"
        "<p>(a) Each reader pays a yearly fee of [ten] <u>four</u> dollars to the "
        f"library.</p><p>{FINES}</p></body></html>",
        encoding="utf-8",
    )
    result = run("--corpus", code, "act", page)
    assert (result.status, result.out.splitlines()[-1]) == (
        0,
        "S. 1  C.G.S. § 9-12  1 October 2031  exact",
    )


def test_what_is_no_act_changes_nothing(
    code: Path, tmp_path: Path, run: Run, files: Files
) -> None:
    before = files(code)
    other = tmp_path / "other.txt"
    other.write_text("Nothing.", encoding="utf-8")
    bill = act_file(tmp_path / "bill.json", (CLAUSE, [CHEAPER]), bill=True)
    bill.write_text(
        bill.read_text("utf-8").replace("pa-2031-regular-7", "hb-1"), encoding="utf-8"
    )
    for file in (other, tmp_path / "absent.json", bill):
        result = run("--corpus", code, "act", file, "--apply")
        assert result.status == 2, file
        assert file.name in result.err
    assert files(code) == before


def test_a_restated_corpus_is_refused(tmp_path: Path, run: Run) -> None:
    act = act_file(tmp_path / "act.json", (CLAUSE, [CHEAPER, FINES]))
    result = run("act", act)
    assert result.status == 2
    assert "this corpus holds restated texts" in result.err
