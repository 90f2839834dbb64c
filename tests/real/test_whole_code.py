"""Connecticut's whole code, imported as a user would, and worked with at that size."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from statuteline.corpus.editions import read_editions
from statuteline.corpus.store import open_corpus
from statuteline.model.ids import WorkId
from statuteline.model.published import PublishedSection
from statuteline.model.text import block_text, prose_text
from statuteline.publishers.us_ct.addresses import edition_of
from statuteline.publishers.us_ct.json_lines import read_json_lines

from .sections import json_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.provision import Provision

pytestmark = pytest.mark.slow

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
STATUTES = CORPORA / "ct-general-statutes"
SOURCES = {2025: "base-2025.jsonl.xz", 2026: "supplement-2026.jsonl.xz"}
RECORDS = {2025: 33_017, 2026: 1_952}
BARE = 2_446
"""Records of 2025 whose heading is a number alone: leftovers of the capture."""
STATUSES = {
    2025: {
        "active": 25_851, "repealed": 5_432, "reserved": 1_059,
        "transferred": 638, "obsolete": 37,
    },
    2026: {"active": 1_905, "repealed": 47},
}  # fmt: skip
"""As the collection counts them, leftovers included."""
TO_COME = {"repealed": 58, "reserved": 2, "transferred": 1}
"""Sections of 2025 that are in force, and of which the heading tells what will be."""
LOOSE = 34
"""Headings that the collection has at the end of the section before them."""
SPACING_ONLY = {"8-244"}
"""A pair that differs in references behind the law alone."""
COMING_ONLY = 60
"""Pairs of which only the law to come changed, at most."""
CPU_SECONDS = 300
PEAK_BYTES = 1_500_000_000


class Imported(NamedTuple):
    root: Path
    reports: dict[int, dict[str, Any]]


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "statuteline", *map(str, words)],
        check=False,
        capture_output=True,
        text=True,
    )


def take(root: Path, year: int) -> dict[str, Any]:
    source = STATUTES / SOURCES[year]
    words = ("import", "us-ct-general-statutes", source, "--edition", str(year))
    found = run("--corpus", root, *words, "--recorded", "2026-11-26", "--format", "json")
    assert (found.returncode, found.stderr) == (0, "")
    told: dict[str, Any] = json.loads(found.stdout)
    return told


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    if not STATUTES.is_dir():
        pytest.skip("../shared/corpora/ct-general-statutes is absent")
    root = tmp_path_factory.mktemp("code") / "corpus"
    assert run("init", root, "--text", "official").returncode == 0
    return Imported(root, {year: take(root, year) for year in SOURCES})


@pytest.mark.parametrize("year", SOURCES)
def test_every_record_is_accounted_for(imported: Imported, year: int) -> None:
    told = imported.reports[year]
    assert told["refused"] == []
    assert told["left_out"] == (BARE if year == 2025 else 0)
    assert sum(told["sections"].values()) + told["left_out"] == RECORDS[year]
    assert told["written"] + told["same"] == told["texts"]


def test_the_statuses_are_those_of_the_collection(imported: Imported) -> None:
    for year, name in SOURCES.items():
        every = Counter(
            one["status"]
            for chapter in json_lines(STATUTES / name)
            for one in chapter["provisions"]
        )
        assert every == STATUSES[year]
    given = Counter(one["status"] for one in records(2025))
    told = Counter(imported.reports[2025]["sections"])
    assert given - told == Counter(TO_COME)
    assert told - given == Counter(active=sum(TO_COME.values()))
    assert imported.reports[2026]["sections"] == STATUSES[2026]


def test_it_keeps_to_time_and_memory(imported: Imported) -> None:
    reports = imported.reports.values()
    assert sum(told["cpu_seconds"] for told in reports) <= CPU_SECONDS
    assert max(told["peak_bytes"] for told in reports) <= PEAK_BYTES


def test_all_files_are_valid_and_as_recorded(imported: Imported) -> None:
    found = run("--corpus", imported.root, "validate", "--format", "json")
    told = json.loads(found.stdout)
    assert told["findings"] == []
    written = sum(one["written"] for one in imported.reports.values())
    assert told["files"] == written


def test_the_list_of_editions_says_what_was_imported(imported: Imported) -> None:
    found = read_editions(imported.root, "us-ct")
    names = [one.edition.name for one in found]
    assert names == ["revision of 2025", "supplement of 2026"]
    assert all(source.complete for one in found for source in one.sources)


def records(year: int) -> Iterator[dict[str, Any]]:
    """Give the records that are sections, in order."""
    for chapter in json_lines(STATUTES / SOURCES[year]):
        for record in chapter["provisions"]:
            if record["heading"].startswith(("Sec. ", "Secs. ")):
                yield record


def letters(words: Iterable[str]) -> Counter[str]:
    """Count characters; asterisks only point from the present text to coming law."""
    return Counter("".join("".join(words).split()).replace("*", ""))


def kept(provision: Provision, *, top: bool = True) -> Iterator[str]:
    if not top:
        yield provision.num or ""
        yield prose_text(provision.heading)
    yield from map(block_text, provision.intro)
    for child in provision.children:
        yield from kept(child, top=False)
    yield from map(block_text, provision.wrap_up)


def test_no_character_of_the_collection_is_lost(imported: Imported) -> None:
    """Record by record, read back from the files; headings are proved by the import."""
    corpus = open_corpus(imported.root)
    data = (STATUTES / SOURCES[2025]).read_bytes()
    read = read_json_lines(data, edition_of(2025), "base")
    sections = (one for one in read if isinstance(one, PublishedSection))
    loose = 0
    for raw, section in zip(records(2025), sections, strict=True):
        texts = corpus.expressions(WorkId("us-ct", "cgs", section.number))
        text = next(one for one in texts if one.edition == section.edition)
        found = letters(kept(text.body[0]))
        found += letters(prose_text(note.words) for note in text.notes)
        given = letters((*raw["body"], *raw["sourceNotes"], *raw["history"]))
        less = given - found
        loose += bool(less)
        more = letters((raw["heading"],))  # one that tells of coming law is kept as a note
        assert not found - given - more, section.number
    assert loose <= LOOSE


def test_a_second_run_writes_nothing(imported: Imported) -> None:
    sums = imported.root / "SHA256SUMS"
    before = sums.read_bytes()
    told = take(imported.root, 2026)
    assert (told["written"], told["refused"]) == (0, [])
    assert sums.read_bytes() == before


def test_the_sections_that_changed_are_found(imported: Imported) -> None:
    days = ("--from", "2025-01-01", "--to", "2026-01-01")
    found = run(
        "--corpus", imported.root, "compare", *days, "--format", "json", "--jobs", "2"
    )
    assert (found.returncode, found.stderr) == (1, "")
    # The collection writes the articles of title 42a small, as in 42a-2a-503.
    states = {
        one["work"].rpartition("/")[2].lower(): one["state"]
        for one in json.loads(found.stdout)["works"]
    }
    pairs = {pair["citation"] for pair in json_lines(STATUTES / "pairs-2025-2026.jsonl.xz")}
    assert len(pairs) == 1_547
    missed = {number for number in pairs if states.get(number) in {None, "unchanged"}}
    assert missed - SPACING_ONLY <= coming_only(imported)
    assert len(missed) <= COMING_ONLY


def coming_only(imported: Imported) -> set[str]:
    """Give the sections whose supplement differs from 2026 on, or in coming law, alone."""
    corpus = open_corpus(imported.root)
    works = {work.number.lower(): work for work in corpus.works()}
    found = set()
    for raw in records(2026):
        for number in raw["citations"]:
            texts = corpus.expressions(works[number]) if number in works else ()
            if any(one.start and one.start > date(2026, 1, 1) for one in texts):
                found.add(number)
    return found


@pytest.mark.parametrize("number", ["54-95c", "12-81", "53a-192a", "42a-9-204", "1-1"])
def test_sections_are_shown_and_their_life_is_told(imported: Imported, number: str) -> None:
    words = ("--corpus", imported.root, "show", number, "--at", "2025-01-01")
    shown = run(*words, "--format", "json")
    assert shown.returncode == 0
    told = json.loads(shown.stdout)
    assert told["words"] == "official"
    assert told["edition"]["kind"] == "revision"
    log = run("--corpus", imported.root, "log", number, "--format", "json")
    entries = json.loads(log.stdout)["entries"]
    assert told["expression"] in {one["expression"] for one in entries}


def test_the_vacatur_statute_has_its_acts(imported: Imported) -> None:
    log = run("--corpus", imported.root, "log", "54-95c").stdout
    for act in ("P.A. 13-166", "P.A. 16-71", "P.A. 21-103", "P.A. 21-104"):
        assert act in log
