"""Two texts side by side: their provisions paired, in the order a redline shows them."""

from __future__ import annotations

from dataclasses import dataclass

from statuteline.diff.likeness import likeness
from statuteline.diff.matches import Matches, Same
from statuteline.diff.order import in_reading_order, steady_places
from statuteline.diff.words import Words
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


def align(
    old: Siblings,
    new: Siblings,
    words: Words | None = None,
    given: Pairing | None = None,
    same: Same = frozenset(),
) -> tuple[Pair, ...]:
    """Pair the provisions of two texts.

    Steps, each on what the one before left over: explicit lasting ids, equal words,
    similar words with the same number, similar words, the same number; then, over
    the whole text, provisions that moved to another parent.

    Args:
        old: The top of the text before.
        new: The top of the text after.
        words: Where the words of both are taken from; None for a new one.
        given: Why the first provision of either is one, where that is settled.
        same: Addresses of provisions that are known to be the same, old side first.

    Returns:
        Pairs from the top down, gone provisions at the place where they stood.
    """
    matches = Matches(old, new, words if words is not None else Words(), given, same)
    return _Arrangement(matches).of(old, new)


class _Arrangement:
    """Lays found pairs out as a tree."""

    def __init__(self, found: Matches) -> None:
        self._found = found
        self._partner = found.ledger.partner
        self._taken = found.ledger.taken

    def of(self, old: Siblings, new: Siblings) -> tuple[Pair, ...]:
        """Arrange the pairs of sibling lists in the order a redline shows them."""
        if not old and not new:
            return ()
        order = {p.eid.text: index for index, p in enumerate(old)}
        matches = [self._partner.get(p.eid.text) for p in new]
        here = [order.get(m[0].eid.text) if m else None for m in matches]
        steady = steady_places(here)
        gone = [i for i, p in enumerate(old) if p.eid.text not in self._taken]
        pairs: list[Pair] = []
        for i, j in in_reading_order(here, steady, gone):
            if j is not None:
                pairs.append(self._at(new[j], matches[j], moved=j not in steady))
            elif i is not None:
                pairs.append(self._only_old(old[i]))
        return tuple(pairs)

    def _at(
        self, after: Provision, match: tuple[Provision, Pairing] | None, *, moved: bool
    ) -> Pair:
        if match is None:
            return self._only_new(after)
        return self._both(*match, after, moved=moved)

    def _both(
        self, before: Provision, pairing: Pairing, after: Provision, *, moved: bool
    ) -> Pair:
        children = self._children(before, after)
        return Pair(old=before, new=after, pairing=pairing, children=children, moved=moved)

    def _children(self, before: Provision, after: Provision) -> tuple[Pair, ...]:
        old_id, new_id = before.eid.text, after.eid.text
        if new_id in self._found.ledger.settled:
            return tuple(
                self._both(*self._partner[c.eid.text], c, moved=False)
                for c in after.children
            )
        parts = self._found.parts
        divided = next((c for c in after.children if (old_id, c.eid.text) in parts), None)
        joined = next((c for c in before.children if (c.eid.text, new_id) in parts), None)
        if divided is not None:
            return tuple(
                self._part(before, c, old_whole=True) if c is divided else self._new_part(c)
                for c in after.children
            )
        if joined is not None:
            return tuple(
                self._part(c, after, old_whole=False) if c is joined else self._only_old(c)
                for c in before.children
                if c is joined or c.eid.text not in self._taken
            )
        return self.of(before.children, after.children)

    def _part(self, before: Provision, after: Provision, *, old_whole: bool) -> Pair:
        print_of = self._found.ledger.print_without_closing
        sure = likeness(print_of(before), print_of(after))
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
        return self._at(after, self._partner.get(after.eid.text), moved=True)

    def _only_new(self, after: Provision) -> Pair:
        return Pair(
            old=None, new=after, pairing=_ALONE, children=self.of((), after.children)
        )

    def _only_old(self, before: Provision) -> Pair:
        return Pair(
            old=before, new=None, pairing=_ALONE, children=self.of(before.children, ())
        )


_ALONE = Pairing(reason=Reason.UNPAIRED, confidence=1.0)
