from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from typing import TYPE_CHECKING, Any

import html5lib
import pytest

from statuteline.reports._matrix_cells import COLUMNS, WIDTHS

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]
ACT = ("matrix", "--act", "PA 21-103")


@pytest.fixture
def unjudged(copy: Path) -> Path:
    (copy / "judgements.toml").unlink(missing_ok=True)
    return copy


def data(run: Run, corpus: Path, *words: str) -> dict[str, Any]:
    told = run("--corpus", corpus, *ACT, "--format", "json", *words)
    found: dict[str, Any] = json.loads(told.out)
    assert told.status == (1 if found["holes"] else 0)
    return found


def test_all_forms_tell_the_same_rows(run: Run, unjudged: Path) -> None:
    found = data(run, unjudged)
    assert len(found["rows"]) == found["count"] > 100
    told = run("--corpus", unjudged, *ACT, "--format", "csv").out
    rows = list(csv.DictReader(StringIO(told.lstrip("\ufeff"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(COLUMNS) == len(WIDTHS)
    assert [row["its address"] for row in rows] == [
        row["statement"]["id"] for row in found["rows"]
    ]
    page = run("--corpus", unjudged, *ACT, "--format", "html").out
    html5lib.HTMLParser(strict=True).parse(page)
    assert page.count("<tr><td>") == found["count"]
    assert page.count('<h3 id="change-') == len(found["changes"])
    assert "<ins>" in page
    assert "<del>" in page
    lines = run("--corpus", unjudged, *ACT).out
    assert lines.count("what changed: ") == found["count"]


def test_rows_are_cited_as_the_jurisdiction_does(run: Run, unjudged: Path) -> None:
    found = data(run, unjudged)
    cited = {place for one in found["changes"] for place in one["provisions"]}
    assert "C.G.S. § 54-95c(d)" in cited
    assert "us-ct/pa/21-103#sec_7" in {act for row in found["rows"] for act in row["acts"]}


def test_judging_closes_holes_and_holes_alone_are_fewer_rows(
    run: Run, unjudged: Path
) -> None:
    everything = data(run, unjudged)
    done = run("--corpus", unjudged, "review", "us-ct/vacatur", "--by", "Ada")
    assert done.status == 0
    fewer = data(run, unjudged, "--holes")
    assert len(fewer["rows"]) < fewer["count"] == everything["count"]
    assert all(row["open"] for row in fewer["rows"])
    judged = [
        link
        for row in data(run, unjudged)["rows"]
        for link in row["links"]
        if link["by"] == "Ada"
    ]
    assert {link["state"] for link in judged} == {"ok"}


def test_hostile_words_of_a_document_stay_words(run: Run, unjudged: Path) -> None:
    path = next((unjudged / "us-ct/summary/pa-21-103").glob("*.xml"))
    text = path.read_text("utf-8")
    assert text.count("extends vacatur relief by") == 1
    hostile = "=1+1 &lt;script&gt;alert(1)&lt;/script&gt; &#x202E;"
    path.write_text(text.replace("extends vacatur relief by", hostile), "utf-8")
    page = run("--corpus", unjudged, *ACT, "--format", "html").out
    assert "<script" not in page
    assert "\u202e" not in page
    told = run("--corpus", unjudged, *ACT, "--format", "csv").out
    assert "'=1+1" in told
    assert not any(
        cell.startswith("=") for row in csv.reader(StringIO(told)) for cell in row
    )


@pytest.mark.parametrize(
    "act", ["PA 99-999", "nonsense", "54-95c", "us-ct/summary/pa-21-103"]
)
def test_an_act_that_there_is_not_is_refused(act: str, run: Run) -> None:
    assert run("matrix", "--act", act).status == 2


def test_a_form_without_a_matrix_is_refused_with_those_that_have_one(run: Run) -> None:
    told = run(*ACT, "--format", "junit")
    assert told.status == 2
    assert "html" in told.err
