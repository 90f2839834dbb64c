"""Brackets and underlines are read as the convention means them; doubts are told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statuteline.acts.marks import beside_law, marked, readings
from statuteline.model.change import Run, RunKind
from statuteline.model.marked import (
    ActSection,
    DoubtReason,
    Ink,
    MarkedTable,
    Piece,
    PrintedTable,
)

from .printing import printed, shown


def section(*lines: str) -> ActSection:
    """Make a section of printed lines."""
    read = marked(printed(*lines))
    return ActSection(
        number="1",
        clause="",
        blocks=read.blocks,
        where="",
        printed=printed(*lines),
        doubts=read.doubts,
    )


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("The fee is [two] <three> dollars.", "The fee is -two-+three+ dollars."),
        ("for [one year] <two years>. Then", "for -one year-+two years+. Then"),
        ("[(3)] <(c)> A reader", "-(3)-+(c)+ A reader"),
        ("[(2) Old] <(b) New> cards", "-(2) Old-+(b) New+ cards"),
        ("books[,] maps and lists", "books-,- maps and lists"),
        ("books [,] maps and lists", "books-,- maps and lists"),
        ("books[,]<;> maps", "books-,-+;+ maps"),
        ("the end [of the day].", "the end- of the day-."),
        ("the end <of the day>.", "the end+ of the day+."),
        ("a “[late] <very late>” book", "a “-late-+very late+” book"),
        ('a "[late] <very late>" book', 'a "-late-+very late+" book'),
        ("(2) [(2)] A reader", "(2) -(2) -A reader"),
        ("[Gone] and <Here>", "-Gone -and+ Here+"),
        ("a <[b]> c", "a +[b] +c"),
        ("It<, as amended by this act,> is", "It+, as amended by this act,+ is"),
        ("two  [ three ]   four", "two -three -four"),
    ],
)
def test_words_and_spaces_of_both_sides(line: str, wanted: str) -> None:
    read = marked(printed(line))
    assert shown(read.blocks) == [wanted]
    assert not read.doubts


def test_a_bracket_spans_pieces_and_paragraphs() -> None:
    read = marked(printed("Books. [Maps are", "lent.", "So are lists.] Cards."))
    assert shown(read.blocks) == ["Books.- Maps are-", "-lent.-", "-So are lists. -Cards."]


def test_a_bracket_alone_in_its_paragraph_leaves_none() -> None:
    assert shown(marked(printed("[", "Maps are lent.", "]", "Cards.")).blocks) == [
        "-Maps are lent.-",
        "Cards.",
    ]


def test_a_bracket_spans_cells() -> None:
    one, two, three, four = (
        (Piece(text=text),) for text in ("Fee [of", "two", "three] dollars", "Five")
    )
    read = marked((PrintedTable(rows=((one, two), (three, four))),))
    (table,) = read.blocks
    assert isinstance(table, MarkedTable)
    deleted, equal = RunKind.DELETED, RunKind.EQUAL
    assert table.rows == (
        ((Run(kind=equal, text="Fee"), Run(kind=deleted, text=" of")),
         (Run(kind=deleted, text="two"),)),
        ((Run(kind=deleted, text="three "), Run(kind=equal, text="dollars")),
         (Run(kind=equal, text="Five"),)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "wanted", "reason"),
    [
        ("The card [sic] is", "The card [sic] is", DoubtReason.LIKE_WORDS),
        ("Mark [ ] here", "Mark [ ] here", DoubtReason.LIKE_WORDS),
        ("1-[2-ink]-paper", "1-[2-ink]-paper", DoubtReason.LIKE_WORDS),
        ("Books] are lent", "Books] are lent", DoubtReason.UNPAIRED),
        ("Books [are lent", "Books [are lent", DoubtReason.UNPAIRED),
        ("Lend [books [old ones] too] here", "Lend -books [old ones] too -here",
         DoubtReason.NESTED),
        ("Lend [books <maps> cards] here", "Lend -books -+maps+-cards- here",
         DoubtReason.OVER_NEW),
        ("{[}books{]} and [maps] are", "-books -and [maps] are", DoubtReason.SET_PLAIN),
    ],
)  # fmt: skip
def test_what_print_does_not_tell_is_told(
    line: str, wanted: str, reason: DoubtReason
) -> None:
    read = marked(printed(line))
    assert shown(read.blocks) == [wanted]
    assert [doubt.reason for doubt in read.doubts] == [reason]


def test_brackets_set_apart_leave_the_others_to_the_words() -> None:
    read = marked(printed("{[}1-[2-ink]-paper is lent{]} <2-[3-ink]-paper> is not"))
    assert shown(read.blocks) == ["-1-[2-ink]-paper is lent-+2-[3-ink]-paper+ is not"]
    assert not read.doubts


def test_a_hyphen_can_be_deleted_inside_a_word() -> None:
    assert shown(marked(printed("a non[-]fiction book")).blocks) == ["a non---fiction book"]


def test_words_that_the_source_calls_deleted_need_no_brackets() -> None:
    (block,) = printed("Books are lent.")
    pieces = (*block.pieces, Piece(text=" Maps too.", ink=Ink.GONE))
    read = marked((replace(block, pieces=pieces),))
    assert shown(read.blocks) == ["Books are lent.- Maps too.-"]


def test_every_reading_is_offered() -> None:
    one = section("Lend [sic] and [a [b] c] here")
    found = [shown(each.blocks)[0] for each in readings(one)]
    assert found == [
        "Lend [sic] and -a [b] c -here",
        "Lend -sic -and -a [b] c -here",
        "Lend [sic] and -a b c -here",
        "Lend -sic -and -a b c -here",
    ]


def test_of_many_doubts_not_every_combination_is_a_reading() -> None:
    one = section(" ".join(["a [sic]"] * 9))
    assert len(list(readings(one))) == 1 + 9 + 1


def test_an_unpaired_bracket_has_one_reading() -> None:
    assert len(list(readings(section("Lend [books")))) == 1


@pytest.mark.parametrize(
    ("law", "wanted"),
    [
        ("Fill in [name] and title.", "Fill in [name] -and title-."),
        ("Fill in name and title.", "Fill in -name -and title-."),
    ],
)
def test_the_law_before_tells_brackets_that_are_its_words(law: str, wanted: str) -> None:
    del wanted
    one = section("Fill in [name] [and title].")
    read = beside_law(one, law)
    brackets = "[name]" in law
    assert shown(read.blocks) == [
        "Fill in [name]- and title-." if brackets else "Fill in- name and title-."
    ]
    assert not read.doubts


def test_the_law_before_tells_which_of_nested_brackets_are_its_words() -> None:
    one = section("Fill in [your [full] name] here")
    assert shown(beside_law(one, "Fill in [your full name] here").blocks) == [
        "Fill in [your -full -name] here"
    ]
    assert shown(beside_law(one, "Fill in your [full] name here").blocks) == [
        "Fill in -your [full] name -here"
    ]
