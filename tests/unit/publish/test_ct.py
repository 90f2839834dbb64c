"""Connecticut's convention: brackets for deleted, underline for new words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from statuteline.model.change import Run, RunKind
from statuteline.publish import render
from statuteline.publish.base import Style

if TYPE_CHECKING:
    from statuteline.model.change import Comparison

_GOLDEN = Path(__file__).parents[2] / "golden" / "publish"


def _with_words(identical: Comparison, *runs: Run) -> Comparison:
    return replace(identical, lines=(replace(identical.lines[0], runs=runs),))


def test_underscores_stand_for_the_underline_without_colour(
    comparison: Comparison,
) -> None:
    shown = render(comparison, "ct")
    assert "_(a)_ A reader may borrow a book for [fourteen]_twenty-one_ days." in shown
    assert "\x1b" not in shown


def test_colour_underlines_and_leaves_underscores_alone(identical: Comparison) -> None:
    runs = (
        Run(kind=RunKind.EQUAL, text="a_b [c] "),
        Run(kind=RunKind.INSERTED, text="d"),
    )
    words = _with_words(identical, *runs)
    assert "a_b \\[c\\] \x1b[4md\x1b[0m\n" in render(words, "ct", Style(colour=True))
    assert "a\\_b \\[c\\] _d_\n" in render(words, "ct")


def test_a_wholly_new_section_is_headed_and_not_underlined(
    comparison: Comparison,
) -> None:
    shown = render(comparison, "ct")
    assert "  Sec. 1-3. (NEW) Hours\n      The library opens at nine.\n" in shown


def test_a_wholly_new_subsection_is_underlined(comparison: Comparison) -> None:
    shown = render(comparison, "ct")
    assert "_(b) A reader may renew a loan once._" in shown
    assert shown.count("(NEW)") == 2  # the legend and the section


def test_a_new_section_around_words_that_were_there_is_underlined(
    comparison: Comparison,
) -> None:
    moved = next(line for line in comparison.lines if line.old and line.new)
    assert moved.new
    top = next(ln.new for ln in comparison.lines if ln.new and str(ln.new.eid) == "sec_1-3")
    inside = replace(moved.new, eid=top.eid.child("subsec", "a"), depth=1)
    lines = (*comparison.lines, replace(moved, new=inside))
    shown = render(replace(comparison, lines=lines), "ct")
    assert "_Sec. 1-3. Hours_" in shown


def test_the_whole_page(comparison: Comparison, *, update_golden: bool) -> None:
    path = _GOLDEN / "lending-rules.ct.txt"
    found = render(comparison, "ct", Style(width=72))
    if update_golden:
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")
