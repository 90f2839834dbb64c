"""Clauses that are about several sections of the code at once."""

from __future__ import annotations

import pytest

from statuteline.acts.act_record import act_record
from statuteline.acts.changes import Change, Refusal
from statuteline.acts.clause import Stretch
from statuteline.acts.naming import Named, Sections
from statuteline.acts.two_sides import Differs, Exact, NoBase, NoBaseReason
from statuteline.model.ids import WorkId
from statuteline.model.published import Status
from statuteline.model.work import EventKind, ModificationKind

from .invented_law import (
    ACT,
    FEES,
    FINES,
    RECORDED,
    SOURCE,
    act,
    section,
    shown,
    text,
    worked,
)

SUBSTITUTED = "are repealed and the following is substituted in lieu thereof"
WHEN = "(Effective October 1, 2031)"
ONE = text("9-12", FEES, FINES)
OTHER = text("9-13", "Bicycles are lent to readers.", heading="Bicycles.")
CHEAPER = "(a) Each reader pays a yearly fee of [ten] <four> dollars to the library."
SOLD = "Bicycles are [lent] <sold> to readers."
BOTH = f"Sections 9-12 and 9-13 of the general statutes {SUBSTITUTED} {WHEN}:"


def changes(clause: str, *lines: str) -> tuple[Change, ...]:
    (found,) = worked(act(section("1", clause, *lines)), ONE, OTHER)
    return found.changes


def reasons(found: tuple[Change, ...]) -> list[tuple[str, NoBaseReason]]:
    return [
        (one.work.number if one.work else "", one.check.reason)
        for one in found
        if isinstance(one.check, NoBase)
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"Sec. 9-12. {CHEAPER}", f"Sec. 9-13. {SOLD}"),
        (f"Section 9-12. Fees. {CHEAPER}", f"Sec. 9-13. Bicycles. {SOLD}"),
    ],
)
def test_each_section_has_its_own_text_under_its_number(first: str, second: str) -> None:
    one, other = changes(BOTH, first, FINES, second)
    assert isinstance(one.check, Exact)
    assert isinstance(other.check, Exact)
    assert shown(one.text) == [CHEAPER.replace("[ten] <four>", "four"), FINES]
    assert shown(other.text) == ["Sec. 9-13. Bicycles are sold to readers."]


def test_a_number_may_stand_on_a_line_of_its_own() -> None:
    one, other = changes(BOTH, "Sec. 9-12.", CHEAPER, FINES, "Sec. 9-13.", SOLD)
    assert one.text is not None
    assert other.text is not None


def test_one_that_differs_does_not_hinder_the_other() -> None:
    one, other = changes(BOTH, f"Sec. 9-12. {CHEAPER}", f"Sec. 9-13. {SOLD}")
    assert isinstance(one.check, Differs)
    assert one.text is None
    assert other.text is not None


def test_provisions_of_several_sections() -> None:
    clause = (
        "Subsection (a) of section 9-12 of the general statutes and section 9-13 of the "
        f"general statutes {SUBSTITUTED} {WHEN}:"
    )
    one, other = changes(clause, f"Sec. 9-12. {CHEAPER}", f"Sec. 9-13. {SOLD}")
    assert [p.labels for p in one.portions] == [(Stretch(first="a"),)]
    assert other.portions == ()
    assert shown(one.text)[1] == FINES
    assert other.text is not None


def test_a_run_of_sections_is_printed_whole() -> None:
    clause = BOTH.replace("9-12 and 9-13", "9-12 to 9-13, inclusive,")
    one, other = changes(clause, f"Sec. 9-12. Fees. {CHEAPER}", FINES, f"Sec. 9-13. {SOLD}")
    assert one.text is not None
    assert other.text is not None


@pytest.mark.parametrize(
    "lines",
    [
        (CHEAPER, FINES, SOLD),
        (f"Sec. 9-12. {CHEAPER}", FINES, SOLD),
        (f"Sec. 9-13. {SOLD}", f"Sec. 9-12. {CHEAPER}", FINES),
        (f"Sec. 9-12. {CHEAPER}", FINES, f"Sec. 9-13. {SOLD}", "Sec. 9-14. New."),
        (f"Sec. 9-12. {CHEAPER}", FINES, f"<Sec. 9-13.> {SOLD}"),
        ("Of both:", f"Sec. 9-12. {CHEAPER}", FINES, f"Sec. 9-13. {SOLD}"),
    ],
)
def test_what_is_not_parted_surely_makes_no_text(lines: tuple[str, ...]) -> None:
    found = changes(BOTH, *lines)
    several = NoBaseReason.SEVERAL
    assert reasons(found) == [("9-12", several), ("9-13", several)]
    assert [one.check.base for one in found] == [ONE, OTHER]
    assert [one.text for one in found] == [None, None]


