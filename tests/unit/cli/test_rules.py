from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]
FILE = "us-ct/cgs/54-95c/eng@2021-10-01.xml"
VACATUR = ("rules", "us-ct/vacatur", "--at", "2021-11-01")


@pytest.fixture
def changed(copy: Path) -> Path:
    """Give a corpus in which one word of the text of 2021 is another one."""
    path = copy / FILE
    text = path.read_text("utf-8")
    assert text.count("any misdemeanor") == 1
    path.write_text(text.replace("any misdemeanor", "each misdemeanor"), "utf-8")
    return copy


def test_every_encoding_is_listed_with_its_versions(run: Run) -> None:
    lines = run("rules").out.splitlines()
    assert "us-ct/vacatur  Vacating a conviction of a trafficking victim" in lines
    assert "  C.G.S. § 54-95c  2016-10-01 to 2021-09-30  readings narrow, broad" in lines
    assert "  C.G.S. § 46a-170  2021-07-01 to 2022-09-30  data: 35 seats" in lines
    assert "  P.A. 21-103  by 2021-07-01 on  data: 2 duties" in lines


def test_the_words_stand_beside_where_there_is_room(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaf, words = "offense level is misdemeanor", "(a) “any misdemeanor”"
    monkeypatch.setenv("COLUMNS", "120")
    wide = run(*VACATUR).out.splitlines()
    assert any(leaf in line and line.endswith(words) for line in wide)
    monkeypatch.setenv("COLUMNS", "80")
    narrow = run(*VACATUR).out.splitlines()
    place = next(number for number, line in enumerate(narrow) if line.strip() == leaf)
    assert narrow[place + 1].strip() == words
    assert max(map(len, narrow)) <= 80


def test_one_reading_is_shown_alone(run: Run) -> None:
    words = ("rules", "us-ct/vacatur", "--at", "2018-05-01")
    both = run(*words).out
    assert "Reading: narrow" in both
    assert "Reading: broad" in both
    one = run(*words, "--reading", "broad").out
    assert "Reading: narrow" not in one
    assert "Reading: broad" in one
    refused = run(*words, "--reading", "brod")
    assert refused.status == 2
    assert "did you mean broad?" in refused.err


def test_a_day_that_is_not_encoded_is_an_answer(run: Run) -> None:
    told = run("rules", "us-ct/vacatur", "--at", "2012-01-01")
    assert told.status == 1
    assert "not encoded for 2012-01-01" in told.out
    assert "in force from 1 October 2013 until 30 September 2016" in told.out


@pytest.mark.parametrize(
    "words",
    [
        ("--at", "2021-11-01"),
        ("--format", "table"),
        ("--check", "--uncovered"),
        ("us-ct/vacatur", "--check", "--at", "2021-11-01"),
        ("us-ct/vacatur",),
        ("us-ct/vacatur", "--at", "2021-11-01", "--uncovered", "--format", "table"),
        ("us-ct/vacatr", "--at", "2021-11-01"),
        ("us-ct/council", "--at", "2021-11-01", "--format", "table"),
    ],
    ids=" ".join,
)
def test_what_makes_no_sense_is_refused(run: Run, words: tuple[str, ...]) -> None:
    done = run("rules", *words)
    assert done.status == 2
    assert done.out == ""
    assert "Error" in done.err


def test_the_table_tells_what_it_rests_on(run: Run) -> None:
    out = run(*VACATUR, "--format", "table").out
    assert out.endswith("It rests on: prostitution is a misdemeanor.\n")


def test_the_shipped_encodings_stand(run: Run) -> None:
    told = run("rules", "--check")
    assert (told.status, told.err) == (0, "")
    assert all(line.endswith("citations, all well.") for line in told.out.splitlines())


def test_words_that_are_gone_are_told_with_the_line_that_cites_them(
    run: Run, changed: Path
) -> None:
    told = run("--corpus", changed, "rules", "us-ct/vacatur", "--check")
    assert told.status == 1
    finding, count = told.out.splitlines()
    assert "law/us_ct/cgs_54_95c.py:" in finding
    assert ": words-not-there: sec_54-95c__subsec_a of" in finding
    assert count.endswith("citations, 1 finding.")


def test_an_encoding_that_does_not_stand_is_not_used(run: Run, changed: Path) -> None:
    for words in (VACATUR, (*VACATUR, "--format", "json")):
        done = run("--corpus", changed, *words)
        assert (done.status, done.out) == (2, "")
        assert "The encoding us-ct/vacatur does not stand, 1 finding:" in done.err
        assert "words-not-there" in done.err
    assert run("--corpus", changed, "rules").status == 0


def test_a_work_that_the_corpus_lacks_is_not_looked_at(run: Run, copy: Path) -> None:
    for path in (copy / "us-ct/cgs/53a-82").iterdir():
        path.unlink()
    told = run("--corpus", copy, "rules", "us-ct/vacatur", "--check")
    assert told.status == 0
    count, lacking = told.out.splitlines()
    assert " citations looked at, all well." in count
    assert lacking == "    This corpus has no text of us-ct/cgs/53a-82."


def test_an_official_corpus_never_keeps_an_encoding_from_use(
    run: Run, changed: Path
) -> None:
    settings = changed / "corpus.toml"
    words = settings.read_text("utf-8").replace('text = "restated"', 'text = "official"')
    settings.write_text(words, "utf-8")
    told = run("--corpus", changed, *VACATUR)
    assert told.status == 0
    assert "not those of this corpus" in " ".join(told.out.split())
    assert run("--corpus", changed, "rules", "--check").status == 1


@pytest.mark.parametrize("columns", ["1", "20", "40", "400"])
@pytest.mark.parametrize("more", [(), ("--format", "table"), ("--uncovered",)], ids=str)
def test_any_width_of_a_terminal_will_do(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str, more: tuple[str, ...]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert run(*VACATUR, *more).status == 0


def test_words_that_no_citation_covers_are_told(run: Run) -> None:
    told = run(*VACATUR, "--uncovered", "--format", "json")
    found = {one["eId"]: one for one in json.loads(told.out)["provisions"]}
    subdivision = found["sec_54-95c__subsec_a__subdiv_2"]
    assert subdivision["words"] == subdivision["cited"] == 13
    letter = found["sec_54-95c__subsec_d"]
    assert letter["uncovered"] == ["the court"]
    text = run(*VACATUR, "--uncovered").out
    assert "(d): 37 words, 95% cited" in text


@pytest.fixture
def document(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "rule.json"
    path.write_text(run(*VACATUR, "--format", "json").out, "utf-8")
    return path


def test_a_document_is_shown_as_the_encoding_that_it_is_of(
    run: Run, document: Path
) -> None:
    for form in ("text", "table", "json"):
        own = run("rules", "--file", document, "--format", form)
        assert (own.status, own.err) == (0, "")
        assert own.out == run(*VACATUR, "--format", form).out
    assert run("rules", "--file", document, "--at", "2020-01-01").status == 1


def test_a_fault_of_a_document_is_told_with_its_address(run: Run, document: Path) -> None:
    whole = document.read_text("utf-8")
    document.write_text(
        whole.replace('"is": "misdemeanor"', '"is": "misdemeanour"'), "utf-8"
    )
    for more in ((), ("--check",)):
        done = run("rules", "--file", document, *more)
        assert (done.status, done.out) == (2, "")
        assert "did you mean misdemeanor?" in done.err
        assert "rule.json $.readings[0].outcomes[0].when" in done.err
    document.write_text(whole.replace("any misdemeanor", "each misdemeanor"), "utf-8")
    done = run("rules", "--file", document, "--check")
    assert done.status == 1
    assert "rule.json $.readings[0].outcomes[0].when" in done.out
    assert "words-not-there" in done.out


def test_a_file_that_is_no_document_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "rule.json"
    for data in (b"", b"{", b"\xff\xfe", b"[]"):
        path.write_bytes(data)
        done = run("rules", "--file", path)
        assert (done.status, done.out) == (2, "")
    assert run("rules", "us-ct/vacatur", "--file", path).status == 2
    assert run("rules", "--file", tmp_path / "none.json").status == 2
