"""Bytes made of seeds: cut, doubled, exchanged, spliced, and filled with odd signs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

    from target import Target

_TOKEN: Final = re.compile(rb"\w+|\s+|[^\w\s]")
_ODD: Final = (
    b"", b"\0", b"\x1b[2J", b"\x85", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\t",
    b" " * 300, b"(" * 300, b"[" * 300, b"{" * 300, b"<a>" * 150, b"-1", b"0", b"1e999",
    b"9" * 5000, b"0000", b"9999-12-31", b"0001-01-01", b"2021-02-30", b"null", b"true",
    b"[]", b"{}", b'""', b"''", b"NaN", b"&amp;", b"&#0;", b"&x;", b"<!--", b"-->",
    b"]]>", b"<![CDATA[", b"<?x ?>", b"\\", b'\\"', b'"""', b"\\ud800", b"\xed\xa0\x80",
    "²".encode(), "٣".encode(), "ⅳ".encode(), "ß".encode(), "İ".encode(), "\u202e".encode(),
    "\u2028".encode(), "\ufeff".encode(), "\U0001f514".encode(), "§ ".encode(), b"(a)",
    b"(i)", b"(A)", b"Sec. 1. ", b"and ", b"to ",
)  # fmt: skip
"""Signs and words that readers of this kind have stumbled over, here or elsewhere."""


@cache
def seeds_of(target: Target) -> tuple[bytes, ...]:
    """Give the seeds of a target, none twice; without any, the empty input."""
    found = dict.fromkeys(data[: target.largest] for data in target.seeds())
    return tuple(found) or (b"",)


@cache
def tokens_of(target: Target) -> tuple[bytes, ...]:
    """Give the words and signs of the seeds of a target, sorted."""
    found = {token for seed in seeds_of(target) for token in _TOKEN.findall(seed)}
    return tuple(sorted(found, key=lambda one: (len(one), one)))[:4_000]


@st.composite
def inputs(draw: DrawFn, target: Target) -> bytes:
    """Make an input for a target: a seed that was changed in up to six places."""
    data = draw(st.sampled_from(seeds_of(target)))
    pieces = _TOKEN.findall(data)
    some = st.one_of(
        st.sampled_from(_ODD),
        st.sampled_from(tokens_of(target) or (b"",)),
        st.binary(max_size=8),
        st.text(max_size=8).map(lambda text: text.encode("utf-8", "surrogatepass")),
    )
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(pieces)))
        end = min(len(pieces), start + draw(st.sampled_from((0, 1, 1, 2, 5, 20, 1000))))
        match draw(st.sampled_from(("put", "double", "carry"))):
            case "put":
                pieces[start:end] = [draw(some)]
            case "double":
                pieces[end:end] = pieces[start:end] * draw(st.integers(1, 3))
            case _:
                carried = pieces[start:end]
                del pieces[start:end]
                place = draw(st.integers(0, len(pieces)))
                pieces[place:place] = carried
    return b"".join(pieces)[: target.largest]
