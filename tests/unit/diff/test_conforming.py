"""Citations that follow a renumbering are told apart from amendments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.diff.compare import compare
from statuteline.diff.conforming import Renumberings
from statuteline.model.change import Amended, Conforming

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.change import Comparison
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression

    Make = Callable[..., Provision]

LOST = "Whoever loses a map shall pay the price of that map within a month."
KEPT = "The librarian shall keep a list of all maps that are on loan to readers."


def _compared(
    provision: Make, text: Callable[..., Expression], old: str, new: str
) -> Comparison:
    """Compare two sections: 1 becomes 9, in it (b) becomes (c); another one cites them."""

    def body(number: str, label: str, words: str) -> Expression:
        top = f"sec_{number}"
        kept = [provision(f"{top}__subsec_a", KEPT)]
        if label == "c":
            kept.append(
                provision(f"{top}__subsec_b", "A fee of one dollar is due at once.")
            )
        return text(
            provision(
                top, "", *kept, provision(f"{top}__subsec_{label}", LOST), num=number
            ),
            provision("sec_2-7", words, num="2-7"),
        )

    return compare(body("1-1", "b", old), body("9-9", "c", new))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("under section 1-1, a fee is due", "under section 9-9, a fee is due", Conforming),
        (
            "under subsection (b) of section 1-1, a fee is due",
            "under subsection (c) of section 9-9, a fee is due",
            Conforming,
        ),
        (
            "under subsection (b) of this section a fee is due",
            "under subsection (c) of this section a fee is due",
            Amended,
        ),
        (
            "under subsection (b) of section 1-1, a fee is due",
            "under subsection (d) of section 9-9, a fee is due",
            Amended,
        ),
        ("under section 9-9, a fee is due", "under section 1-1, a fee is due", Amended),
        ("under section 1-1, a fee is due", "under section 9-9, a toll is due", Amended),
        (
            "under section 1-1, a fee is due",
            "under section 9-9 or 9-8, a fee is due",
            Amended,
        ),
    ],
)
def test_only_a_followed_renumbering_conforms(
    provision: Make,
    text: Callable[..., Expression],
    old: str,
    new: str,
    kind: type[object],
) -> None:
    found = _compared(provision, text, old, new)
    told = [
        type(change)
        for change in found.changes
        if isinstance(change, Amended | Conforming) and change.new.text == "sec_2-7"
    ]
    assert told == [kind]


def test_nothing_conforms_where_nothing_was_renumbered(
    provision: Make, text: Callable[..., Expression]
) -> None:
    old = text(provision("sec_2-7", "under section 1-1, a fee is due", num="2-7"))
    new = text(provision("sec_2-7", "under section 9-9, a fee is due", num="2-7"))
    found = compare(old, new)
    assert not Renumberings((found,))
    assert [type(change) for change in found.changes] == [Amended]
