"""What the script draws of a comparison is what Python writes of it, word for word."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuteline.corpus.locate import shipped
from statuteline.corpus.reader import read
from statuteline.corpus.store import open_corpus
from statuteline.diff.compare import compare
from statuteline.model.change import Run, RunKind
from statuteline.publish._html_parts import walkable_parts
from statuteline.publish._redline_json import redline_json, words_json
from statuteline.publish._wording import counted, counted_words
from statuteline.website.addresses import version_name
from statuteline.website.source import Settings, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from statuteline.model.change import Comparison

    from .conftest import Published

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "diff"
CORPUS = open_corpus(shipped())
SOURCE = Source(CORPUS, Settings(at=date(2026, 11, 27)))
SAME = """async ([redline, html, changes, legend]) => {
    const { drawnChanges, drawnMarked, drawnRows } =
        await import("/assets/redline-drawing.mjs");
    const bare = (element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const blank = [];
        while (walker.nextNode()) {
            const here = walker.currentNode;
            if (!here.data.trim() && here.parentElement.matches("div, ol, p.walk")) {
                blank.push(here);
            }
        }
        blank.forEach((node) => node.remove());
        element.normalize();
        return element.innerHTML;
    };
    const parsed = (words) =>
        bare(new DOMParser().parseFromString(`<div>${words}</div>`, "text/html")
            .body.firstElementChild);
    const drawn = (...nodes) => {
        const box = document.createElement("div");
        box.append(...nodes);
        return bare(box);
    };
    const list = document.createElement("ol");
    list.className = "changes";
    list.append(...drawnChanges(redline.changes));
    return [
        [drawn(drawnRows(redline.rows)), parsed(html)],
        [redline.changes.length ? drawn(list) : "", parsed(changes)],
        [drawn(drawnMarked(redline.legend)), parsed(legend)],
    ];
}"""
HOLDS = """async ([redline, old, young]) => {
    const { holds } = await import("/assets/redline-checking.mjs");
    return [
        holds(redline.rows, old.provisions, "old"),
        holds(redline.rows, young.provisions, "new"),
    ];
}"""

WORDS = """(html) => {
    const law = document.querySelector("[data-law]").cloneNode(true);
    law.querySelector(".heads").remove();
    const parsed = new DOMParser().parseFromString(html, "text/html").body;
    const words = (node) => node.textContent.replace(/\\s+/g, "");
    const marked = (node) => [...node.querySelectorAll("ins, del")].map(
        (one) => `${one.localName} ${one.textContent}`);
    return { words: [law, parsed].map(words), marked: [law, parsed].map(marked) };
}"""


@pytest.fixture(scope="module")
def tab(browser: Browser, published: Published) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(published.address)
    yield page
    page.close()


def golden(case: str) -> Comparison:
    old, new = (
        read((GOLDEN / case / name).read_bytes(), CORPUS.uris, f"{case}/{name}")
        for name in ("before.xml", "after.xml")
    )
    return compare(old, new)


def both(tab: Page, comparison: Comparison) -> list[tuple[str, str]]:
    """Give what the script draws and what Python writes, part by part."""
    parts = walkable_parts(comparison)
    value = json.loads(redline_json(comparison))
    given = [value, parts.redline, parts.changes, parts.legend]
    found: list[tuple[str, str]] = tab.evaluate(SAME, given)
    return found


def texts(comparison: Comparison) -> list[Any]:
    return [
        json.loads(one)
        for one in (
            redline_json(comparison),
            words_json(comparison.old),
            words_json(comparison.new),
        )
    ]


@pytest.mark.parametrize("case", sorted(path.name for path in GOLDEN.iterdir()))
def test_every_kind_of_change_is_drawn_as_it_is_written(tab: Page, case: str) -> None:
    comparison = golden(case)
    for drawn, written in both(tab, comparison):
        assert drawn == written
    assert tab.evaluate(HOLDS, texts(comparison)) == [True, True]


RUNS = st.lists(
    st.builds(
        lambda kind, pieces: Run(kind=kind, text="".join(pieces)),
        st.sampled_from(RunKind),
        st.lists(
            st.sampled_from(
                ["a", "b c", " ", "\n", "\t", "[d]", "<b>&amp;", "\u202e", "é"]
            ),
            min_size=1,
            max_size=5,
        ),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_words_of_every_shape_are_drawn_as_they_are_written(
    tab: Page, data: st.DataObject
) -> None:
    model = golden("nested-provision-inserted")
    lines = (replace(line, runs=tuple(data.draw(RUNS))) for line in model.lines)
    for drawn, written in both(tab, replace(model, lines=tuple(lines))):
        assert drawn == written


def test_a_comparison_that_lost_or_gained_words_is_not_taken_for_whole(tab: Page) -> None:
    redline, old, young = texts(golden("amended-words"))
    at = max(range(len(redline["rows"])), key=lambda n: len(redline["rows"][n]["words"]))
    runs = redline["rows"][at]["words"]
    assert {run["kind"] for run in runs} == {"equal", "deleted", "inserted"}

    def told(**changed: Any) -> object:  # noqa: ANN401 - fields of any kind
        rows = [dict(row) for row in redline["rows"]]
        rows[at] |= changed
        return tab.evaluate(HOLDS, [{"rows": rows}, old, young])

    assert told() == [True, True]
    for kind, verdict in (("deleted", [False, True]), ("inserted", [True, False])):
        without = [run for run in runs if run["kind"] != kind]
        assert told(words=without) == verdict
    assert told(words=[*runs, {"kind": "equal", "text": " more"}]) == [False, False]
    assert told(old=None) == [False, True]
    twice = {"rows": [*redline["rows"], redline["rows"][at]]}
    assert tab.evaluate(HOLDS, [twice, old, young]) == [False, False]
    assert tab.evaluate(HOLDS, [{"rows": redline["rows"][:-1]}, old, young]) != [True, True]


def pairs_shown(published: Published) -> list[tuple[str, str]]:
    """List the works and the pairs of names for which the site has a file to show."""
    return [
        (file.parent.parent.relative_to(published.folder).as_posix(), file.stem)
        for file in sorted(published.folder.glob("us-ct/cgs/*/diff/*..*.json"))
    ]


def test_every_pair_that_the_site_shows_says_what_python_says(
    tab: Page, published: Published
) -> None:
    pairs = pairs_shown(published)
    assert len(pairs) == 17
    for work, name in pairs:
        tab.goto("about:blank")
        tab.goto(f"{published.address}{work}/diff/index.html#{name}")
        tab.locator("[data-shown]:not([hidden])").wait_for()
        of = SOURCE.texts_of(CORPUS.cite(work).work)
        by_name = {version_name(one.id): one for one in of.records}
        comparison = of.comparison(*(by_name[one] for one in name.split("..")))
        law = tab.evaluate(WORDS, walkable_parts(comparison).redline)
        assert law["words"][0] == law["words"][1], name
        assert law["marked"][0] == law["marked"][1], name
        sentences = tab.locator("[data-changes] li > :first-child").all_inner_texts()
        assert sentences == [change.summary for change in comparison.changes]
        counts = tab.locator("[data-counts]").inner_text()
        assert counts == f"{counted(comparison)} {counted_words(comparison)}"
