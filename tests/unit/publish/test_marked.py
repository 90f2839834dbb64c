"""Blanks move out of marks only where no word of either text changes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.model.change import Run, RunKind, Runs
from statuteline.publish._marked import (
    BLANK,
    PILCROW,
    beside,
    cells,
    merged,
    paragraphs,
    settle,
)

_KINDS = {"=": RunKind.EQUAL, "-": RunKind.DELETED, "+": RunKind.INSERTED}
_RUNS = st.lists(
    st.builds(
        lambda kind, text: Run(kind=kind, text=text),
        st.sampled_from(RunKind),
        st.text(st.sampled_from("ab \n\t"), min_size=1, max_size=6),
    )
).map(tuple)


def _runs(*marked: str) -> Runs:
    return tuple(Run(kind=_KINDS[words[0]], text=words[1:]) for words in marked)


def _brief(runs: Runs) -> tuple[str, ...]:
    names = {kind: name for name, kind in _KINDS.items()}
    return tuple(names[run.kind] + run.text for run in runs)


def _settled(*marked: str) -> tuple[str, ...]:
    return _brief(settle(_runs(*marked), str))


def _side(runs: Runs, dropped: RunKind) -> list[str]:
    text = "".join(run.text for run in runs if run.kind is not dropped)
    return text.replace(BLANK, " ").replace(PILCROW, "\n").split()


def test_a_space_behind_a_mark_moves_out() -> None:
    assert _settled("=a ", "-old ", "+new ", "=b") == (
        "=a ",
        "-old",
        "= ",
        "+new",
        "= b",
    )


def test_neighbours_of_one_kind_are_one_mark() -> None:
    assert _settled("+(10)", "+ ", "+the member") == ("+(10) the member",)


def test_a_space_that_would_part_a_word_of_the_other_text_stays_and_shows() -> None:
    assert _settled("-x", "+y ", "=b") == ("-x", f"+y{BLANK}", "=b")


def test_a_lone_space_or_break_shows() -> None:
    assert _settled("=to", "- ", "=gether") == ("=to", f"-{BLANK}", "=gether")
    assert _settled("=a.", "+\n", "=B.") == ("=a.", f"+{PILCROW}\n", "=B.")


def test_a_break_between_marked_words_is_just_a_break() -> None:
    assert _settled("=a.", "+\nB.") == ("=a.", "+\nB.")


def test_a_break_inside_a_word_of_the_other_text_shows() -> None:
    assert _settled("=a", "+x\ny", "=b") == ("=a", f"+x{PILCROW}\ny", "=b")


def test_words_are_escaped_before_anything_is_added() -> None:
    settled = settle(_runs("=[", "+["), lambda text: text.replace("[", "\\["))
    assert _brief(settled) == ("=\\[", "+\\[")


@pytest.mark.parametrize("dropped", [RunKind.DELETED, RunKind.INSERTED])
@given(_RUNS)
def test_both_texts_keep_their_words(dropped: RunKind, runs: Runs) -> None:
    assert _side(settle(runs, str), dropped) == _side(runs, dropped)


@given(_RUNS)
def test_neighbours_differ_in_kind(runs: Runs) -> None:
    settled = settle(runs, str)
    assert merged(settled) == settled
    assert all(one.kind != two.kind for one, two in pairwise(settled))


def test_beside_marks_the_space_only_between_alike() -> None:
    assert _brief(beside(_runs("+(b)"), _runs("+New."))) == ("+(b) New.",)
    assert _brief(beside(_runs("-(b)", "+(d)"), _runs("=Same."))) == (
        "-(b)",
        "+(d)",
        "= Same.",
    )
    assert beside((), _runs("=x")) == beside(_runs("=x"), ()) == _runs("=x")


def test_paragraphs_and_cells_keep_their_marks() -> None:
    first, second = paragraphs(_runs("=a\nb", "+c\td"))
    assert _brief(first) == ("=a",)
    assert [_brief(cell) for cell in cells(second)] == [("=b", "+c"), ("+d",)]
