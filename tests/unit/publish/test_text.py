"""The terminal format can be read back: nothing is lost, added or mistaken."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from statuteline.model.change import Line, Run, RunKind, Runs
from statuteline.publish import render
from statuteline.publish._convention import TERMINAL as CONVENTION
from statuteline.publish._plain import redline
from statuteline.publish.base import Style

if TYPE_CHECKING:
    from statuteline.model.change import Comparison

_GOLDEN = Path(__file__).parents[2] / "golden" / "publish"
_CODE = re.compile(r"\x1b\[[0-9;]*m")
_ENDLESS = Style(width=1_000_000)
_TOKEN = re.compile(
    r"\\(?P<own>.)|⟨U\+(?P<point>[0-9A-F]+)⟩|(?P<open>\[|\{\+)|(?P<close>\]|\+\})"
    r"|(?P<cell> ?│ ?)|(?P<other>.)",
    re.DOTALL,
)
_WORDS = st.text(st.sampled_from("ab[]{}+\\⟨⟩␣¶│_ \n\t\u202e法"), min_size=1, max_size=8)
_RUNS = st.lists(
    st.builds(
        lambda kind, text: Run(kind=kind, text=text), st.sampled_from(RunKind), _WORDS
    ),
    min_size=1,
).map(tuple)


def _only(identical: Comparison, runs: Runs) -> Comparison:
    line: Line = replace(identical.lines[0], runs=runs)
    return replace(identical, lines=(line,))


def _read_back(text: str, dropped: RunKind) -> list[str]:
    """Read marked text as its module says it is to be read."""
    kind, kept = RunKind.EQUAL, []
    after_break = False
    for found in _TOKEN.finditer(text):
        if found["open"]:
            kind = RunKind.DELETED if found["open"] == "[" else RunKind.INSERTED
        elif found["close"]:
            kind = RunKind.EQUAL
            continue
        elif after_break and found["other"] and found["other"].isspace():
            continue  # the line ends where the marked break is
        elif kind is not dropped:
            kept.append(_character(found))
        after_break = found["other"] == "¶"
    return "".join(kept).split()


def _character(found: re.Match[str]) -> str:
    if found["own"] or found["point"]:
        return found["own"] or chr(int(found["point"], 16))
    if found["cell"]:
        return "\t"
    return {"␣": " ", "¶": " "}.get(found["other"], found["other"])


def _is_canonical(runs: Runs, dropped: RunKind) -> bool:
    """Tell whether no blank stands beside a paragraph break, as in every text."""
    text = "".join(run.text for run in runs if run.kind is not dropped)
    return not re.search(r"\s\n|\n\s", text)


def _side(runs: Runs, dropped: RunKind) -> list[str]:
    return "".join(run.text for run in runs if run.kind is not dropped).split()


@pytest.mark.parametrize("dropped", [RunKind.DELETED, RunKind.INSERTED])
@given(runs=_RUNS)
def test_both_texts_can_be_read_back(
    identical: Comparison, dropped: RunKind, runs: Runs
) -> None:
    assume(_is_canonical(runs, RunKind.DELETED))
    assume(_is_canonical(runs, RunKind.INSERTED))
    shown = "\n".join(redline(_only(identical, runs), CONVENTION, _ENDLESS))
    assert _read_back(shown, dropped) == _side(runs, dropped)


@given(runs=_RUNS, width=st.integers(min_value=20, max_value=60))
def test_wrapping_keeps_every_word(identical: Comparison, runs: Runs, width: int) -> None:
    only = _only(identical, runs)
    wrapped = redline(only, CONVENTION, Style(width=width))
    whole = redline(only, CONVENTION, _ENDLESS)
    assert " ".join(wrapped).split() == " ".join(whole).split()


def test_colour_changes_no_character(comparison: Comparison) -> None:
    coloured = render(comparison, "text", Style(colour=True, width=60))
    assert _CODE.sub("", coloured) == render(comparison, "text", Style(width=60))
    assert "\x1b[31;9m[fourteen]\x1b[0m\x1b[32;4m{+twenty-one+}\x1b[0m" in coloured


def test_no_line_is_wider_than_asked(comparison: Comparison) -> None:
    for width in (40, 80):
        lines = render(comparison, "text", Style(width=width)).splitlines()
        assert max(map(len, lines)) <= width


def test_deep_provisions_stay_on_a_narrow_page(identical: Comparison) -> None:
    (line,) = identical.lines
    assert line.new
    deep = replace(line, new=replace(line.new, depth=30))
    lines = redline(replace(identical, lines=(deep,)), CONVENTION, Style(width=30))
    assert max(map(len, lines)) <= 30


def test_no_difference_is_said(identical: Comparison) -> None:
    assert "No difference: the two texts have the same words.\n" in render(
        identical, "text"
    )


def test_the_whole_page(comparison: Comparison, *, update_golden: bool) -> None:
    path = _GOLDEN / "lending-rules.txt"
    found = render(comparison, "text", Style(width=72))
    if update_golden:
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")
