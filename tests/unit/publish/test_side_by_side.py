"""Two columns keep both texts, each in its own, under any words and any width."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from statuteline.model.change import Run, RunKind, Runs
from statuteline.model.provision import Coverage
from statuteline.publish import render
from statuteline.publish._characters import columns
from statuteline.publish._convention import TERMINAL as CONVENTION
from statuteline.publish._side_by_side import PARTING, side_by_side
from statuteline.publish.base import NARROWEST_FOR_TWO, Layout, Style

if TYPE_CHECKING:
    from statuteline.model.change import Comparison

_GOLDEN = Path(__file__).parents[2] / "golden" / "publish"
_CODE = re.compile(r"\x1b\[[0-9;]*m")
_HEAD = 2
_WORDS = st.text(st.sampled_from("ab[]{}+\\⟨⟩␣¶│║_ \n\t\u202e法e\u0301ก\u0e33"), min_size=1)
_RUNS = st.lists(
    st.builds(
        lambda kind, text: Run(kind=kind, text=text), st.sampled_from(RunKind), _WORDS
    ),
    min_size=1,
).map(tuple)
_TOKEN = re.compile(
    r"\\(?P<own>.)|⟨U\+(?P<point>[0-9A-F]+)⟩|(?P<mark>\[|\]|\{\+|\+\})|(?P<other>.)",
    re.DOTALL,
)


def style(width: int, *, colour: bool = False) -> Style:
    return Style(width=width, colour=colour, layout=Layout.SIDE_BY_SIDE)


def only(identical: Comparison, runs: Runs) -> Comparison:
    return replace(identical, lines=(replace(identical.lines[0], runs=runs),))


def parted(lines: list[str], width: int) -> list[tuple[str, str]]:
    """Cut lines at the column where they part, counted as a terminal counts."""
    room = (max(width, NARROWEST_FOR_TWO) - len(PARTING)) // 2
    found = []
    for line in lines[_HEAD:]:
        size = next(n for n in range(len(line) + 1) if columns(line[:n]) == room)
        while size < len(line) and columns(line[: size + 1]) == room:
            size += 1
        rest = line[size:].ljust(len(PARTING))
        assert rest.startswith(PARTING), line
        found.append((line[:size], rest.removeprefix(PARTING)))
    return found


def letters(shown: list[str]) -> str:
    """Read one column back; white space aside, for long words are cut."""
    kept = []
    for found in _TOKEN.finditer("".join("".join(shown).split())):
        if found["own"] or found["point"]:
            kept.append(found["own"] or chr(int(found["point"], 16)))
        elif not found["mark"] and found["other"] not in "␣¶│":
            kept.append(found["other"])
    return "".join("".join(kept).split())


def own(runs: Runs, gone: RunKind) -> str:
    return "".join("".join(run.text for run in runs if run.kind is not gone).split())


@example(runs=(Run(kind=RunKind.EQUAL, text="[" * 40),), width=61)
@given(runs=_RUNS, width=st.integers(min_value=60, max_value=120))
def test_each_column_holds_its_own_text(
    identical: Comparison, runs: Runs, width: int
) -> None:
    lines = side_by_side(only(identical, runs), CONVENTION, style(width))
    old, new = zip(*parted(lines, width), strict=True)
    assert letters([*old]) == own(runs, RunKind.INSERTED)
    assert letters([*new]) == own(runs, RunKind.DELETED)
    assert not re.search(r"(?<!\\)\{\+", "".join(old).replace("\\\\", ""))
    assert not re.search(r"(?<!\\)\[", "".join(new).replace("\\\\", ""))


@given(runs=_RUNS, width=st.integers(min_value=1, max_value=200))
def test_no_column_is_broken(identical: Comparison, runs: Runs, width: int) -> None:
    assume(any(run.text.strip() for run in runs))
    lines = side_by_side(only(identical, runs), CONVENTION, style(width))
    widest = max(width, NARROWEST_FOR_TWO)
    assert max(map(columns, lines)) <= widest
    assert parted(lines, width)


@given(runs=_RUNS)
def test_colour_changes_no_character(identical: Comparison, runs: Runs) -> None:
    one = only(identical, runs)
    plain = side_by_side(one, CONVENTION, style(80))
    coloured = side_by_side(one, CONVENTION, style(80, colour=True))
    assert [_CODE.sub("", line).rstrip() for line in coloured] == plain


def test_a_paragraph_of_both_texts_begins_on_one_line(identical: Comparison) -> None:
    runs = (
        Run(kind=RunKind.DELETED, text="one " * 30),
        Run(kind=RunKind.EQUAL, text="two\nthree"),
    )
    lines = side_by_side(only(identical, runs), CONVENTION, style(80))
    assert parted(lines, 80)[-1] == ("  three".ljust(38), "  three")


def test_a_long_word_is_cut_between_characters(identical: Comparison) -> None:
    runs = (Run(kind=RunKind.EQUAL, text="e\u0301" * 100),)
    lines = parted(side_by_side(only(identical, runs), CONVENTION, style(60)), 60)
    assert {right.strip()[:1] for _, right in lines[1:]} == {"e"}
    assert "".join(right.strip() for _, right in lines) == "e\u0301" * 100


def test_what_a_text_lacks_is_said_in_its_own_column(identical: Comparison) -> None:
    (line,) = identical.lines
    assert line.old
    lacking = replace(line.old, coverage=Coverage.NOT_RESTATED)
    lines = (replace(line, old=lacking),)
    found = side_by_side(replace(identical, lines=lines), CONVENTION, style(160))
    noted = [side for side in parted(found, 160) if "does not hold" in "".join(side)]
    assert [(left.strip(), right) for left, right in noted] == [
        ("⟨The law has words here that this record does not hold.⟩", "")
    ]


def test_a_moved_provision_says_where_it_stood(comparison: Comparison) -> None:
    lines = parted(side_by_side(comparison, CONVENTION, style(100)), 100)
    (at,) = (n for n, (left, _) in enumerate(lines) if "[(c)]" in left)
    assert lines[at][1].strip() == "{+(1)+} A lost card costs one dollar."
    assert "⟨Moved from section 1-2(c).⟩" in lines[at + 1][1]


@pytest.mark.parametrize("width", [80, 120])
def test_the_whole_page(comparison: Comparison, width: int, *, update_golden: bool) -> None:
    path = _GOLDEN / f"lending-rules.side-by-side-{width}.txt"
    found = render(comparison, "text", style(width))
    if update_golden:
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")


@given(text=st.text(st.sampled_from("a法e\u0301\u0e33\u1161 "), max_size=60))
def test_the_columns_are_what_was_counted(identical: Comparison, text: str) -> None:
    assume(text.strip())
    runs = (Run(kind=RunKind.EQUAL, text=text),)
    lines = side_by_side(only(identical, runs), CONVENTION, style(60))
    assert {columns(line.partition("║")[0]) for line in lines[_HEAD:]} == {29}
