from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

Run = Callable[..., Any]


def test_the_text_of_a_day_is_shown_with_its_interval(run: Run) -> None:
    found = run("show", "54-95c", "--at", "2018-05-01")
    assert found.status == 0
    assert "us-ct/cgs/54-95c/eng@2016-10-01" in found.out
    assert "1 October 2016" in found.out
    assert "1 October 2021" in found.out or "30 September 2021" in found.out
    assert "not the official text" in found.out
    assert "took part in the offense as a result of" in " ".join(found.out.split())
    assert "(e)" not in found.out


def test_json_names_text_and_interval(run: Run) -> None:
    found = run("show", "54-95c", "--at", "2018-05-01", "--format", "json")
    told = json.loads(found.out)
    assert told["schema"] == "statuteline/show/1"
    assert "us-ct/cgs/54-95c/eng@2016-10-01" in found.out
    assert '"2016-10-01"' in found.out
    assert '"2021-10-01"' in found.out


@pytest.mark.parametrize(
    ("at", "version"),
    [
        ("2013-10-01", "eng@2013-10-01"),
        ("2016-09-30", "eng@2013-10-01"),
        ("2016-10-01", "eng@2016-10-01"),
        ("2021-09-30", "eng@2016-10-01"),
        ("2021-10-01", "eng@2021-10-01"),
        ("9999-12-31", "eng@2021-10-01"),
        ("today", "eng@2021-10-01"),
    ],
)
def test_each_day_has_its_text(at: str, version: str, run: Run) -> None:
    found = run("show", "54-95c", "--at", at)
    assert (found.status, version in found.out) == (0, True)


@pytest.mark.parametrize("at", ["2013-09-30", "0001-01-01"])
def test_before_its_first_day_a_work_is_not_in_force(at: str, run: Run) -> None:
    found = run("show", "54-95c", "--at", at)
    assert found.status == 1
    assert f"C.G.S. § 54-95c is not in force on {at}: it did not exist yet" in found.out
    assert "2013-10-01" in found.out
    told = run("show", "54-95c", "--at", at, "--format", "json")
    assert told.status == 1
    assert json.loads(told.out)["absent"] == "before-first"
    assert "not in force" in told.err


@pytest.mark.parametrize(
    "at", ["0000-01-01", "2021-02-30", "10000-01-01", "20211001", "", "Today", "2021-1-1",
           "٢٠٢١-10-01", "2021-10-01T00:00", "-1-01-01", "2021-10-01\n"]
)  # fmt: skip
def test_what_is_no_day_is_refused(at: str, run: Run) -> None:
    found = run("show", "54-95c", f"--at={at}")
    assert (found.status, found.out) == (2, "")
    assert "--at" in found.err
    assert "YYYY-MM-DD" in found.err


SAME = [
    "54-95c(d)(2)",
    "54-95c (d) (2)",
    "us-ct/cgs/54-95c(d)(2)",
    "us-ct/cgs/54-95c#sec_54-95c__subsec_d__subdiv_2",
    "54-95c#sec_54-95c__subsec_d__subdiv_2",
    "C.G.S. § 54-95c(d)(2)",
    "C.G.S. §\u00a054-95c(d)(2)",
    "C.\u202fG.\u202fS. §\u200954-95c\u00a0(d)(2)",
    "c.g.s. §54-95c(d)(2)",
    "CGS 54-95c(d)(2)",
    "  CGS  §  54-95c  (d)  (2)  ",
    "Conn. Gen. Stat. § 54-95c(d)(2)",
    "Conn. Gen. Stat. Ann. § 54-95c(d)(2)",
    "section 54-95c(d)(2) of the general statutes",
    "Sec. 54-95c(d)(2)",
]


@pytest.mark.parametrize("wanted", SAME)
def test_one_part_in_the_forms_people_type(wanted: str, run: Run) -> None:
    found = run("show", wanted, "--at", "2021-10-01", "--format", "json")
    expected = run("show", SAME[0], "--at", "2021-10-01", "--format", "json")
    assert (found.status, found.err) == (0, "")
    told, wished = json.loads(found.out), json.loads(expected.out)
    told.pop("citation", None)
    wished.pop("citation", None)
    assert told == wished
    assert "sec_54-95c__subsec_d__subdiv_2" in found.out
    assert "in its discretion" in found.out
    assert "registered" not in found.out


@pytest.mark.parametrize("part", ["(z)", "(d)(9)", "z", "sec_1", "sec_54-95c__subsec_z"])
def test_a_part_that_is_not_there_names_those_that_are(part: str, run: Run) -> None:
    found = run("show", "54-95c", "--provision", part, "--at", "2021-10-01")
    assert (found.status, found.out) == (2, "")
    assert "us-ct/cgs/54-95c/eng@2021-10-01 has no" in found.err
    assert "it has (a), (b), (c), (d), (e)" in found.err


def test_the_option_names_the_same_part(run: Run) -> None:
    for part in ("(d)(2)", "sec_54-95c__subsec_d__subdiv_2"):
        found = run("show", "54-95c", "--provision", part, "--at", "2021-10-01")
        assert found.status == 0
        assert "in its discretion" in found.out
        assert "registered" not in found.out


def test_an_act_is_shown_with_its_sections_and_their_days(run: Run) -> None:
    found = run("show", "PA 21-103", "--at", "2021-10-01")
    assert found.status == 0
    words = " ".join(found.out.split())
    assert "An Act Concerning Human Trafficking" in words
    assert [f"Sec. {n}." in words for n in range(2, 9)] == [True] * 7
    assert "1 July 2021" in words or "2021-07-01" in words
    assert "1 October 2021" in words or "2021-10-01" in words
    assert "from passage" in words


@pytest.mark.parametrize(
    "wanted",
    ["P.A. 21-103, S. 7", "PA 21-103 § 7", "P.A. 21-103 sec. 7", "public act 21-103, s. 7",
     "PA No. 21-103, section 7", "us-ct/pa/21-103#sec_7"],
)  # fmt: skip
def test_one_section_of_an_act(wanted: str, run: Run) -> None:
    found = run("show", wanted, "--at", "2021-10-01")
    assert found.status == 0
    assert "Sec. 7." in found.out
    assert "Sec. 6." not in found.out


def test_a_section_that_an_act_does_not_have(run: Run) -> None:
    found = run("show", "P.A. 21-103, S. 99", "--at", "2021-10-01")
    assert found.status == 2
    assert "Sec. 8." in found.err


@pytest.mark.parametrize("wanted", ["54-95C", "us-ct/cgs/54-95C", "CGS 54-95d", "54-95c."])
def test_a_near_miss_names_the_nearest(wanted: str, run: Run) -> None:
    found = run("show", wanted)
    assert (found.status, found.out) == (2, "")
    assert "did you mean us-ct/cgs/54-95c" in found.err


@pytest.mark.parametrize(
    "wanted",
    ["", " ", "us-ct/cgs/../x", "../../etc/passwd", "٥4-95c", "54‑95c§", "54-95c#",
     "54-95c#a b", "54-95c(a)#sec_54-95c", "us-ct/cgs/", "/", "54-95c(", "54-95c()",
     "\U0001f600", "a" * 100_000, "/" * 100_000, "54-95c" + "(a)" * 50_000],
)  # fmt: skip
def test_what_is_no_citation_is_refused(wanted: str, run: Run) -> None:
    found = run("show", wanted)
    assert (found.status, found.out) == (2, "")
    assert found.err.startswith("Error: ")
    assert "hint:" in found.err
    assert len(found.err) < 1000
