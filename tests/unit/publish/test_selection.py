"""What is left out of a redline is said, and nothing that changed is ever left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import html5lib
import pytest

from statuteline.model.change import Run, RunKind
from statuteline.publish import render
from statuteline.publish._changes import sides_of
from statuteline.publish._layout import rows
from statuteline.publish._selection import selected
from statuteline.publish.base import Detail, Profile, Style

if TYPE_CHECKING:
    from statuteline.model.change import Comparison


def labels(comparison: Comparison, context: int | None) -> list[str]:
    """Give the address of each row; the note of one that stands for others."""
    return [
        row.place.eid.text if row.anchor else "".join(row.notes)
        for row in selected(comparison, Style(context=context))
        if not row.closing
    ]


def test_without_context_everything_is_shown(comparison: Comparison) -> None:
    assert selected(comparison, Style()) == rows(comparison)


def test_unchanged_provisions_are_left_out_and_counted(comparison: Comparison) -> None:
    assert labels(comparison, 0) == [
        "sec_1-1",
        "sec_1-1__subsec_a",
        "sec_1-1__subsec_b",
        "sec_1-1__subsec_c",
        "sec_1-1__subsec_c__subdiv_1",
        "sec_1-2",
        "sec_1-2__subsec_a",
        "sec_1-2__subsec_d",
        "sec_1-2__subsec_d__subdiv_1",
        "sec_1-2__subsec_b__subdiv_2",
        "1 unchanged provision left out.",
        "sec_1-2__subsec_e",
        "sec_1-2__subsec_f",
        "1 unchanged provision left out.",
        "sec_1-3",
    ]


def test_context_keeps_the_neighbours(comparison: Comparison) -> None:
    assert not any("left out" in label for label in labels(comparison, 1))


def test_what_a_change_is_about_always_stays(comparison: Comparison) -> None:
    shown = selected(comparison, Style(context=0))
    places = {place.eid for row in shown for place in (row.old, row.new) if place}
    for change in comparison.changes:
        assert set(sides_of(change)) & places
    marked = [row for row in rows(comparison) if row.marked]
    assert [row for row in shown if row.marked] == marked


def test_the_provisions_above_a_change_stay(comparison: Comparison) -> None:
    only = next(change for change in comparison.changes if "(d)(1)" in change.summary)
    same = tuple(
        replace(line, runs=(Run(kind=RunKind.EQUAL, text="The same."),))
        for line in comparison.lines
    )
    quiet = replace(comparison, lines=same, changes=(only,))
    assert labels(quiet, 0) == [
        "5 unchanged provisions left out.",
        "sec_1-2",
        "1 unchanged provision left out.",
        "sec_1-2__subsec_d",
        "sec_1-2__subsec_d__subdiv_1",
        "6 unchanged provisions left out.",
    ]


@pytest.mark.parametrize("name", ["text", "ct", "markdown", "html"])
def test_formats_say_what_they_left_out(comparison: Comparison, name: str) -> None:
    shown = render(comparison, name, Style(context=0))
    assert shown.count("1 unchanged provision left out.") == 2
    assert "and shall tell the reader so." not in shown
    assert "left out" not in render(comparison, name)


def test_the_page_stays_valid(comparison: Comparison) -> None:
    page = render(comparison, "html", Style(context=0))
    html5lib.HTMLParser(strict=True).parse(page)


@pytest.mark.parametrize("name", ["text", "ct"])
def test_details(comparison: Comparison, name: str) -> None:
    full = render(comparison, name)
    sentences = render(comparison, name, Style(detail=Detail.SENTENCES))
    counts = render(comparison, name, Style(detail=Detail.COUNTS))
    assert full.startswith(sentences)
    assert sentences.endswith("13. Section 1-3 was inserted.\n")
    assert counts.endswith("\nWords: 11 deleted, 41 inserted.\n")
    assert "was inserted" not in counts


@pytest.mark.parametrize("profile", Profile)
def test_html_under_a_profile(comparison: Comparison, profile: Profile) -> None:
    shown = render(comparison, "html", Style(profile=profile))
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(shown)
    law = page.find(f".//div[@class='law {profile.value}']")
    assert law is not None
    deleted = ["".join(mark.itertext()) for mark in law.iterfind(".//del")]
    brackets = profile is Profile.CT
    assert all(("[" in words) is brackets for words in deleted)
    assert ("(NEW)" in "".join(law.itertext())) is brackets
