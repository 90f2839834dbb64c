"""What two versions of an invented encoding decide, case by case."""

from __future__ import annotations

from datetime import date

import pytest

from statuteline.errors import RuleError
from statuteline.law import encoding as shipped
from statuteline.model.ids import WorkId
from statuteline.model.interval import Interval
from statuteline.rules.cell_words import box_words
from statuteline.rules.encodings import (
    Axiom,
    Encoding,
    Outcome,
    Reading,
    Requirement,
    Version,
)
from statuteline.rules.facts import Choice, YesNo
from statuteline.rules.impact import Direction, Impact, Matrix, Move, impact
from statuteline.rules.impact_cases import IMPOSSIBLE, UNDETERMINED, Row, placed
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import (
    Predicate,
    all_of,
    any_of,
    define,
    none_of,
    not_,
    when,
)
from statuteline.rules.schedules import Recurrence
from statuteline.rules.seats import Seat

wet = YesNo(name="wet", ask="Is it wet?")
cold = YesNo(name="cold", ask="Is it cold?")
old = YesNo(name="old", ask="Is it old?")
form = YesNo(name="form_filed", ask="Is the form filed?")
colour = Choice(name="colour", ask="Which colour?", values=("red", "green", "blue"))
WORDS = cited("sec_1-1", "words")
OLD, MIDDLE, NEW = date(2000, 1, 1), date(2010, 1, 1), date(2020, 1, 1)


def reading(name: str, **whens: Predicate) -> Reading:
    outcomes = [
        Outcome(name=one.replace("_", " "), when=when_, means="It is so.")
        for one, when_ in whens.items()
    ]
    rest = Outcome(
        name="nothing", when=none_of(*(o.when for o in outcomes)), means="No more."
    )
    return Reading(name=name, outcomes=(*outcomes, rest))


def seat(holder: str, count: int) -> Seat:
    return Seat(holder=holder, filled_by="governor", count=count, cited=WORDS)


moist = define("moist", wet.is_true())
BEFORE = Version(
    days=Interval(start=OLD, end=NEW),
    readings=(
        reading("narrow", shall=all_of(moist, cold.is_true())),
        reading("broad", shall=moist),
    ),
    requirements=(Requirement(name="form", by="owner", met=form.is_true()),),
    recurrences=(Recurrence(name="airing", every=12, cited=WORDS),),
    seats=(seat("member", 2), seat("judge", 1), seat("member", 1)),
)
damp = define("moist", any_of(wet.is_true(), colour.is_("blue")))
AFTER = Version(
    days=Interval(start=NEW),
    readings=(
        reading(
            "plain",
            shall=all_of(damp, cold.is_true()),
            may=all_of(damp, not_(cold.is_true())),
        ),
    ),
    requirements=(
        Requirement(name="form", by="owner", met=when(colour.is_("red"), form.is_true())),
        Requirement(name="hearing", by="court", met=old.is_true()),
    ),
    recurrences=(Recurrence(name="airing", every=36, cited=WORDS),),
    seats=(seat("member", 3), seat("clerk", 4)),
)
LASTING = Axiom(
    name="blue is wet",
    holds=when(colour.is_("blue"), wet.is_true()),
    cited=WORDS,
    days=Interval(start=OLD),
)
PAST = Axiom(
    name="red is cold",
    holds=when(colour.is_("red"), cold.is_true()),
    cited=WORDS,
    days=Interval(start=OLD, end=NEW),
)
ELSEWHERE = Axiom(
    name="old forms are filed",
    holds=when(old.is_true(), form.is_true()),
    cited=WORDS,
    days=Interval(start=OLD),
)
ENCODING = Encoding(
    name="us-ct/umbrella",
    title="Umbrellas",
    work=WorkId.parse("us-ct/cgs/1-1"),
    governed_by="day of the rain",
    versions=(BEFORE, AFTER),
    axioms=(LASTING, PAST, ELSEWHERE),
)


def move(matrix: Matrix, before: str, after: str) -> Move | None:
    pairs = {(one.before, one.after): one for one in matrix.moves}
    return pairs.get((before, after))


@pytest.fixture(scope="module")
def found() -> Impact:
    return impact(ENCODING, MIDDLE, NEW)


def test_every_reading_is_compared_with_every_reading(found: Impact) -> None:
    pairs = [(matrix.before.name, matrix.after.name) for matrix in found.matrices]
    assert pairs == [("narrow", "plain"), ("broad", "plain")]


def test_axioms_count_that_hold_on_both_days(found: Impact) -> None:
    assert [axiom.name for axiom in found.axioms] == ["blue is wet", "old forms are filed"]
    assert [axiom.name for axiom in impact(ENCODING, MIDDLE, MIDDLE).axioms] == [
        "blue is wet",
        "red is cold",
        "old forms are filed",
    ]


