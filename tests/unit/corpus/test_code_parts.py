"""Children that two sections share are left out; whatever is not sure stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.code_parts import without_shared

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.diff.matches import Same


def section(number: str, *children: str, head: str = "", tail: str = "") -> bytes:
    body = "\n".join(child.replace("%", f"sec_{number}__") for child in children)
    return f'<section eId="sec_{number}">{head}\n{body}\n{tail}</section>\n'.encode()


def child(label: str, words: str, name: str = "subsection", eid: str = "") -> str:
    eid = eid or f"%subsec_{label}"
    return f'<{name} eId="{eid}"><num>({label})</num><p>{words}</p></{name}>'


A, B, C = child("a", "One fee."), child("b", "Two fees."), child("b", "Three fees.")
D, E = child("c", "Four fees."), child("c", "Five fees.")


def reduced(old: bytes, new: bytes) -> tuple[bytes, bytes, Same]:
    found = without_shared(old, new)
    assert found is not None
    return found


def test_where_one_child_differs_the_others_are_left_out() -> None:
    old, new, same = reduced(section("1", A, B, D), section("1", A, C, D))
    assert same == frozenset()
    for data, left in ((old, b"Two fees."), (new, b"Three fees.")):
        assert data.count(b"<subsection") == 1
        assert left in data


def test_where_more_differ_a_child_that_is_the_same_is_an_empty_element() -> None:
    old, new, same = reduced(section("1", A, B, D), section("1", A, C, E))
    assert same == {("sec_1__subsec_a", "sec_1__subsec_a")}
    for data, left in ((old, b"Two fees."), (new, b"Three fees.")):
        assert b'<subsection eId="sec_1__subsec_a"/><subsection eId=' in data
        assert b"One fee." not in data
        assert left in data


def test_the_number_of_the_section_makes_no_difference() -> None:
    _, new, same = reduced(section("1", A, B), section("9", A, C))
    assert same == {("sec_1__subsec_a", "sec_9__subsec_a")}
    assert b'<subsection eId="sec_9__subsec_a"/>' in new


def test_layout_makes_no_difference() -> None:
    _, _, same = reduced(section("1", A, B), section("1", A.replace("><", ">\n <"), C))
    assert same == {("sec_1__subsec_a", "sec_1__subsec_a")}


def test_indentation_makes_no_difference() -> None:
    old = section("1", A, B, D).replace(b"\n", b"\n    ")
    assert reduced(old, section("1", A, C, D))[0].count(b"<subsection") == 1


def test_a_prefix_makes_no_difference() -> None:
    old, new = (
        section("1", A, *others).replace(b"</", b"</akn:").replace(b"<s", b"<akn:s")
        for others in ((B, D), (C, E))
    )
    assert reduced(old, new)[2] == {("sec_1__subsec_a", "sec_1__subsec_a")}


INNER = '<list eId="%l">' + A.replace("%", "%l__")
NESTED = A.replace("</subsection>", f"{child('x', 'In it.', eid='%x')}</subsection>")


BESIDE: dict[str, Callable[..., bytes]] = {
    "a level in itself": lambda *some: section("1", NESTED, *some),
    "not a child of the section": lambda *some: section("1", INNER, *some, "</list>"),
    "words between": lambda *some: section("1", A, "<p>words</p>", *some),
    "words behind": lambda *some: section("1", A, *some, tail="<wrapUp><p>x</p></wrapUp>"),
    "an empty child": lambda *some: section("1", A, *some, '<subsection eId="%d"/>'),
}


@pytest.mark.parametrize("name", sorted(BESIDE.keys() - {"not a child of the section"}))
def test_whatever_stands_beside_the_one_that_differs_is_left_out(
    name: str,
) -> None:
    for data in reduced(BESIDE[name](B), BESIDE[name](C))[:2]:
        assert data.count(b"fees.") == 1
        assert b"One fee." not in data
        assert b"words" not in data


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(section("1", A, B), section("1", C), id="nothing shared"),
        pytest.param(section("1"), section("1", A), id="no child"),
        pytest.param(
            section("1", A, B),
            section("1", A.replace("subsection", "paragraph"), C),
            id="other levels",
        ),
        pytest.param(
            section("1", A, B, child("c", "x", eid="%subsec_a")),
            section("1", A, C, child("c", "x", eid="%subsec_a")),
            id="an address twice",
        ),
        pytest.param(
            section("1", A, B, "<paragraph><p>x</p></paragraph>"),
            section("1", A, C, "<paragraph><p>x</p></paragraph>"),
            id="no address",
        ),
        pytest.param(
            section("1", A.replace(" eId", ' wId="sec_7" eId'), B),
            section("1", A.replace(" eId", ' wId="sec_7" eId'), C),
            id="a lasting id",
        ),
        *(
            pytest.param(write(B, D), write(C, E), id=f"{name}, and two differ")
            for name, write in BESIDE.items()
        ),
    ],
)
def test_where_it_is_not_sure_nothing_is_left_out(old: bytes, new: bytes) -> None:
    assert without_shared(old, new) is None
