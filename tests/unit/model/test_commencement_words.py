from __future__ import annotations

from datetime import date

import pytest

from statuteline.model.commencement import Commencement, FromPassage, OnDate, Unknown
from statuteline.model.commencement_words import commencement_of_words, day_of_words

PASSED = date(2031, 6, 3)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("October 1, 2031", OnDate(day=date(2031, 10, 1))),
        ("June 31, 2031", Unknown()),
        ("from passage", FromPassage(day=PASSED)),
        ("Upon passage", FromPassage(day=PASSED)),
        ("October 2031", None),
        ("october 1, 2031", None),
    ],
)
def test_when(words: str, expected: Commencement | None) -> None:
    assert commencement_of_words(words, PASSED) == expected


def test_days() -> None:
    assert day_of_words("February 29, 2032") == date(2032, 2, 29)
    assert day_of_words("February 29, 2031") is None
