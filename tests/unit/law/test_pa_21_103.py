from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from statuteline.law import encoding

if TYPE_CHECKING:
    from statuteline.rules.encodings import Version


def report(at: date) -> Version | None:
    return encoding("us-ct/council-report").version_at(at)


def test_the_duty_is_claimed_only_from_a_day_that_is_certain() -> None:
    assert report(date(2021, 6, 30)) is None
    version = report(date(2021, 7, 1))
    assert version is not None
    assert version.bound


def test_the_council_reports_to_one_committee_in_time() -> None:
    version = report(date(2021, 12, 31))
    assert version is not None
    assert [(duty.to, duty.until) for duty in version.duties] == [
        ("", date(2022, 1, 1)),
        ("Judiciary Committee", date(2022, 1, 1)),
    ]
