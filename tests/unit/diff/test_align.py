from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.diff.align import Pair, align
from statuteline.model.change import Reason
from statuteline.model.provision import Coverage, Provision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Make = Callable[..., Provision]

TOP = "sec_99-1"
WORDS = (
    "A reader may borrow a book for fourteen days.",
    "The librarian may waive a fee for good reason.",
    "Whoever loses a map shall pay the price of it.",
)

MORE = "The price is told by the town clerk within ten days, and is paid at the desk."


def _pairs(pairs: tuple[Pair, ...]) -> Iterator[Pair]:
    for pair in pairs:
        yield pair
        yield from _pairs(pair.children)


def _last(provision: Provision | None) -> str:
    return provision.eid.steps[-1].rpartition("_")[2] if provision else "-"


def _shown(old: Provision, new: Provision) -> str:
    found = list(_pairs(align((old,), (new,))))[1:]
    return " ".join(f"{_last(p.old)}>{_last(p.new)}{'*' * p.moved}" for p in found)


def _reasons(old: Provision, new: Provision) -> list[Reason]:
    return [pair.pairing.reason for pair in align((old,), (new,))[0].children]


@pytest.fixture
def section(provision: Make) -> Callable[..., Provision]:
    """Make a section of subsections, each given as number and words."""

    def make(*parts: tuple[str, str]) -> Provision:
        return provision(TOP, "", *(provision(f"{TOP}__subsec_{n}", w) for n, w in parts))

    return make


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("a0 b1 c2", "a0 b1 c2", "a>a b>b c>c"),
        ("a0 b1", "a2 b0 c1", "->a a>b b>c"),
        ("a0 b1 c2", "a0 b2", "a>a b>- c>b"),
        ("a0 b1 c2", "a2 b0 c1", "c>a* a>b b>c"),
    ],
)
def test_words_tell_which_is_which_when_numbers_shift(
    section: Make, old: str, new: str, shown: str
) -> None:
    def text(parts: str) -> Provision:
        return section(*((part[0], WORDS[int(part[1])]) for part in parts.split()))

    assert _shown(text(old), text(new)) == shown


def test_a_lasting_id_beats_words_and_numbers(provision: Make) -> None:
    def text(*parts: tuple[str, str, str]) -> Provision:
        children = (provision(f"{TOP}__subsec_{n}", w, wid=wid) for n, w, wid in parts)
        return provision(TOP, "", *children)

    old = text(("a", WORDS[0], "subsec_x"), ("b", WORDS[1], "subsec_y"))
    new = text(("a", WORDS[0], "subsec_y"), ("b", WORDS[2], "subsec_x"))
    assert _reasons(old, new) == [Reason.SAME_WID, Reason.SAME_WID]
    assert _shown(old, new) == "b>a* a>b"


def test_a_lasting_id_given_twice_is_used_once(provision: Make) -> None:
    parts = [provision(f"{TOP}__subsec_{n}", WORDS[0], wid="subsec_x") for n in "ab"]
    old = provision(TOP, "", parts[0])
    assert _shown(old, provision(TOP, "", *parts)) == "a>a ->b"
    assert _shown(provision(TOP, "", *parts), old) == "a>a b>-"


def test_an_address_used_again_is_not_the_same_provision(provision: Make) -> None:
    eid = f"{TOP}__subsec_a"
    old = provision(TOP, "", provision(eid, WORDS[0]))
    new = provision(TOP, "", provision(eid, WORDS[0], wid=f"{eid}@2021"))
    assert _shown(old, new) == "a>- ->a"


def test_mere_words_like_repealed_do_not_move(section: Make) -> None:
    old = section(("a", "Repealed."), ("b", "Reserved."))
    new = section(("a", "Reserved."), ("b", "Repealed."))
    assert _shown(old, new) == "a>a b>b"


def test_what_is_not_restated_keeps_its_number(provision: Make) -> None:
    eid = f"{TOP}__subsec_a"
    old = provision(TOP, "", provision(eid, coverage=Coverage.NOT_RESTATED))
    new = provision(TOP, "", provision(eid, WORDS[0]))
    assert _reasons(old, new) == [Reason.POSITION]


