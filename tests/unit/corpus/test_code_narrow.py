"""Sections are narrowed to the one provision in which they differ, where that is sure."""

from __future__ import annotations

import pytest

from statuteline.corpus.code_narrow import narrowed


def level(eid: str, *inside: str, num: bool = True, name: str = "part") -> str:
    number = f"<num>{eid[-1]}</num>" if num else ""
    return f'<{name} eId="{eid}">{number}{"".join(inside)}</{name}>'


def words(text: str) -> str:
    return f"<content><p>{text}</p></content>"


def section(*parts: str) -> bytes:
    heading = "<num>Sec. 1.</num><heading>Fees.</heading>"
    return level(
        "s", heading, "<intro><p>As follows:</p></intro>", *parts, num=False
    ).encode()


SAME = level(
    "s__a", words("Whoever asks for a book shall ask the clerk of the town for it.")
)
ALSO = level(
    "s__b__1", words("The clerk shall keep the books in which each fee is entered.")
)


def nested(text: str) -> bytes:
    return section(SAME, level("s__b", ALSO, level("s__b__2", words(text))))


def test_what_it_lies_in_keeps_its_number_and_heading() -> None:
    found = narrowed(nested("One fee."), nested("Two fees are due."))
    assert found is not None
    old, new, same = found
    assert same == {("s__b", "s__b")}
    for data, text in ((old, "One fee."), (new, "Two fees are due.")):
        inner = level("s__b", level("s__b__2", words(text)))
        heading = "<num>Sec. 1.</num><heading>Fees.</heading>"
        assert data.decode() == level("s", heading, inner, num=False)


def test_two_changes_in_one_provision_are_in_what_stays() -> None:
    def both(one: str, other: str) -> bytes:
        parts = (level(f"s__b__{i}", words(text)) for i, text in ((1, one), (2, other)))
        return section(SAME, level("s__b", *parts))

    found = narrowed(both("One fee.", "Two fees."), both("A fee.", "No fees."))
    assert found is not None
    old, new, same = found
    assert same == frozenset()
    for data, texts in ((old, (b"One", b"Two")), (new, (b"A fee", b"No"))):
        assert all(text in data for text in texts)
        assert b"Whoever" not in data


def test_where_little_else_is_the_same_the_provision_around_stays_whole() -> None:
    long = "This one says a lot more than what stands beside it, again and again. " * 9
    old, new = nested(long), nested(long.replace("lot", "bit"))
    found = narrowed(old, new)
    assert found is not None
    assert ALSO.encode() in found[0]
    assert found[2] == frozenset()


def test_a_provision_that_is_divided_in_two_is_not_left_alone() -> None:
    one = section(
        SAME, level("s__b", words("A fee. A toll.")), level("s__d", words("End."))
    )
    two = section(
        SAME,
        level("s__b", words("A fee.")),
        level("s__c", words(" A toll.")),
        level("s__d", words("End.")),
    )
    assert narrowed(one, two) is None
    assert narrowed(two, one) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            section(SAME, level("s__b", words("x"))).replace(b"Fees", b"Tolls"),
            section(SAME, level("s__b", words("x"))),
            id="the heading of the section differs",
        ),
        pytest.param(
            section(SAME, level("s__b", words("x"), num=False)),
            section(SAME, level("s__b", words("y"), num=False)),
            id="told by its place",
        ),
        pytest.param(
            section(SAME, level("s__a", words("x"))),
            section(SAME, level("s__a", words("y"))),
            id="an address twice",
        ),
        pytest.param(
            section(SAME, level("s__b", level("s__c", words("x")))),
            section(SAME, level("s__b", level("s__a", words("x")))),
            id="an address that is new there",
        ),
        pytest.param(
            section(SAME, level("s__b", words("x"), "<part><num>1</num></part>")),
            section(SAME, level("s__b", words("y"), "<part><num>1</num></part>")),
            id="no address",
        ),
        pytest.param(
            section(SAME, level("s__b", words("x"))).replace(b"<part ", b'<part wId="w" '),
            section(SAME, level("s__b", words("y"))).replace(b"<part ", b'<part wId="w" '),
            id="a lasting id",
        ),
    ],
)
def test_where_it_is_not_sure_nothing_is_left_out(old: bytes, new: bytes) -> None:
    assert narrowed(old, new) is None


@pytest.mark.parametrize("text", ["One <b>fee</b>.", "1 > 0.", "&lt;b>"])
def test_no_tag_is_cut(text: str) -> None:
    found = narrowed(nested(text), nested(text.replace("e", "oo").replace("0", "> 2")))
    assert found is None or all(
        data.endswith(b"</part></part></part>") for data in found[:2]
    )
