"""Finding pairs in two trees: siblings first, then what moved to another parent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.diff.candidates import candidates
from statuteline.diff.equal_siblings import SAME_TEXT
from statuteline.diff.ledger import Ledger
from statuteline.diff.likeness import likeness
from statuteline.diff.one_provision import is_block_of, states_wid
from statuteline.diff.siblings import (
    ALIKE_SAME_NUMBER,
    match_equal_siblings,
    match_siblings,
    match_sure_siblings,
)
from statuteline.model.change import Reason
from statuteline.model.provision import Provision, walk

if TYPE_CHECKING:
    from statuteline.diff.ledger import Siblings
    from statuteline.diff.siblings import Step
    from statuteline.diff.words import Words
    from statuteline.model.change import Pairing

ALIKE_ELSEWHERE: Final = 0.7
"""Likeness from which provisions under different parents may be one."""
_MOST: Final = 8
"""Provisions with the same words that are looked at."""
_ALMOST_SAME_TEXT: Final = 0.98
"""How sure words make that differ in nothing but marks."""
_ROUNDS: Final[tuple[Step, ...]] = (
    match_equal_siblings,
    match_sure_siblings,
    match_siblings,
)
"""What pairs siblings: the surest ground first, on all levels, then the next."""

Same: TypeAlias = frozenset[tuple[str, str]]
"""Addresses of provisions that are known to be the same, old side first."""


class Matches:
    """The pairs of two texts, by address on either side.

    Args:
        old: The top of the text before.
        new: The top of the text after.
        words: The words of both.
        given: Why the first provision of either is one, where that is settled.
        same: Addresses of provisions that are known to be the same, old side first.

    Attributes:
        ledger: The pairs.
        parts: Addresses of undivided text and of the part it became, old side first.
    """

    def __init__(
        self,
        old: Siblings,
        new: Siblings,
        words: Words,
        given: Pairing | None = None,
        same: Same = frozenset(),
    ) -> None:
        self.ledger = Ledger(words)
        self.parts: set[tuple[str, str]] = set()
        self._divisions: dict[tuple[str, str], tuple[Provision, Provision] | None] = {}
        self._old = {p.eid.text: p for p in walk(old)}
        self._new = {p.eid.text: p for p in walk(new)}
        if given is not None:
            self.ledger.pair(old[0], new[0], given.reason, given.confidence)
        for before, after in same:
            found = self._old[before], self._new[after]
            self.ledger.pair(*found, Reason.SAME_TEXT, SAME_TEXT)
        match_siblings(self.ledger, old, new)
        # What is surely elsewhere must be gone before a number can claim its place.
        for match in _ROUNDS:
            self._descend(old, new, match)
            if self._is_done():
                return
            self._rescue_moved(match)

    def _descend(self, old: Siblings, new: Siblings, match: Step) -> None:
        match(self.ledger, old, new)
        for after in new:
            found = self.ledger.partner.get(after.eid.text)
            if found is not None:
                self._match_below(found[0], after, match)

    def _is_done(self) -> bool:
        """Tell whether one text has nothing left that could be paired."""
        known = self.ledger.taken, self.ledger.partner.keys()
        return self._old.keys() <= known[0] or self._new.keys() <= known[1]

    def _match_below(self, before: Provision, after: Provision, match: Step) -> None:
        """Pair what lies below a pair, one side of which may not be divided yet."""
        if not before.children and not after.children:
            return
        if after.eid.text in self.ledger.settled:
            return
        key = before.eid.text, after.eid.text
        if key not in self._divisions:
            self._divisions[key] = self._division(before, after)
        one, other = self._divisions[key] or (before, after)
        self._descend(one.children, other.children, match)

    def _division(
        self, before: Provision, after: Provision
    ) -> tuple[Provision, Provision] | None:
        """Pair undivided text with the part that it became, or the part with it."""
        if is_block_of(before, after):
            part = self._most_alike(before, after.children)
        elif is_block_of(after, before):
            part = self._most_alike(after, before.children)
        else:
            return None
        if part is None:
            return None
        one, other = (before, part) if part in after.children else (part, after)
        self.parts.add((one.eid.text, other.eid.text))
        return one, other

    def _most_alike(self, block: Provision, parts: Siblings) -> Provision | None:
        words = self.ledger.print_without_closing(block)
        rated = [(likeness(words, self.ledger.print_without_closing(p)), p) for p in parts]
        sure, best = max(rated, key=lambda one: one[0], default=(0.0, None))
        return best if sure >= ALIKE_SAME_NUMBER else None

    def _rescue_moved(self, match: Step) -> None:
        """Pair what has no counterpart among its siblings with one elsewhere."""
        gone = tuple(p for p in self._old.values() if not self._is_old_known(p))
        come = tuple(p for p in self._new.values() if not self._is_new_known(p))
        if not gone or not come:
            return
        equal = match is match_equal_siblings
        rate = self._equal if equal else self._elsewhere
        worth = self._same_words(gone, come) if equal else self._worth(gone, come)
        # The surest first: a list must not be taken for the longest of its items. Of
        # texts that are there twice, those at one address, or under one number, are one.
        rated = sorted(
            (-sure, before.eid != after.eid, before.label != after.label, j, i)
            for i, j in worth | _same_lasting_ids(gone, come)
            for before, after in ((gone[i], come[j]),)
            if match is match_siblings or not self._is_division(before, after)
            if (sure := rate(before, after)) >= ALIKE_ELSEWHERE
        )
        for sure, _, _, j, i in rated:
            before, after = gone[i], come[j]
            # A pair found here settles what lies below it, so ask again each time.
            if self._is_old_known(before) or self._is_new_known(after):
                continue
            stated = states_wid(before) or states_wid(after)
            lasting = stated and before.wid == after.wid
            same = Reason.SAME_TEXT if -sure == SAME_TEXT else Reason.SIMILAR_TEXT
            reason = Reason.SAME_WID if lasting else same
            self.ledger.pair(before, after, reason, -sure)
            self._match_below(before, after, match)

    def _same_words(self, gone: Siblings, come: Siblings) -> set[tuple[int, int]]:
        """Give the places of provisions that say the same."""
        places: dict[str, list[int]] = {}
        for i, before in enumerate(gone):
            places.setdefault(self.ledger.print_of(before).text, []).append(i)
        texts = (self.ledger.print_of(after).text for after in come)
        return {
            (i, j) for j, text in enumerate(texts) for i in places.get(text, ())[:_MOST]
        }

    def _worth(self, gone: Siblings, come: Siblings) -> set[tuple[int, int]]:
        """Give the places of provisions that could be alike."""
        print_of = self.ledger.print_of
        return candidates(tuple(map(print_of, gone)), tuple(map(print_of, come)))

    def _is_old_known(self, provision: Provision) -> bool:
        eid = provision.eid.text
        return eid in self.ledger.taken or any(eid == one for one, _ in self.parts)

    def _is_new_known(self, provision: Provision) -> bool:
        eid = provision.eid.text
        return eid in self.ledger.partner or any(eid == other for _, other in self.parts)

    def _is_division(self, old: Provision, new: Provision) -> bool:
        """Tell whether one has the address of what the other is a part of, undivided."""
        if old.eid.contains(new.eid):
            there = self._new.get(old.eid.text)
            return there is not None and is_block_of(old, there)
        here = self._old.get(new.eid.text) if new.eid.contains(old.eid) else None
        return here is not None and is_block_of(new, here)

    def _equal(self, old: Provision, new: Provision) -> float:
        """Rate a pair by lasting id, or by words that are the same."""
        if states_wid(old) or states_wid(new):
            return 1.0 if old.wid == new.wid else 0.0
        before, after = self.ledger.print_of(old), self.ledger.print_of(new)
        return SAME_TEXT if before.tells and before.text == after.text else 0.0

    def _elsewhere(self, old: Provision, new: Provision) -> float:
        """Rate a pair under different parents: by lasting id, else by telling words."""
        sure = self._equal(old, new)
        before, after = self.ledger.print_of(old), self.ledger.print_of(new)
        if sure or states_wid(old) or states_wid(new):
            return sure
        if not before.tells or not after.tells:
            return 0.0
        return min(likeness(before, after, ALIKE_ELSEWHERE), _ALMOST_SAME_TEXT)


def _same_lasting_ids(old: Siblings, new: Siblings) -> set[tuple[int, int]]:
    """Give the places of provisions with one lasting id."""
    places = {p.wid: i for i, p in enumerate(old)}
    return {(places[p.wid], j) for j, p in enumerate(new) if p.wid in places}
