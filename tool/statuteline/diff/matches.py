"""Finding pairs: which provision of the old text is which of the new, and why."""

from __future__ import annotations

from typing import Final

from statuteline.diff.candidates import candidates
from statuteline.diff.likeness import (
    Fingerprint,
    common_ends,
    fingerprint,
    likeness,
)
from statuteline.model.change import Pairing, Reason
from statuteline.model.provision import Coverage, Provision, walk

ALIKE: Final = 0.5
"""Likeness from which two provisions of different numbers may be one."""
ALIKE_SAME_NUMBER: Final = 0.25
"""The same, for provisions of one number."""
ALIKE_ELSEWHERE: Final = 0.7
"""The same, for provisions under different parents."""

Siblings = tuple[Provision, ...]


class Matches:
    """The pairs of two texts, by address on either side.

    Args:
        old: The top of the text before.
        new: The top of the text after.

    Attributes:
        partner: From the address of a new provision to the old one and the ground.
        taken: Addresses of old provisions that have a partner.
        parts: Addresses of undivided text and of the part it became, old side first.
    """

    def __init__(self, old: Siblings, new: Siblings) -> None:
        self.partner: dict[str, tuple[Provision, Pairing]] = {}
        self.taken: set[str] = set()
        self.parts: set[tuple[str, str]] = set()
        self._old_parts: set[str] = set()
        self._new_parts: set[str] = set()
        self._prints: dict[int, Fingerprint] = {}
        self._descend(old, new)
        self._rescue_moved(old, new)

    def _descend(self, old: Siblings, new: Siblings) -> None:
        self._match_siblings(old, new)
        for after in new:
            match = self.partner.get(after.eid.text)
            if match is not None:
                self._match_below(match[0], after)

    def _match_below(self, before: Provision, after: Provision) -> None:
        """Pair what lies below a pair, one side of which may not be divided yet."""
        if self._try_divided(before, after):
            return
        self._descend(
            tuple(c for c in before.children if c.eid.text not in self.taken),
            tuple(c for c in after.children if c.eid.text not in self.partner),
        )

    def _try_divided(self, before: Provision, after: Provision) -> bool:
        """Pair undivided text with the part that it became, or the part with it."""
        if _is_block_of(before, after):
            part = _most_alike(before, after.children)
        elif _is_block_of(after, before):
            part = _most_alike(after, before.children)
        else:
            return False
        if part is None:
            return False
        one, other = (before, part) if part in after.children else (part, after)
        self.parts.add((one.eid.text, other.eid.text))
        self._old_parts.add(one.eid.text)
        self._new_parts.add(other.eid.text)
        self._descend(one.children, other.children)
        return True

    def _match_siblings(self, old: Siblings, new: Siblings) -> None:
        self._by_lasting_id(old, new)
        self._by_equal_words(old, new)
        self._by_number_and_ends(old, new)
        self._by_likeness(old, new)
        self._by_number(old, new)

    def _free(self, old: Siblings, new: Siblings) -> tuple[Siblings, Siblings]:
        return (
            tuple(p for p in old if p.eid.text not in self.taken),
            tuple(p for p in new if p.eid.text not in self.partner),
        )

    def _pair(self, old: Provision, new: Provision, reason: Reason, sure: float) -> None:
        pairing = Pairing(reason=reason, confidence=round(sure, 2))
        self.partner[new.eid.text] = (old, pairing)
        self.taken.add(old.eid.text)

    def _by_lasting_id(self, old: Siblings, new: Siblings) -> None:
        """Pair by wId, where either side states one of its own.

        A wId that merely repeats the eId says no more than the number does.
        """
        by_wid = {p.wid: p for p in reversed(old)}
        for after in new:
            # Another maker's text may give one wId twice; the first takes it.
            before = by_wid.pop(after.wid, None)
            if before is not None and (_states_wid(before) or _states_wid(after)):
                self._pair(before, after, Reason.SAME_WID, 1.0)

    def _by_equal_words(self, old: Siblings, new: Siblings) -> None:
        old, new = self._free(old, new)
        texts_old, texts_new = self._by_text(old), self._by_text(new)
        for text, befores in texts_old.items():
            afters = texts_new.get(text, [])
            if len(befores) == len(afters) == 1 and _may_be_one(befores[0], afters[0]):
                self._pair(befores[0], afters[0], Reason.SAME_TEXT, 0.99)

    def _by_number_and_ends(self, old: Siblings, new: Siblings) -> None:
        """Pair long texts of one number that begin and end alike: amended inside."""
        old, new = self._free(old, new)
        for i, j in _same_numbers(old, new):
            before, after = old[i], new[j]
            free = before.eid.text not in self.taken and _may_be_one(before, after)
            if free and after.eid.text not in self.partner:
                share = common_ends(self._print_of(before), self._print_of(after))
                if share >= ALIKE:
                    self._pair(before, after, Reason.SAME_NUMBER, share)

    def _by_likeness(self, old: Siblings, new: Siblings) -> None:
        old, new = self._free(old, new)
        prints = tuple(map(self._print_of, old)), tuple(map(self._print_of, new))
        worth = candidates(*prints) | _same_numbers(old, new)
        scored = sorted(
            (
                (score + (0.2 if same else 0.0), -abs(i - j), i, j, score, same)
                for i, j in worth
                if _may_be_one(old[i], new[j])
                for score in (likeness(prints[0][i], prints[1][j]),)
                for same in (old[i].label == new[j].label,)
                if score >= (ALIKE_SAME_NUMBER if same else ALIKE)
                if same or not (prints[0][i].bare or prints[1][j].bare)
            ),
            reverse=True,
        )
        for _, _, i, j, score, same in scored:
            before, after = old[i], new[j]
            if before.eid.text in self.taken or after.eid.text in self.partner:
                continue
            reason = Reason.SAME_NUMBER if same else Reason.SIMILAR_TEXT
            self._pair(before, after, reason, score)

    def _by_number(self, old: Siblings, new: Siblings) -> None:
        """Pair what is left under one number: rewritten, or not restated."""
        old, new = self._free(old, new)
        by_label = {(p.level, p.label): p for p in old}
        for after in new:
            before = by_label.get((after.level, after.label))
            if before is not None and _may_be_one(before, after):
                worded = before.coverage is after.coverage is Coverage.FULL
                self._pair(before, after, Reason.POSITION, 0.3 if worded else 0.9)

    def _rescue_moved(self, old: Siblings, new: Siblings) -> None:
        """Pair what has no counterpart among its siblings with one elsewhere."""
        gone = tuple(p for p in walk(old) if not self._is_old_known(p))
        come = tuple(p for p in walk(new) if not self._is_new_known(p))
        options: dict[int, list[int]] = {}
        prints = tuple(map(self._print_of, gone)), tuple(map(self._print_of, come))
        for i, j in sorted(candidates(*prints) | _same_lasting_ids(gone, come)):
            options.setdefault(j, []).append(i)
        for j, after in enumerate(come):
            # A pair found here settles what lies below it, so ask again each time.
            free = [gone[i] for i in options.get(j, ())]
            free = [p for p in free if not self._is_old_known(p)]
            if self._is_new_known(after) or not free:
                continue
            sure, best = max(
                ((self._elsewhere(p, after), p) for p in free), key=lambda pair: pair[0]
            )
            if sure < ALIKE_ELSEWHERE:
                continue
            reason = Reason.SAME_WID if best.wid == after.wid else Reason.SIMILAR_TEXT
            self._pair(best, after, reason, sure)
            self._match_below(best, after)

    def _is_old_known(self, provision: Provision) -> bool:
        eid = provision.eid.text
        return eid in self.taken or eid in self._old_parts

    def _is_new_known(self, provision: Provision) -> bool:
        eid = provision.eid.text
        return eid in self.partner or eid in self._new_parts

    def _elsewhere(self, old: Provision, new: Provision) -> float:
        """Rate a pair under different parents: by lasting id, else by telling words."""
        if _states_wid(old) or _states_wid(new):
            return 1.0 if old.wid == new.wid else 0.0
        before, after = self._print_of(old), self._print_of(new)
        return likeness(before, after) if before.tells and after.tells else 0.0

    def _print_of(self, provision: Provision) -> Fingerprint:
        known = self._prints.get(id(provision))
        if known is None:
            known = self._prints[id(provision)] = fingerprint(provision)
        return known

    def _by_text(self, provisions: Siblings) -> dict[str, list[Provision]]:
        texts: dict[str, list[Provision]] = {}
        for provision in provisions:
            words = self._print_of(provision)
            if words.tells:
                texts.setdefault(words.text, []).append(provision)
        return texts


