"""A first day of which only the latest possible is known is never shown as one."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.corpus.store import open_corpus
from statuteline.model.commencement import Commencement, OnDate, Unknown
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Coverage, Level, Provision
from statuteline.model.published import Edition, EditionKind, Note, NoteKind, Status
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Event, EventKind, Expression, Kind, Words

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]
OLD, NEW = date(2025, 1, 1), date(2026, 1, 1)


def printed(
    number: str, commencement: Commencement, words: str, status: Status = Status.ACTIVE
) -> Expression:
    """Make a section as an edition of some year prints it."""
    eid = f"sec_{number}"
    day = commencement.day if isinstance(commencement, OnDate) else None
    start = day or (commencement.by if isinstance(commencement, Unknown) else None)
    assert start is not None
    section = Provision(
        level=Level.SECTION,
        eid=EId(eid),
        wid=WId(eid),
        num=f"Sec. {number}.",
        heading=plain("Bicycles."),
        intro=(Paragraph(spans=plain(words)),),
        coverage=Coverage.REMOVED if status is Status.REPEALED else Coverage.FULL,
    )
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", number), "eng", start),
        kind=Kind.STATUTE_SECTION,
        title="Bicycles",
        words=Words.OFFICIAL,
        recorded=date(2026, 7, 1),
        created=date(1958, 1, 1),
        commencement=commencement,
        status=status,
        edition=Edition(kind=EditionKind.REVISION, revised_to=OLD),
        notes=(Note(kind=NoteKind.SOURCE, words=plain("(P.A. 99-1, S. 2.)")),),
        body=(section,),
    )


@pytest.fixture
def shelf(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "shelf"
    assert run("init", folder, "--text", "official").status == 0
    corpus = open_corpus(folder)
    corpus.add(printed("1-1", Unknown(by=OLD), "A bell is needed."))
    corpus.add(printed("1-1", Unknown(by=NEW), "A bell and a lamp are needed."))
    corpus.add(printed("1-2", OnDate(day=OLD), "A lock is needed."))
    corpus.add(printed("1-3", Unknown(by=OLD), "Transferred.", Status.TRANSFERRED))
    assert run("--corpus", folder, "validate").status == 0
    return folder


def test_show_says_by_when_and_by_when_it_ended(run: Run, shelf: Path) -> None:
    found = run("--corpus", shelf, "show", "1-1", "--at", "2025-05-05")
    assert found.status == 0
    told = " ".join(found.out.split())
    assert (
        "In force by 1 January 2025; since when is not known; "
        "replaced by 1 January 2026, since when is not known" in told
    )
    assert "in force from" not in told.lower()
    assert "As printed in the revision of 2025." in told


def test_show_as_json_has_no_first_and_no_last_day(run: Run, shelf: Path) -> None:
    args = ("show", "1-1", "--at", "2025-05-05", "--format", "json")
    told = json.loads(run("--corpus", shelf, *args).out)
    days = {name: told[name] for name in ("start", "by", "end", "ends_by")}
    assert days == {
        "start": None, "by": "2025-01-01", "end": None, "ends_by": "2026-01-01",
    }  # fmt: skip
    assert told["edition"] == {"kind": "revision", "revised_to": "2025-01-01"}
    assert told["notes"] == [{"kind": "source", "text": "(P.A. 99-1, S. 2.)"}]


def test_before_that_day_no_text_is_shown(run: Run, shelf: Path) -> None:
    found = run("--corpus", shelf, "show", "1-1", "--at", "2024-05-05")
    assert found.status == 1
    assert found.out == (
        "There is no text of C.G.S. § 1-1 for 2024-05-05 in this corpus; the next text "
        "was in force by 2025-01-01, since when is not known\n"
    )


def test_a_change_whose_words_are_not_held_is_told_with_its_day(
    run: Run, shelf: Path
) -> None:
    change = Event(day=date(2025, 7, 1), kind=EventKind.AMENDMENT)
    open_corpus(shelf).add(
        replace(printed("1-4", OnDate(day=OLD), "A bell is needed."), events=(change,))
    )
    found = run("--corpus", shelf, "show", "1-4", "--at", "2025-08-01")
    assert found.status == 1
    assert found.out == (
        "There is no text of C.G.S. § 1-4 for 2025-08-01 in this corpus: it was changed "
        "on 2025-07-01, and how it reads since is not held\n"
    )


def test_log_and_list_and_blame_write_by(run: Run, shelf: Path) -> None:
    lines = run("--corpus", shelf, "log", "1-1").out.splitlines()[2:]
    assert [line[:13] for line in lines] == ["by 2025-01-01", "by 2026-01-01"]
    entries = json.loads(run("--corpus", shelf, "log", "1-1", "--format", "json").out)
    assert [(one["day"], one["by"]) for one in entries["entries"]] == [
        (None, "2025-01-01"), (None, "2026-01-01"),
    ]  # fmt: skip
    listed = run("--corpus", shelf, "list").out
    assert "by 2025-01-01 to by 2026-01-01" in listed
    assert "1 text   2025-01-01" in listed
    blamed = run("--corpus", shelf, "blame", "1-1", "--at", "2025-05-05")
    assert blamed.out.splitlines()[2].startswith("by 2025-01-01  ")
    steps = run("--corpus", shelf, "log", "1-1", "--provision", "sec_1-1")
    assert steps.out.splitlines()[2].startswith("by 2025-01-01  ")


def test_a_diff_says_by_when(run: Run, shelf: Path) -> None:
    found = run("--corpus", shelf, "diff", "1-1", "2025-05-05", "2026-05-05", "--no-pager")
    assert "in force by 1 January 2026; since when is not known" in " ".join(
        found.out.split()
    )
    assert "in force from" not in found.out


def test_a_number_that_stands_for_no_law_says_so(run: Run, shelf: Path) -> None:
    found = run("--corpus", shelf, "show", "1-3", "--at", "2025-05-05")
    assert "prints this number as transferred" in found.out
