"""Pairing the provisions of two lists: by lasting id, words, likeness and number."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.diff.anchors import MOST_CELLS
from statuteline.diff.candidates import candidates
from statuteline.diff.likeness import FEW, common_ends, likeness
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
_ALIKE_BETWEEN: Final = 0.25
"""The same, for provisions between the same neighbours or under one heading."""
_TELLING_HEADING: Final = 3
"""Words from which a heading tells one provision from others."""
SAME_TEXT: Final = 0.99
"""How sure equal words make; a text can be typed twice."""
_SAME_SHORT_TEXT: Final = 0.6
"""The same, of words so few that many provisions have them."""


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


def _by_lasting_id(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair by wId, where either side states one of its own.

    A wId that merely repeats the eId says no more than the number does.
    """
    by_wid = {p.wid.text: p for p in reversed(old)}
    for after in new:
        # Another maker's text may give one wId twice; the first takes it.
        before = by_wid.pop(after.wid.text, None)
        if before is not None and (states_wid(before) or states_wid(after)):
            ledger.pair(before, after, Reason.SAME_WID, 1.0)


def _by_equal_words(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair what says the same at the same address, then what says it elsewhere."""
    by_eid = {p.eid.text: p for p in old}
    for after in new:
        before = by_eid.get(after.eid.text)
        if before is None:
            continue
        if _is_unchanged(ledger, before, after):
            _settle(ledger, before, after)
        elif may_be_one(before, after):
            words = ledger.print_of(after)
            if words.text == ledger.print_of(before).text and words.tells:
                ledger.pair(before, after, Reason.SAME_TEXT, SAME_TEXT)
    old, new = ledger.free(old, new)
    texts_old, texts_new = _by_text(ledger, old), _by_text(ledger, new)
    for text, befores in texts_old.items():
        afters = texts_new.get(text, [])
        if len(befores) == len(afters) == 1 and may_be_one(befores[0], afters[0]):
            ledger.pair(befores[0], afters[0], Reason.SAME_TEXT, SAME_TEXT)


def _is_unchanged(ledger: Ledger, old: Provision, new: Provision) -> bool:
    """Tell whether two provisions are the same to the word, with all below them."""
    return (
        old.eid == new.eid
        and old.wid == new.wid
        and not states_wid(old)
        and old.level is new.level
        and old.coverage is new.coverage
        and len(old.children) == len(new.children)
        and ledger.words.of(old) == ledger.words.of(new)
        and any(ledger.words.of(old)[1:])
        and all(map(partial(_is_unchanged, ledger), old.children, new.children))
    )


def _settle(ledger: Ledger, old: Provision, new: Provision) -> None:
    """Pair what is the same, with all below it."""
    few = not any(len(text.split()) >= FEW for text in ledger.words.of(new)[1:])
    if few and not ledger.print_of(new).tells:
        ledger.pair(old, new, Reason.SAME_NUMBER, 1.0)
    else:
        ledger.pair(old, new, Reason.SAME_TEXT, SAME_TEXT)
    ledger.settled.add(new.eid.text)
    for before, after in zip(old.children, new.children, strict=True):
        _settle(ledger, before, after)


def _by_text(ledger: Ledger, provisions: Siblings) -> dict[str, list[Provision]]:
    texts: dict[str, list[Provision]] = {}
    for provision in provisions:
        words = ledger.print_of(provision)
        if words.tells:
            texts.setdefault(words.text, []).append(provision)
    return texts


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
            (score + (0.2 if same else 0.0), -abs(i - j), i, j, score, same)
            for i, j in worth
            if may_be_one(old[i], new[j])
            for same in (old[i].label == new[j].label,)
            if same or not (prints[0][i].bare or prints[1][j].bare)
            for score in (_rating(ledger, old[i], new[j]),)
            if score >= (same_number if same else ALIKE)
        ),
        reverse=True,
    )
    for _, _, i, j, score, same in scored:
        before, after = old[i], new[j]
        if before.eid.text in ledger.taken or after.eid.text in ledger.partner:
            continue
        reason = Reason.SAME_NUMBER if same else Reason.SIMILAR_TEXT
        ledger.pair(before, after, reason, score)


def _rating(ledger: Ledger, old: Provision, new: Provision) -> float:
    """Give how like two provisions are, one of which may be divided and the other not.

    Returns:
        Their likeness. Where one is undivided text and the other has parts alone, that
        of the likest part: this is what such text becomes. 0 where a part of the old
        one, rather than the whole of it, has become the new one under another number.
    """
    rate = partial(_likeness, ledger)
    score = rate(old, new)
    if is_block_of(old, new):
        return max(score, *(rate(old, part) for part in new.children))
    if is_block_of(new, old):
        return max(score, *(rate(part, new) for part in old.children))
    if score < ALIKE or old.label == new.label or not old.children:
        return score
    best = max(rate(part, new) for part in old.children)
    if best <= score:
        return score
    apart = all(rate(a, b) < best for a in old.children for b in new.children)
    return 0.0 if apart else score


def _likeness(ledger: Ledger, old: Provision, new: Provision) -> float:
    return likeness(ledger.print_of(old), ledger.print_of(new))


def _by_heading(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair what has one heading that no other has, if it has some words in common."""
    headings_old, headings_new = _by_telling_heading(old), _by_telling_heading(new)
    for heading, befores in headings_old.items():
        afters = headings_new.get(heading, [])
        if len(befores) == len(afters) == 1 and may_be_one(befores[0], afters[0]):
            prints = ledger.print_of(befores[0]), ledger.print_of(afters[0])
            sure = likeness(*prints)
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
            sure = likeness(ledger.print_of(before), ledger.print_of(after))
            if sure >= _ALIKE_BETWEEN and may_be_one(before, after):
                same = before.label == after.label
                reason = Reason.SAME_NUMBER if same else Reason.NEIGHBOURS
                ledger.pair(before, after, reason, sure)


def _by_short_words(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair short texts such as "Repealed.": at one number, or else in one order.

    They never move. But where something was inserted among them, it is the order and
    not the number that tells which is which.
    """
    by_eid = {p.eid.text: p for p in old}
    for after in new:
        before = by_eid.get(after.eid.text)
        if before is not None and may_be_one(before, after):
            words = ledger.print_of(after).text
            if words and words == ledger.print_of(before).text:
                ledger.pair(before, after, Reason.SAME_TEXT, _SAME_SHORT_TEXT)
    # A section keeps its number; its order says nothing.
    old, new = (
        tuple(p for p in side if p.eid.parent is not None) for side in ledger.free(old, new)
    )
    if len(old) == len(new) or len(old) * len(new) > MOST_CELLS:
        return
    one = [ledger.print_of(p).text for p in old]
    other = [ledger.print_of(p).text for p in new]
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    for i, j, size in blocks:
        for before, after in zip(old[i : i + size], new[j : j + size], strict=True):
            if ledger.print_of(after).text and may_be_one(before, after):
                ledger.pair(before, after, Reason.SAME_TEXT, _SAME_SHORT_TEXT)


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


_EQUAL: Final[tuple[Step, ...]] = (_by_lasting_id, _by_equal_words)
_SURE: Final[tuple[Step, ...]] = (*_EQUAL, _by_number_and_ends, _by_likeness)
_LESS_SURE: Final[tuple[Step, ...]] = (
    _by_number_and_likeness,
    _by_short_words,
    _by_number,
)


def states_wid(provision: Provision) -> bool:
    """Tell whether a lasting id says more than the address does."""
    return provision.wid.text != provision.eid.text


def may_be_one(old: Provision, new: Provision) -> bool:
    """Refuse pairs that lasting ids contradict, and pairs of different levels."""
    contradicted = old.wid != new.wid and (states_wid(old) or states_wid(new))
    return old.level is new.level and not contradicted


def is_block_of(block: Provision, divided: Provision) -> bool:
    """Tell whether one side has undivided text where the other has parts only."""
    has_text = bool(block.intro or block.wrap_up) and block.coverage is Coverage.FULL
    if not has_text or divided.intro or divided.wrap_up or not divided.children:
        return False
    level = divided.children[0].level
    return all(child.level is not level for child in block.children)