def _states_wid(provision: Provision) -> bool:
    return provision.wid.text != provision.eid.text


def _may_be_one(old: Provision, new: Provision) -> bool:
    """Refuse pairs that lasting ids contradict, and pairs of different levels."""
    contradicted = old.wid != new.wid and (_states_wid(old) or _states_wid(new))
    return old.level is new.level and not contradicted


def _same_numbers(old: Siblings, new: Siblings) -> set[tuple[int, int]]:
    """Give the places of provisions with one number."""
    places = {(p.level, p.label): i for i, p in enumerate(old)}
    keys = ((p.level, p.label) for p in new)
    return {(places[key], j) for j, key in enumerate(keys) if key in places}


def _same_lasting_ids(old: Siblings, new: Siblings) -> set[tuple[int, int]]:
    """Give the places of provisions with one lasting id."""
    places = {p.wid: i for i, p in enumerate(old)}
    return {(places[p.wid], j) for j, p in enumerate(new) if p.wid in places}


def _is_block_of(block: Provision, divided: Provision) -> bool:
    """Tell whether one side has undivided text where the other has parts only."""
    has_text = bool(block.intro or block.wrap_up) and block.coverage is Coverage.FULL
    if not has_text or divided.intro or divided.wrap_up or not divided.children:
        return False
    level = divided.children[0].level
    return all(child.level is not level for child in block.children)


def _most_alike(block: Provision, parts: Siblings) -> Provision | None:
    words = fingerprint(block, whole=False)
    best = max(
        parts, key=lambda p: likeness(words, fingerprint(p, whole=False)), default=None
    )
    if best is None or likeness(words, fingerprint(best, whole=False)) < ALIKE_SAME_NUMBER:
        return None
    return best
