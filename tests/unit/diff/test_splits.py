"""Splits and mergers: the words of one provision found in several of the other text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.diff.compare import compare
from statuteline.model.change import (
    Inserted,
    Merged,
    Moved,
    Reason,
    Repealed,
    Split,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.change import Comparison
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression

    Make = Callable[..., Provision]
    Sections = Callable[..., Expression]

TOP = "sec_99-1"
LOAN = "A reader may borrow a book for fourteen days and renew the loan once."
FEE = "Whoever returns a book late shall pay ten cents for each day of delay."
MAPS = "Maps and old prints are read in the hall and never leave the building."
NEW = "The clerk keeps a list of all readers who owe the town any money."


@pytest.fixture
def section(provision: Make, text: Sections) -> Sections:
    """Make a section of subsections (a), (b) and so on, each with its words."""

    def make(*words: str) -> Expression:
        parts = (
            provision(f"{TOP}__subsec_{label}", said)
            for label, said in zip("abcdefgh", words, strict=False)
        )
        return text(provision(TOP, "", *parts, num="Sec. 99-1."))

    return make


def _told(found: Comparison, *kinds: type) -> list[str]:
    return [change.summary for change in found.changes if isinstance(change, kinds)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            (f"{LOAN} {FEE}", MAPS),
            (LOAN, FEE, MAPS),
            ["Former subsection (a) is split into subsections (a) and (b)."],
        ),
        (
            (LOAN, f"{FEE} {MAPS} {NEW}"),
            (LOAN, FEE, MAPS, NEW),
            ["Former subsection (b) is split into subsections (b), (c) and (d)."],
        ),
        ((LOAN, FEE), (LOAN, FEE, NEW), []),
        ((f"{LOAN} {FEE}",), (LOAN, NEW), []),
    ],
)
def test_a_split_is_told(
    section: Sections, old: tuple[str, ...], new: tuple[str, ...], told: list[str]
) -> None:
    found = compare(section(*old), section(*new))
    assert _told(found, Split) == told
    assert bool(_told(found, Inserted)) is not bool(told)
    assert not _told(found, Merged)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            (LOAN, FEE, MAPS),
            (f"{LOAN} {FEE}", MAPS),
            ["Former subsections (a) and (b) are merged into subsection (a)."],
        ),
        ((LOAN, FEE, NEW), (LOAN, FEE), []),
    ],
)
def test_a_merger_is_told(
    section: Sections, old: tuple[str, ...], new: tuple[str, ...], told: list[str]
) -> None:
    found = compare(section(*old), section(*new))
    assert _told(found, Merged) == told
    assert bool(_told(found, Repealed)) is not bool(told)
    assert not _told(found, Split)


def test_a_list_that_was_taken_out_is_a_split(provision: Make, text: Sections) -> None:
    sub = f"{TOP}__subsec_"

    def listed(label: str, opening: str, *items: str) -> Provision:
        return provision(
            f"{sub}{label}",
            opening,
            *(
                provision(f"{sub}{label}__subdiv_{n}", said)
                for n, said in enumerate(items, 1)
            ),
        )

    old = text(provision(TOP, "", listed("a", "These hold:", LOAN, FEE, MAPS, NEW)))
    new = text(
        provision(
            TOP, "", listed("a", "These hold:", LOAN, FEE), listed("b", "And:", MAPS, NEW)
        )
    )
    found = compare(old, new)
    split = next(change for change in found.changes if isinstance(change, Split))
    assert [eid.text for eid in split.new] == [f"{sub}a", f"{sub}b"]
    assert split.pairing.reason is Reason.CONTAINED
    assert split.pairing.confidence > 0.9
    # The items are the same provisions still, under another parent.
    assert len(_told(found, Moved)) == 2


def test_undivided_text_that_went_to_several_parts(provision: Make, text: Sections) -> None:
    old = text(provision(TOP, f"{LOAN} {FEE} {MAPS}"))
    parts = (LOAN, FEE, MAPS)
    new = text(
        provision(
            TOP,
            "",
            *(
                provision(f"{TOP}__subsec_{label}", said)
                for label, said in zip("abc", parts, strict=True)
            ),
        )
    )
    assert _told(compare(old, new), Split) == [
        "The undivided text is split into subsections (a), (b) and (c)."
    ]


def test_few_words_prove_nothing(section: Sections) -> None:
    old, new = (
        section(f"{LOAN} No fee is due.", MAPS),
        section(LOAN, "No fee is due.", MAPS),
    )
    assert not _told(compare(old, new), Split)
