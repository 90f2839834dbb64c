"""``import us-ct-general-statutes``: an edition of a code, from invented chapters."""

from __future__ import annotations

import json
import lzma
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from statuteline.corpus.editions import read_editions
from statuteline.corpus.store import open_corpus
from statuteline.model.commencement import OnDate, Unknown
from statuteline.model.ids import WorkId
from statuteline.model.provision import Coverage, walk
from statuteline.model.published import Edition, EditionKind, Heading, Status

from .chapters import BASE, SUPPLEMENT, chapter, section, write

Run = Callable[..., Any]
Files = Callable[[Path], dict[str, bytes | None]]
KIND = "us-ct-general-statutes"
SCHEMA = Path(__file__).parents[3] / "site" / "schemas" / "import-1.schema.json"


@pytest.fixture
def shelf(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "shelf"
    assert run("init", folder, "--text", "official").status == 0
    return folder


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return write(tmp_path / "base.jsonl", *BASE)


@pytest.fixture
def supplement(tmp_path: Path) -> Path:
    return write(tmp_path / "supplement.jsonl", *SUPPLEMENT)


def take(run: Run, shelf: Path, source: Path, year: int, *more: str) -> Any:  # noqa: ANN401
    words = ("--corpus", shelf, "import", KIND, source, "--edition", str(year))
    return run(*words, "--recorded", "2026-07-01", *more)


def report(run: Run, shelf: Path, source: Path, year: int, *more: str) -> dict[str, Any]:
    found = take(run, shelf, source, year, "--format", "json", *more)
    assert found.err == ""
    told: dict[str, Any] = json.loads(found.out)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(told, schema)
    return told


def test_an_edition_becomes_a_corpus(run: Run, shelf: Path, base: Path) -> None:
    told = report(run, shelf, base, 2025)
    assert told["sections"] == {
        "active": 5, "repealed": 1, "reserved": 1, "transferred": 1,
    }  # fmt: skip
    assert (told["texts"], told["written"], told["left_out"]) == (8, 8, 1)
    assert (told["refused"], told["unplaced"]) == ([], 0)
    assert told["edition"] == {"kind": "revision", "revised_to": "2025-01-01"}
    assert told["cpu_seconds"] > 0
    assert run("--corpus", shelf, "validate").out == "8 files, all well.\n"
    works = [work.number for work in open_corpus(shelf).works()]
    assert works == [
        "9-1", "9-2", "9-3", "9-3a", "9-4-and-9-5", "9-6-to-9-9", "9-20", "9-21",
    ]  # fmt: skip


def test_a_number_inside_a_group_leads_to_it(run: Run, shelf: Path, base: Path) -> None:
    take(run, shelf, base, 2025)
    for number, group in (("9-8", "9-6-to-9-9"), ("9-5", "9-4-and-9-5")):
        found = run("--corpus", shelf, "show", number)
        assert (found.status, f"with others: us-ct/cgs/{group}" in found.err) == (2, True)


def test_a_text_keeps_all_that_is_printed(run: Run, shelf: Path, base: Path) -> None:
    take(run, shelf, base, 2025)
    (text,) = open_corpus(shelf).expressions(WorkId("us-ct", "cgs", "9-1"))
    assert text.title == "Cards."
    assert text.former == "8-1"
    assert text.commencement == OnDate(day=date(1999, 10, 1))
    assert text.edition == Edition(kind=EditionKind.REVISION, revised_to=date(2025, 1, 1))
    assert text.position is not None
    assert text.position.chapter == Heading(number="1", name="Things of chapter 1")
    assert text.source is not None
    assert text.source.name == "base.jsonl"
    assert [note.words[0].text for note in text.notes] == ["(P.A. 99-1, S. 2.)"]
    assert [p.num for p in walk(text.body)] == ["Sec. 9-1.", "(a)", "(b)", "(1)", "(2)"]


def test_repealed_law_is_kept_in_its_place(run: Run, shelf: Path, base: Path) -> None:
    take(run, shelf, base, 2025)
    (text,) = open_corpus(shelf).expressions(WorkId("us-ct", "cgs", "9-20"))
    assert text.status is Status.REPEALED
    assert text.body[0].coverage is Coverage.REMOVED
    assert text.body[0].intro_text == "Section 9-20 is repealed."
    found = run("--corpus", shelf, "show", "9-20", "--at", "2025-06-01")
    assert (found.status, "it was repealed" in found.out) == (1, True)


def test_a_second_run_writes_nothing(
    run: Run, shelf: Path, base: Path, supplement: Path, files: Files
) -> None:
    for source, year in ((base, 2025), (supplement, 2026)):
        take(run, shelf, source, year)
    before = files(shelf)
    for source, year, there in ((base, 2025, 8), (supplement, 2026, 4)):
        for day in ("2026-07-01", "2027-09-09"):
            told = report(run, shelf, source, year, "--recorded", day)
            assert (told["written"], told["there"], told["refused"]) == (0, there, [])
    assert files(shelf) == before


def test_a_dry_run_writes_nothing(run: Run, shelf: Path, base: Path, files: Files) -> None:
    before = files(shelf)
    told = report(run, shelf, base, 2025, "--dry-run")
    assert (told["dry_run"], told["written"]) == (True, 8)
    assert "nothing is written" in take(run, shelf, base, 2025, "--dry-run").out
    assert files(shelf) == before


def test_what_is_packed_is_read_as_well(run: Run, shelf: Path, base: Path) -> None:
    base.write_bytes(lzma.compress(base.read_bytes()))
    assert report(run, shelf, base, 2025)["written"] == 8


def test_a_supplement_stands_beside_the_base(
    run: Run, shelf: Path, base: Path, supplement: Path
) -> None:
    take(run, shelf, base, 2025)
    told = report(run, shelf, supplement, 2026)
    assert (told["sections"], told["texts"], told["written"]) == (
        {"active": 2, "repealed": 1}, 4, 4,
    )  # fmt: skip
    assert run("--corpus", shelf, "validate").status == 0
    compared = run(
        "--corpus", shelf, "compare", "--from", "2025-06-01", "--to", "2026-06-01"
    )
    assert compared.status == 1
    heads = [line for line in compared.out.splitlines() if line.startswith("C.G.S.")]
    assert heads == [
        "C.G.S. § 9-2  Fees.: changed",
        "C.G.S. § 9-3  Lamps.: ended",
        "C.G.S. § 9-3a  Bells.: ended",
        "C.G.S. § 9-3b  Pumps.: added",
    ]
    editions = read_editions(shelf, "us-ct")
    assert [one.edition.name for one in editions] == [
        "revision of 2025", "supplement of 2026",
    ]  # fmt: skip
    assert [source.complete for one in editions for source in one.sources] == [True, True]
    assert editions[0].sources[0].left_out == 1


def test_a_run_of_a_supplement_replaces_what_the_corpus_has_of_it(
    run: Run, shelf: Path, base: Path, tmp_path: Path
) -> None:
    take(run, shelf, base, 2025)
    words = "Sections 9-2 to 9-3a are repealed."
    group = section("9-2 to 9-3a", "", words, status="repealed")
    source = write(tmp_path / "later.jsonl", chapter("1", group))
    assert report(run, shelf, source, 2026)["written"] == 3
    for number in ("9-2", "9-3", "9-3a"):
        texts = open_corpus(shelf).expressions(WorkId("us-ct", "cgs", number))
        assert texts[-1].body[0].intro_text == words
        assert texts[-1].body[0].eid.text == f"sec_{number}"
    assert run("--corpus", shelf, "validate").status == 0


def test_a_text_cannot_have_begun_before_an_edition_that_printed_another(
    run: Run, shelf: Path, base: Path, tmp_path: Path
) -> None:
    take(run, shelf, base, 2025)
    source = write(
        tmp_path / "later.jsonl", chapter("1", section("9-2", "Fees.", "No fees."))
    )
    take(run, shelf, source, 2026)
    old, new = open_corpus(shelf).expressions(WorkId("us-ct", "cgs", "9-2"))
    assert old.commencement == OnDate(day=date(1999, 10, 1))
    assert new.commencement == Unknown(by=date(2026, 1, 1))
    assert new.events == old.events


def test_lasting_ids_go_on_in_a_supplement(
    run: Run, shelf: Path, base: Path, tmp_path: Path
) -> None:
    take(run, shelf, base, 2025)
    body = (
        "(a) Each reader has a card. (b) No card is lent to others. (c) A card costs:",
        "(1) One dollar; or",
        "(2) two dollars.",
    )
    source = write(tmp_path / "later.jsonl", chapter("1", section("9-1", "Cards.", *body)))
    take(run, shelf, source, 2026)
    text = open_corpus(shelf).expressions(WorkId("us-ct", "cgs", "9-1"))[-1]
    assert [(p.num, p.wid.text) for p in text.body[0].children] == [
        ("(a)", "sec_9-1__subsec_a"),
        ("(b)", "sec_9-1__subsec_b@2026-01-01"),
        ("(c)", "sec_9-1__subsec_b"),
    ]


def test_the_same_words_in_a_later_edition_are_no_new_text(
    run: Run, shelf: Path, base: Path
) -> None:
    take(run, shelf, base, 2025)
    told = report(run, shelf, base, 2027)
    assert (told["written"], told["there"], told["same"]) == (0, 0, 8)


def test_a_broken_line_stops_with_its_number(run: Run, shelf: Path, tmp_path: Path) -> None:
    source = write(tmp_path / "base.jsonl", *BASE)
    whole = source.read_text("utf-8").splitlines(keepends=True)
    source.write_text("".join([whole[0], whole[1][:-40], "\n"]), "utf-8")
    found = take(run, shelf, source, 2025)
    assert (found.status, found.out) == (2, "")
    assert "base.jsonl, line 2" in found.err
    assert "6 texts were written before this" in found.err
    assert run("--corpus", shelf, "validate").status == 0
    (edition,) = read_editions(shelf, "us-ct")
    assert [one.complete for one in edition.sources] == [False]
    write(tmp_path / "base.jsonl", *BASE)
    told = report(run, shelf, source, 2025)
    assert (told["written"], told["there"]) == (2, 6)


def test_nothing_of_a_broken_chapter_is_written(
    run: Run, shelf: Path, tmp_path: Path
) -> None:
    broken = chapter(
        "2", section("9-21", "Locks.", "A lock."), {"heading": "Sec. 9-22. A."}
    )
    source = write(tmp_path / "base.jsonl", BASE[0], broken)
    assert take(run, shelf, source, 2025).status == 2
    numbers = {work.number for work in open_corpus(shelf).works()}
    assert "9-21" not in numbers
    assert "9-1" in numbers


def test_other_words_of_a_recorded_edition_are_refused_with_their_place(
    run: Run, shelf: Path, base: Path, tmp_path: Path
) -> None:
    take(run, shelf, base, 2025)
    other = write(
        tmp_path / "other.jsonl",
        chapter("1", section("9-2", "Fees.", "A late book is free.")),
    )
    found = take(run, shelf, other, 2025)
    assert found.status == 1
    assert "1 fault; what is told here is not kept:\n" in found.out
    assert "\n  other.jsonl, line 1, Sec. 9-2. Fees.: Another text is " in found.out


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ((), "needs --edition YEAR"),
        (("--edition", "soon"), "is not a valid integer"),
        (("--edition", "2025", "--as", "us-ct/cgs/9-1"), "has no use for --as"),
        (("--edition", "2025", "--date", "2025-01-01"), "has no use for --date"),
    ],
)
def test_wrong_usage_writes_nothing(  # noqa: PLR0913, PLR0917 - fixtures
    more: tuple[str, ...], says: str, run: Run, shelf: Path, base: Path, files: Files
) -> None:
    before = files(shelf)
    found = run("--corpus", shelf, "import", KIND, base, *more)
    assert (found.status, says in found.err) == (2, True)
    assert files(shelf) == before
    found = run("--corpus", shelf, "import", "faq", base, "--edition", "2025")
    assert (found.status, "has no use for --edition" in found.err) == (2, True)


