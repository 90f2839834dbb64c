"""Citations that follow a renumbering are told apart from amendments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.diff.conforming import new_numbers, only_conforms
from statuteline.diff.redline import redline

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBERS: Mapping[str, frozenset[str]] = {
    "(b)": frozenset({"(c)"}),
    "2-330": frozenset({"1-9009"}),
    "(1)": frozenset({"(2)", "(3)"}),
}


@pytest.mark.parametrize(
    ("old", "new", "conforms"),
    [
        (
            "under subsection (b) of this section",
            "under subsection (c) of this section",
            True,
        ),
        ("under section 2-330, a fee", "under section 1-9009, a fee", True),
        ("2-330 and subsection (b)", "1-9009 and subsection (c)", True),
        ("in subdivision (1)", "in subdivision (3)", True),
        ("in subdivision (1)", "in subdivision (4)", False),
        ("under subsection (c)", "under subsection (b)", False),
        ("under section 2-330, a fee", "under section 1-9009, a toll", False),
        ("under section 2-330", "under section 1-9009 or 1-9010", False),
        ("a fee", "a fee", False),
    ],
)
def test_only_a_followed_renumbering_conforms(
    old: str, new: str, *, conforms: bool
) -> None:
    assert only_conforms([redline(old, new)], NUMBERS) is conforms


def test_nothing_conforms_where_nothing_was_renumbered() -> None:
    assert not only_conforms([redline("section 2-330", "section 2-331")], {})
    assert new_numbers(()) == {}
