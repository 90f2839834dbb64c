"""What is paired when neither words nor numbers alone decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.diff.align import Pair, align
from statuteline.model.change import Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.model.provision import Provision

    Make = Callable[..., Provision]

TOP = "sec_99-1"
LOAN = "A reader may borrow a book for fourteen days and renew the loan once."
FEE = "Whoever returns a book late shall pay ten cents for each day of delay."
MAPS = "Maps and old prints are read in the hall and never leave the building."
NEW = "The clerk keeps a list of all readers who owe the town any money."
FEE_REWRITTEN = (
    "For each day of delay ten cents are due, but no reader under the age of sixteen and "
    "nobody who was ill and told the librarian so in writing has to pay them."
)


def _section(provision: Make, *words: str) -> Provision:
    parts = (
        provision(f"{TOP}__subsec_{label}", said)
        for label, said in zip("abcdefgh", words, strict=False)
    )
    return provision(TOP, "", *parts)


def _below(pairs: tuple[Pair, ...]) -> Iterator[Pair]:
    for pair in pairs:
        yield pair
        yield from _below(pair.children)


def _shown(old: Provision, new: Provision) -> str:
    found = list(_below(align((old,), (new,))))[1:]
    sides = ((p.old, p.new) for p in found)
    return " ".join(
        ">".join(one.eid.text.removeprefix(f"{TOP}__") if one else "-" for one in both)
        for both in sides
    ).replace("subsec_", "")


def test_what_was_much_amended_is_told_by_its_neighbours(provision: Make) -> None:
    old = _section(provision, LOAN, FEE, MAPS)
    new = _section(provision, NEW, LOAN, FEE_REWRITTEN, MAPS)
    assert _shown(old, new) == "->a a>b b>c c>d"
    pair = align((old,), (new,))[0].children[2]
    assert pair.pairing.reason is Reason.NEIGHBOURS


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("Repealed.|Reserved.", "Repealed.|Reserved.", "a>a b>b"),
        ("Repealed.|Reserved.", "NEW|Repealed.|Reserved.", "->a a>b b>c"),
        ("Repealed.|Repealed.", "Repealed.|Reserved.", "a>a b>b"),
    ],
)
def test_short_texts_keep_their_order(
    provision: Make, old: str, new: str, shown: str
) -> None:
    before = _section(provision, *old.split("|"))
    after = _section(provision, *new.replace("NEW", NEW).split("|"))
    assert _shown(before, after) == shown


def test_a_number_claims_nothing_that_is_surely_elsewhere(provision: Make) -> None:
    sub = f"{TOP}__subsec_a"

    def listed(*parts: Provision) -> Provision:
        return provision(TOP, "", provision(sub, "These rules hold:", *parts))

    old = listed(*(provision(f"{sub}__subdiv_{n}", w) for n, w in ((1, FEE), (2, MAPS))))
    one = f"{sub}__subdiv_1"
    new = listed(
        provision(
            one,
            "For readers of the town:",
            provision(f"{one}__para_A", FEE),
            provision(f"{one}__para_B", MAPS),
        ),
        provision(f"{sub}__subdiv_2", NEW),
    )
    pairs = {
        (p.old.eid.steps[-1], p.new.eid.steps[-1])
        for p in _below(align((old,), (new,)))
        if p.old and p.new
    }
    assert {("subdiv_1", "para_A"), ("subdiv_2", "para_B")} <= pairs
