"""``log``, ``blame`` and ``list``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.corpus.locate import shipped

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]


@pytest.mark.parametrize("number", ["53a-192a", "54-95c", "46a-170", "54-47a"])
def test_the_log_lists_every_expression(number: str, run: Run) -> None:
    told = json.loads(run("log", number, "--format", "json").out)
    assert told["schema"] == "statuteline/log/1"
    listed = [entry["expression"] for entry in told["entries"] if entry["expression"]]
    folder = shipped() / "us-ct" / "cgs" / number
    assert listed == [
        f"us-ct/cgs/{number}/{path.stem}" for path in sorted(folder.iterdir())
    ]
    text = run("log", number)
    assert text.status == 0
    for path in folder.iterdir():
        assert path.stem.partition("@")[2] in text.out


def test_the_log_tells_earlier_changes_without_text(run: Run) -> None:
    found = run("log", "53a-192a")
    assert "2006-07-01" in found.out
    assert "2010-07-01" in found.out
    assert "P.A. 21-103, S. 3" in found.out


@pytest.mark.parametrize(
    ("work", "part", "old", "new"),
    [
        ("53a-192a", "(c)", "sec_53a-192a__subsec_b", "sec_53a-192a__subsec_c"),
        ("46a-170", "(b)(11)", "sec_46a-170__subsec_b__subdiv_10",
         "sec_46a-170__subsec_b__subdiv_11"),
    ],
)  # fmt: skip
def test_a_part_is_followed_through_renumbering(
    work: str, part: str, old: str, new: str, run: Run
) -> None:
    found = run("log", work, "--provision", part, "--format", "json")
    assert found.status == 0
    told = json.loads(found.out)
    assert [(one["old"], one["new"]) for one in told["renumberings"]] == [(old, new)]
    assert f"was {old}" in run("log", work, "--provision", part).out


def test_one_section_of_an_act_is_followed_alone(run: Run) -> None:
    found = run("log", "P.A. 21-103, S. 7")
    assert found.status == 0
    assert "the provision sec_7" in found.out


@pytest.mark.parametrize("command", ["log", "blame"])
@pytest.mark.parametrize("work", ["54-95C", "54-95c(z)", "nothing", "us-ct/cgs/../x"])
def test_an_unknown_work_or_part_is_refused(command: str, work: str, run: Run) -> None:
    found = run(command, work)
    assert (found.status, found.out) == (2, "")
    assert "hint:" in found.err


def test_blame_of_a_part_is_of_that_part(run: Run) -> None:
    found = run("blame", "54-95c(d)", "--at", "2021-10-01", "--format", "json")
    told = json.loads(found.out)
    eids = [one["eid"] for one in told["provisions"]]
    top = "sec_54-95c__subsec_d"
    assert eids == [top, f"{top}__subdiv_1", f"{top}__subdiv_2"]
    assert "us-ct/pa/21-103#sec_7" in found.out


def test_blame_tells_old_words_from_new(run: Run) -> None:
    found = run("blame", "54-95c", "--at", "2021-10-01")
    assert "P.A. 13-166, S. 5" in found.out
    assert "P.A. 21-104, S. 62" in found.out


def test_blame_on_a_day_before_the_work(run: Run) -> None:
    found = run("blame", "54-95c", "--at", "2000-01-01")
    assert (found.status, found.out) == (2, "")
    assert "not in force on 2000-01-01" in found.err


def test_the_list_names_every_work(run: Run) -> None:
    told = json.loads(run("list", "--format", "json").out)
    works = {work["work"] for work in told["works"]}
    folders = {
        path.parent.relative_to(shipped()).as_posix() for path in shipped().rglob("*@*.xml")
    }
    assert works == folders
    assert "not official" in told["notice"]


def test_a_series_is_listed_alone(run: Run) -> None:
    assert "us-ct/pa/21-103" not in run("list", "--series", "cgs").out
    found = run("list", "--series", "none")
    assert (found.status, found.out) == (2, "")
    assert "cgs" in found.err


def test_an_empty_corpus_has_nothing_to_list(run: Run, own: Path) -> None:
    assert run("--corpus", own, "list").status == 0
    found = run("--corpus", own, "list", "--series", "cgs")
    assert found.status == 2
    assert "holds no work yet" in found.err
    assert run("--corpus", own, "show", "54-95c").status == 2


def test_init_refuses_what_is_in_use(run: Run, own: Path) -> None:
    found = run("init", own)
    assert (found.status, found.out) == (2, "")
    assert "choose a new folder" in found.err
    assert run("init", own.with_name("b"), "--name", "").status == 2
    assert not own.with_name("b").exists()