@pytest.mark.parametrize("backwards", [False, True])
def test_divided_text_is_paired_both_ways(
    provision: Make,
    section: Make,
    backwards: bool,  # noqa: FBT001
) -> None:
    block = provision(TOP, f"{WORDS[0]} {WORDS[1]}")
    parts = section(("a", f"{WORDS[0]} {WORDS[1]}"), ("b", WORDS[2]))
    old, new = (parts, block) if backwards else (block, parts)
    part = align((old,), (new,))[0].children[0]
    assert part.divided
    assert part.pairing.reason is Reason.UNDIVIDED
    assert part.old_whole is not backwards


def test_a_part_beside_divided_text_may_come_from_elsewhere(provision: Make) -> None:
    a, b = f"{TOP}__subsec_a", f"{TOP}__subsec_b"
    old = provision(
        TOP,
        "",
        provision(a, WORDS[0]),
        provision(b, "Fees:", provision(f"{b}__subdiv_1", WORDS[2])),
    )
    new = provision(
        TOP,
        "",
        provision(
            a,
            "",
            provision(f"{a}__subdiv_1", WORDS[0]),
            provision(f"{a}__subdiv_2", WORDS[2]),
        ),
        provision(b, "Fees:"),
    )
    assert _shown(old, new) == "a>a a>1 1>2* b>b"


def test_many_siblings_are_paired_without_comparing_all(section: Make) -> None:
    old = [(f"{n}", f"The fee of hall{n} is due in room{n} each day.") for n in range(400)]
    new = [("0", "Quite other words stand here now, and say so.")]
    new += [(f"{n + 1}", words.replace("day", "year")) for n, (_, words) in enumerate(old)]
    pairs = align((section(*old),), (section(*new),))[0].children
    assert [_last(p.old) for p in pairs] == ["-", *(number for number, _ in old)]
    assert not any(pair.moved for pair in pairs)


def test_undivided_text_becomes_a_part_under_another_number(provision: Make) -> None:
    under = f"{TOP}__subsec"
    old = provision(
        TOP, "", *(provision(f"{under}_{n}", w) for n, w in zip("abc", WORDS, strict=True))
    )
    divided = provision(
        f"{under}_c",
        "",
        provision(f"{under}_c__subdiv_1", f"From May on: {WORDS[1]}"),
        provision(f"{under}_c__subdiv_2", MORE),
    )
    new = provision(
        TOP,
        "",
        provision(
            f"{under}_a", "Each town shall name a librarian before the first of June."
        ),
        provision(f"{under}_b", WORDS[0]),
        divided,
        provision(f"{under}_d", WORDS[2]),
    )
    assert _shown(old, new) == "->a a>b b>c b>1 ->2 c>d"
    assert _shown(new, old) == "a>- b>a c>b 1>b 2>- d>c"


def test_a_part_whose_fellows_left_goes_on_under_a_number_of_its_own(
    provision: Make,
) -> None:
    under = f"{TOP}__subsec"
    old = provision(
        TOP,
        "",
        provision(f"{under}_a", WORDS[0]),
        provision(
            f"{under}_b",
            "",
            provision(f"{under}_b__subdiv_1", WORDS[1]),
            _listed(provision, f"{under}_b__subdiv_2", "para", MORE),
        ),
    )
    new = provision(
        TOP,
        "",
        provision(
            f"{under}_a",
            "",
            provision(f"{under}_a__subdiv_1", WORDS[0]),
            provision(f"{under}_a__subdiv_2", WORDS[1]),
        ),
        _listed(provision, f"{under}_c", "subdiv", MORE.replace("ten", "six")),
    )
    assert _shown(old, new) == "a>a a>1 1>2* b>- 2>c* 3>3 4>4"


def _listed(provision: Make, eid: str, level: str, words: str) -> Provision:
    """Make a provision that opens with some words and lists two cases."""
    cases = ((3, "a map is lost by a reader"), (4, "a map is torn by a reader"))
    parts = (provision(f"{eid}__{level}_{n}", f"{case}; or") for n, case in cases)
    return provision(eid, words, *parts)
