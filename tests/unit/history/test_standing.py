from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from statuteline.errors import CorpusError
from statuteline.history.standing import StandingKind, standings
from statuteline.model.commencement import Unknown
from statuteline.model.ids import WorkId
from statuteline.model.interval import Interval
from statuteline.model.provision import Coverage

Text = Callable[..., Any]


def test_each_record_has_its_standing_in_the_order_given(text: Text) -> None:
    first, later = text("2001-01-01"), text("2010-01-01")
    corrected = text("2001-01-01", corrected="2020-01-01")
    pending = text("2015-01-01", starts=Unknown())
    found = standings((pending, later, first, corrected))
    assert [(one.expression.id, one.kind, one.interval) for one in found] == [
        (pending.id, StandingKind.PENDING, None),
        (later.id, StandingKind.DATED, Interval(start=date(2010, 1, 1))),
        (first.id, StandingKind.SUPERSEDED, None),
        (
            corrected.id,
            StandingKind.DATED,
            Interval(start=date(2001, 1, 1), end=date(2010, 1, 1)),
        ),
    ]


def test_the_place_of_repealed_law_is_told_from_law(text: Text, provision: Text) -> None:
    section = provision("sec_1-1", coverage=Coverage.REMOVED)
    texts = (text("2001-01-01"), text("2010-01-01", section))
    assert [one.kind for one in standings(texts)] == [
        StandingKind.DATED,
        StandingKind.REPEALED,
    ]


def test_two_works_have_no_common_life(text: Text) -> None:
    one = text("2001-01-01")
    other = replace(one, id=replace(one.id, work=WorkId("us-xx", "code", "2-2")))
    with pytest.raises(CorpusError, match="one work"):
        standings((one, other))
