"""Pairing the provisions of two lists that say the same: by lasting id and by words."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import partial
from typing import TYPE_CHECKING, Final

from statuteline.diff.anchors import MOST_CELLS
from statuteline.diff.likeness import FEW
from statuteline.diff.one_provision import may_be_one, states_wid
from statuteline.model.change import Reason

if TYPE_CHECKING:
    from statuteline.diff.ledger import Ledger, Siblings
    from statuteline.model.provision import Provision

SAME_TEXT: Final = 0.99
"""How sure equal words make; a text can be typed twice."""
_SAME_SHORT_TEXT: Final = 0.6
"""The same, of words so few that many provisions have them."""


def by_lasting_id(ledger: Ledger, old: Siblings, new: Siblings) -> None:
    """Pair by wId, where either side states one of its own.

    A wId that merely repeats the eId says no more than the number does.
    """
    by_wid = {p.wid.text: p for p in reversed(old)}
    for after in new:
        # Another maker's text may give one wId twice; the first takes it.
        before = by_wid.pop(after.wid.text, None)
        if before is not None and (states_wid(before) or states_wid(after)):
            ledger.pair(before, after, Reason.SAME_WID, 1.0)


def by_equal_words(ledger: Ledger, old: Siblings, new: Siblings) -> None:
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


def by_short_words(ledger: Ledger, old: Siblings, new: Siblings) -> None:
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