def test_repealed_together_each_is_repealed() -> None:
    clause = (
        "Section 9-13 and subsection (b) of section 9-12 of the general statutes are "
        f"repealed. {WHEN}"
    )
    other, one = changes(clause)
    assert other.text is not None
    assert one.text is not None
    assert (other.text.status, one.text.status) == (Status.REPEALED, Status.ACTIVE)
    assert [event.kind for event in other.text.own_events] == [EventKind.REPEAL]
    assert [str(m.destination.eid) for m in one.text.modifications] == [
        "sec_9-12__subsec_b"
    ]
    assert {m.kind for m in one.text.modifications} == {ModificationKind.REPEAL}


QUAYS = (
    'Wherever the word "bicycle" is used in the following sections of the general '
    'statutes, the word "boat" shall be substituted in lieu thereof: 9-20 and 9-21.'
)
LENT = text("9-20", "(a) A bicycle is lent.", "(b) No bicycle is sold.")
PLAIN = text("9-21", "Piers are free.")


def test_words_give_way_to_others_in_the_sections_listed() -> None:
    clause = WHEN
    lines = (f"(a) {QUAYS}", "(b) The librarian shall print the sections anew.")
    (found,) = worked(act(section("1", clause, *lines)), LENT, PLAIN)
    one, other = found.changes
    assert shown(one.text) == ["(a) A boat is lent.", "(b) No boat is sold."]
    assert reasons(found.changes) == [
        ("9-20", NoBaseReason.REWORDS),
        ("9-21", NoBaseReason.REWORDS),
    ]
    assert (other.text, other.refusal) == (None, Refusal.NOT_WORDED)


@pytest.mark.parametrize(
    "words",
    [
        "Bicycle racks are free, and so is a bicycle.",  # in another case too
        "A bicycle is lent; bicycles are not sold.",  # a plural too
        "No motor-bicycle is lent.",
        "An old one is lent.",
    ],
)
def test_words_that_stand_in_other_forms_are_not_changed(words: str) -> None:
    base = text("9-20", words)
    (found,) = worked(act(section("1", WHEN, QUAYS)), base)
    assert found.changes[0].refusal is Refusal.NOT_WORDED


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        ("boat", "Lend a boat."),
        ("bicycle bell", "Lend a bicycle bell."),
        ("ice skate", None),
        ("hour", None),
        ("FM set", None),
    ],
)
def test_an_article_that_may_have_to_change_is_seen(new: str, expected: str | None) -> None:
    line = QUAYS.replace('"boat"', f'"{new}"')
    (found,) = worked(act(section("1", WHEN, line)), text("9-20", "Lend a bicycle."))
    change = found.changes[0]
    made = change.text.body[0].intro_text if change.text else None
    assert made == expected
    assert (change.refusal is Refusal.NOT_WORDED) is (expected is None)


def test_of_words_within_words_the_longer_ones_go_first() -> None:
    line = (
        "(1) Wherever the term “bicycle” is used in the following general statutes, the "
        "term “boat” shall be substituted in lieu thereof; and (2) wherever the term "
        "“old bicycle” is used in the following general statutes, the term “wreck” shall "
        "be substituted in lieu thereof: 9-20."
    )
    base = text("9-20", "No old bicycle is lent, but each bicycle is.")
    (found,) = worked(act(section("1", WHEN, line)), base)
    assert shown(found.changes[0].text) == [
        "Sec. 9-20. No wreck is lent, but each boat is."
    ]


@pytest.mark.parametrize(
    "line",
    [
        QUAYS.replace("the following sections of the general statutes", "any act of 2031"),
        QUAYS.replace("9-20 and 9-21.", "9-20 and 9-21, unless it is lent."),
        QUAYS.replace(": 9-20 and 9-21", ""),
        f"(1) {QUAYS.partition(':')[0]}; and (2) {QUAYS}",
    ],
)
def test_words_that_give_way_in_sections_that_are_not_listed(line: str) -> None:
    (found,) = worked(act(section("1", WHEN, line)), LENT)
    assert reasons(found.changes) == [("", NoBaseReason.UNLISTED)]


