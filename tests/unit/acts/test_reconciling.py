from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.acts.agreement import Aside
from statuteline.acts.reconciling import Reconciled, Standing, reconciled
from statuteline.model.commencement import OnDate, Unknown
from statuteline.model.provision import Coverage
from statuteline.model.published import Edition, EditionKind, Status
from statuteline.model.work import Event, EventKind

from .invented_law import BICYCLES, FEES, FINES, text

if TYPE_CHECKING:
    from statuteline.model.work import Expression

NEXT = date(2032, 1, 1)
OCTOBER = date(2031, 10, 1)


def printed(year: int, *words: str, start: date | None = None) -> Expression:
    day = date(year, 1, 1)
    edition = Edition(revised_to=day, kind=EditionKind.REVISION)
    made = replace(text("9-12", *words, start=start or day), edition=edition)
    return made if start else replace(made, commencement=Unknown(by=day))


def computed(*words: str, start: date = OCTOBER) -> Expression:
    return text("9-12", *words, start=start)


def rows(*texts: Expression) -> list[Reconciled]:
    return list(reconciled(texts, NEXT))


BEFORE = printed(2031, FEES)


@pytest.mark.parametrize("start", [None, OCTOBER])
def test_the_same_words(start: date | None) -> None:
    made, published = computed(FEES, FINES), printed(2032, FEES, FINES, start=start)
    (row,) = rows(BEFORE, made, published)
    assert (row.standing, row.asides) == (Standing.SAME, ())
    assert (row.computed, row.published, row.day) == (made, published, NEXT)


def test_print_is_editorial() -> None:
    (row,) = rows(BEFORE, computed('A "fee" is due.'), printed(2032, "A “fee” is due."))
    assert (row.standing, row.asides) == (Standing.EDITORIAL, (Aside.QUOTATION_MARKS,))


def test_how_an_act_speaks_of_itself_is_editorial() -> None:
    (row,) = rows(
        BEFORE,
        computed("Fees are due under section 2 of this act."),
        printed(2032, "Fees are due under section 9-14."),
    )
    assert row.standing is Standing.EDITORIAL
    assert [one.code for one in row.rewordings] == ["section 9-14"]


def test_other_words_are_compared() -> None:
    (row,) = rows(BEFORE, computed(FEES, FINES), printed(2032, FEES, BICYCLES))
    assert row.standing is Standing.OTHER
    assert row.comparison is not None
    assert row.comparison.changes


def test_what_the_edition_leaves_out_is_told() -> None:
    (row,) = rows(BEFORE, computed(FEES, FINES))
    assert (row.standing, row.published) == (Standing.NOT_PUBLISHED, None)


def test_what_no_act_made_is_not_compared() -> None:
    assert rows(BEFORE, printed(2032, FEES, FINES)) == []
    later = computed(FEES, FINES, start=date(2032, 7, 1))
    assert rows(BEFORE, later, printed(2032, FEES)) == []


def test_coming_texts_are_compared_on_their_first_day() -> None:
    july = date(2032, 7, 1)
    found = rows(
        BEFORE,
        computed(FEES, FINES),
        computed(FEES, BICYCLES, start=july),
        printed(2032, FEES, FINES),
        printed(2032, FEES, BICYCLES, start=july),
    )
    assert [(row.day, row.standing) for row in found] == [
        (NEXT, Standing.SAME),
        (july, Standing.SAME),
    ]


def gone(one: Expression) -> Expression:
    top = replace(one.body[0], coverage=Coverage.REMOVED, children=(), intro=())
    return replace(one, status=Status.REPEALED, body=(top,))


def test_repealed_is_repealed_whatever_is_printed_in_its_place() -> None:
    note = replace(printed(2032, "Section 9-12 is repealed."), status=Status.REPEALED)
    (row,) = rows(BEFORE, gone(computed(FEES)), note)
    assert row.standing is Standing.SAME
    (other,) = rows(BEFORE, gone(computed(FEES)), printed(2032, FEES))
    assert other.standing is Standing.OTHER


def test_what_is_repealed_stays_so_whatever_follows() -> None:
    note = replace(printed(2032, "Section 9-12 is repealed."), status=Status.REPEALED)
    later = Event(day=date(2031, 12, 1), kind=EventKind.AMENDMENT)
    start = date(2031, 11, 1)
    told = replace(
        note,
        id=replace(note.id, version=start),
        commencement=OnDate(day=start),
        events=(later,),
    )
    (row,) = rows(BEFORE, gone(computed(FEES)), told)
    assert row.standing is Standing.SAME


def test_what_an_edition_says_again_is_the_text_of_the_earlier_one() -> None:
    coming = printed(2032, FEES, BICYCLES, start=date(2032, 7, 1))
    (row, _) = rows(BEFORE, computed(FEES), coming)
    assert (row.day, row.standing, row.published) == (NEXT, Standing.SAME, BEFORE)
    (row, _) = rows(BEFORE, computed(FINES), coming)
    assert (row.standing, row.published) == (Standing.OTHER, BEFORE)
