from __future__ import annotations

import pytest

from statuteline.structure.scheme import Numbering


@pytest.mark.parametrize(
    ("numbering", "label", "place"),
    [
        (Numbering.DIGITS, "12", 12),
        (Numbering.DIGITS, "0", None),
        (Numbering.DIGITS, "a", None),
        (Numbering.LOWER_LETTERS, "z", 26),
        (Numbering.LOWER_LETTERS, "aa", 27),
        (Numbering.LOWER_LETTERS, "ab", None),
        (Numbering.LOWER_LETTERS, "A", None),
        (Numbering.UPPER_LETTERS, "CC", 29),
        (Numbering.UPPER_LETTERS, "c", None),
        (Numbering.LOWER_ROMAN, "xiv", 14),
        (Numbering.LOWER_ROMAN, "iiii", None),
        (Numbering.LOWER_ROMAN, "IV", None),
        (Numbering.UPPER_ROMAN, "IX", 9),
        (Numbering.UPPER_ROMAN, "ix", None),
    ],
)
def test_place_in_the_count(numbering: Numbering, label: str, place: int | None) -> None:
    assert numbering.place(label) == place
