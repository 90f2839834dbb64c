from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from statuteline.diff.align import align
from statuteline.diff.lines import Lines, check_lines
from statuteline.diff.words import Words
from statuteline.errors import SelfCheckError
from statuteline.model.change import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.change import Line
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression

    Make = Callable[..., Provision]

TOP = "sec_99-1"


@pytest.fixture
def old(provision: Make, text: Callable[..., Expression]) -> Expression:
    part = provision(f"{TOP}__subsec_a", "a fee is due")
    return text(provision(TOP, "Opening.", part, heading="Fees", end="Closing."))


@pytest.fixture
def lines(old: Expression) -> tuple[Line, ...]:
    return Lines(old, old, Words()).of(align(old.body, old.body))


def test_parts_stand_in_reading_order(old: Expression, lines: tuple[Line, ...]) -> None:
    parts = [line.part for line in lines]
    assert parts == [
        Part.NUM,
        Part.HEADING,
        Part.INTRO,
        Part.NUM,
        Part.INTRO,
        Part.WRAP_UP,
    ]
    depths = [line.old.depth for line in lines if line.old]
    assert depths == [0, 0, 0, 1, 1, 0]
    check_lines(lines, old, old, Words())


def test_a_missing_line_is_found_out(old: Expression, lines: tuple[Line, ...]) -> None:
    with pytest.raises(SelfCheckError, match=r"heading of sec_99-1"):
        check_lines((lines[0], *lines[2:]), old, old, Words())


def test_a_doubled_line_is_found_out(old: Expression, lines: tuple[Line, ...]) -> None:
    with pytest.raises(SelfCheckError, match=r"num of sec_99-1"):
        check_lines((*lines, lines[0]), old, old, Words())


def test_a_line_with_other_words_is_found_out(
    old: Expression, lines: tuple[Line, ...]
) -> None:
    run = replace(lines[0].runs[0], text="Sec. 1.")
    with pytest.raises(SelfCheckError, match="withheld"):
        check_lines((replace(lines[0], runs=(run,)), *lines[1:]), old, old, Words())
