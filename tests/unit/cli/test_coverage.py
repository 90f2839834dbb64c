from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]
ACT = "PA 21-103"
CHANGES, WORDS, JUDGED, STATEMENTS, CLAIMS, DAYS = range(6)


@pytest.fixture
def unjudged(copy: Path) -> Path:
    (copy / "judgements.toml").unlink(missing_ok=True)
    return copy


def measures(run: Run, corpus: Path, *words: str) -> list[dict[str, Any]]:
    told = run("--corpus", corpus, "coverage", *words, "--format", "json")
    found: list[dict[str, Any]] = json.loads(told.out)["measures"]
    assert told.status == (1 if any(one["open"] for one in found) else 0)
    assert all(
        one["done"] + one["waived"] + len(one["open"]) == one["total"] for one in found
    )
    return found


def test_what_nobody_judged_is_open_and_named(run: Run, unjudged: Path) -> None:
    found = measures(run, unjudged, "--act", ACT)
    assert found[JUDGED]["done"] == 0
    assert found[JUDGED]["total"] > 100
    assert any(
        "us-ct/vacatur@2021-10-01/shall-vacate" in one for one in found[JUDGED]["open"]
    )
    told = run("--corpus", unjudged, "coverage", "--act", ACT, "--holes")
    assert "open: pairs of code and text" in told.out


def test_all_else_about_the_act_is_tied(run: Run, unjudged: Path) -> None:
    found = measures(run, unjudged, "--act", ACT)
    for number in (WORDS, STATEMENTS, CLAIMS, DAYS):
        assert found[number]["open"] == []
        assert found[number]["total"] > 5
    assert found[CHANGES]["open"] == [
        "us-ct/cgs/54-47a@2021-10-01#sec_54-47a__subsec_a__subdiv_1:inserted",
        "us-ct/cgs/54-95c@2021-10-01#sec_54-95c__subsec_e:inserted",
    ]


def test_code_that_stays_is_in_order_once_it_is_judged(run: Run, unjudged: Path) -> None:
    words = ("review", "us-ct/vacatur", "us-ct/compelled-testimony", "--by", "Ada")
    assert run("--corpus", unjudged, *words).status == 0
    assert measures(run, unjudged, "--act", ACT)[CHANGES]["open"] == []


def test_a_broken_citation_opens_a_hole(run: Run, unjudged: Path) -> None:
    path = unjudged / "us-ct/cgs/54-95c/eng@2021-10-01.xml"
    path.write_text(path.read_text("utf-8").replace("certified mail", "certified post"))
    found = measures(run, unjudged)
    assert found[WORDS]["open"]
    assert all("notice-to-the-victim" in one for one in found[WORDS]["open"])


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("us-ct/cgs/54-95c@2021-10-01#sec_54-95c__subsec_e:inserted", CHANGES),
        ("us-ct/faq/vacatur#part_5__para_1__subpara_5", STATEMENTS),
    ],
)
def test_changes_and_statements_can_be_waived(
    name: str, measure: int, run: Run, unjudged: Path
) -> None:
    before = measures(run, unjudged)[measure]
    assert name in before["open"]
    words = ("waive", name, "--by", "Ada", "--reason", "it decides nothing")
    assert run("--corpus", unjudged, *words, "--dry-run").status == 0
    assert measures(run, unjudged)[measure] == before
    assert run("--corpus", unjudged, *words).status == 0
    after = measures(run, unjudged)[measure]
    assert name not in after["open"]
    assert after["waived"] == before["waived"] + 1


@pytest.mark.parametrize("act", ["PA 99-999", "54-95c"])
def test_an_act_that_is_none_is_refused(act: str, run: Run) -> None:
    assert run("coverage", "--act", act).status == 2
