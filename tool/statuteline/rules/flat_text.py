"""A text as one run of words, with where each provision stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.model.provision import Coverage
from statuteline.model.text import canonical

if TYPE_CHECKING:
    from statuteline.model.ids import EId
    from statuteline.model.provision import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Where one provision stands, with all below it.

    Args:
        eid: The provision.
        num: Its number as printed; None where none is printed.
        start: The place of its first character.
        end: The place behind its last one.
        own: The places of its own words: no number, no heading, nothing below it, and
            nothing at all where the record does not hold the words.
    """

    eid: EId
    num: str | None
    start: int
    end: int
    own: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlatText:
    """The words of a text in reading order, in their canonical form.

    Args:
        words: The words: a line for each heading and each run without a provision inside.
        stretches: The provisions, each before those below it.
    """

    words: str
    stretches: tuple[Stretch, ...]

    def stretch(self, eid: EId) -> Stretch | None:
        """Find where a provision stands; None where there is none."""
        return next((one for one in self.stretches if one.eid == eid), None)

    def places(self, words: str, inside: Stretch) -> tuple[tuple[int, int], ...]:
        """Find every place of some words in a provision and what is below it.

        Args:
            words: The words; whole ones, so that ``may`` is not found in ``mayor``.
            inside: The provision.
        """
        return self._between(words, inside.start, inside.end)

    def _between(self, words: str, first: int, last: int) -> tuple[tuple[int, int], ...]:
        sought = canonical(words)
        found = []
        start = self.words.find(sought, first, last)
        while start >= 0:
            end = start + len(sought)
            whole = self._parted(start) and self._parted(end)
            if whole:
                found.append((start, end))
            start = self.words.find(sought, end if whole else start + 1, last)
        return tuple(found)

    def _parted(self, place: int) -> bool:
        """Tell whether no word goes on over a place."""
        around = self.words[max(place - 1, 0) : place + 1]
        return len(around) < 2 or not all(one.isalnum() or one == "_" for one in around)

    def holding(self, words: str, inside: Stretch | None = None) -> EId | None:
        """Find the smallest provision in which some words stand; None for none.

        Args:
            words: The words.
            inside: The provision in which to look, with what is below it; None for the
                whole text.
        """
        first, last = (inside.start, inside.end) if inside else (0, len(self.words))
        places = self._between(words, first, last)
        holders = [
            one
            for one in self.stretches
            if first <= one.start <= one.end <= last
            and any(one.start <= start and end <= one.end for start, end in places)
        ]
        return min(holders, key=lambda one: one.end - one.start).eid if holders else None


def flat_text(body: tuple[Provision, ...]) -> FlatText:
    """Lay out the words of a text in one run.

    Args:
        body: The provisions of the text.
    """
    pieces: list[str] = []
    stretches: list[Stretch] = []
    place = 0
    for provision in body:
        place = _lay(provision, place, pieces, stretches)
    return FlatText(words="".join(pieces), stretches=tuple(stretches))


def _lay(
    provision: Provision, place: int, pieces: list[str], stretches: list[Stretch]
) -> int:
    """Lay out one provision; give the place behind it."""
    start = place
    own: list[tuple[int, int]] = []
    here = len(stretches)
    below: list[Stretch] = []

    def write(words: str) -> tuple[int, int]:
        nonlocal place
        piece = " ".join(words.split())
        pieces.append(f"{piece}\n" if piece else "")
        begun, place = place, place + len(pieces[-1])
        return begun, begun + len(piece)

    write(provision.num or "")
    write(provision.heading_text)
    own.append(write(provision.intro_text))
    for child in provision.children:
        place = _lay(child, place, pieces, below)
    own.append(write(provision.wrap_up_text))
    whole = Stretch(
        eid=provision.eid,
        num=provision.num,
        start=start,
        end=place,
        own=tuple((first, last) for first, last in own if last > first)
        if provision.coverage is Coverage.FULL
        else (),
    )
    stretches[here:] = [whole, *below]
    return place
