from __future__ import annotations

import pytest

from statuteline.acts.editorial import rewordings


@pytest.mark.parametrize(
    ("act", "code", "pairs"),
    [
        (
            "Fees under section 3 of this act are due.",
            "Fees under section 9-14 are due.",
            [("section 3 of this act", "section 9-14")],
        ),
        (
            "Fees under sections 3 to 5, inclusive, of this act are due.",
            "Fees under sections 9-14 to 9-14b, inclusive, are due.",
            [
                (
                    "sections 3 to 5, inclusive, of this act",
                    "sections 9-14 to 9-14b, inclusive,",
                )
            ],
        ),
        (
            "Fees are due a year after the effective date of this section.",
            "Fees are due a year after October 1, 2031.",
            [("the effective date of this section", "October 1, 2031")],
        ),
        (
            "Fees under section 9-1, as amended by this act, are due.",
            "Fees under section 9-1 are due.",
            [(", as amended by this act,", "")],
        ),
        (
            "Fees under section 9-1, as amended by section 2 of this act.",
            "Fees under section 9-1.",
            [(", as amended by section 2 of this act", "")],
        ),
        (
            "Nothing in this act, or in section 2 of public act 30-4, frees a reader.",
            "Nothing in sections 9-1 and 9-2, or in section 9-3, frees a reader.",
            [
                ("this act", "sections 9-1 and 9-2"),
                ("section 2 of public act 30-4", "section 9-3"),
            ],
        ),
    ],
)
def test_how_an_act_speaks_of_itself(
    act: str, code: str, pairs: list[tuple[str, str]]
) -> None:
    found = rewordings(act, code)
    assert found is not None
    assert [(one.act, one.code) for one in found] == pairs


@pytest.mark.parametrize(
    ("act", "code"),
    [
        ("Fees are due.", "Fines are due."),
        ("Fees under this act are due.", "Fines under section 9-14 are due."),
        ("Fees under section 3 of this act.", "Fees under the library's rules."),
        ("Since the effective date of this section.", "Since the day of opening."),
        ("Fees under section 9-1, as amended by this act.", "Fees under section 9-2."),
    ],
)
def test_anything_else_is_no_rewording(act: str, code: str) -> None:
    assert rewordings(act, code) is None