def test_a_corpus_of_restatements_is_refused(
    run: Run, own: Path, base: Path, files: Files
) -> None:
    before = files(own)
    settings = own / "corpus.toml"
    settings.write_text(
        settings.read_text("utf-8").replace("official", "restated"), "utf-8"
    )
    before = files(own)
    found = take(run, own, base, 2025)
    assert found.status == 2
    assert "statuteline init DIR --text official" in found.err
    assert files(own) == before


def test_an_older_edition_can_come_later(
    run: Run, shelf: Path, base: Path, supplement: Path
) -> None:
    take(run, shelf, supplement, 2026)
    assert report(run, shelf, base, 2025)["refused"] == []
    assert run("--corpus", shelf, "validate").status == 0
    texts = open_corpus(shelf).expressions(WorkId("us-ct", "cgs", "9-2"))
    assert [str(text.id.version) for text in texts] == ["1999-10-01", "2025-10-01"]


def coming(words: str, note: str, *behind: str) -> dict[str, object]:
    """Make a section of which a coming text is printed, or was."""
    return section("9-2", words, *behind, notes=(note,))


def test_an_announced_text_is_confirmed_or_corrected_by_the_next_edition(
    run: Run, shelf: Path, tmp_path: Path
) -> None:
    editor = (
        "*Note: On and after July 1, 2025, this section, as amended by section 5 of "
        "public act 24-81, is to read as follows:"
    )
    told = (
        "A late book costs ten cents.",
        editor,
        "“Sec. 9-2. Fees. A late book costs a dollar.”",
    )
    heading = "*(See end of section for amended version and effective date.) Fees."
    note = "(P.A. 99-1, S. 2; P.A. 24-81, S. 5.)"
    base = write(tmp_path / "base.jsonl", chapter("1", coming(heading, note, *told)))
    assert report(run, shelf, base, 2025)["pending"] == 1
    show = ("--corpus", shelf, "show", "9-2", "--at")
    assert "costs ten cents" in run(*show, "2025-06-30").out
    assert "costs a dollar" in run(*show, "2025-07-01").out
    history = "History: P.A. 24-81 raised the fee, effective July 1, 2025."
    for words, counts in (("a dollar", (0, 1)), ("two dollars", (1, 0))):
        one = coming("Fees.", note, f"A late book costs {words}.")
        later = chapter("1", one | {"history": [history]})
        source = write(tmp_path / "later.jsonl", later)
        found = report(run, shelf, source, 2026)
        assert (found["written"], found["same"]) == counts
    texts = open_corpus(shelf).expressions(WorkId("us-ct", "cgs", "9-2"))
    assert [text.id.label for text in texts] == [
        "eng@1999-10-01", "eng@2025-07-01", "eng@2025-07-01~2026-01-01",
    ]  # fmt: skip
    assert "two dollars" in run(*show, "2025-07-01").out
    assert run("--corpus", shelf, "validate").status == 0
    for source, year in ((base, 2025), (tmp_path / "later.jsonl", 2026)):
        again = report(run, shelf, source, year)
        assert (again["written"], again["refused"]) == (0, [])
