"""Sections of an act that something speaks of together stand together, and once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.website.kinds._bands import _groups

if TYPE_CHECKING:
    from statuteline.model.work import Expression

ACT = WorkId.parse("us-ct/pa/21-103")
SECTIONS = [ProvisionRef(ACT, EId.parse(f"sec_{number}")) for number in range(1, 9)]
OTHER = ProvisionRef(WorkId.parse("us-ct/pa/21-104"), EId.parse("sec_62"))
tied = st.lists(
    st.lists(st.sampled_from([*SECTIONS, OTHER, ProvisionRef(ACT, None)]), max_size=3).map(
        tuple
    ),
    max_size=6,
)


@cache
def act() -> Expression:
    return open_corpus(shipped()).expressions(ACT)[-1]


@given(tied)
def test_what_is_tied_is_in_one_band_and_no_section_in_two(
    ties: list[tuple[ProvisionRef, ...]],
) -> None:
    groups = _groups(act(), ties)
    inside = [ref for group in groups for ref in group]
    assert len(inside) == len(set(inside))
    assert set(inside) == {ref for refs in ties for ref in refs if ref.work == ACT}
    for refs in ties:
        own = {ref for ref in refs if ref.work == ACT}
        assert any(own <= set(group) for group in groups) or not own


@given(tied)
def test_bands_keep_the_order_of_the_act(ties: list[tuple[ProvisionRef, ...]]) -> None:
    groups = _groups(act(), ties)
    order = [ProvisionRef(ACT, None), *SECTIONS]
    assert [order.index(group[0]) for group in groups] == sorted(
        order.index(group[0]) for group in groups
    )
    for group in groups:
        assert [order.index(ref) for ref in group] == sorted(map(order.index, group))
