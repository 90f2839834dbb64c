"""Sections of two codes are paired, most of them without being read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from statuteline.diff.codes import Code, Task, compare_codes
from statuteline.diff.sections import Form, Section, pair_sections
from statuteline.model.change import Moved, Reason
from statuteline.model.text import plain

from .conftest import build_provision, build_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from statuteline.diff.matches import Same
    from statuteline.model.change import Comparison
    from statuteline.model.provision import Provision

LONG = "The clerk of every town shall keep a book in which each fee is entered. " * 12
FEE = "Whoever returns a book late shall pay ten cents for each day of delay."


def _parse(data: bytes) -> Provision:
    number, *parts = data.decode().split("\n")
    eid = f"sec_{number}"
    children = (
        build_provision(f"{eid}__subsec_{LABELS[i]}", words)
        for i, words in enumerate(parts)
    )
    return build_provision(eid, "", *children, num=number)


def _without_shared(old: bytes, new: bytes) -> tuple[bytes, bytes, Same]:
    """Leave out the parts that both have, wherever they stand; label them alike."""
    (one, *before), (other, *after) = old.split(b"\n"), new.split(b"\n")
    same = {
        (i, after.index(part)) for i, part in enumerate(before) if part in after and part
    }
    eids = {
        (
            f"sec_{one.decode()}__subsec_{LABELS[i]}",
            f"sec_{other.decode()}__subsec_{LABELS[j]}",
        )
        for i, j in same
    }
    for i, j in same:
        before[i] = after[j] = b""
    return b"\n".join((one, *before)), b"\n".join((other, *after)), frozenset(eids)


LABELS = "abcdefgh"
FORM = Form(
    parse=_parse,
    even=bytes.strip,
    plain=bytes.lower,
    text=bytes.lower,
    without_shared=_without_shared,
)


def _section(number: str, *parts: str, home: str = "") -> Section:
    data = "\n".join((number, *parts)).encode()
    return Section(
        eid=f"sec_{number}",
        home=home,
        digest=data,
        load=lambda: data,
        form=FORM,
    )


def _shown(old: Iterable[Section], new: Iterable[Section]) -> str:
    return " ".join(
        f"{pair.old.eid[4:] if pair.old else '-'}>{pair.new.eid[4:] if pair.new else '-'}"
        f"{'*' * pair.moved}"
        for pair in pair_sections(tuple(old), tuple(new))
    )


def test_equal_sections_are_never_read() -> None:
    def unread() -> bytes:
        raise AssertionError

    one = _section("1")._replace(load=unread)
    assert _shown([one], [one]) == ""


def test_sections_that_differ_in_layout_alone_are_the_same() -> None:
    assert _shown([_section("1", FEE)], [_section("1", FEE.upper())]) == ""


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (["1", "2"], ["1", "2"], ""),
        (["1", "2"], ["1", "9", "2"], "->9"),
        (["1", "2", "3"], ["1", "3"], "2>-"),
        (["1", "2", "3"], ["2", "3", "1"], "1>1*"),
        (["3", "1", "2"], ["1", "2", "3"], "3>3*"),
    ],
)
def test_order_and_what_came_and_went(old: list[str], new: list[str], shown: str) -> None:
    before = (_section(n, f"Rule {n} says what number {n} says of itself.") for n in old)
    after = (_section(n, f"Rule {n} says what number {n} says of itself.") for n in new)
    assert _shown(before, after) == shown


def test_a_section_in_another_chapter_has_moved() -> None:
    old = [_section("1", LONG, home="chp_1"), _section("2", LONG + "x", home="chp_1")]
    new = [_section("1", LONG, home="chp_1"), _section("2", LONG + "x", home="chp_2")]
    assert _shown(old, new) == "2>2*"


def test_a_number_given_to_other_words_is_not_the_same_section() -> None:
    old = [_section("1", FEE), _section("2", LONG)]
    new = [_section("1", LONG), _section("3", FEE)]
    pairs = tuple(pair_sections(tuple(old), tuple(new)))
    told = {
        (pair.old.eid, pair.new.eid): pair.pairing.reason
        for pair in pairs
        if pair.old and pair.new
    }
    assert told == {
        ("sec_2", "sec_1"): Reason.SAME_TEXT,
        ("sec_1", "sec_3"): Reason.SAME_TEXT,
    }


def test_a_heading_that_no_other_section_has_tells_which_it_is() -> None:
    def headed(number: str, *parts: str) -> Section:
        one = _section(number, *parts)
        heading = plain("Loss of old maps")
        form = replace(FORM, parse=lambda data: replace(_parse(data), heading=heading))
        return one._replace(form=form)

    more = [f"Rule {n} of this new part tells what number {n} of it is." for n in range(3)]
    pairs = tuple(pair_sections((headed("1", FEE),), (headed("9", FEE, *more),)))
    assert [pair.pairing.reason for pair in pairs] == [Reason.SAME_HEADING]
    others = tuple(pair_sections((_section("1", FEE),), (_section("9", FEE, *more),)))
    assert [pair.pairing.reason for pair in others] == [Reason.UNPAIRED] * 2


def _code(*sections: Section) -> Code:
    return Code(text=build_text(), sections=sections)


def test_what_moved_to_another_section_is_told_in_both() -> None:
    kept = [f"Rule {n} of this place is that {n} readers may enter." for n in "xyz"]
    old = _code(_section("1", *kept, FEE), _section("2", LONG))
    new = _code(_section("1", *kept), _section("2", LONG, FEE))
    found = tuple(compare_codes(old, new))
    changes = [change for one in found for change in one.changes]
    assert [type(change) for change in changes] == [Moved, Moved]
    assert {change.summary for change in changes} == {
        (
            "Former subsection (d) of section 1 is moved and is now "
            "subsection (b) of section 2."
        )
    }


def test_any_way_to_run_tasks_gives_the_same() -> None:
    old = _code(*(_section(str(n), f"{LONG} {n}") for n in range(9)))
    new = _code(*(_section(str(n), f"{LONG} {n + n % 2}") for n in range(9)))

    def backwards(
        do: Callable[[Task], Comparison], tasks: Iterable[Task]
    ) -> Iterable[Comparison]:
        return reversed([do(task) for task in reversed(list(tasks))])

    assert tuple(compare_codes(old, new)) == tuple(compare_codes(old, new, backwards))


KEPT = tuple(
    f"Rule {n} of this place is that {n} readers may enter at a time." for n in "xyz"
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((*KEPT, FEE), (*KEPT, FEE.replace("ten", "six"))),
        ((*KEPT, FEE), (FEE.replace("ten", "six"), *KEPT)),
        ((FEE, *KEPT), (*KEPT, FEE.replace("ten", "six"))),
        ((*KEPT, FEE), (*reversed(KEPT), FEE)),
        ((*KEPT, FEE), (KEPT[0], FEE.replace("ten", "six"), KEPT[2])),
        (KEPT, (*KEPT, FEE)),
        ((*KEPT, FEE), (*KEPT, "Repealed.")),
    ],
)
def test_what_is_left_out_as_the_same_changes_no_answer(
    old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    codes = _code(_section("1", LONG, *old)), _code(_section("1", LONG, *new))
    without, whole = (tuple(compare_codes(*codes, whole=one)) for one in (False, True))
    assert [one.changes for one in without] == [one.changes for one in whole]
    assert whole[0].changes
    assert len(without[0].lines) <= len(whole[0].lines)


def test_a_whole_comparison_has_every_word() -> None:
    codes = _code(_section("1", LONG, FEE)), _code(_section("1", LONG, FEE + " Or more."))
    (without,), (whole,) = (
        tuple(compare_codes(*codes, whole=one)) for one in (False, True)
    )
    said = [
        "".join(run.text for line in one.lines for run in line.runs)
        for one in (without, whole)
    ]
    assert LONG.strip() not in said[0]
    assert LONG.strip() in said[1]
