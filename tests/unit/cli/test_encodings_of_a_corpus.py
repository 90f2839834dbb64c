"""Encodings that a corpus holds as documents: every command of the law takes them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]
NAME = "us-ct/relief"
UNIT = f"{NAME}@2021-10-01/shall-vacate"


@pytest.fixture
def holding(run: Run, copy: Path) -> Path:
    """Give a corpus with an encoding of its own, of three versions."""
    (copy / "judgements.toml").unlink()  # has the same pairs, by the other name
    (copy / "us-ct" / "law").mkdir()
    for day in ("2014-01-01", "2018-01-01", "2021-11-01"):
        told = run("rules", "us-ct/vacatur", "--at", day, "--format", "json").out
        written = told.replace('"us-ct/vacatur"', f'"{NAME}"')
        (copy / "us-ct" / "law" / f"relief-{day}.json").write_text(written, "utf-8")
    return copy


def test_it_is_listed_shown_and_checked(run: Run, holding: Path) -> None:
    listed = run("--corpus", holding, "rules").out
    assert f"{NAME}  Vacating a conviction of a trafficking victim" in listed
    shown = run("--corpus", holding, "rules", NAME, "--at", "2018-01-01")
    assert "Reading: narrow" in shown.out
    checked = run("--corpus", holding, "rules", NAME, "--check")
    assert checked.status == 0
    assert "all well" in checked.out
    assert NAME not in run("rules").out


def test_it_decides_as_the_encoding_it_was_written_from(
    run: Run, holding: Path, tmp_path: Path
) -> None:
    facts = tmp_path / "facts.toml"
    facts.write_text("[facts]\nconviction_for_prostitution = true\n", "utf-8")
    days = ("--at", "2021-11-01", "--governed", "2021-11-01", "--known", "2026-11-01")
    told = [
        json.loads(
            run(
                *("--corpus", holding, "decide", name, *days),
                *("--facts", facts, "--format", "json"),
            ).out
        )
        for name in (NAME, "us-ct/vacatur")
    ]
    assert told[0]["result"] == told[1]["result"]


def test_what_changed_for_people_is_told(run: Run, holding: Path) -> None:
    told = run("--corpus", holding, "impact", NAME, "2018-01-01", "2021-11-01")
    assert told.status == 1
    assert "80 distinguishable cases" in told.out


def test_its_links_are_told_with_file_and_address(run: Run, holding: Path) -> None:
    told = run("--corpus", holding, "check", NAME, "--format", "json")
    assert told.status == 1
    (place,) = {
        one["code"]["place"]
        for one in json.loads(told.out)["findings"]
        if one["unit"] == UNIT
    }
    assert place.endswith("relief-2021-11-01.json $.readings[0].outcomes[0].when")
    assert UNIT in run("--corpus", holding, "why", UNIT).out


def test_it_is_reviewed_and_traced_like_any_other(run: Run, holding: Path) -> None:
    words = ("review", NAME, "--by", "Ada Lovelace")
    assert run("--corpus", holding, *words).status == 0
    assert run("--corpus", holding, "check", NAME).status == 0
    told = run("--corpus", holding, "coverage", "--holes").out
    assert f"{NAME}" in told  # it has no golden cases yet


def test_golden_cases_of_it_are_run(run: Run, holding: Path) -> None:
    cases = holding / "us-ct" / "cases"
    written = (cases / "vacatur.toml").read_text("utf-8")
    (cases / "relief.toml").write_text(written.replace('"us-ct/vacatur"', f'"{NAME}"'))
    ours, shipped = (
        run("--corpus", holding, "cases", one) for one in (NAME, "us-ct/vacatur")
    )
    assert ours.status == 0
    assert ours.out.replace(NAME, "us-ct/vacatur") == shipped.out


@pytest.mark.parametrize(
    ("change", "what", "where"),
    [
        (("us-ct/relief", "us-ct/training"), "is installed", " $.encoding"),
        (('"bound": false', '"bound": 1'), "must be true or false", " $.bound"),
        (('"at-most": 10', '"at-most": 11'), "The digest is not that", " $.readings[0]"),
        (('"title"', '"titel"'), "no key 'titel'", " $"),
        (("{", "["), "not JSON", ":2"),
        (("rule/1", "rule/0"), "no rule document", " $.schema"),
        (("rule/1", "rule/2"), "written by a newer statuteline", " $.schema"),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else "",
)
def test_a_broken_document_stops_every_command(
    change: tuple[str, str], what: str, where: str, run: Run, holding: Path
) -> None:
    path = holding / "us-ct" / "law" / "relief-2021-11-01.json"
    written = path.read_text("utf-8")
    assert change[0] in written
    path.write_text(written.replace(*change), "utf-8")
    for command in (("rules",), ("check",), ("why", "54-95c(a)")):
        told = run("--corpus", holding, *command)
        assert told.status == 2
        assert what in told.err
        assert f"{path.name}{where}" in told.err


def test_bytes_that_are_no_text_are_refused(run: Run, holding: Path) -> None:
    (holding / "us-ct" / "law" / "other.json").write_bytes(b"\xff\xfe\x00")
    told = run("--corpus", holding, "rules")
    assert told.status == 2
    assert "other.json" in told.err


def test_a_corpus_of_another_place_is_not_held_against_our_law(run: Run, own: Path) -> None:
    """Without a name only encodings of the corpus's own jurisdictions are checked."""
    (own / "us-ct").rename(own / "xx")
    told = run("--corpus", own, "check")
    assert (told.status, told.out) == (0, "No links.\n")
