from __future__ import annotations

import pytest

from statuteline import errors
from statuteline.errors import StatutelineError


def test_an_error_says_what_where_and_what_to_do() -> None:
    error = StatutelineError("It broke", where="a.xml:3", hint="mend it")
    assert str(error) == "It broke\n  where: a.xml:3\n  hint:  mend it"
    assert (error.what, error.where, error.hint) == ("It broke", "a.xml:3", "mend it")


@pytest.mark.parametrize(
    ("where", "hint", "told"),
    [
        ("", "", "It broke"),
        ("a", "", "It broke\n  where: a"),
        ("", "b", "It broke\n  hint:  b"),
    ],
)
def test_empty_parts_are_left_out(where: str, hint: str, told: str) -> None:
    assert str(StatutelineError("It broke", where=where, hint=hint)) == told


def test_all_errors_are_of_one_family() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    assert len(kinds) > 5
    assert all(issubclass(kind, StatutelineError) for kind in kinds)
