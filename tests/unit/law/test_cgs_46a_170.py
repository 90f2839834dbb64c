from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from statuteline.law import encoding


def seats(at: date) -> Counter[tuple[str, str | None]]:
    version = encoding("us-ct/council").version_at(at)
    assert version is not None
    return Counter({(one.holder, one.filled_by): one.count for one in version.seats})


@pytest.mark.parametrize(
    ("at", "members"),
    [
        (date(2021, 6, 30), 27),
        (date(2021, 7, 1), 35),
        (date(2022, 10, 1), 35),
        (date(2023, 6, 30), 35),
        (date(2023, 7, 1), 36),
        (date(2024, 6, 6), 36),
    ],
)
def test_the_seats_add_up(at: date, members: int) -> None:
    assert seats(at).total() == members


def test_the_eight_seats_of_2021_are_told_one_by_one() -> None:
    before, after = seats(date(2021, 6, 30)), seats(date(2021, 7, 1))
    assert before - after == Counter()
    added = after - before
    assert added.total() == 8
    assert Counter(filled_by for _, filled_by in added) == Counter(
        [
            "Chief Court Administrator",
            "Chief State's Attorney",
            "Chief Public Defender",
            "Governor",
            "majority leader of the Senate",
            "minority leader of the Senate",
            "majority leader of the House of Representatives",
            "minority leader of the House of Representatives",
        ]
    )


def test_the_public_members_are_ten_and_then_fifteen() -> None:
    for at, named, by_office in ((date(2020, 1, 1), 10, 17), (date(2022, 1, 1), 15, 20)):
        public = {
            seat: count
            for seat, count in seats(at).items()
            if seat[0].startswith(("public member", "representative"))
        }
        assert sum(public.values()) == named
        assert seats(at).total() - sum(public.values()) == by_office


def test_2023_adds_one_commissioner() -> None:
    added = seats(date(2023, 7, 1)) - seats(date(2023, 6, 30))
    assert added == Counter({("Commissioner of Developmental Services", ""): 1})
