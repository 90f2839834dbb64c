"""Pairing the provisions of two lists: by lasting id, words, likeness and number."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.diff.candidates import candidates
from statuteline.diff.equal_siblings import by_equal_words, by_lasting_id, by_short_words
from statuteline.diff.likeness import common_ends, likeness
from statuteline.diff.one_provision import is_block_of, may_be_one
from statuteline.diff.order import steady_places
from statuteline.model.change import Reason
from statuteline.model.provision import Coverage

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.diff.ledger import Ledger, Siblings
    from statuteline.model.provision import Provision

Step: TypeAlias = "Callable[[Ledger, Siblings, Siblings], None]"
"""Pairs what it can of two lists."""

ALIKE: Final = 0.5
"""Likeness from which two provisions of different numbers may be one."""
ALIKE_SAME_NUMBER: Final = 0.25
"""The same, for provisions of one number."""
_FOR_SAME_NUMBER: Final = 0.2
"""How much more likeness counts where the numbers are the same."""
_ALIKE_BETWEEN: Final = 0.25
"""The same, for provisions between the same neighbours or under one heading."""
_TELLING_HEADING: Final = 3
"""Words from which a heading tells one provision from others."""


def match_siblings(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair what can be paired of two lists, each step on what the one before left.

    Args:
        ledger: Where pairs are written down.
        old: Provisions before, of one parent.
        new: Provisions after, of one parent.
    """
    _match(ledger, old, new, (*_SURE, _by_heading))
    _by_neighbours(ledger, old, new)
    _match(ledger, old, new, _LESS_SURE)


