from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from statuteline.model.ids import ExpressionId, WorkId
from statuteline.website.kinds._pair_choice import EACH, shown_pairs
from statuteline.website.kinds._redlines import ends_pair, step_pairs, written_pairs

WORK = WorkId("us-xx", "code", "1-1")


def records(count: int) -> tuple[ExpressionId, ...]:
    return tuple(
        ExpressionId(work=WORK, language="eng", version=date(1980 + year, 1, 1))
        for year in range(count)
    )


def test_one_text_has_no_pair() -> None:
    assert written_pairs(records(1)) == ()
    assert shown_pairs(records(1)) == ()
    assert ends_pair(records(2)) is None


def test_a_corrected_record_has_the_place_of_the_one_before_it() -> None:
    first, second = records(2)
    corrected = ExpressionId(
        work=WORK, language="eng", version=second.version, corrected=date(2020, 1, 1)
    )
    ids = (first, second, corrected)
    assert step_pairs(ids) == ((first, corrected),)
    assert shown_pairs(ids) == ((first, second), (second, corrected))


@given(st.integers(min_value=2, max_value=EACH).map(records))
def test_of_few_texts_every_pair_is_written_or_shown_once(
    ids: tuple[ExpressionId, ...],
) -> None:
    found = [*written_pairs(ids), *shown_pairs(ids)]
    assert sorted(map(str, found)) == sorted(str(one) for one in combinations(ids, 2))


@given(st.integers(min_value=EACH + 1, max_value=60).map(records))
def test_of_many_texts_the_pairs_grow_with_their_number_only(
    ids: tuple[ExpressionId, ...],
) -> None:
    found = [*written_pairs(ids), *shown_pairs(ids)]
    assert len(found) == len(set(found))
    assert len(found) < 66 + 2 * len(ids)
    assert set(combinations(ids[-EACH:], 2)) <= set(found)
    assert {(one, ids[-1]) for one in ids[:-1]} <= set(found)
