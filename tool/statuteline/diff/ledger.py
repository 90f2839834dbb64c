"""The pairs found so far: which old provision is which new one, and what is free."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.diff.likeness import Fingerprint, prose_of
from statuteline.model.change import Pairing, Reason
from statuteline.model.provision import Provision

if TYPE_CHECKING:
    from statuteline.diff.words import Words

Siblings = tuple[Provision, ...]


class Ledger:
    """Pairs of two texts, by address on either side.

    Args:
        words: The words of both texts.

    Attributes:
        partner: From the address of a new provision to the old one and the ground.
        taken: Addresses of old provisions that have a partner.
        settled: Addresses of new provisions that are the same as their partner, with
            all below them.
    """

    def __init__(self, words: Words) -> None:
        self.partner: dict[str, tuple[Provision, Pairing]] = {}
        self.taken: set[str] = set()
        self.settled: set[str] = set()
        self.words = words
        self._prints: dict[int, Fingerprint] = {}

    def pair(self, old: Provision, new: Provision, reason: Reason, sure: float) -> None:
        """Write down that two provisions are one."""
        pairing = Pairing(reason=reason, confidence=round(sure, 2))
        self.partner[new.eid.text] = (old, pairing)
        self.taken.add(old.eid.text)

    def free(self, old: Siblings, new: Siblings) -> tuple[Siblings, Siblings]:
        """Give what has no partner yet."""
        return (
            tuple(p for p in old if p.eid.text not in self.taken),
            tuple(p for p in new if p.eid.text not in self.partner),
        )

    def print_of(self, provision: Provision) -> Fingerprint:
        """Give the words of a provision and all below it."""
        known = self._prints.get(id(provision))
        if known is None:
            opening, closing = prose_of(provision, self.words)
            below = [self.print_of(child).text for child in provision.children]
            text = "\n".join(filter(None, (opening, *below, closing)))
            known = self._prints[id(provision)] = Fingerprint(text)
        return known

    def print_without_closing(self, provision: Provision) -> Fingerprint:
        """Give the same without the words behind the children.

        Those do not count when undivided text is matched with the part it became.
        """
        opening, closing = prose_of(provision, self.words)
        if not closing:
            return self.print_of(provision)
        below = [self.print_of(child).text for child in provision.children]
        return Fingerprint("\n".join(filter(None, (opening, *below))))
