from __future__ import annotations

import pytest

from statuteline.structure.references import goes_on, is_named, is_of_a_provision, is_plural


@pytest.mark.parametrize(
    "before",
    ["subsection ", "of Subsecs. ", "section 9-2 ", "USC 1396n ", "§ 501 ", "9-2(a) "],
)
def test_named(before: str) -> None:
    assert is_named(before)


@pytest.mark.parametrize("before", ["", "that ", "after July 1, 2020, ", "intersection: "])
def test_not_named(before: str) -> None:
    assert not is_named(before)


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (" of this section", True),
        (" or (2) of this subsection", True),
        (" to (4), inclusive, of section 9-2", True),
        (" of the readers", False),
        (" lend; and", False),
    ],
)
def test_of_a_provision(after: str, found: bool) -> None:  # noqa: FBT001
    assert is_of_a_provision(after) is found


def test_joined_numbers() -> None:
    assert all(map(goes_on, [", ", " and ", ", or ", " to ", ""]))
    assert not goes_on(" lend and ")


def test_names_of_several() -> None:
    assert is_plural("subdivisions ")
    assert not is_plural("subdivision ")
