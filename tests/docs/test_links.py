"""Every link of the built site leads somewhere on the site, fragments included."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from statuteline.website.checking import dead_links, outside_loads, seen_pages

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    # Not with --quiet: it would drop the warnings that --strict counts.
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return folder


def test_every_link_leads_somewhere(site: Path) -> None:
    assert len(list(site.rglob("*.html"))) > 5
    # The 404 page may be served at any address: its links are absolute by design.
    assert [
        str(one) for one in dead_links(site, seen_pages(site)) if one.page != "404.html"
    ] == []


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    assert list(outside_loads(seen_pages(site))) == []


def dead_markdown_links(folder: Path) -> Iterator[str]:
    """Name each link of the Markdown pages in a folder that leads to no file."""
    for page in sorted(folder.glob("*.md")):
        for link in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
            path = unquote(urlsplit(link).path)
            if not urlsplit(link).scheme and path and not (folder / path).exists():
                yield f"{page.name}: {link}"


def test_every_link_of_the_top_pages_leads_to_a_file() -> None:
    assert list(dead_markdown_links(ROOT)) == []


def test_a_dead_link_of_a_top_page_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "[1](a.md#x) [2](gone.md) [3](https://example.org/) [4](#x)", "utf-8"
    )
    assert list(dead_markdown_links(tmp_path)) == ["a.md: gone.md"]


def test_planted_faults_are_found(tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "a.html").write_text(
        "<p id='here'>"
        "<a href='#here'>1</a> <a href='#gone'>2</a>"
        "<a href='part/b.html#there'>3</a> <a href='part/b.html#gone'>4</a>"
        "<a href='missing.html'>5</a> <a href='part/'>6</a>"
        "<a href='https://example.org/'>7</a> <img src='https://example.org/x.png'>",
        "utf-8",
    )
    (tmp_path / "part" / "b.html").write_text(
        "<p id='there'><a href='../a.html'>1</a> <a href='a.html'>2</a>", "utf-8"
    )
    assert [str(one) for one in dead_links(tmp_path, seen_pages(tmp_path))] == [
        "a.html: #gone",
        "a.html: missing.html",
        "a.html: part/",
        "a.html: part/b.html#gone",
        "part/b.html: a.html",
    ]
    assert [str(one) for one in outside_loads(seen_pages(tmp_path))] == [
        "a.html: https://example.org/x.png"
    ]
