"""``reconcile`` on a corpus of invented law."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
import pytest

from statuteline.corpus.store import open_corpus
from statuteline.model.commencement import Unknown
from statuteline.model.published import Edition, EditionKind

from .chapters import BASE, SUPPLEMENT, write
from .invented_acts import AMENDED, CHEAPER, CLAUSE, FEES, FINES, act_file, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.work import Expression

    from .conftest import Result

    Run = Callable[..., Result]

SCHEMA = Path(__file__).parents[3] / "site" / "schemas" / "reconcile-1.schema.json"
FOUR = FEES.replace("ten", "four")
SAME = "C.G.S. § 9-12  2032-01-01  same"


def published(year: int, *paragraphs: str) -> Expression:
    """Make the text that an edition prints."""
    day = date(year, 1, 1)
    made = text("9-12", *paragraphs)
    return replace(
        made,
        id=replace(made.id, version=day),
        commencement=Unknown(by=day),
        edition=Edition(revised_to=day, kind=EditionKind.REVISION),
    )


@pytest.fixture
def code(own: Path) -> Path:
    """A corpus with one section of an edition before the act."""
    open_corpus(own).add(published(2031, FEES, FINES))
    return own


@pytest.fixture
def act(tmp_path: Path) -> Path:
    return act_file(tmp_path / "act.json", (CLAUSE, [CHEAPER, FINES]))


def test_texts_on_record(code: Path, act: Path, run: Run) -> None:
    command = ("--corpus", code, "reconcile", "--edition", "2032")
    none = run(*command)
    assert (none.status, none.out) == (
        0,
        "Computed texts beside the edition revised to 2032-01-01: none.\n",
    )
    assert run("--corpus", code, "act", act, "--apply").status == 0
    missing = run(*command)
    assert missing.status == 1
    assert "not published" in missing.out
    open_corpus(code).add(published(2032, FOUR, FINES))
    result = run(*command)
    assert (result.status, result.out.splitlines()) == (
        0,
        [
            "Computed texts beside the edition revised to 2032-01-01: 1 same.",
            "Score: 1 of 1, 100.0 %.",
            SAME,
        ],
    )
    assert run("--corpus", code, "validate").status == 0


def test_an_act_that_is_not_applied(code: Path, act: Path, run: Run) -> None:
    corpus = open_corpus(code)
    corpus.add(published(2032, FOUR, FINES))
    before = corpus.works()
    result = run("--corpus", code, "reconcile", "--edition", "2032", "--act", act)
    assert (result.status, result.out.splitlines()[-1]) == (0, SAME)
    assert open_corpus(code).works() == before, "nothing is recorded"
    refused = run("--corpus", code, "act", act, "--apply")
    assert refused.status == 1
    assert "a later text is on record" in refused.out


def test_other_words(code: Path, act: Path, run: Run) -> None:
    open_corpus(code).add(published(2032, FEES.replace("ten", "nine"), FINES))
    command = ("--corpus", code, "reconcile", "9-12", "--edition", "2032", "--act", act)
    result = run(*command)
    assert result.status == 1
    assert "Score: 0 of 1, 0.0 %." in result.out
    assert "“of four dollars” is replaced by “of nine dollars”" in result.out
    told = json.loads(run(*command, "--format", "json").out)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(told, schema)
    assert (told["counts"], told["score"]) == ({"other": 1}, 0)


def test_a_restated_corpus_is_refused(run: Run) -> None:
    assert run("reconcile", "--edition", "2032").status == 2


@pytest.mark.parametrize("cents", ["twenty", "thirty"])
def test_an_edition_that_prints_what_an_act_made(
    own: Path, tmp_path: Path, run: Run, cents: str
) -> None:
    kind = "us-ct-general-statutes"
    base = write(tmp_path / "base.jsonl", *BASE)
    assert run("--corpus", own, "import", kind, base, "--edition", "2025").status == 0
    clause = f"Section 9-2 of the general statutes {AMENDED} (Effective October 1, 2025):"
    line = ["A late book costs [ten] ", {"ins": cents}, " cents."]
    act = act_file(tmp_path / "act.json", (clause, [line]), number="3", year=2025)
    assert run("--corpus", own, "act", act, "--apply").status == 0
    supplement = write(tmp_path / "supplement.jsonl", *SUPPLEMENT)
    took = run("--corpus", own, "import", kind, supplement, "--edition", "2026")
    assert took.status == 0
    assert run("--corpus", own, "validate").status == 0
    result = run("--corpus", own, "reconcile", "--edition", "2026")
    standing = "same" if cents == "twenty" else "other"
    assert f"C.G.S. § 9-2  2026-01-01  {standing}" in result.out
    shown = run("--corpus", own, "show", "9-2", "--at", "2025-11-01")
    assert "A late book costs twenty cents." in shown.out, "the notes tell the day"
    corpus = open_corpus(own)
    days = [one.label for one in corpus.expression_ids(corpus.cite("9-2").work)]
    assert days == [
        "eng@1999-10-01",
        "eng@2025-10-01",
        "eng@2025-10-01~2026-01-01",
    ]
    again = run("--corpus", own, "import", kind, supplement, "--edition", "2026")
    assert "0  written" in again.out
    once_more = run("--corpus", own, "act", act)
    assert "exact" in once_more.out
