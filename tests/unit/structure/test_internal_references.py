"""References of a text to its own provisions are read as they are meant."""

from __future__ import annotations

import pytest

from statuteline.model.provision import Level
from statuteline.structure.internal_references import (
    Base,
    Path,
    find_references,
)


def told(path: Path) -> str:
    return "/".join(step.label for step in path)


def read(words: str) -> list[tuple[str, Level | None, list[str]]]:
    """Give base, level and targets of each reference in words."""
    return [
        (
            one.base.value,
            one.level,
            [
                f"{told(target.path)} to {told(target.last)}"
                if target.last
                else told(target.path)
                for target in one.targets
            ],
        )
        for one in find_references(words)
    ]


SECTION, SUBSECTION = Level.SECTION, Level.SUBSECTION


@pytest.mark.parametrize(
    ("words", "level", "targets"),
    [
        ("subsection (a) of this section", SECTION, ["a"]),
        ("subdivision (2) of subsection (b) of this section", SECTION, ["b/2"]),
        (
            "subparagraph (A)(ii) of subdivision (2) of subsection (b) of this section",
            SECTION,
            ["b/2/A/ii"],
        ),
        ("subsections (a), (c) and (d) of this section", SECTION, ["a", "c", "d"]),
        (
            "subdivisions (1) to (4), inclusive, of this subsection",
            SUBSECTION,
            ["1 to 4"],
        ),
        (
            "subdivisions (1), (3) to (5), inclusive, and (7) of this subsection",
            SUBSECTION,
            ["1", "3 to 5", "7"],
        ),
        (
            "subsection (a) or subdivision (1) of subsection (b) of this section",
            SECTION,
            ["a", "b/1"],
        ),
        (
            "subparagraph (A) of subdivision (1) or subdivision (2) of this subsection",
            SUBSECTION,
            ["1/A", "2"],
        ),
        (
            "subparagraph (A) or (B) of subdivision (1) of this subsection",
            SUBSECTION,
            ["1/A", "1/B"],
        ),
        (
            "subparagraph (A)(i) or (ii) of this subdivision",
            Level.SUBDIVISION,
            ["A/i", "A/ii"],
        ),
        (
            "subparagraphs (B)(i) to (B)(iv), inclusive, of this subdivision",
            Level.SUBDIVISION,
            ["B/i to B/iv"],
        ),
        (
            "subdivision (1) or (2), as applicable, of this subsection",
            SUBSECTION,
            ["1", "2"],
        ),
        ("subclause (I) of this clause", Level.CLAUSE, ["I"]),
        ("paragraph (a) of this article", Level.ARTICLE, ["a"]),
    ],
)
def test_what_is_meant(words: str, level: Level, targets: list[str]) -> None:
    assert read(f"As told in {words}, fees are due.") == [("this", level, targets)]


@pytest.mark.parametrize(
    ("words", "base", "targets"),
    [
        ("under subsection (a) of section 9-12", Base.ELSEWHERE, ["a"]),
        ("under subdivision (2) of subsection (a) thereof", Base.ELSEWHERE, ["a/2"]),
        ("under subsection (a) hereof", Base.OPEN, ["a"]),
        ("under subdivision (1) or (2), fees", Base.OPEN, ["1", "2"]),
        ("under said subsection (b)", Base.SAID, ["b"]),
        ("under subdivision (1) of said subsection (b)", Base.SAID, ["b/1"]),
        ("under subdivision (1) of said subsection", Base.SAID, ["1"]),
        ("under this subsection", Base.THIS, [""]),
    ],
)
def test_other_bases(words: str, base: Base, targets: list[str]) -> None:
    (found,) = read(words)
    assert (found[0], found[2]) == (base.value, targets)


@pytest.mark.parametrize(
    "words",
    [
        "a fee (1) of this kind",
        "political subdivisions",
        "section 9-1(a)",
        "the section (1) is",
    ],
)
def test_what_is_no_reference(words: str) -> None:
    assert read(words) == []


def test_a_number_behind_this_provision_opens_a_list() -> None:
    assert read("who violates this subsection (A) twice") == [("this", SUBSECTION, [""])]


def test_places_of_the_words() -> None:
    words = "See subsection (a) of this section and this subsection."
    assert [words[one.start : one.end] for one in find_references(words)] == [
        "subsection (a) of this section",
        "this subsection",
    ]
