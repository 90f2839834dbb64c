from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from statuteline.acts.clause import (
    ActSections,
    Adds,
    Amends,
    Clause,
    Code,
    Deed,
    Ground,
    MakesNew,
    Portion,
    Repeals,
    Stretch,
    Target,
    Uncodified,
    Unread,
)
from statuteline.acts.clause_words import clause_words
from statuteline.acts.clauses import read_clause
from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.commencement import (
    Commencement,
    FromPassage,
    OnDate,
    OnEvent,
    Unknown,
)
from statuteline.model.provision import Level
from statuteline.model.published import Edition, EditionKind

from .clause_strategies import ACT, APPROVED, clauses

AMENDED = " is repealed and the following is substituted in lieu thereof"
WHEN = " (Effective July 1, 2031):"
CODE = Code()
SUPPLEMENT = Code(edition=Edition(revised_to=date(2030, 1, 1), kind=EditionKind.SUPPLEMENT))
REVISION = Code(edition=Edition(revised_to=date(2029, 1, 1), kind=EditionKind.REVISION))


def numbers(*found: str) -> tuple[Stretch, ...]:
    """Make numbers; ``a-b`` with three dots between them is a run."""
    return tuple(
        Stretch(first=first, last=last or None)
        for first, _, last in (one.partition("...") for one in found)
    )


def public(number: str, year: int = 2031, special: str | None = None) -> ActCited:
    return ActCited(
        session=Session(year=year, special=special), kind=ActKind.PUBLIC, number=number
    )


def portion(
    level: Level, *labels: str, within: tuple[tuple[Level, str], ...] = ()
) -> Portion:
    return Portion(level=level, labels=numbers(*labels), within=within)


def target(*sections: str, body: Code | ActCited = CODE, **more: object) -> Target:
    return Target(body=body, sections=numbers(*sections), **more)  # type: ignore[arg-type]


