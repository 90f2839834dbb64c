"""The redline page in a real browser: for everybody, on any width, asking nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.diff.compare import compare
from statuteline.model.ids import WorkId
from statuteline.publish import render_list

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Look, Scheme, Seen

NARROW, WIDE = 320, 1280


@pytest.fixture(
    scope="module",
    params=[("light", WIDE), ("light", NARROW), ("dark", WIDE), ("dark", NARROW)],
    ids=lambda param: f"{param[0]}-{param[1]}",
)
def seen(request: pytest.FixtureRequest, look: Look, redline_page: Path) -> Seen:
    scheme: Scheme
    scheme, width = request.param
    return look(redline_page, scheme=scheme, width=width)


def test_it_breaks_no_accessibility_rule(seen: Seen) -> None:
    assert seen.violations == ()


def test_the_console_is_silent(seen: Seen) -> None:
    assert seen.complaints == ()


def test_nothing_is_requested(seen: Seen) -> None:
    assert seen.requests == ()


def test_it_fits_the_window(seen: Seen) -> None:
    assert seen.overflow <= 0


def test_assistive_technology_is_told_of_changes(seen: Seen) -> None:
    assert "- insertion" in seen.outline
    assert "- deletion" in seen.outline
    assert "- main" in seen.outline


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_of_changes_is_a_page_like_it(
    look: Look, tmp_path: Path, scheme: Scheme
) -> None:
    corpus = open_corpus(shipped())
    old, new = corpus.expressions(WorkId.parse("us-ct/cgs/54-95c"))[-2:]
    page = tmp_path / "list.html"
    page.write_bytes(b"".join(render_list((compare(old, new),), "html")))
    seen = look(page, scheme=scheme, width=NARROW)
    assert (seen.violations, seen.complaints, seen.requests) == ((), (), ())
    assert seen.overflow <= 0
    assert seen.outline.count("- listitem") == 5


def test_planted_faults_are_found(look: Look, tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text(
        "<!doctype html><title>x</title>"
        "<p style='color:#ccc;background:#fff'>pale</p>"
        "<div style='width:900px'>wide</div>"
        "<img src='other.png'><script>console.error('loud'); nothing();</script>",
        "utf-8",
    )
    seen = look(page, scheme="light", width=NARROW)
    found = {violation.partition(":")[0] for violation in seen.violations}
    assert {"color-contrast", "html-has-lang", "image-alt"} <= found
    assert any("loud" in complaint for complaint in seen.complaints)
    assert any("nothing" in complaint for complaint in seen.complaints)
    assert seen.requests == ((tmp_path / "other.png").as_uri(),)
    assert seen.overflow > 0
    assert "insertion" not in seen.outline
