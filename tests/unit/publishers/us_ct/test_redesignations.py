from __future__ import annotations

import time

import pytest

from statuteline.publishers.us_ct.named_provisions import bare, is_absolute, paths
from statuteline.publishers.us_ct.redesignations import read_redesignations


def told(words: str) -> list[str]:
    found = read_redesignations(words)
    assert found.unread == 0
    return [f"{'.'.join(bare(one.old))} {'.'.join(bare(one.new))}" for one in found.told]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("redesignated existing Subsec. (b) as Subsec. (c)", ["b c"]),
        ("relettered former Subsec. (b) as (c)", ["b c"]),
        ("relettered former Subsecs. (b) and (c) as (c) and (d)", ["b c", "c d"]),
        ("renumbered former Subdiv. (23) as Subdiv. (25)", ["23 25"]),
        ("amended Subsec. (a) by renumbering former Subdiv. (4) as (5)", ["a.4 a.5"]),
        ("amended Subsec. (a) to renumber Subdiv. (4) as Subdiv. (5)", ["a.4 a.5"]),
        ("redesignated existing Subsec. (l) re fees as Subsec. (m)", ["l m"]),
        ("amended redesignated Subsec. (c) re fees", []),
        ("redesignated Subsec. (a)(3) as Subsec. (b)", ["a.3 b"]),
    ],
)
def test_verbs_old_and_new(words: str, expected: list[str]) -> None:
    assert told(words) == expected


def test_what_is_said_to_follow_accordingly_is_not_read() -> None:
    for words in ("relettered remaining Subsecs. accordingly", "renumbered the Subdivs."):
        assert read_redesignations(words).told == ()
        assert read_redesignations(words).unread == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Subsec. (a)", ["a"]),
        ("Subsecs. (a)(1) and (b) to (d), inclusive", ["a.1", "b", "c", "d"]),
        ("clauses (i) and (iv)", ["i", "iv"]),
        ("Subpara. (A)(i)", ["A.i"]),
        ("Subdivs. (1) to (3)", ["1", "2", "3"]),
        ("Subsec. (a) and Subsec. (c)(2)", ["a", "c.2"]),
    ],
)
def test_addresses_in_full(words: str, expected: list[str]) -> None:
    assert [".".join(bare(path)) for path in paths(words, ())] == expected
    assert is_absolute(words) == words.startswith("Subsec")


@pytest.mark.parametrize(
    "words",
    [
        "redesignated Subsec. (a) re " * 10_000,
        "designating provision " * 10_000,
        "redesignated Subsec. " + "(a), " * 30_000,
        "amended Subsec. (a) and " * 10_000,
    ],
    ids=range(4),
)
def test_no_note_takes_long(words: str) -> None:
    start = time.process_time()
    read_redesignations(words)
    assert time.process_time() - start < 4
