"""The canonical words of provisions, each taken once for a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.model.change import Part

if TYPE_CHECKING:
    from statuteline.model.provision import Provision

PARTS: Final = (Part.NUM, Part.HEADING, Part.INTRO, Part.WRAP_UP)
"""The parts of a provision, in the order in which their words are given."""
NUM, HEADING, INTRO, WRAP_UP = range(len(PARTS))

Texts = tuple[str, str, str, str]
"""The words of a provision's parts, in the order of :data:`PARTS`."""
NO_WORDS: Final[Texts] = ("", "", "", "")


class Words:
    """Gives the words of provisions, and remembers them.

    Bringing words into canonical form costs more than comparing them, and alignment,
    redline and self-check all look at the same words.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        # The provision is kept beside its words: no other can get its id meanwhile.
        self._known: dict[int, tuple[Provision, Texts]] = {}

    def of(self, provision: Provision | None) -> Texts:
        """Give the words of a provision's own parts; none of no provision."""
        if provision is None:
            return NO_WORDS
        known = self._known.get(id(provision))
        if known is None:
            texts = (
                provision.num or "",
                provision.heading_text if provision.heading else "",
                provision.intro_text if provision.intro else "",
                provision.wrap_up_text if provision.wrap_up else "",
            )
            self._known[id(provision)] = known = (provision, texts)
        return known[1]