def test_each_possible_case_is_in_one_move_and_counted_once(found: Impact) -> None:
    for matrix in found.matrices:
        union = 0
        for move in matrix.moves:
            assert not union & move.cases
            union |= move.cases
        assert union == matrix.laid.possible
    # wet, cold and two kinds of colour, less what is blue and dry
    assert [m.laid.possible.bit_count() for m in found.matrices] == [6, 6]


def test_moves_are_told_by_direction_and_in_conditions(found: Impact) -> None:
    narrow, broad = found.matrices
    told = {
        (move.before, move.after): (move.direction, move.count) for move in narrow.moves
    }
    assert told == {
        ("shall", "shall"): (Direction.SAME, 2),
        ("nothing", "may"): (Direction.MORE, 2),
        ("nothing", "nothing"): (Direction.SAME, 2),
    }
    gained = move(narrow, "nothing", "may")
    assert gained is not None
    assert [[box_words(box) for box in block] for block in gained.blocks] == [
        [("wet: yes",)],
        [("cold: no",)],
    ]
    lost = move(broad, "shall", "may")
    assert lost is not None
    assert (lost.direction, lost.count) == (Direction.LESS, 2)
    assert move(broad, "may", "shall") is None


def test_outcomes_of_other_names_are_not_ordered() -> None:
    before = Version(
        days=Interval(start=OLD, end=NEW), readings=(reading("plain", fined=wet.is_true()),)
    )
    after = Version(
        days=Interval(start=NEW), readings=(reading("plain", warned=wet.is_true()),)
    )
    other = Encoding(
        name="us-ct/puddle",
        title="Puddles",
        work=ENCODING.work,
        governed_by="day",
        versions=(before, after),
    )
    moves = impact(other, MIDDLE, NEW).matrices[0].moves
    assert [move.direction for move in moves] == [Direction.UNORDERED, Direction.SAME]


def test_definitions_are_matched_by_name_and_logic(found: Impact) -> None:
    (changed,) = found.matrices[0].definitions
    assert changed.name == "moist"
    assert (changed.no_longer, changed.newly) == (None, None)  # what is blue is wet anyway


def test_the_procedure_is_compared_apart(found: Impact) -> None:
    loosened, new = found.requirements
    assert (loosened.name, loosened.no_longer) == ("form", None)
    assert loosened.newly is not None
    assert [box_words(box) for block in loosened.newly for box in block] == [
        ("form filed: no",),
        ("colour is green or blue",),
    ]
    assert (new.name, new.before) == ("hearing", None)


def test_data_is_compared_as_a_set(found: Impact) -> None:
    assert [(one.name, one.before is None, one.after is None) for one in found.data] == [
        ("airing", False, False),
        ("judge, appointed by governor", False, True),
        ("clerk, appointed by governor", True, False),
    ]


def test_a_reading_can_be_chosen_where_there_are_several(found: Impact) -> None:
    assert impact(ENCODING, MIDDLE, NEW, ("broad",)).matrices == found.matrices[1:]
    with pytest.raises(RuleError) as caught:
        impact(ENCODING, MIDDLE, NEW, ("brod",))
    assert "broad" in caught.value.hint


def test_a_day_without_a_version_is_a_difference_that_is_told() -> None:
    none = impact(ENCODING, date(1999, 1, 1), NEW)
    assert (none.before, none.matrices, none.differs) == (None, (), True)


def test_a_version_does_not_differ_from_itself() -> None:
    assert not impact(ENCODING, NEW, date(2022, 1, 1)).differs
    assert not impact(ENCODING, MIDDLE, MIDDLE, ("narrow",)).differs
    assert impact(ENCODING, MIDDLE, MIDDLE).differs  # its two readings differ


def test_cases_of_a_file_are_settled_under_both(found: Impact) -> None:
    rows = (
        Row(name="a", facts=(("wet", True), ("cold", False))),
        Row(name="b", facts=(("wet", True),)),
        Row(name="c", facts=(("wet", False), ("colour", "blue"))),
        Row(name="d", facts=(("colour", "blue"), ("cold", True))),
    )
    narrow = found.matrices[0]
    told = placed(narrow.before, narrow.after, found.axioms, rows)
    assert [(one.row.name, one.before, one.after) for one in told] == [
        ("a", "nothing", "may"),
        ("b", UNDETERMINED, UNDETERMINED),
        ("c", IMPOSSIBLE, IMPOSSIBLE),
        ("d", "shall", "shall"),
    ]


def test_vacatur_of_2021_takes_nothing_from_the_narrow_reading_of_2016() -> None:
    narrow, broad = impact(
        shipped("us-ct/vacatur"), date(2020, 1, 1), date(2021, 11, 1)
    ).matrices
    assert {(m.before, m.after, m.direction.value) for m in narrow.moves} == {
        ("shall vacate", "shall vacate", "same"),
        ("no relief", "may vacate", "more"),
        ("no relief", "no relief", "same"),
    }
    lost = move(broad, "shall vacate", "no relief")
    assert lost is not None
    assert lost.direction is Direction.LESS
