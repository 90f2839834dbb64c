from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.diff.candidates import ALL_PAIRS, candidates
from statuteline.diff.likeness import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.provision import Provision


def test_every_pair_of_short_lists_is_worth_it(
    provision: Callable[..., Provision],
) -> None:
    prints = (fingerprint(provision("sec_1", "a fee")),) * 3
    assert len(candidates(prints, prints)) == 9


def test_of_long_lists_only_what_shares_rare_words(
    provision: Callable[..., Provision],
) -> None:
    old = tuple(
        fingerprint(provision("sec_1", f"the fee of hall{n} is due in room{n}"))
        for n in range(200)
    )
    new = tuple(
        fingerprint(provision("sec_1", f"the price of hall{n} was due in room{n}"))
        for n in reversed(range(200))
    )
    assert len(old) * len(new) > ALL_PAIRS
    found = candidates(old, new)
    assert {(199 - j, j) for j in range(200)} <= found
    assert len(found) <= 8 * 200