SUBSECTION, SUBDIVISION, SUBPARAGRAPH = (
    Level.SUBSECTION,
    Level.SUBDIVISION,
    Level.SUBPARAGRAPH,
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Section 9-12 of the general statutes", target("9-12")),
        ("Section 42a-12A-301 of the general statutes", target("42a-12A-301")),
        ("section 9-12aa of the general statutes", target("9-12aa")),
        (
            "Section 9-12 of the 2030 supplement to the general statutes",
            target("9-12", body=SUPPLEMENT),
        ),
        (
            (
                "Section 9-12 of the general statutes, revision of 1958, revised to "
                "January 1, 2029,"
            ),
            target("9-12", body=REVISION),
        ),
        (
            (
                "Section 9-12 of the general statutes, revised to January 1, 2029, as "
                "amended by public act 30-2,"
            ),
            target("9-12", body=REVISION, chain=(ActSections(act=public("2", 2030)),)),
        ),
        (
            "Subsection (a) of section 9-12 of the general statutes",
            target("9-12", portions=(portion(SUBSECTION, "a"),)),
        ),
        (
            "Subdivision (11) of section 9-12 of the general statutes",
            target("9-12", portions=(portion(SUBDIVISION, "11"),)),
        ),
        (
            "Subdivision (2) of subsection (d) of section 9-12 of the general statutes",
            target(
                "9-12",
                portions=(portion(SUBDIVISION, "2", within=((SUBSECTION, "d"),)),),
            ),
        ),
        (
            (
                "Subparagraph (B) of subdivision (2) of subsection (d) of section 9-12 "
                "of the 2030 supplement to the general statutes"
            ),
            target(
                "9-12",
                body=SUPPLEMENT,
                portions=(
                    portion(
                        SUBPARAGRAPH, "B", within=((SUBSECTION, "d"), (SUBDIVISION, "2"))
                    ),
                ),
            ),
        ),
        (
            (
                "Subsection (a) and subdivisions (1) and (3) of subsection (b) of "
                "section 9-12 of the general statutes"
            ),
            target(
                "9-12",
                portions=(
                    portion(SUBSECTION, "a"),
                    portion(SUBDIVISION, "1", "3", within=((SUBSECTION, "b"),)),
                ),
            ),
        ),
        (
            "Section 140 of public act 30-168",
            target("140", body=public("168", 2030)),
        ),
        (
            "Subsection (c) of section 104 of public act 07-4 of the June special session",
            target(
                "104",
                body=public("4", 2007, "June"),
                portions=(portion(SUBSECTION, "c"),),
            ),
        ),
        (
            "Section 3 of special act 98-2",
            target(
                "3",
                body=ActCited(session=Session(year=1998), kind=ActKind.SPECIAL, number="2"),
            ),
        ),
        (
            (
                "Section 9-12 of the general statutes, as amended by section 54 of "
                "public act 31-8,"
            ),
            target("9-12", chain=(ActSections(act=public("8"), sections=numbers("54")),)),
        ),
        (
            (
                "Section 9-12 of the general statutes, as amended by sections 5 to 7, "
                "inclusive, of public act 30-4 of the November 2 special session, "
                "public act 31-2, and section 3 of this act,"
            ),
            target(
                "9-12",
                chain=(
                    ActSections(act=public("4", 2030, "Nov. 2"), sections=numbers("5...7")),
                    ActSections(act=public("2")),
                    ActSections(act=None, sections=numbers("3")),
                ),
            ),
        ),
    ],
)
def test_one_text_amended(words: str, expected: Target) -> None:
    found = read_clause(f"{words}{AMENDED}{WHEN}", ACT)
    assert found.deed == Amends(targets=(expected,))
    assert found.effective.commencement == OnDate(day=date(2031, 7, 1))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            (
                "Subsections (e) to (s), inclusive, of section 9-12 of the 2030 "
                "supplement to the general statutes, as amended by section 54 of "
                "public act 31-8, and section 50 of this act, are repealed and the "
                "following is substituted in lieu thereof:"
            ),
            Amends(
                targets=(
                    target(
                        "9-12",
                        body=SUPPLEMENT,
                        portions=(portion(SUBSECTION, "e...s"),),
                        chain=(
                            ActSections(act=public("8"), sections=numbers("54")),
                            ActSections(act=None, sections=numbers("50")),
                        ),
                    ),
                )
            ),
        ),
        (
            "Section 9-12 of the general statutes is amended to read as follows:",
            Amends(targets=(target("9-12"),)),
        ),
        (
            (
                "Section 9-12 of the general statutes is amended by adding subsection "
                "(g) as follows:"
            ),
            Adds(target=target("9-12"), added=(portion(SUBSECTION, "g"),)),
        ),
        (
            (
                "Subsection (b) of section 9-12 of the general statutes is amended by "
                "adding subdivisions (4) to (6), inclusive, as follows:"
            ),
            Adds(
                target=target("9-12", portions=(portion(SUBSECTION, "b"),)),
                added=(portion(SUBDIVISION, "4...6"),),
            ),
        ),
        (
            "Section 9-12 of the general statutes is repealed.",
            Repeals(targets=(target("9-12"),)),
        ),
        (
            "Subsections (b) and (c) of section 9-12 of the general statutes are repealed.",
            Repeals(targets=(target("9-12", portions=(portion(SUBSECTION, "b", "c"),)),)),
        ),
        (
            (
                "Sections 9-12 and 42-103b to 42-103m, inclusive, of the general "
                "statutes are repealed."
            ),
            Repeals(targets=(target("9-12", "42-103b...42-103m"),)),
        ),
        (
            (
                "Subsection (b) of section 1-1 and sections 1-2 and 1-3 of the general "
                "statutes and sections 11 and 16 of public act 30-64 are repealed."
            ),
            Repeals(
                targets=(
                    target("1-1", portions=(portion(SUBSECTION, "b"),)),
                    target("1-2", "1-3"),
                    target("11", "16", body=public("64", 2030)),
                )
            ),
        ),
        ("(NEW)", MakesNew()),
        ("", Uncodified()),
    ],
)
def test_what_a_section_does(words: str, expected: Deed) -> None:
    assert read_clause(words, ACT).deed == expected


