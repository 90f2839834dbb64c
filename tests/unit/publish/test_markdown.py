"""Markdown shows the law's words as they are, on the page and as plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import markdown
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from statuteline.model.change import Run, RunKind
from statuteline.publish import render
from statuteline.publish._characters import visible
from statuteline.publish._markdown_text import escaped
from statuteline.publish._whole_words import whole_words
from statuteline.publish.base import Detail, Style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from statuteline.model.change import Comparison, Runs

GOLDEN = Path(__file__).parents[2] / "golden" / "publish"
GITHUB = MarkdownIt("commonmark").enable(["strikethrough", "table"])
MARK = {"s": RunKind.DELETED, "strong": RunKind.INSERTED}
TEXTS = st.text("ab1 .-+#>*_~`[](){}<>&;!|\\$:=\n\t\u202e法", min_size=1, max_size=8)
RUNS = st.lists(
    st.builds(
        lambda kind, text: Run(kind=kind, text=text), st.sampled_from(RunKind), TEXTS
    ),
    min_size=1,
    max_size=5,
).map(tuple)


def page_of(html: str) -> Element:
    page: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return page


def redline_of(written: str) -> str:
    """Give what stands behind the legend."""
    return written.partition("## Redline")[2].partition("*notes of ours*.\n\n")[2]


def words_of(element: Element, dropped: RunKind | None) -> Iterator[str]:
    """Read words back: marks dropped on one side, our brackets taken off."""
    if element.tag in MARK and MARK[element.tag] is dropped:
        yield " "
    else:
        words = element.text or ""
        is_deletion = element.tag == "s"
        yield words.removeprefix("[") if is_deletion else words
        for child in element:
            yield from words_of(child, dropped)
            tail = child.tail or ""
            yield tail
    if element.tag in {"li", "p"}:
        yield "\n"


def side(runs: Runs, dropped: RunKind) -> list[str]:
    text = "".join(run.text for run in runs if run.kind is not dropped)
    return visible(text).replace("\t", " │ ").split()


def only(identical: Comparison, runs: Runs) -> Comparison:
    return replace(identical, lines=(replace(identical.lines[0], runs=runs),))


@pytest.mark.parametrize("dropped", [RunKind.DELETED, RunKind.INSERTED])
@given(runs=RUNS)
def test_github_shows_both_texts(
    identical: Comparison, dropped: RunKind, runs: Runs
) -> None:
    for other in (RunKind.DELETED, RunKind.INSERTED):
        text = "".join(run.text for run in runs if run.kind is not other)
        assume(not re.search(r"[ \t]{2}|[ \t]\n|\n[ \t]|^\s|\s$|\n\n", text))
    written = redline_of(render(only(identical, runs), "markdown"))
    html = GITHUB.render(written).replace("]</s>", "</s>")
    assert "".join(words_of(page_of(html), dropped)).split() == side(runs, dropped)


@given(text=TEXTS.filter(lambda text: text == " ".join(text.split())))
def test_python_markdown_shows_the_same_words(identical: Comparison, text: str) -> None:
    runs = (Run(kind=RunKind.EQUAL, text=text),)
    html = markdown.markdown(redline_of(render(only(identical, runs), "markdown")))
    shown = "".join(page_of(html).itertext())
    assert shown.split() == visible(text).split()


@given(runs=RUNS)
def test_widening_keeps_both_texts(runs: Runs) -> None:
    widened = whole_words(runs)
    for dropped in (RunKind.DELETED, RunKind.INSERTED):
        before, after = (
            "".join(run.text for run in some if run.kind is not dropped)
            for some in (runs, widened)
        )
        assert after == before


@pytest.mark.parametrize(
    ("marked", "widened"),
    [
        (["=for two days", "+."], ["=for two ", "-days", "+days."]),
        (["=a ", "-b", "+c", "= d"], ["=a ", "-b", "+c", "= d"]),
        (["=a", "- b", "= d"], ["=a", "- b", "= d"]),
        (["=a", "- ", "=b c"], ["-a b", "+ab", "= c"]),
        (["=x a", "-,", "=b", "-;", "= c"], ["=x ", "-a,b;", "+ab", "= c"]),
    ],
)
def test_a_change_is_widened_to_white_space(marked: list[str], widened: list[str]) -> None:
    kinds = {"=": RunKind.EQUAL, "-": RunKind.DELETED, "+": RunKind.INSERTED}
    signs = {kind: sign for sign, kind in kinds.items()}
    runs = whole_words(tuple(Run(kind=kinds[m[0]], text=m[1:]) for m in marked))
    assert [signs[run.kind] + run.text for run in runs] == widened


def test_levels_are_nested_lists(comparison: Comparison) -> None:
    page = page_of(GITHUB.render(redline_of(render(comparison, "markdown"))))
    deepest = ["".join(p.itertext()) for p in page.findall("./body/ul/li/ul/li/ul/li/p")]
    assert "(1) the reader was ill, [or]" in [" ".join(words.split()) for words in deepest]
    assert page.find(".//pre") is None
    assert page.find(".//blockquote") is None


def test_plain_words_are_left_as_they_are() -> None:
    text = "Sec. 1-2. The fee is $5 & more (5 < 6), “a day”; see 54-95c!"
    assert escaped(text) == text


def test_detail_leaves_out_the_redline_and_the_sentences(comparison: Comparison) -> None:
    sentences = render(comparison, "markdown", Style(detail=Detail.SENTENCES))
    assert "## Redline" not in sentences
    assert "2. Subsection (a) was amended." in sentences
    counts = render(comparison, "markdown", Style(detail=Detail.COUNTS))
    assert "was amended" not in counts
    assert counts.endswith("Words: 11 deleted, 41 inserted.\n")


def test_the_whole_page(comparison: Comparison, *, update_golden: bool) -> None:
    path = GOLDEN / "lending-rules.md"
    found = render(comparison, "markdown")
    if update_golden:
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")
