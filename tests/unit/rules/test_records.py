"""All records at once: which facts are asked where an axiom ties two of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules import records as module
from statuteline.rules.facts import YesNo
from statuteline.rules.grid import numbers
from statuteline.rules.predicates import all_of, any_of, none_of, not_
from statuteline.rules.records import records, settled
from statuteline.rules.records_asked import asked

if TYPE_CHECKING:
    import pytest

wet, cold, dark = (YesNo(name=name, ask="?").is_true() for name in ("wet", "cold", "dark"))
TIED = any_of(all_of(wet, cold), none_of(wet, cold))


def test_of_two_facts_that_are_tied_the_earlier_is_asked() -> None:
    guards = (any_of(wet, cold, dark), none_of(wet, cold, dark))
    laid = records(guards, (TIED,))
    assert laid is not None
    found = settled(laid, guards, (TIED,))
    needed = dict(zip("wcd", asked(laid, found.undetermined), strict=True))
    nothing_known = 2 + 2 * 3 + 2 * 9  # of no, yes, unknown: unknown, for each fact
    only_dark_known = 2 + 2 * 3  # and it is not dark
    asks = {
        place: "".join(fact for fact, cases in needed.items() if cases >> place & 1)
        for place in numbers(found.undetermined)
    }
    assert asks[nothing_known] == "wd"
    assert asks[only_dark_known] == "w"
    assert all("c" not in told for told in asks.values())


def test_more_records_than_can_be_looked_at_are_not_laid_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "RECORDS_LIMIT", 9)
    assert records((all_of(wet, cold),), ()) is not None
    assert records((all_of(wet, not_(cold), dark),), ()) is None