@pytest.mark.parametrize(
    "words",
    [
        "The sum of ten dollars is appropriated.",
        "Section 9-12 is repealed.",  # of what?
        "Section 9-12 of the general statutes is transferred.",
        (
            "Section 9-12 of the general statutes and section 5 of this act are "
            "repealed and the following is substituted in lieu thereof"
        ),
        "Subsection (a) to (c) of section 9-12 of the general statutes is repealed.",
        "Section 9-12 of the general statutes is amended by adding a sentence as follows",
        "(NEW) Section 9-12 of the general statutes is repealed.",
    ],
)
def test_what_is_not_understood_keeps_its_words(words: str) -> None:
    told = words.removeprefix("(NEW) ").removesuffix(".")
    assert read_clause(words, ACT).deed == Unread(words=told)


@pytest.mark.parametrize(
    ("words", "commencement", "applies_to"),
    [
        ("October 1, 2031", OnDate(day=date(2031, 10, 1)), ""),
        ("from passage", FromPassage(day=APPROVED), ""),
        ("upon passage", FromPassage(day=APPROVED), ""),
        ("upon approval", FromPassage(day=APPROVED), ""),
        (
            "from passage and applicable to loan years commencing on or after July 1, 2031",
            FromPassage(day=APPROVED),
            "loan years commencing on or after July 1, 2031",
        ),
        (
            "July 1, 2031, and applicable to (A) fees, and (B) fines",
            OnDate(day=date(2031, 7, 1)),
            "(A) fees, and (B) fines",
        ),
        (
            "upon certification by the librarian",
            OnEvent(event="upon certification by the librarian"),
            "",
        ),
        (
            "July 1, 2031, or when the pier opens, whichever is later",
            OnEvent(event="July 1, 2031, or when the pier opens, whichever is later"),
            "",
        ),
    ],
)
def test_effective_dates(words: str, commencement: Commencement, applies_to: str) -> None:
    found = read_clause(f"(NEW) (Effective {words})", ACT, APPROVED)
    assert found.deed == MakesNew()
    assert found.effective.commencement == commencement
    assert found.effective.applies_to == applies_to
    assert found.effective.ground is Ground.STATED


@pytest.mark.parametrize("words", ["June 31, 2031", "Jnue 3, 2031", "1 July 2031"])
def test_a_date_that_is_none_is_not_guessed(words: str) -> None:
    found = read_clause(f"(Effective {words})", ACT).effective
    assert (found.commencement, found.ground, found.unread) == (
        Unknown(),
        Ground.UNREAD,
        words,
    )


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (public("7"), OnDate(day=date(2031, 10, 1))),
        (public("7", special="June"), OnDate(day=date(2031, 10, 1))),
        (public("7", special="Sept. 30"), OnDate(day=date(2031, 10, 1))),
        (public("7", special="Nov."), OnDate(day=date(2032, 10, 1))),
        (public("7", special="Second"), Unknown()),
        (
            ActCited(session=Session(year=2031), kind=ActKind.SPECIAL, number="1"),
            FromPassage(day=APPROVED),
        ),
    ],
)
def test_a_silent_act_takes_effect_by_the_general_rule(
    act: ActCited, expected: Commencement
) -> None:
    found = read_clause("(NEW)", act, APPROVED).effective
    assert (found.commencement, found.ground) == (expected, Ground.DEFAULT)


@given(clauses)
def test_a_printed_clause_reads_as_itself(clause: Clause) -> None:
    assert read_clause(clause_words(clause), ACT, APPROVED) == clause


def test_a_clause_that_is_not_understood_is_printed_as_it_stands() -> None:
    words = "The sum of ten dollars is given. (Effective Jnue 3, 2031)"
    assert clause_words(read_clause(words, ACT)) == words
