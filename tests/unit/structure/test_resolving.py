"""References are looked up in the divided text, and what is not there is told."""

from __future__ import annotations

import pytest

from statuteline.model.ids import EId, WId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.structure.hierarchy import divide
from statuteline.structure.resolving import LookedUp, Lookup, look_up
from statuteline.structure.scheme import CONNECTICUT

LAW = (
    "(a) Fees are due (1) for a card, which (A) is new, or (B) is lost, and (2) for a map.",
    "(b) A bicycle (1) with a bell is free, and (2) without is not.",
)


def looked_up(*paragraphs: str) -> tuple[LookedUp, ...]:
    top = Provision(level=Level.SECTION, eid=EId("sec_9-1"), wid=WId("sec_9-1"))
    blocks = tuple(Paragraph(spans=plain(words)) for words in paragraphs)
    return look_up(divide(top, blocks, CONNECTICUT), CONNECTICUT)


@pytest.mark.parametrize(
    ("words", "lookup", "found"),
    [
        ("subsection (a) of this section", Lookup.FOUND, ["a"]),
        (
            "subparagraph (B) of subdivision (1) of subsection (a) of this section",
            Lookup.FOUND,
            ["a/1/B"],
        ),
        (
            "subdivisions (1) to (2) of subsection (b) of this section",
            Lookup.FOUND,
            ["b/1", "b/2"],
        ),
        ("subdivision (1)(A) of subsection (a) of this section", Lookup.FOUND, ["a/1/A"]),
        ("paragraph (a) of this section", Lookup.FOUND, ["a"]),
        ("subdivision (a) of this section", Lookup.NAMED_OTHERWISE, ["a"]),
        (
            "subparagraph (A) of subsection (a) of this section",
            Lookup.LEVEL_LEFT_OUT,
            ["a/1/A"],
        ),
        ("subsection (d) of this section", Lookup.NO_NUMBER, []),
        (
            "subdivisions (1) to (3) of subsection (b) of this section",
            Lookup.NO_NUMBER,
            ["b/1"],
        ),
        ("subparagraph (A) of this subdivision", Lookup.NO_BASE, []),
        ("subsection (a) of section 9-4", Lookup.ELSEWHERE, []),
        ("subsection (b)", Lookup.FOUND, ["b"]),
        ("this subsection", Lookup.FOUND, ["c"]),
        ("this subdivision", Lookup.NO_BASE, []),
    ],
)
def test_look_up(words: str, lookup: Lookup, found: list[str]) -> None:
    (one,) = looked_up(*LAW, f"(c) As told in {words} alone.")
    assert one.lookup is lookup
    assert words.startswith(one.words)
    labels = ["/".join(step.partition("_")[2] for step in e.steps[1:]) for e in one.found]
    assert labels == found
    assert one.holder.text == "sec_9-1__subsec_c"


@pytest.mark.parametrize(
    ("before", "said", "lookup"),
    [
        ("subsection (b) of this section", "said subsection (b)", Lookup.FOUND),
        ("subsection (b) of section 9-4", "said subsection (b)", Lookup.ELSEWHERE),
        (
            "subsection (b) of this section",
            "subdivision (1) of said subsection",
            Lookup.FOUND,
        ),
        (
            "subsection (b) of section 9-4",
            "subdivision (1) of said section",
            Lookup.ELSEWHERE,
        ),
    ],
)
def test_said_means_what_was_named_last(before: str, said: str, lookup: Lookup) -> None:
    _, one = looked_up(*LAW, f"(c) As in {before}. Else as in {said} now.")
    assert one.lookup is lookup


def test_a_coming_text_is_left_out() -> None:
    assert not looked_up(
        *LAW, "*Note: On and after July 1, 2027: subsection (z) of this section"
    )
