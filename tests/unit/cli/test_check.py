from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.law import encoding
from statuteline.trace.units import units

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]
UNIT = "us-ct/vacatur@2021-10-01/shall-vacate"
SCOPE = "us-ct/vacatur@2021-10-01/offense-in-scope"
MADE_OUT = "us-ct/vacatur@2021-10-01/application-made-out"
FILE = "us-ct/cgs/54-95c/eng@2021-10-01.xml"


@pytest.fixture
def reviewed(run: Run, copy: Path) -> Path:
    (copy / "judgements.toml").unlink(missing_ok=True)
    done = run("--corpus", copy, "review", "us-ct/vacatur", "--by", "Ada Lovelace")
    assert (done.status, done.err) == (0, "")
    return copy


def check(run: Run, corpus: Path) -> dict[str, Any]:
    told = run("--corpus", corpus, "check", "us-ct/vacatur", "--format", "json")
    found: dict[str, Any] = json.loads(told.out)
    assert told.status == (1 if found["findings"] else 0)
    return found


def test_what_nobody_judged_is_a_finding_with_the_line_of_the_code(
    run: Run, copy: Path
) -> None:
    (copy / "judgements.toml").unlink(missing_ok=True)
    told = run("--corpus", copy, "check", "us-ct/vacatur")
    assert told.status == 1
    line = next(line for line in told.out.splitlines() if UNIT in line)
    assert "law/us_ct/cgs_54_95c.py:" in line
    assert ": unreviewed: " in line


def test_what_was_judged_is_in_order(run: Run, reviewed: Path) -> None:
    found = check(run, reviewed)
    assert found["findings"] == []
    assert set(found["states"]) == {"ok"}


def test_one_word_of_the_text_leads_to_the_code_that_rests_on_it(
    run: Run, reviewed: Path
) -> None:
    path = reviewed / FILE
    text = path.read_text("utf-8")
    assert text.count("if it is for prostitution under") == 1
    path.write_text(text.replace("if it is for prostitution", "if it was for prostitution"))
    found = check(run, reviewed)
    assert {one["state"] for one in found["findings"]} == {
        "broken",
        "suspect: text changed",
    }
    assert all("subdiv_1" in one["provision"] for one in found["findings"])
    assert any(one["unit"] == UNIT for one in found["findings"])
    path.write_text(text)
    assert check(run, reviewed)["findings"] == []


@pytest.mark.parametrize(
    "words", [("check",), ("why", "us-ct/vacatur"), ("coverage", "--act", "PA 21-103")]
)
def test_a_section_that_no_code_cites_is_not_read(
    words: tuple[str, ...], run: Run, copy: Path
) -> None:
    """However large the code is: only what is cited is opened."""
    before = run("--corpus", copy, *words)
    unread = copy / "us-ct" / "cgs" / "1-1" / "eng@2020-01-01.xml"
    unread.parent.mkdir()
    unread.write_bytes(b"no XML at all")
    assert run("--corpus", copy, *words) == before
    assert run("--corpus", copy, "validate").status == 2


def test_white_space_in_the_text_is_silent(run: Run, reviewed: Path) -> None:
    path = reviewed / FILE
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("shall vacate the judgment", "shall  vacate\n the judgment")
    )
    assert check(run, reviewed)["findings"] == []


def test_a_review_without_a_name_is_refused_and_changes_nothing(
    run: Run, copy: Path
) -> None:
    before = sorted(path.name for path in copy.iterdir())
    told = run("--corpus", copy, "review", UNIT)
    assert told.status == 2
    assert "--by" in told.err
    assert sorted(path.name for path in copy.iterdir()) == before


def test_a_name_that_is_no_link_is_refused(run: Run, copy: Path) -> None:
    told = run("--corpus", copy, "review", "us-ct/vacature", "--by", "Ada")
    assert told.status == 2
    assert "check --all" in told.err


def test_a_dry_run_shows_words_and_writes_nothing(run: Run, copy: Path) -> None:
    (copy / "judgements.toml").unlink(missing_ok=True)
    told = run("--corpus", copy, "review", UNIT, "--dry-run")
    assert told.status == 0
    assert "cgs_54_95c.py:" in told.out
    assert "shall vacate the judgment" in told.out
    assert not (copy / "judgements.toml").exists()


def test_a_waiver_is_counted_apart_and_ends(run: Run, copy: Path) -> None:
    (copy / "judgements.toml").unlink(missing_ok=True)
    words = (
        "--by",
        "Ada",
        "--reason",
        "the form is being drafted",
        "--until",
        "2999-01-01",
    )
    assert run("--corpus", copy, "waive", "us-ct/vacatur", *words).status == 0
    assert set(check(run, copy)["states"]) == {"waived"}
    told = run("--corpus", copy, "check", "us-ct/vacatur", "--on", "2999-01-01")
    assert told.status == 1
    assert "the waiver by Ada" in told.out


