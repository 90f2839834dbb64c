"""Published sections become provisions with addresses of their own."""

from __future__ import annotations

from datetime import date

import pytest

from statuteline.model.provision import walk
from statuteline.model.published import (
    Edition,
    EditionKind,
    Heading,
    Position,
    PublishedSection,
    Status,
)
from statuteline.model.text import Paragraph, plain
from statuteline.publishers.us_ct.hierarchy import divide_section
from statuteline.structure.reading import Why


def section(
    *numbers: str, body: tuple[str, ...], is_range: bool = False
) -> PublishedSection:
    return PublishedSection(
        numbers=numbers,
        is_range=is_range,
        printed=f"Sec. {numbers[0]}.",
        former=None,
        heading=plain("Fees."),
        status=Status.ACTIVE,
        body=tuple(Paragraph(spans=plain(words)) for words in body),
        notes=(),
        edition=Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION),
        position=Position(title=Heading(number="9"), chapter=Heading(number="90")),
        source="books",
    )


def test_addresses() -> None:
    found = divide_section(
        section("9-1l", body=("(a) Fees: (1) Cards, and (2) maps.", "(b) None else."))
    )
    assert [one.eid.text for one in walk((found.provision,))] == [
        "sec_9-1l",
        "sec_9-1l__subsec_a",
        "sec_9-1l__subsec_a__subdiv_1",
        "sec_9-1l__subsec_a__subdiv_2",
        "sec_9-1l__subsec_b",
    ]
    assert (found.provision.num, found.provision.heading_text) == ("Sec. 9-1l.", "Fees.")
    assert not found.unplaced


@pytest.mark.parametrize(
    ("numbers", "is_range", "eid"),
    [
        (("9-1", "9-4"), True, "sec_9-1-to-9-4"),
        (("9-1", "9-3", "9-5"), True, "sec_9-1-to-9-5"),
        (("9-1", "9-1a"), False, "sec_9-1-and-9-1a"),
        (("42a-2A-101",), False, "sec_42a-2A-101"),
    ],
)
def test_addresses_of_groups(
    numbers: tuple[str, ...],
    is_range: bool,  # noqa: FBT001 - a column of the table
    eid: str,
) -> None:
    found = divide_section(section(*numbers, body=("Repealed.",), is_range=is_range))
    assert found.provision.eid.text == eid


def test_numbers_that_open_nothing_are_told() -> None:
    body = (
        "A fee (1) for a card, or (2) for a map. Else (1) none, or (2) one.",
        "(c) Bells.",
    )
    found = divide_section(section("9-1", body=body))
    assert [(one.marker.num, one.why) for one in found.unplaced] == [
        ("(1)", Why.SECOND_LIST),
        ("(2)", Why.SECOND_LIST),
        ("(c)", Why.NO_LIST),
    ]
    alone = divide_section(section("9-1", body=("(a) A fee is due.",)))
    assert [one.why for one in alone.unplaced] in ([Why.ALONE], [Why.NO_LIST])
    assert not alone.provision.children


def test_a_coming_text_is_not_divided() -> None:
    body = ("(a) A fee.", "*(b) None.", "*Note: On and after July 1, 2027:", "“(b) One.”")
    found = divide_section(section("9-1", body=body))
    assert [one.num for one in found.provision.children] == ["(a)", "*(b)"]
    assert len(found.provision.wrap_up) == 2
