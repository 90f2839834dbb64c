from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.importers._run_in import run_in_parts


def test_parts_and_words_behind_the_last() -> None:
    found = run_in_parts(
        "it (a) asks (except (§ 2) ones), (b) pays, and (c) goes (§§ 1 & 8)."
    )
    assert found.intro == "it"
    assert found.parts == (
        ("(a)", "asks (except (§ 2) ones),"),
        ("(b)", "pays, and"),
        ("(c)", "goes"),
    )
    assert found.wrap_up == "(§§ 1 & 8)."


def test_reference_to_another_act_follows_the_section_into_the_wrap_up() -> None:
    found = run_in_parts("it (a) asks or (b) pays (§ 3) (PA 21-1, § 2, too); and")
    assert found.wrap_up == "(§ 3) (PA 21-1, § 2, too); and"


@pytest.mark.parametrize(
    "text",
    [
        "one (a class A misdemeanor) and (b) no more",
        "only (a) here",
        "first (b) then (a)",
        "it (a) asks, (b) pays or (a) goes",
        "under subsection (a) and (b) of it",
        "from (a) to (c) without the middle",
        "joined x(a) and y(b)",
    ],
)
def test_other_brackets_are_no_parts(text: str) -> None:
    assert run_in_parts(text).intro == text
    assert run_in_parts(text).parts == ()


@given(st.lists(st.sampled_from(["(a)", "(b)", "(c)", "word", "(§ 2);", "and"])))
def test_words_keep_their_order(words: list[str]) -> None:
    text = " ".join(words)
    found = run_in_parts(text)
    pieces = [found.intro, *(w for part in found.parts for w in part), found.wrap_up]
    assert " ".join(" ".join(pieces).split()) == text
