from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.website.base import Page
from statuteline.website.kinds import home

if TYPE_CHECKING:
    import pytest

    from statuteline.website.source import Source


def pages(source: Source) -> dict[str, Page]:
    return {one.path: one for one in home.KIND.items(source) if isinstance(one, Page)}


def test_a_short_series_is_one_list(source: Source) -> None:
    found = pages(source)
    assert "us-ct/cgs/index.html" in found
    assert not any("/by/" in path for path in found)


def test_a_long_series_is_parted_by_the_beginnings_of_its_numbers(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, "_LISTED", 3)
    found = pages(source)
    parts = [path for path in found if path.startswith("us-ct/cgs/by/")]
    assert parts == [
        f"us-ct/cgs/by/{key}/index.html" for key in ("17a", "46a", "53a", "54")
    ]
    body = found["us-ct/cgs/by/54/index.html"].write().body
    assert 'href="../../54-95c/index.html"' in body
    assert "53a-82" not in body
    assert 'href="by/54/index.html"' in found["us-ct/cgs/index.html"].write().body


def test_the_first_page_says_what_it_is_not(source: Source) -> None:
    body = pages(source)["index.html"].write().body
    assert "restatements" in body
    assert "no legal advice" in body
    assert "27 November 2026" in body
