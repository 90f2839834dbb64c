"""Headings of sections are taken apart."""

from __future__ import annotations

import pytest

from statuteline.publishers.us_ct.headings import is_bare, read_heading


@pytest.mark.parametrize(
    ("heading", "numbers", "is_range", "former", "words"),
    [
        ("Sec. 2c-7l. Fees.", ("2c-7l",), False, None, "Fees."),
        ("Sec. 2c-7. (Formerly Sec. 1-2). Fees.", ("2c-7",), False, "1-2", "Fees."),
        ("Sec. 2c-7. (Formerly Sec. 1-2(b)). Fees.", ("2c-7",), False, "1-2(b)", "Fees."),
        ("Sec. 2c-7.* (Formerly 1-2.) Fees.", ("2c-7",), False, "1-2", "Fees."),
        ("Sec. 42a-2A-101. Scope.", ("42a-2A-101",), False, None, "Scope."),
        ("Secs. 2c-1, 2c-1a and 2c-2.", ("2c-1", "2c-1a", "2c-2"), False, None, ""),
        ("Secs. 2c-1 to 2c-9", ("2c-1", "2c-9"), True, None, ""),
        ("Secs. 2c-1 and 2c-3 to 2c-9.*", ("2c-1", "2c-3", "2c-9"), True, None, ""),
        (
            "Secs. 2c-1 (Formerly Sec. 1-8) and 2c-2 (Formerly Sec. 1-9). Fees.",
            ("2c-1", "2c-2"),
            False,
            "1-8; 1-9",
            "Fees.",
        ),
        ("Secs. 7l to 7z.", ("2c-7l", "2c-7z"), True, None, ""),
        ("Sec. 2c-7. To be in 9-12.", ("2c-7",), False, None, "To be in 9-12."),
    ],
)
def test_numbers_former_numbers_and_words(
    heading: str,
    numbers: tuple[str, ...],
    is_range: bool,  # noqa: FBT001 - a column of the table
    former: str | None,
    words: str,
) -> None:
    found = read_heading(heading, "2c")
    assert found is not None
    assert (found.numbers, found.is_range, found.former) == (numbers, is_range, former)
    assert heading[found.rest :] == words
    assert heading.startswith(found.printed)


@pytest.mark.parametrize("heading", ["2c-7", "Fees.", "Sec. Fees.", "Section 2c-7."])
def test_other_words_are_no_heading(heading: str) -> None:
    assert read_heading(heading, "2c") is None


def test_bare_numbers() -> None:
    assert is_bare("42a-2A-101")
    assert not is_bare("2c-7. Fees.")
