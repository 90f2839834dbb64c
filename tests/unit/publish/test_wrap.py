"""Wrapping keeps every word, its look and its order."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from statuteline.publish._wrap import Piece, wrap

_CODE = re.compile(r"\x1b\[[0-9;]*m")
_PIECES = st.lists(
    st.builds(
        Piece, st.text(st.sampled_from("ab法 "), max_size=12), st.sampled_from(["", "4"])
    )
)


@given(_PIECES, st.integers(min_value=1, max_value=30))
def test_no_word_is_lost_added_or_cut(pieces: list[Piece], width: int) -> None:
    lines = wrap(pieces, width=width, first="> ", rest="  ")
    shown = _CODE.sub("", "\n".join(lines)).removeprefix(">")
    assert shown.split() == "".join(piece.text for piece in pieces).split()


@given(_PIECES, st.integers(min_value=1, max_value=30))
def test_a_line_is_too_wide_only_with_a_single_word(
    pieces: list[Piece], width: int
) -> None:
    for line in wrap(pieces, width=width, first="", rest=""):
        plain = _CODE.sub("", line)
        columns = len(plain) + plain.count("法")
        assert columns <= width or " " not in plain


@given(_PIECES)
def test_every_line_ends_the_look_it_began(pieces: list[Piece]) -> None:
    for line in wrap(pieces, width=10, first="  ", rest="  "):
        codes = _CODE.findall(line)
        assert codes[::2] == ["\x1b[4m"] * (len(codes) // 2)
        assert codes[1::2] == ["\x1b[0m"] * (len(codes) // 2)
        assert line.startswith("  ") or not line


def test_the_space_between_words_of_one_look_has_it_too() -> None:
    pieces = [Piece("a "), Piece("b c", "4"), Piece(" d")]
    assert wrap(pieces, width=80, first="", rest="") == ["a \x1b[4mb c\x1b[0m d"]


def test_further_lines_hang() -> None:
    lines = wrap([Piece("one two three")], width=9, first="- ", rest="    ")
    assert lines == ["- one two", "    three"]
