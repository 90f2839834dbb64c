"""A link is held against what a server would give for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.website.checking import dead_links, seen_pages

if TYPE_CHECKING:
    from pathlib import Path

SOUND = (
    "",
    "#here",
    "#top",
    "?x=1#here",
    "page.html",
    "./page.html#here",
    "../a/page.html",
    "../",
    "..",
    "/a/page.html",
    "/",
    "../../../a/page.html",
    "../a%20file.txt",
    "https://example.org/gone",
    "mailto:a@example.org",
)
DEAD = ("gone.html", "#gone", "page.html#gone", "./", "../gone/", "/page.html", "../#here")


@pytest.mark.parametrize("link", [*SOUND, *DEAD])
def test_a_dead_link_is_told_and_no_other(tmp_path: Path, link: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text("<p>x</p>", "utf-8")
    (tmp_path / "a file.txt").write_text("x", "utf-8")
    (tmp_path / "a" / "page.html").write_text(
        f'<p id="here"><a href="{link}">x</a></p>', "utf-8"
    )
    told = [one.link for one in dead_links(tmp_path, seen_pages(tmp_path))]
    assert told == ([link] if link in DEAD else [])
