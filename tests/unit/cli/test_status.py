from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]


def test_the_shipped_corpus_tells_what_it_lacks(run: Run) -> None:
    found = run("status", "--at", "2026-01-01")
    assert (found.status, found.err) == (0, "")
    told = " ".join(found.out.split())
    assert "not official" in told
    assert "us-ct/cgs: General Statutes of Connecticut works 8; in force 8" in told
    assert "texts 25 restated" in told
    assert "acts named 9; held 1" in told
    assert "words not restated 2: C.G.S. § 46a-170 27 provisions" in told
    assert "edition" not in found.out
    assert max(map(len, found.out.splitlines())) <= 80


def test_what_is_in_force_depends_on_the_day(run: Run) -> None:
    told = json.loads(run("status", "--at", "1990-01-01", "--format", "json").out)
    code = next(one for one in told["series"] if one["series"] == "us-ct/cgs")
    assert (code["works"], code["in_force"], code["latest"]) == (8, 1, "1987-10-01")
    assert len(code["coming"]) > 8
    text = run("status", "--at", "1990-01-01").out
    assert f"and {len(code['coming']) - 8} more" in " ".join(text.split())


def test_an_empty_corpus_has_nothing_to_tell(run: Run, own: Path) -> None:
    found = run("status", "--corpus", own)
    assert found.status == 0
    assert "us-ct/" not in found.out


def test_editions_are_told_with_what_became_of_them(run: Run, own: Path) -> None:
    (own / "us-ct" / "editions.toml").write_text(
        '[[edition]]\nseries = "cgs"\nkind = "revision"\nrevised_to = 2025-01-01\n'
        f'[[edition.source]]\nname = "a.htm"\nsha256 = "{"0" * 64}"\n'
        "recorded = 2026-01-02\ncomplete = false\n"
        "sections = { active = 12, repealed = 3 }\nexpressions = 16\npending = 1\n"
        "unplaced = 4\nunread = 5\nrefused = 6\nleft_out = 0\n",
        "utf-8",
    )
    told = " ".join(run("status", "--corpus", own).out.split())
    assert "edition revision of 2025, revised to 2025-01-01; 1 source;" in told
    assert "12 active, 3 repealed; 1 of the sources not read to their end;" in told
    assert (
        "6 sections refused; 4 sections with a number that opens no provision; 5 items"
        in told
    )
    assert "leftovers" not in told


def test_show_tells_on_standard_error_that_a_text_is_behind(run: Run, copy: Path) -> None:
    assert run("show", "54-95c", "--corpus", copy).err == ""
    (copy / "us-ct" / "editions.toml").write_text(
        '[[edition]]\nseries = "cgs"\nkind = "supplement"\nrevised_to = 2024-01-01\n'
        f'[[edition.source]]\nname = "a.htm"\nsha256 = "{"0" * 64}"\n'
        "recorded = 2026-01-02\ncomplete = true\nsections = { active = 1 }\n"
        "expressions = 1\npending = 0\nunplaced = 0\nunread = 0\nrefused = 0\n"
        "left_out = 0\n",
        "utf-8",
    )
    found = run("show", "54-95c", "--at", "2025-01-01", "--corpus", copy)
    assert found.err == (
        "This text may be behind the law: the newest edition held is the supplement of "
        "2024, revised to 2024-01-01.\n"
    )
    assert "behind" not in found.out
    told = run("show", "54-95c", "--at", "2025-01-01", "--corpus", copy, "--format", "json")
    assert told.err == ""
    assert json.loads(told.out)["behind"] == [
        {
            "kind": "edition",
            "since": "2024-01-01",
            "act": None,
            "expression": None,
            "edition": "supplement of 2024",
        }
    ]
    early = run("show", "54-95c", "--at", "2023-01-01", "--corpus", copy)
    assert early.err == ""


@pytest.mark.parametrize("at", ["2013-10-01", "2018-05-01", "2021-10-01", "2026-11-01"])
def test_no_restated_text_is_behind_what_its_own_corpus_knows(at: str, run: Run) -> None:
    found = run("show", "54-95c", "--at", at, "--format", "json")
    assert json.loads(found.out)["behind"] == []


def test_a_broken_list_of_editions_is_told(run: Run, copy: Path) -> None:
    (copy / "us-ct" / "editions.toml").write_text("edition = 7\n", "utf-8")
    for command in (["status"], ["show", "54-95c"]):
        found = run(*command, "--corpus", copy)
        assert (found.status, found.out) == (2, "")
        assert "editions.toml" in found.err
