"""From a publisher's server to the texts of a section and their days."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lending_code import chapter, edition, section
from page_server import serving

Run = Callable[..., Any]
Files = Callable[[Path], dict[str, bytes | None]]

# Made in 2013, amended in 2016 and 2021, on the first of October each; the last time the
# undivided text became a subsection, and others were added.
MADE = "P.A. 13-900, S. 3"
SINCE_2017 = "History: P.A. 16-901 increased fee in Subdiv. (2) from two to three dollars"
SINCE_2023 = (
    "P.A. 21-902 designated existing provisions as Subsec. (a), added Subsec. (b) re "
    "waiver of fee and added Subsec. (c) re children"
)
EDITIONS = {
    2015: section(
        "9-1",
        "Fees of lenders.",
        "A lender shall charge (1) for a book, nothing, and (2) for a map, two dollars.",
        ("source-first", f"({MADE}.)"),
    ),
    2017: section(
        "9-1",
        "Fees of lenders.",
        "A lender shall charge (1) for a book, nothing, and (2) for a map, three dollars.",
        ("source-first", f"({MADE}; P.A. 16-901, S. 2.)"),
        ("history-first", f"{SINCE_2017}."),
    ),
    2023: section(
        "9-1",
        "Fees of lenders. Waiver.",
        "(a) A lender shall charge (1) for a book, nothing, and (2) for a map, three "
        "dollars.</p>\n<p>(b) A lender may waive the fee.</p>\n<p>(c) A child is free.",
        ("source-first", f"({MADE}; P.A. 16-901, S. 2; P.A. 21-902, S. 5.)"),
        ("history-first", f"{SINCE_2017}; {SINCE_2023}."),
    ),
}
EDITIONS[2021] = EDITIONS[2017]
EDITIONS[2022] = EDITIONS[2023]  # a supplement: the year after the session
YEARS = sorted(EDITIONS)


@pytest.fixture
def pages(run: Run, tmp_path: Path) -> Path:
    """The pages of the section in five editions, and no server any more."""
    folder = tmp_path / "pages"
    served: dict[str, bytes] = {}
    for year, words in EDITIONS.items():
        place = f"{year}/pub" if year % 2 else f"{year}/sup"
        served |= edition(year, place)
        served[f"/{place}/chap_101.htm"] = chapter("chap_101.htm", words)
    with serving(served) as server:
        common = ("--host", server.host, "--pause", "0", "--into", folder)
        for year in YEARS:
            done = run("pull", "us-ct", "--edition", year, "--section", "9-1", *common)
            assert done.status == 0
            assert "3 new" in done.out
    return folder


def imported(run: Run, pages: Path, corpus: Path) -> Path:
    assert run("init", corpus).status == 0
    for year in YEARS:
        words = ("us-ct-general-statutes", pages, "--edition", year)
        done = run("--corpus", corpus, "import", *words, "--recorded", "2026-01-01")
        assert (done.status, done.err) == (0, "")
    return corpus


def test_pages_are_imported_without_a_server_byte_for_byte(
    run: Run, pages: Path, files: Files, tmp_path: Path
) -> None:
    first, second = (imported(run, pages, tmp_path / name) for name in ("one", "two"))
    assert files(first) == files(second)
    assert run("--corpus", first, "validate").status == 0
    before = files(first)
    for year in YEARS:  # again: nothing is written
        words = ("us-ct-general-statutes", pages, "--edition", year)
        assert run("--corpus", first, "import", *words).status == 0
    texts = {name: data for name, data in files(first).items() if name.endswith(".xml")}
    assert texts == {name: data for name, data in before.items() if name.endswith(".xml")}


def test_five_editions_give_three_texts_with_their_days(
    run: Run, pages: Path, tmp_path: Path
) -> None:
    corpus = imported(run, pages, tmp_path / "own")
    logged = run("--corpus", corpus, "log", "9-1").out.splitlines()[2:]
    assert [re.split(r" {2,}", line)[:3] for line in logged] == [
        ["2013-10-01", "generation", MADE],
        ["2016-10-01", "amendment", "P.A. 16-901, S. 2"],
        ["2021-10-01", "amendment", "P.A. 21-902, S. 5"],
    ]
    for day, words in (
        ("2013-10-01", "two dollars"),
        ("2016-09-30", "two dollars"),
        ("2016-10-01", "three dollars"),
        ("2021-09-30", "three dollars"),
        ("2021-10-01", "may waive"),
        ("2026-01-01", "may waive"),
    ):
        shown = run("--corpus", corpus, "show", "9-1", "--at", day)
        assert (shown.status, words in shown.out) == (0, True), day
    assert run("--corpus", corpus, "show", "9-1", "--at", "2013-09-30").status == 1
    blamed = run("--corpus", corpus, "blame", "9-1", "--at", "2023-01-01")
    assert [
        line.split()[:3] + line.split()[5:6] for line in blamed.out.splitlines()[2:]
    ] == [
        ["2021-10-01", "P.A.", "21-902,", "subsec_a"],
        ["2013-10-01", "P.A.", "13-900,", "subsec_a__subdiv_1"],
        ["2016-10-01", "P.A.", "16-901,", "subsec_a__subdiv_2"],
        ["2021-10-01", "P.A.", "21-902,", "subsec_b"],
        ["2021-10-01", "P.A.", "21-902,", "subsec_c"],
    ]


def test_an_edition_that_was_not_fetched_is_told(
    run: Run, pages: Path, tmp_path: Path
) -> None:
    assert run("init", tmp_path / "own").status == 0
    words = ("us-ct-general-statutes", pages, "--edition", "2019")
    found = run("--corpus", tmp_path / "own", "import", *words)
    assert found.status == 2
    assert "no pages of the revision of 2019" in found.err
    assert "it holds: revision of 2015, revision of 2017" in found.err
