from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.corpus.checksums import digest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]


def test_texts_are_told_with_citation_days_and_marked_words(run: Run) -> None:
    found = run("search", "wrongful", "arrest", "--at", "2018-05-01", "--in", "cgs")
    assert found.status == 0
    head, days, *words = found.out.splitlines()
    assert head == "C.G.S. § 54-95c Vacating convictions of trafficking victims"
    assert days.strip() == (
        "In force from 1 October 2016 until 30 September 2021, replaced on 1 October"
    )
    assert "for »wrongful« »arrest«," in " ".join(words)
    assert "1 text in force on 1 May 2018 has these words." in found.out
    assert "not official" in found.out
    assert found.err == "Left out: 2 of other days, which --all shows.\n"


def test_marks_stay_without_colour_and_colour_is_added(run: Run) -> None:
    command = ("search", "arrest", "--at", "2018-05-01", "--in", "cgs")
    plain = run("--color", "never", *command).out
    coloured = run("--color", "always", *command).out
    assert "»arrest«" in plain
    assert "\x1b" not in plain
    assert "\x1b[1m»arrest«\x1b[0m" in coloured


def test_nothing_found_is_an_answer_with_status_1(run: Run) -> None:
    found = run("search", "bicycle", "--at", "2018-05-01")
    assert (found.status, found.out) == (1, "")
    assert found.err == (
        "No text in force on 2018-05-01 has these words as they are written; a star asks "
        "for endings.\n"
    )
    found = run("search", "arrest", "--at", "1950-01-01")
    assert (found.status, found.out) == (1, "")
    assert "Left out: " in found.err
    assert run("search", "bicycle", "--all").err.startswith("No text has these words as")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["("], "no word to look for"),
        (["book", "OR"], "word is missing"),
        (['"late fee'], "quotation mark"),
        (["*"], "A star"),
        (["book", "--in", "nope"], "no work in 'nope'"),
        (["book", "--limit", "0"], "--limit"),
        (["book", "--at", "someday"], "not a date"),
        (["book", "--at", "today", "--all"], "choose"),
        ([], "Missing argument"),
    ],
)
def test_what_cannot_be_done_is_told_with_status_2(
    words: list[str], told: str, run: Run
) -> None:
    found = run("search", *words)
    assert (found.status, found.out) == (2, "")
    assert told in found.err
    assert "sqlite" not in found.err.casefold()


def test_json_holds_all_that_the_text_does(run: Run) -> None:
    found = run("search", "arrest", "--at", "2018-05-01", "--format", "json")
    assert (found.status, found.err) == (0, "")
    told = json.loads(found.out)
    assert (told["at"], told["total"], told["pending"]) == ("2018-05-01", 1, 0)
    assert told["others"] > 0
    (hit,) = told["results"]
    assert hit["expression"] == "us-ct/cgs/54-95c/eng@2016-10-01"
    assert (hit["start"], hit["end"]) == ("2016-10-01", "2021-10-01")
    assert [one["text"] for one in hit["excerpt"] if one["found"]] == ["arrest"]
    none = run("search", "bicycle", "--format", "json")
    assert (none.status, json.loads(none.out)["results"]) == (1, [])


def test_every_text_ever_recorded_is_found_with_all(run: Run) -> None:
    found = run("search", "arrest", "--all", "--in", "54-95c", "--format", "json")
    told = json.loads(found.out)
    assert told["at"] is None
    assert {hit["start"] for hit in told["results"]} >= {"2013-10-01", "2016-10-01"}


def test_a_damaged_index_is_made_anew_and_that_is_told(run: Run, copy: Path) -> None:
    command = ("search", "arrest", "--at", "2018-05-01", "--corpus", copy)
    first = run(*command)
    index = copy / ".index" / "search.sqlite3"
    data = index.read_bytes()
    index.write_bytes(data[: len(data) // 2])
    again = run(*command)
    assert "anew: it was damaged." in again.err
    assert again.out == first.out
    assert run(*command) == first


def test_the_index_is_no_part_of_the_corpus(run: Run, copy: Path) -> None:
    run("search", "arrest", "--corpus", copy)
    assert run("validate", "--corpus", copy).status == 0
    assert "arrest" not in run("list", "--corpus", copy).out


def test_what_a_terminal_would_obey_is_shown(run: Run, copy: Path) -> None:
    path = copy / "us-ct" / "cgs" / "54-95c" / "eng@2016-10-01.xml"
    old = path.read_bytes()
    new = old.replace(b"wrongful arrest", "wrong\u202eful »arrest«".encode())
    path.write_bytes(new)
    listing = copy / "SHA256SUMS"
    sums = listing.read_text("utf-8").replace(digest(old), digest(new))
    listing.write_text(sums, "utf-8")
    found = run("search", "arrest", "--at", "2018-05-01", "--corpus", copy)
    assert "wrong⟨U+202E⟩ful \\»»arrest«\\«," in " ".join(found.out.split())