def test_only_a_whole_link_that_is_named_is_judged_once_more(run: Run, copy: Path) -> None:
    (copy / "judgements.toml").unlink(missing_ok=True)
    words = ("--by", "Ada", "--reason", "a draft")
    assert run("--corpus", copy, "waive", UNIT, *words).status == 0
    done = run("--corpus", copy, "review", "us-ct/vacatur", "--by", "Grace")
    assert done.status == 0
    found = check(run, copy)["states"]
    assert found["waived"] == 1
    (link,) = (
        one["link"]
        for one in json.loads(
            run("--corpus", copy, "check", "--all", "--format", "json").out
        )["findings"]
        if one["state"] == "waived"
    )
    assert run("--corpus", copy, "review", link, "--by", "Grace").status == 0
    assert check(run, copy)["states"] == {"ok": found["waived"] + found["ok"]}
    assert run("--corpus", copy, "waive", link, *words).status == 0
    assert check(run, copy)["states"] == found


@pytest.mark.parametrize(
    "words",
    [
        ("--reason", " ", "--by", "Ada"),
        ("--reason", "r", "--by", "Ada", "--until", "2020-01-01"),
        ("--by", "Ada"),
        ("--reason", "r"),
    ],
)
def test_a_waiver_needs_a_reason_a_name_and_a_day_to_come(
    words: tuple[str, ...], run: Run, copy: Path
) -> None:
    assert run("--corpus", copy, "waive", UNIT, *words).status == 2


def test_an_encoding_of_another_name_is_told_with_the_nearest(run: Run) -> None:
    told = run("check", "us-ct/vacatr")
    assert told.status == 2
    assert "us-ct/vacatur" in told.err


def test_why_shows_the_word_that_changed_and_the_code_that_rests_on_it(
    run: Run, reviewed: Path
) -> None:
    path = reviewed / FILE
    text = path.read_text("utf-8")
    path.write_text(text.replace("if it is for prostitution", "if it was for prostitution"))
    told = run("--corpus", reviewed, "why", "54-95c(d)(1)")
    assert told.status == 0
    assert "if it [is]{+was+} for" in told.out
    assert "law/us_ct/cgs_54_95c.py:" in told.out
    assert f"text: {path}:" in told.out
    found = json.loads(
        run("--corpus", reviewed, "why", "54-95c(d)(1)", "--format", "json").out
    )
    assert {one["state"] for one in found["links"]} == {"broken", "suspect: text changed"}
    line = int(found["links"][0]["text"]["place"].rpartition(":")[2])
    assert "subdiv_1" in path.read_text("utf-8").splitlines()[line - 1]


def test_why_tells_code_that_was_judged_otherwise(run: Run, reviewed: Path) -> None:
    kept = (reviewed / "judged.jsonl").read_text("utf-8")
    judged = (reviewed / "judgements.toml").read_text("utf-8")
    code = next(one.code for one in units(encoding("us-ct/vacatur")) if one.id == SCOPE)
    other = code[::-1]
    (reviewed / "judged.jsonl").write_text(
        "".join(
            line.replace(code, other).replace('\\"at-most\\":10', '\\"at-most\\":9')
            for line in kept.splitlines(keepends=True)
        )
    )
    (reviewed / "judgements.toml").write_text(judged.replace(code, other))
    told = run("--corpus", reviewed, "why", SCOPE)
    assert "suspect: code changed" in told.out
    assert "at most [9]{+10+} years" in told.out
    (reviewed / "judged.jsonl").unlink()
    told = run("--corpus", reviewed, "why", SCOPE)
    assert "not on record" in told.out


@pytest.mark.parametrize("what", ["54-95c(z)", "us-ct/nothing", "us-ct/vacatur@1999-01-01"])
def test_why_of_nothing_is_refused(what: str, run: Run) -> None:
    told = run("why", what)
    assert told.status == 2
    assert "hint" in told.err


def test_what_uses_a_definition_with_a_changed_text_is_told_and_no_finding(
    run: Run, reviewed: Path
) -> None:
    path = reviewed / FILE
    text = path.read_text("utf-8")
    assert text.count("for any misdemeanor") == 1
    assert run("--corpus", reviewed, "check", "--impacted", "us-ct/vacatur").status == 0
    path.write_text(text.replace("for any misdemeanor", "for each misdemeanor"), "utf-8")
    words = ("--corpus", reviewed, "check", "us-ct/vacatur")
    told = run(*words, "--impacted").out
    assert f": impacted: {UNIT}: it uses {SCOPE}\n" in told
    (line,) = {one for one in told.splitlines() if f"{UNIT}: it uses {SCOPE}" in one}
    assert "law/us_ct/cgs_54_95c.py:" in line
    plain = run(*words).out
    assert "impacted" not in plain
    assert plain.splitlines()[-1] == told.splitlines()[-1]
    found = json.loads(run(*words, "--impacted", "--format", "json").out)["findings"]
    users = {
        other["unit"] for one in found if one["unit"] == SCOPE for other in one["impacted"]
    }
    assert {UNIT, UNIT.replace("shall", "may"), MADE_OUT} <= users
    assert SCOPE not in users
    assert not any("victim" in name or "axiom" in name for name in users)
    assert f"  impacted: {UNIT}" in run("--corpus", reviewed, "why", SCOPE).out
