from __future__ import annotations

import pytest

from statuteline.corpus.toml_text import toml_of


def test_toml_is_read_with_and_without_a_mark() -> None:
    assert toml_of("\ufeffa = 1\n") == toml_of("a = 1\n") == {"a": 1}


def test_words_with_many_full_stops_are_no_key() -> None:
    told = "A bell is needed. So is a lamp." * 200
    assert toml_of(f"a = '{told}'\nb = '{'. ' * 500}'\n")["a"] == told
    assert toml_of(f"{'.'.join('a' * 99)} = 1\n")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = ", "Invalid value"),
        ("a = 1\na = 2\n", "Cannot overwrite"),
        ("a = " + "[" * 10_000, "nested too deep"),
        ("a = " + "9" * 10_000, "too many digits"),
        (".".join("a" * 101) + " = 1", "a hundred steps"),
        (" . ".join(["'a'"] * 101) + " = 1", "a hundred steps"),
        ("a = {" + '"b".' * 101 + "c = 1}", "a hundred steps"),
        ("[" + "a." * 101 + "a]", "a hundred steps"),
        ("#" * (16 * 1024 * 1024 + 1), "more than 16,777,216 characters"),
    ],
)
def test_whatever_is_wrong_is_one_kind_of_error(text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        toml_of(text)
