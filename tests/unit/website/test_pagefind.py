"""What the index of large sites holds, and what happens where it cannot be made."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from statuteline.errors import StatutelineError
from statuteline.website import pagefind
from statuteline.website.building import build_site

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.website.source import Source


def test_each_text_in_force_is_in_it_once_and_nothing_else(
    source: Source, tmp_path: Path
) -> None:
    settings = replace(source.settings, files=False, search="pagefind")
    folder = build_site(source.corpus, settings, tmp_path / "site").folder
    parts = [
        gzip.decompress(one.read_bytes()).decode()
        for one in (folder / "pagefind" / "fragment").iterdir()
    ]
    pages = sorted(re.findall(r'"url":"([^"]+)"', " ".join(parts)))
    assert "/us-ct/cgs/54-95c/index.html" in pages
    assert all(re.fullmatch(r"/us-ct/cgs/[^/]+/index\.html", one) for one in pages)
    assert len(pages) == len(set(pages)) > 5
    assert not any("Code that follows this" in one or " # (" in one for one in parts)
    (vacatur,) = (one for one in parts if "54-95c/index" in one)
    assert '"state":["In force"]' in vacatur
    assert "54-95c Vacating" in re.sub(r"\s+", " ", vacatur)
    assert not list((folder / "pagefind").glob("*ui*"))
    assert not (folder / "search").exists()


def test_a_site_without_a_search_has_no_page_for_it(source: Source, tmp_path: Path) -> None:
    settings = replace(source.settings, files=False, search="none")
    built = build_site(source.corpus, settings, tmp_path / "site")
    assert built.faults == ()
    assert not (built.folder / "search.html").exists()
    assert not (built.folder / "search").exists()
    assert "search.html" not in (built.folder / "index.html").read_text("utf-8")


def test_without_the_extra_nothing_is_written_and_the_way_to_it_is_told(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind, "find_spec", lambda _: None)
    settings = replace(source.settings, search="pagefind")
    with pytest.raises(StatutelineError, match="is not installed") as raised:
        build_site(source.corpus, settings, tmp_path / "site")
    assert "statuteline[search]" in str(raised.value.hint)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_of_its_program_is_told(tmp_path: Path) -> None:
    (tmp_path / "pagefind").write_text("a file, where a folder should be", "utf-8")
    with pytest.raises(StatutelineError, match="could not make the index"):
        pagefind.add_index(tmp_path)
