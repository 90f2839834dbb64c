from __future__ import annotations

from itertools import chain

from statuteline.diff.phrases import Edit
from statuteline.diff.tokens import tokens
from statuteline.diff.units import solid, units, with_spaces


def test_space_belongs_to_the_word_behind_it() -> None:
    found = units(tokens("a  fee, due "))
    assert found == (("a",), (" ", " ", "fee"), (",",), (" ", "due"), (" ",))
    assert list(map(solid, found)) == ["a", "fee", ",", "due", ""]


def test_spaces_come_back_with_the_words() -> None:
    old, new = units(tokens("a fee due")), units(tokens("a due"))
    edits = [Edit(kept=("a",)), Edit(deleted=("fee",)), Edit(kept=("due",))]
    assert list(with_spaces(edits, old, new)) == [
        Edit(kept=("a",)),
        Edit(deleted=(" ", "fee")),
        Edit(kept=(" ", "due")),
    ]


def test_spaces_that_differ_are_marked() -> None:
    old, new = units(tokens("a fee ")), units(tokens("a\nfee"))
    found = list(with_spaces([Edit(kept=("a", "fee")), Edit(deleted=("",))], old, new))
    assert "".join(chain.from_iterable(e.kept + e.deleted for e in found)) == "a fee "
    assert "".join(chain.from_iterable(e.kept + e.inserted for e in found)) == "a\nfee"
