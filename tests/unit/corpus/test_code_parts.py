"""Children that two sections share are left out; whatever is not sure stays."""

from __future__ import annotations

import pytest

from statuteline.corpus.code_parts import without_shared


def section(number: str, *children: str, head: str = "", tail: str = "") -> bytes:
    body = "\n".join(child.replace("%", f"sec_{number}__") for child in children)
    return f'<section eId="sec_{number}">{head}\n{body}\n{tail}</section>\n'.encode()


def child(label: str, words: str, name: str = "subsection", eid: str = "") -> str:
    eid = eid or f"%subsec_{label}"
    return f'<{name} eId="{eid}"><num>({label})</num><p>{words}</p></{name}>'


A, B, C = child("a", "One fee."), child("b", "Two fees."), child("b", "Three fees.")


def test_a_child_that_is_the_same_is_an_empty_element() -> None:
    old, new, same = without_shared(section("1", A, B), section("1", A, C))
    assert same == {("sec_1__subsec_a", "sec_1__subsec_a")}
    for data, left in ((old, b"Two fees."), (new, b"Three fees.")):
        assert b'<subsection eId="sec_1__subsec_a"/><subsection eId=' in data
        assert b"One fee." not in data
        assert left in data


def test_the_number_of_the_section_makes_no_difference() -> None:
    _, new, same = without_shared(section("1", A, B), section("9", A, C))
    assert same == {("sec_1__subsec_a", "sec_9__subsec_a")}
    assert b'<subsection eId="sec_9__subsec_a"/>' in new


def test_layout_makes_no_difference() -> None:
    _, _, same = without_shared(
        section("1", A, B), section("1", A.replace("><", ">\n <"), C)
    )
    assert same == {("sec_1__subsec_a", "sec_1__subsec_a")}


def test_a_prefix_makes_no_difference() -> None:
    old, new = (
        section("1", A, other).replace(b"</", b"</akn:").replace(b"<s", b"<akn:s")
        for other in (B, C)
    )
    assert without_shared(old, new)[2] == {("sec_1__subsec_a", "sec_1__subsec_a")}


INNER = '<list eId="%l">' + A.replace("%", "%l__")
NESTED = A.replace("</subsection>", f"{child('x', 'In it.', eid='%x')}</subsection>")


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
        pytest.param(
            section("1", NESTED, B), section("1", NESTED, C), id="a level in itself"
        ),
        pytest.param(
            section("1", INNER, B, "</list>"),
            section("1", INNER, C, "</list>"),
            id="not a child of the section",
        ),
        pytest.param(
            section("1", A, "<p>words</p>", B),
            section("1", A, "<p>words</p>", C),
            id="words between",
        ),
        pytest.param(
            section("1", A, B, tail="<wrapUp><p>x</p></wrapUp>"),
            section("1", A, C, tail="<wrapUp><p>x</p></wrapUp>"),
            id="words behind",
        ),
        pytest.param(
            section("1", A, B, '<subsection eId="%c"/>'),
            section("1", A, C, '<subsection eId="%c"/>'),
            id="an empty child",
        ),
    ],
)
def test_where_it_is_not_sure_nothing_is_left_out(old: bytes, new: bytes) -> None:
    assert without_shared(old, new)[2] == frozenset()
    found = without_shared(old, new)[:2]
    assert [b"".join(data.split()) for data in found] == [
        b"".join(data.split()) for data in (old, new)
    ]
