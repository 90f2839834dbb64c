from __future__ import annotations

import pytest

from statuteline.errors import FormatError
from statuteline.model.formats import FORMAT, check_format, check_name


@pytest.mark.parametrize("stated", [None, 1, FORMAT])
def test_what_is_known_is_read(stated: object) -> None:
    check_format(stated, "corpus.toml")


def test_a_newer_number_is_refused() -> None:
    with pytest.raises(FormatError) as caught:
        check_format(FORMAT + 1, "corpus.toml")
    assert str(caught.value) == (
        "This was written by a newer statuteline: it is of format 2, and this one reads "
        "up to format 1\n  where: corpus.toml\n  hint:  update statuteline"
    )


@pytest.mark.parametrize("stated", [0, -1, True, "1", 1.0, [1], {}])
def test_what_is_no_number_is_refused(stated: object) -> None:
    with pytest.raises(FormatError, match="must be a whole number from 1 on"):
        check_format(stated, "corpus.toml")


@pytest.mark.parametrize(
    "stated", ["a/rule/1", "a/rule/0", "b/rule/2", "a/rules/2", "a/rule/2x", "", "a/rule/"]
)
def test_other_names_are_not_refused_here(stated: str) -> None:
    check_name(stated, "a/rule/1", "rule.json")


def test_a_newer_name_is_refused() -> None:
    with pytest.raises(
        FormatError, match="it is of a/rule/12, and this one reads up to a/"
    ):
        check_name("a/rule/12", "a/rule/9", "rule.json")
