"""Two texts side by side: their provisions paired, in the order a redline shows them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from statuteline.diff.anchors import longest_rising
from statuteline.diff.likeness import fingerprint, likeness
from statuteline.diff.matches import Matches
from statuteline.model.change import Pairing, Reason
from statuteline.model.provision import Provision

Siblings = tuple[Provision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A provision of one text beside its counterpart.

    Args:
        old: The provision before; None if it is new.
        new: The provision after; None if it is gone.
        pairing: Why.
        children: What lies below, in the order a redline shows it.
        moved: Whether it stands under another parent or in another order.
        divided: Whether one side is undivided text, which stands here in place of
            the subsection that it became.
        old_whole: Whether that side is the old one; False unless divided.
    """

    old: Provision | None
    new: Provision | None
    pairing: Pairing
    children: tuple[Pair, ...] = ()
    moved: bool = False
    divided: bool = False
    old_whole: bool = False


def align(old: Siblings, new: Siblings) -> tuple[Pair, ...]:
    """Pair the provisions of two texts.

    Steps, each on what the one before left over: explicit lasting ids, equal words,
    similar words with the same number, similar words, the same number; then, over
    the whole text, provisions that moved to another parent.

    Args:
        old: The top of the text before.
        new: The top of the text after.

    Returns:
        Pairs from the top down, gone provisions at the place where they stood.
    """
    return _Arrangement(Matches(old, new)).of(old, new)


class _Arrangement:
    """Lays found pairs out as a tree."""

    def __init__(self, found: Matches) -> None:
        self._found = found

    def of(self, old: Siblings, new: Siblings) -> tuple[Pair, ...]:
        """Arrange the pairs of sibling lists in the order a redline shows them."""
        homes = {p.eid.text for p in old}
        partners = [self._found.partner.get(p.eid.text) for p in new]
        at_home = [m[0].eid.text for m in partners if m and m[0].eid.text in homes]
        order = {p.eid.text: index for index, p in enumerate(old)}
        places = [(order[eid], index) for index, eid in enumerate(at_home)]
        steady = {place for place, _ in longest_rising(places)}
        here = [order.get(m[0].eid.text) if m else None for m in partners]
        waiting = deque(p for p in old if p.eid.text not in self._found.taken)
        pairs: list[Pair] = []
        limits = _next_steady(here, steady, len(old))
        for index, (after, match) in enumerate(zip(new, partners, strict=True)):
            # What is gone stands before what came in its place.
            while waiting and order[waiting[0].eid.text] < limits[index]:
                pairs.append(self._only_old(waiting.popleft()))
            if match is None:
                pairs.append(self._only_new(after))
            else:
                moved = here[index] not in steady
                pairs.append(self._both(*match, after, moved=moved))
        pairs.extend(self._only_old(p) for p in waiting)
        return tuple(pairs)

    def _both(
        self, before: Provision, pairing: Pairing, after: Provision, *, moved: bool
    ) -> Pair:
        old_id, new_id = before.eid.text, after.eid.text
        divided = next(
            (c for c in after.children if (old_id, c.eid.text) in self._found.parts), None
        )
        joined = next(
            (c for c in before.children if (c.eid.text, new_id) in self._found.parts), None
        )
        if divided is not None:
            children = tuple(
                self._part(before, c, old_whole=True) if c is divided else self._new_part(c)
                for c in after.children
            )
        elif joined is not None:
            children = tuple(
                self._part(c, after, old_whole=False) if c is joined else self._only_old(c)
                for c in before.children
                if c is joined or c.eid.text not in self._found.taken
            )
        else:
            children = self.of(before.children, after.children)
        return Pair(old=before, new=after, pairing=pairing, children=children, moved=moved)

    def _part(self, before: Provision, after: Provision, *, old_whole: bool) -> Pair:
        sure = likeness(fingerprint(before, whole=False), fingerprint(after, whole=False))
        return Pair(
            old=before,
            new=after,
            pairing=Pairing(reason=Reason.UNDIVIDED, confidence=round(sure, 2)),
            children=self.of(before.children, after.children),
            divided=True,
            old_whole=old_whole,
        )

    def _new_part(self, after: Provision) -> Pair:
        """Show a part beside the one that the undivided text became."""
        match = self._found.partner.get(after.eid.text)
        if match is None:
            return self._only_new(after)
        return self._both(*match, after, moved=True)

    def _only_new(self, after: Provision) -> Pair:
        return Pair(
            old=None, new=after, pairing=_ALONE, children=self.of((), after.children)
        )

    def _only_old(self, before: Provision) -> Pair:
        return Pair(
            old=before, new=None, pairing=_ALONE, children=self.of(before.children, ())
        )


_ALONE = Pairing(reason=Reason.UNPAIRED, confidence=1.0)


def _next_steady(here: list[int | None], steady: set[int], end: int) -> list[int]:
    """Give for each new provision the old place of the next one that kept its order."""
    limits = []
    limit = end
    for place in reversed(here):
        limit = place if place is not None and place in steady else limit
        limits.append(limit)
    return limits[::-1]
