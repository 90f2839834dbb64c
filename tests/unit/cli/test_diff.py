from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]


def test_the_act_of_2021_in_json(run: Run) -> None:
    found = run("diff", "54-95c", "2016-10-01", "2021-10-01", "--format", "json")
    assert (found.status, found.err) == (1, "")
    told = json.loads(found.out)
    assert told["schema"] == "statuteline/diff/1"
    kinds = sorted((change["kind"], change["new"]) for change in told["changes"])
    assert kinds == [
        ("amended", "sec_54-95c__subsec_a"),
        *(("inserted", f"sec_54-95c__subsec_{letter}") for letter in "bcde"),
    ]


@pytest.mark.parametrize("form", ["text", "json", "html", "ct"])
def test_the_same_day_twice_is_no_difference(form: str, run: Run) -> None:
    found = run("diff", "54-95c", "2021-10-01", "2021-10-01", "--format", form)
    assert found.status == 0
    assert found.out


def test_two_days_of_one_text_are_no_difference(run: Run) -> None:
    assert run("diff", "54-95c", "2016-10-01", "2021-09-30").status == 0


def test_backwards_is_a_difference_too(run: Run) -> None:
    assert run("diff", "54-95c", "2021-10-01", "2016-10-01").status == 1


def test_a_day_before_the_work_says_not_in_force(run: Run) -> None:
    found = run("diff", "54-95c", "2012-01-01", "2021-10-01")
    assert (found.status, found.out) == (2, "")
    assert "not in force on 2012-01-01" in found.err
    assert "2013-10-01" in found.err


@pytest.mark.parametrize("work", ["54-95d", "us-ct/cgs/54-95", "54-95C"])
def test_an_unknown_work_names_the_nearest(work: str, run: Run) -> None:
    found = run("diff", work, "2016-10-01", "2021-10-01")
    assert (found.status, found.out) == (2, "")
    assert "us-ct/cgs/54-95c" in found.err


@pytest.mark.parametrize(
    "operands",
    [
        ("54-95c", "eng@2016-10-01", "eng@2021-10-01"),
        ("54-95c", "us-ct/cgs/54-95c/eng@2016-10-01", "2021-10-01"),
        ("54-95c", "2016-10-01", "today"),
        ("54-95c/eng@2016-10-01", "us-ct/cgs/54-95c/eng@2021-10-01"),
        ("us-ct/cgs/54-95c/eng@2016-10-01", "54-95c"),
    ],
)
def test_the_same_two_texts_by_other_names(operands: tuple[str, ...], run: Run) -> None:
    expected = run("diff", "54-95c", "2016-10-01", "2021-10-01", "--format", "json")
    assert run("diff", *operands, "--format", "json") == expected


@pytest.mark.parametrize(
    ("operands", "says"),
    [
        (("54-95c", "us-ct/cgs/53a-82/eng@2016-10-01", "today"), "not a text of"),
        (("54-95c(d)", "2016-10-01", "2021-10-01"), "Whole texts are compared"),
        (("54-95c", "eng@2016-10-01", "eng@2099-01-01"), "eng@2021-10-01"),
        (("54-95c", "2016-10-01", "2021-02-30"), "neither a day nor a version"),
        (("54-95c", "2016-10-01", "eng@"), "not an expression id"),
        (("54-95c", "2016-10-01"), "2016-10-01"),
        (("54-95c",), "Give WORK A B, or A B"),
        (("a", "b", "c", "d"), "Give WORK A B, or A B"),
        ((), "Missing argument"),
        (("gone.xml", "54-95c"), "No such file"),
        (("n" * 5000, "54-95c"), "not a citation"),
        (("54-95c", "54-95c", "--format", "odt"), "'odt' is not one of"),
    ],
)
def test_what_cannot_be_compared_says_why(
    operands: tuple[str, ...], says: str, run: Run
) -> None:
    found = run("diff", *operands)
    assert (found.status, found.out) == (2, "")
    assert says in found.err


def test_files_are_compared(run: Run, copy: Path) -> None:
    folder = copy / "us-ct" / "cgs" / "54-95c"
    one, other = folder / "eng@2016-10-01.xml", folder / "eng@2021-10-01.xml"
    assert run("diff", one, one).status == 0
    assert run("diff", one, other).status == 1


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        b"\xff\xfe<\x00a\x00",
        b"<a/>",
        b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
        b"<a>" * 1000 + b"</a>" * 1000,
        b"<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'/>",
    ],
)
def test_a_file_that_is_no_text_is_named(data: bytes, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(data)
    found = run("diff", path, path)
    assert (found.status, found.out) == (2, "")
    assert f"where: {path}:1" in found.err


def test_a_lone_day_is_asked_for_its_work(run: Run) -> None:
    found = run("diff", "54-95c", "2016-10-01")
    assert (found.status, found.out) == (2, "")
    assert "2016-10-01 is a day" in found.err
