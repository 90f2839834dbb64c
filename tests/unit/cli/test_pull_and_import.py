"""From a publisher's server to the texts of a section and their days."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lending_code import chapter, edition, section
from page_server import serving

Run = Callable[..., Any]
Files = Callable[[Path], dict[str, bytes | None]]

# Made in 2013, amended in 2016 and 2021, on the first of October each.
MADE = "P.A. 13-900, S. 3"
HISTORY = (
    "History: P.A. 16-901 increased fee from two to three dollars",
    "P.A. 21-902 made existing provisions Subsec. (a) and added Subsec. (b) re waiver",
)
EDITIONS = {
    2015: section(
        "9-1",
        "Fees.",
        "A lender may charge a fee of two dollars.",
        ("source-first", f"({MADE}.)"),
    ),
    2017: section(
        "9-1",
        "Fees.",
        "A lender may charge a fee of three dollars.",
        ("source-first", f"({MADE}; P.A. 16-901, S. 2.)"),
        ("history-first", f"{HISTORY[0]}."),
    ),
    2023: section(
        "9-1",
        "Fees. Waiver.",
        "(a) A lender may charge a fee of three dollars.</p>\n"
        "<p>(b) A lender may waive the fee.",
        ("source-first", f"({MADE}; P.A. 16-901, S. 2; P.A. 21-902, S. 5.)"),
        ("history-first", f"{'; '.join(HISTORY)}."),
    ),
}
EDITIONS[2021] = EDITIONS[2017]
YEARS = sorted(EDITIONS)


@pytest.fixture
def pages(run: Run, tmp_path: Path) -> Path:
    """The pages of the section in four editions, and no server any more."""
    folder = tmp_path / "pages"
    served: dict[str, bytes] = {}
    for year, words in EDITIONS.items():
        served |= edition(year, f"{year}/pub")
        served[f"/{year}/pub/chap_101.htm"] = chapter("chap_101.htm", words)
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


def test_four_editions_give_three_texts(run: Run, pages: Path, tmp_path: Path) -> None:
    corpus = imported(run, pages, tmp_path / "own")
    texts = sorted(path.name for path in corpus.rglob("eng@*.xml"))
    assert len(texts) == 3
    for day, words in (
        ("2015-01-01", "two dollars"),
        ("2017-01-01", "three dollars"),
        ("2021-01-01", "three dollars"),
        ("2023-01-01", "may waive"),
    ):
        shown = run("--corpus", corpus, "show", "9-1", "--at", day)
        assert (shown.status, words in shown.out) == (0, True), day


def test_an_edition_that_was_not_fetched_is_told(
    run: Run, pages: Path, tmp_path: Path
) -> None:
    assert run("init", tmp_path / "own").status == 0
    words = ("us-ct-general-statutes", pages, "--edition", "2019")
    found = run("--corpus", tmp_path / "own", "import", *words)
    assert found.status == 2
    assert "no pages of the revision of 2019" in found.err
    assert "it holds: revision of 2015, revision of 2017" in found.err
