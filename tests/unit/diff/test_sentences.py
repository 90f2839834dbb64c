from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.diff import sentences
from statuteline.diff.ancestry import Ancestry
from statuteline.model.change import Inserted, Pairing, Reason, Run, RunKind, Runs
from statuteline.model.ids import EId, ProvisionRef, WorkId

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.provision import Provision

    Make = Callable[..., Provision]

TOP = "sec_99-1"
KINDS = {"=": RunKind.EQUAL, "-": RunKind.DELETED, "+": RunKind.INSERTED}


def _runs(*marked: str) -> Runs:
    return tuple(Run(kind=KINDS[words[0]], text=words[1:]) for words in marked)


@pytest.fixture
def path(provision: Make) -> Callable[..., Ancestry]:
    def make(number: str | None = "a", *children: Provision, words: str = "") -> Ancestry:
        num = f"({number})" if number else None
        part = provision(f"{TOP}__subsec_{number or 'x'}", words, *children, num=num)
        return Ancestry(steps=(provision(TOP, "", part), part), alone=True)

    return make


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        (
            ("=A fee of ", "-five", "+twenty", "= dollars and more."),
            "In subsection (a), “five” is replaced by “twenty”.",
        ),
        (
            ("=a class ", "-B", "+A", "= felony, as before"),
            "In subsection (a), “class B felony” is replaced by “class A felony”.",
        ),
        (
            ("=of the fee", "+ and the price", "= due"),
            "In subsection (a), “and the price” is inserted after “of the fee”.",
        ),
        (("=the fee", "+ and more"), "In subsection (a), “and more” is added at the end."),
        (
            ("+If asked, ", "=he may"),
            "In subsection (a), “If asked,” is inserted at the beginning.",
        ),
        (("=the fee", "- due", "= here"), "In subsection (a), “due” is deleted."),
        (("=the fee", "-.", "+; or"), "In subsection (a), “.” is replaced by “; or”."),
        (("=the fee", "-,", "= due"), "Only punctuation changes in subsection (a)."),
        (("=the fee", "- ", "+\n", "=due"), "Only spacing changes in subsection (a)."),
        (("-old words", "+new text"), "Subsection (a) is rewritten."),
        (("+new text",), "Words are added to subsection (a)."),
        (("-old words",), "The words of subsection (a) are deleted."),
        (
            ("=a", "+ b", "=c", "+ d", "=e", "+ f", "=g", "+ h", "=i"),
            "In subsection (a), 4 passages change; the first: “b” is inserted after “a”.",
        ),
        (
            ("=The fees:\nBook\tten cents", "+\nMap\tone dollar"),
            "In subsection (a), “Map one dollar” is added at the end.",
        ),
    ],
)
def test_amended(path: Callable[..., Ancestry], marked: tuple[str, ...], told: str) -> None:
    assert sentences.amended(path(), _runs(*marked)) == told


def test_opening_and_closing_words_are_told_apart(
    path: Callable[..., Ancestry], provision: Make
) -> None:
    here = path("a", provision(f"{TOP}__subsec_a__subdiv_1", "x"))
    gone, come = _runs("-old"), _runs("+new")
    both = gone + come
    assert sentences.amended(here, gone) == (
        "The opening words of subsection (a) are deleted."
    )
    assert sentences.amended(here, (), come) == (
        "Closing words are added to subsection (a)."
    )
    assert sentences.amended(here, both) == (
        "The opening words of subsection (a) are rewritten."
    )
    assert sentences.amended(here, _runs("=if", "+ so"), gone) == (
        "In subsection (a), “so” is added at the end; “old” is deleted."
    )


def test_numbers(path: Callable[..., Ancestry]) -> None:
    assert sentences.renumbered(path("a"), path("b")) == (
        "Former subsection (a) is now subsection (b)."
    )
    assert sentences.renumbered(path("a"), path(None)) == (
        "The number “(a)” of the subsection is removed."
    )
    assert sentences.renumbered(path(None), path("a")) == (
        "The subsection is given the number “(a)”."
    )


def test_places(path: Callable[..., Ancestry]) -> None:
    assert sentences.moved(path("a"), path("b")) == (
        "Former subsection (a) is moved and is now subsection (b)."
    )
    assert sentences.moved(path("a"), path("a")) == (
        "Subsection (a) stands at another place."
    )


def test_headings(path: Callable[..., Ancestry]) -> None:
    told = sentences.heading_changed
    assert told(path(), _runs("+Fees")) == "Subsection (a) is given the heading “Fees”."
    assert told(path(), _runs("-Fees")) == (
        "The heading “Fees” of subsection (a) is removed."
    )
    assert told(path(), _runs("=Fees", "+ and loans")) == (
        "The heading of subsection (a) changes from “Fees” to “Fees and loans”."
    )


def test_division(path: Callable[..., Ancestry]) -> None:
    assert sentences.divided(path(), ()) == (
        "The undivided text becomes subsection (a), its words unchanged."
    )
    assert sentences.joined(path(), _runs("=a", "+ b"), _runs("-c")) == (
        "Former subsection (a) becomes undivided text, with 2 passages changed."
    )


def test_acts_are_named_as_far_as_known(path: Callable[..., Ancestry]) -> None:
    act = WorkId.parse("us-xx/pa/21-1")
    end = "; the words are not restated here."
    for ref, told in (
        (ProvisionRef(act, EId("sec_3")), "act 21-1, section 3"),
        (ProvisionRef(act), "act 21-1"),
        (None, "an act that our sources do not name"),
    ):
        assert sentences.unseen(path(), ref) == f"Subsection (a) was changed by {told}{end}"


def test_one_line_tells_two_and_counts_the_rest() -> None:
    why = Pairing(reason=Reason.UNPAIRED, confidence=1.0)
    changes = tuple(
        Inserted(new=EId("sec_1"), summary=f"Thing {n} is added.", pairing=why)
        for n in range(4)
    )
    assert sentences.one_line(()) == "No change of words."
    assert sentences.one_line(changes[:2]) == "Thing 0 is added. Thing 1 is added."
    assert sentences.one_line(changes) == (
        "Thing 0 is added. Thing 1 is added. And 2 more."
    )