GROUP = text("9-30-to-9-33", "Piers are free.")
PAIR = text("9-40-and-9-45", "Quays are free.")


def named(numbers: str) -> list[tuple[str, str | None]]:
    stretches = []
    for number in numbers.split():
        first, _, last = number.partition("...")
        stretches.append(Stretch(first=first, last=last or None))
    works = tuple(one.id.work for one in (GROUP, PAIR, ONE, OTHER))
    found = Sections(works).named(tuple(stretches))
    return [(one.work.number, one.group.number if one.group else None) for one in found]


@pytest.mark.parametrize(
    ("numbers", "works"),
    [
        ("9-12", [("9-12", None)]),
        ("9-99", [("9-99", None)]),
        ("9-31", [("9-31", "9-30-to-9-33")]),
        ("9-30", [("9-30", "9-30-to-9-33")]),
        ("9-30...9-33", [("9-30-to-9-33", None)]),
        ("9-30...9-32", [("9-30", "9-30-to-9-33"), ("9-32", "9-30-to-9-33")]),
        ("9-40 9-45", [("9-40-and-9-45", None)]),
        ("9-40", [("9-40", "9-40-and-9-45")]),
        ("9-42", [("9-42", None)]),
        ("9-35...9-41", [("9-35", None), ("9-40", "9-40-and-9-45"), ("9-41", None)]),
        (
            "9-12...9-50",
            [
                *(("9-12", None), ("9-13", None), ("9-30-to-9-33", None)),
                *(("9-40-and-9-45", None), ("9-50", None)),
            ],
        ),
    ],
)
def test_groups_are_named_whole_or_in_part(
    numbers: str, works: list[tuple[str, str | None]]
) -> None:
    assert named(numbers) == works


def test_sections_of_other_codes_are_not_named() -> None:
    other = WorkId("us-ri", "cgs", "9-13")
    stretch = Stretch(first="9-12", last="9-20")
    found = Sections((other,)).named((stretch,))
    ends = ("9-12", "9-20")
    assert found == tuple(Named(work=WorkId("us-ct", "cgs", end)) for end in ends)


def test_a_group_is_amended_as_a_whole() -> None:
    clause = (
        f"Sections 9-30 to 9-33, inclusive, of the general statutes {SUBSTITUTED} {WHEN}:"
    )
    (found,) = worked(act(section("1", clause, "Piers are [free] <dear>.")), GROUP)
    (change,) = found.changes
    assert change.text is not None
    assert change.text.id.work == GROUP.id.work
    assert change.text.body[0].intro_text == "Piers are dear."


def test_a_part_of_a_group_is_told_with_the_group() -> None:
    clause = f"Section 9-31 of the general statutes is repealed. {WHEN}"
    (found,) = worked(act(section("1", clause)), GROUP)
    (change,) = found.changes
    assert isinstance(change.check, NoBase)
    assert change.check.reason is NoBaseReason.GROUPED
    assert change.check.group == GROUP.id.work
    assert change.text is None


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        ((CHEAPER, FINES, SOLD), 4),
        ((f"Sec. 9-12. {CHEAPER}", FINES, f"Sec. 9-13. {SOLD}"), 1),
    ],
)
def test_the_record_of_the_act_keeps_words_that_make_no_text(
    lines: tuple[str, ...], kept: int
) -> None:
    printed = act(section("1", BOTH, *lines))
    found = worked(printed, ONE, OTHER)
    record = act_record(printed, ACT, found, SOURCE, RECORDED)
    assert len(record.body[0].intro) == kept
    changed = [change.destination.work.number for change in record.modifications]
    assert changed == ["9-12", "9-13"]


def test_the_record_of_the_act_names_the_provisions_of_each_section() -> None:
    clause = (
        "Section 9-13 and subsection (b) of section 9-12 of the general statutes are "
        f"repealed. {WHEN}"
    )
    printed = act(section("1", clause))
    record = act_record(printed, ACT, worked(printed, ONE, OTHER), SOURCE, RECORDED)
    told = [(one.kind, str(one.destination)) for one in record.modifications]
    repeal = ModificationKind.REPEAL
    assert told == [
        (repeal, "us-ct/cgs/9-13"),
        (repeal, "us-ct/cgs/9-12#sec_9-12__subsec_b"),
    ]
