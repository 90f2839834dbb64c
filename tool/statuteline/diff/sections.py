"""Pairing the sections of two codes, most of them without reading them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from statuteline.diff.ends import common_share
from statuteline.diff.ledger import Ledger
from statuteline.diff.order import in_reading_order, steady_places
from statuteline.diff.siblings import ALIKE, match_siblings
from statuteline.diff.words import Words
from statuteline.model.change import Pairing, Reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from statuteline.diff.matches import Same
    from statuteline.model.provision import Provision

_SAME: Final = Pairing(reason=Reason.SAME_TEXT, confidence=1.0)
_ALONE: Final = Pairing(reason=Reason.UNPAIRED, confidence=1.0)
_LONG: Final = 250
"""Bytes of words, without spaces, from which common ends tell that a section is the same
one, amended."""
_LASTING_ID: Final = b" wId="


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How the sections of one code are read; all of it works on any machine.

    Args:
        parse: Makes a provision of the bytes of a section.
        even: Gives bytes a form in which indentation does not count, at little cost:
            equal forms mean equal sections.
        plain: The same for all layout.
        text: Gives the words alone, without structure and spaces.
        without_shared: Gives the bytes of two sections without what is the same in both,
            and the addresses of those provisions in them that are known to be the same;
            None where nothing is left out.
    """

    parse: Callable[[bytes], Provision]
    even: Callable[[bytes], bytes]
    plain: Callable[[bytes], bytes]
    text: Callable[[bytes], bytes]
    without_shared: Callable[[bytes, bytes], tuple[bytes, bytes, Same] | None]


class Section(NamedTuple):
    """One section of a code, compared by its digest and read only where it differs.

    Titles and chapters are entries too, with their number and heading alone. A code has
    tens of thousands, so that they are tuples, which are made at little cost.

    Args:
        eid: Its address; no other of its code has it.
        home: The address of what it lies in; empty at the top.
        digest: Equal digests mean equal sections.
        load: Gives its bytes.
        form: How they are read.
    """

    eid: str
    home: str
    digest: bytes
    load: Callable[[], bytes]
    form: Form


Sections = tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPair:
    """A section of one code beside its counterpart.

    Args:
        old: The section before; None if it is new.
        new: The section after; None if it is gone.
        pairing: Why.
        moved: Whether it lies in another title or chapter, or in another order.
    """

    old: Section | None
    new: Section | None
    pairing: Pairing
    moved: bool = False


def pair_sections(old: Sections, new: Sections) -> Iterator[SectionPair]:
    """Pair the sections of two codes.

    Sections of one address that are the same are one; so are those that begin and end
    alike. Only the rest are read, and paired as provisions are.

    Args:
        old: The sections before, in order.
        new: The sections after, in order.

    Yields:
        Pairs in the order of the new code, a section that is gone where it stood;
        sections that are the same in both and kept their place are left out.
    """
    found = _Found(old, new)
    here = [found.partner.get(one.eid) for one in new]
    homes = _homes(old, new, here)
    moved = _moved(old, new, here, homes)
    taken = {place for place in here if place is not None}
    gone = [i for i in range(len(old)) if i not in taken]
    steady = steady_places(here)
    for i, j in in_reading_order(here, steady, gone):
        before = old[i] if i is not None else None
        after = new[j] if j is not None else None
        if before is None or after is None:
            yield SectionPair(old=before, new=after, pairing=_ALONE)
            continue
        why = found.pairing.get(after.eid)
        if why is not None or j in moved:
            yield SectionPair(old=before, new=after, pairing=why or _SAME, moved=j in moved)


class _Found:
    """Which section is which.

    Attributes:
        partner: The place of the old section, by the address of the new one.
        pairing: Why, by the same; those that are the same in both are left out.
    """

    def __init__(self, old: Sections, new: Sections) -> None:
        self.partner: dict[str, int] = {}
        self.pairing: dict[str, Pairing] = {}
        places = {one.eid: i for i, one in enumerate(old)}
        come: list[Section] = []
        for one in new:
            place = places.get(one.eid)
            if place is not None and old[place].digest == one.digest:
                self.partner[one.eid] = place
                continue
            share = _likely(old[place], one) if place is not None else None
            if place is None or share is None:
                come.append(one)
                continue
            self.partner[one.eid] = place
            if share < 1.0:
                self.pairing[one.eid] = Pairing(
                    reason=Reason.SAME_NUMBER, confidence=round(share, 2)
                )
        gone = [one for one in old if one.eid not in self.partner]
        self._match(gone, come, places)

    def _match(
        self, old: Sequence[Section], new: Sequence[Section], places: dict[str, int]
    ) -> None:
        """Read what is left over, and pair it by what it says."""
        ledger = Ledger(Words())
        befores = tuple(one.form.parse(one.load()) for one in old)
        afters = tuple(one.form.parse(one.load()) for one in new)
        match_siblings(ledger, befores, afters)
        names = {p.eid.text: one.eid for p, one in zip(befores, old, strict=True)}
        for after, one in zip(afters, new, strict=True):
            match = ledger.partner.get(after.eid.text)
            if match is not None:
                self.partner[one.eid] = places[names[match[0].eid.text]]
                self.pairing[one.eid] = match[1]


def _likely(old: Section, new: Section) -> float | None:
    """Tell how sure it is that two sections of one address are one; None if unsure."""
    before, after = old.load(), new.load()
    if old.form.even(before) == new.form.even(after):
        return 1.0
    words = old.form.text(before), new.form.text(after)
    if words[0] == words[1] and old.form.plain(before) == new.form.plain(after):
        return 1.0
    if _LASTING_ID in before or _LASTING_ID in after:
        return None  # lasting ids say more than the address; they must be read
    if min(map(len, words)) < _LONG:
        return None
    share = common_share(*words)
    return share if share >= ALIKE else None


def _homes(old: Sections, new: Sections, here: Sequence[int | None]) -> dict[str, str]:
    """Give the old address of each title and chapter that sections lie in."""
    renamed = {new[j].eid: old[i].eid for j, i in enumerate(here) if i is not None}
    return {one.home: renamed.get(one.home, one.home) for one in new}


def _moved(
    old: Sections, new: Sections, here: Sequence[int | None], homes: dict[str, str]
) -> frozenset[int]:
    """Find the sections that lie in another home, or in another order in their own."""
    by_home: dict[str, list[int]] = {}
    moved: set[int] = set()
    for j, i in enumerate(here):
        if i is None:
            continue
        home = homes[new[j].home]
        if home == old[i].home:
            by_home.setdefault(home, []).append(j)
        else:
            moved.add(j)
    for group in by_home.values():
        steady = steady_places([here[j] for j in group])
        moved.update(j for place, j in enumerate(group) if place not in steady)
    return frozenset(moved)
