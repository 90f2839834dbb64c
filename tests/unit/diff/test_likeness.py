from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.diff.ledger import Ledger
from statuteline.diff.likeness import Fingerprint, common_ends, likeness
from statuteline.diff.words import Words
from statuteline.model.provision import Coverage

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.provision import Provision


def fingerprint(provision: Provision) -> Fingerprint:
    return Ledger(Words()).print_of(provision)


def test_likeness_is_the_share_of_words_and_pairs(
    provision: Callable[..., Provision],
) -> None:
    one = fingerprint(provision("sec_1", "a fee is due"))
    assert likeness(one, one) == 1.0
    other = fingerprint(provision("sec_1", "a fee was due"))
    # Common: a, fee, due, "a fee"; each side has four words and three pairs.
    assert likeness(one, other) == pytest.approx(2 * 4 / 14)
    assert likeness(one, fingerprint(provision("sec_1"))) == 0.0


def test_numbers_do_not_count_but_words_below_do(
    provision: Callable[..., Provision],
) -> None:
    one = fingerprint(provision("sec_1", "x", provision("sec_1__subsec_a", "fee")))
    other = fingerprint(provision("sec_1", "x", provision("sec_1__subsec_b", "fee")))
    assert (one.text, one.grams.times) == (other.text, other.grams.times)


def test_words_not_restated_do_not_count(provision: Callable[..., Provision]) -> None:
    found = fingerprint(provision("sec_1", "a note", coverage=Coverage.NOT_RESTATED))
    assert found.text == ""


@pytest.mark.parametrize(
    ("words", "tells", "bare"),
    [
        ("Repealed.", False, True),
        ("renew a loan once", False, False),
        ("a fee of five cents", True, False),
    ],
)
def test_short_words_tell_little(
    provision: Callable[..., Provision],
    words: str,
    tells: bool,  # noqa: FBT001
    bare: bool,  # noqa: FBT001
) -> None:
    found = fingerprint(provision("sec_1", words))
    assert (found.tells, found.bare) == (tells, bare)


def test_common_ends_are_measured_on_long_texts_only() -> None:
    long = "In every town the clerk shall keep a book of all fees. " * 8
    amended = long.replace("a book", "an open book", 1)
    assert common_ends(Fingerprint(long), Fingerprint(long)) == 1.0
    assert 0.9 < common_ends(Fingerprint(long), Fingerprint(amended)) < 1.0
    assert common_ends(Fingerprint(long), Fingerprint("x" * 500)) == 0.0
    assert common_ends(Fingerprint("short"), Fingerprint("short")) == 0.0


def test_common_ends_never_count_a_letter_twice() -> None:
    one, other = Fingerprint("ab" * 200), Fingerprint("ab" * 300)
    assert common_ends(one, other) == 400 / 600
