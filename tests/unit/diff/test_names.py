from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.diff.ancestry import Ancestry
from statuteline.diff.names import bare, capital, name, quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.provision import Provision

    Make = Callable[..., Provision]

TOP = "sec_99-1"


def _name(*steps: Provision, alone: bool = True) -> str:
    return name(Ancestry(steps=steps, alone=alone))


def test_levels_are_named_innermost_first(provision: Make) -> None:
    inner = provision(f"{TOP}__subsec_d__subdiv_2")
    outer = provision(f"{TOP}__subsec_d", "", inner)
    top = provision(TOP, "", outer, num="Sec. 99-1.")
    assert _name(top) == "the section"
    assert _name(top, outer, inner) == "subdivision (2) of subsection (d)"
    assert _name(top, alone=False) == "section 99-1"
    assert _name(top, outer, alone=False) == "subsection (d) of section 99-1"


def test_without_number_heading_or_place_must_do(provision: Make) -> None:
    paras = [provision(f"{TOP}__para_{n}", "Words.", num=None) for n in range(1, 13)]
    top = provision(TOP, "", *paras, num=None, heading="Who may borrow?")
    assert _name(top, paras[1]) == "the second paragraph"
    assert _name(top, paras[10]) == "the 11th paragraph"
    assert _name(top, paras[2], alone=False) == (
        "the third paragraph of the section “Who may borrow?”"
    )
    only = provision(TOP, "", paras[0], num=None)
    assert _name(only, paras[0]) == "the paragraph"


def test_a_number_without_brackets_loses_its_stop(provision: Make) -> None:
    part = provision(f"{TOP}__para_1", num="1.")
    assert _name(provision(TOP, "", part), part) == "paragraph 1"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("two\nlines", "“two lines”"),
        (" ".join("abcdefghijklmn"), f"“{' '.join('abcdefghijklmn')}”"),
        (" ".join("abcdefghijklmno"), "“a b c d e f g … i j k l m n o”"),
    ],
)
def test_long_passages_are_quoted_by_their_ends(words: str, shown: str) -> None:
    assert quote(words) == shown


def test_a_name_opens_a_sentence_or_follows_former() -> None:
    assert capital("the section") == "The section"
    assert bare("the section") == "section"
