from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from statuteline.importers._measure import width


def test_wide_letters_count_for_more_than_narrow_ones() -> None:
    assert width("WOMB") > 2 * width("till")


@given(st.text(), st.text())
def test_width_adds_up(one: str, other: str) -> None:
    assert width(one + other) == width(one) + width(other)
