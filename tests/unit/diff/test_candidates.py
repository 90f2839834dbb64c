from __future__ import annotations

from statuteline.diff.candidates import ALL_PAIRS, candidates
from statuteline.diff.likeness import Fingerprint


def test_every_pair_of_short_lists_is_worth_it() -> None:
    prints = (Fingerprint("a fee"),) * 3
    assert len(candidates(prints, prints)) == 9


def test_of_long_lists_only_what_shares_rare_words() -> None:
    old = tuple(Fingerprint(f"the fee of hall{n} is due in room{n}") for n in range(200))
    new = tuple(
        Fingerprint(f"the price of hall{n} was due in room{n}")
        for n in reversed(range(200))
    )
    assert len(old) * len(new) > ALL_PAIRS
    found = candidates(old, new)
    assert {(199 - j, j) for j in range(200)} <= found
    assert len(found) <= 8 * 200