def match_equal_siblings(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair by lasting ids, and what says the same.

    Args:
        ledger: Where pairs are written down.
        old: Provisions before, of one parent.
        new: Provisions after, of one parent.
    """
    _match(ledger, old, new, _EQUAL)


def match_sure_siblings(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair what the words themselves make one; leave open what only numbers suggest.

    Args:
        ledger: Where pairs are written down.
        old: Provisions before, of one parent.
        new: Provisions after, of one parent.
    """
    _match(ledger, old, new, _SURE)


def _match(ledger: Ledger, old: Siblings, new: Siblings, steps: tuple[Step, ...]) -> None:
    for step in steps:
        free_old, free_new = ledger.free(old, new)
        if not free_old or not free_new:
            return
        step(ledger, free_old, free_new)


def _by_number_and_ends(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair long texts of one number that begin and end alike: amended inside."""
    for i, j in _same_numbers(old, new):
        before, after = old[i], new[j]
        free = before.eid.text not in ledger.taken and may_be_one(before, after)
        if free and after.eid.text not in ledger.partner:
            share = common_ends(ledger.print_of(before), ledger.print_of(after))
            if share >= ALIKE:
                ledger.pair(before, after, Reason.SAME_NUMBER, share)


def _by_likeness(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair what has most of its words in common."""
    # Nothing of another number can be rated above one of this number that is so like;
    # what is settled so need not be looked up among all others.
    _by_rating(ledger, old, new, _same_numbers(old, new), 1.0 - _FOR_SAME_NUMBER)
    old, new = ledger.free(old, new)
    prints = tuple(map(ledger.print_of, old)), tuple(map(ledger.print_of, new))
    worth = candidates(*prints) | _same_numbers(old, new)
    _by_rating(ledger, old, new, worth, ALIKE)


def _by_number_and_likeness(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair what has one number and some words in common."""
    _by_rating(ledger, old, new, _same_numbers(old, new), ALIKE_SAME_NUMBER)


def _by_rating(
    ledger: Ledger,
    old: Siblings,
    new: Siblings,
    worth: set[tuple[int, int]],
    same_number: float,
) -> None:
    """Pair the likest first; one number counts for them."""
    prints = tuple(map(ledger.print_of, old)), tuple(map(ledger.print_of, new))
    scored = sorted(
        (
            (score + (_FOR_SAME_NUMBER if same else 0.0), -abs(i - j), i, j, score, same)
            for i, j in worth
            if may_be_one(old[i], new[j])
            for same in (old[i].label == new[j].label,)
            if same or not (prints[0][i].bare or prints[1][j].bare)
            for least in (same_number if same else ALIKE,)
            for score in (_rating(ledger, old[i], new[j], least),)
            if score >= least
        ),
        reverse=True,
    )
    for _, _, i, j, score, same in scored:
        before, after = old[i], new[j]
        if before.eid.text in ledger.taken or after.eid.text in ledger.partner:
            continue
        reason = Reason.SAME_NUMBER if same else Reason.SIMILAR_TEXT
        ledger.pair(before, after, reason, score)


def _rating(ledger: Ledger, old: Provision, new: Provision, least: float) -> float:
    """Give how like two provisions are, one of which may be divided and the other not.

    Returns:
        Their likeness, if it is what counts at least. Where one is undivided text and the
        other has parts alone, that of the likest part: this is what such text becomes. 0
        where a part of the old one, rather than the whole of it, has become the new one
        under another number.
    """
    score = _likeness(ledger, old, new, least)
    if is_block_of(old, new):
        parts = (_likeness(ledger, old, part, least) for part in new.children)
        return max(score, *parts)
    if is_block_of(new, old):
        parts = (_likeness(ledger, part, new, least) for part in old.children)
        return max(score, *parts)
    if score < ALIKE or old.label == new.label or not old.children:
        return score
    best = max(_likeness(ledger, part, new, score) for part in old.children)
    if best <= score:
        return score
    apart = all(
        _likeness(ledger, a, b, best) < best for a in old.children for b in new.children
    )
    return 0.0 if apart else score


def _likeness(ledger: Ledger, old: Provision, new: Provision, least: float) -> float:
    return likeness(ledger.print_of(old), ledger.print_of(new), least)


def _by_heading(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair what has one heading that no other has, if it has some words in common."""
    headings_old, headings_new = _by_telling_heading(old), _by_telling_heading(new)
    for heading, befores in headings_old.items():
        afters = headings_new.get(heading, [])
        if len(befores) == len(afters) == 1 and may_be_one(befores[0], afters[0]):
            prints = ledger.print_of(befores[0]), ledger.print_of(afters[0])
            sure = likeness(*prints, _ALIKE_BETWEEN)
            if sure >= _ALIKE_BETWEEN:
                ledger.pair(befores[0], afters[0], Reason.SAME_HEADING, sure)


def _by_telling_heading(provisions: Siblings) -> dict[str, list[Provision]]:
    found: dict[str, list[Provision]] = {}
    for provision in provisions:
        heading = provision.heading_text
        if len(heading.split()) >= _TELLING_HEADING:
            found.setdefault(heading, []).append(provision)
    return found


def _by_neighbours(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair what stands between the same neighbours, if it has some words in common.

    Where one was inserted above, all numbers differ; what was much amended is still
    told by what stands before and behind it.
    """
    # A section keeps its number; what stands beside it says nothing.
    if not all(ledger.free(old, new)) or old[0].eid.parent is None:
        return
    place = {p.eid.text: i for i, p in enumerate(old)}
    matches = [ledger.partner.get(p.eid.text) for p in new]
    here = [place.get(match[0].eid.text) if match else None for match in matches]
    steady = sorted(steady_places(here))
    if not steady:
        return
    edges = [(here[j] or 0, j) for j in steady]
    for (i, j), (next_i, next_j) in pairwise([(-1, -1), *edges, (len(old), len(new))]):
        befores, afters = ledger.free(old[i + 1 : next_i], new[j + 1 : next_j])
        if len(befores) != len(afters):
            continue
        for before, after in zip(befores, afters, strict=True):
            sure = _likeness(ledger, before, after, _ALIKE_BETWEEN)
            if sure >= _ALIKE_BETWEEN and may_be_one(before, after):
                same = before.label == after.label
                reason = Reason.SAME_NUMBER if same else Reason.NEIGHBOURS
                ledger.pair(before, after, reason, sure)


def _by_number(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair what is left under one number: rewritten, or not restated."""
    by_label = {(p.level, p.label): p for p in old}
    for after in new:
        before = by_label.get((after.level, after.label))
        if before is not None and may_be_one(before, after):
            worded = before.coverage is after.coverage is Coverage.FULL
            ledger.pair(before, after, Reason.POSITION, 0.3 if worded else 0.9)


def _same_numbers(old: Siblings, new: Siblings) -> set[tuple[int, int]]:
    """Give the places of provisions with one number."""
    places = {(p.level, p.label): i for i, p in enumerate(old)}
    keys = ((p.level, p.label) for p in new)
    return {(places[key], j) for j, key in enumerate(keys) if key in places}


_EQUAL: Final[tuple[Step, ...]] = (by_lasting_id, by_equal_words)
_SURE: Final[tuple[Step, ...]] = (*_EQUAL, _by_number_and_ends, _by_likeness)
_LESS_SURE: Final[tuple[Step, ...]] = (
    _by_number_and_likeness,
    by_short_words,
    _by_number,
)
