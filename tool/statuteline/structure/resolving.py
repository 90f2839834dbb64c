"""Looking up what a text says of its own provisions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from statuteline.model.provision import Provision, walk
from statuteline.model.text import block_text
from statuteline.structure.internal_references import Base, find_references

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.model.ids import EId
    from statuteline.model.text import Block
    from statuteline.structure.internal_references import (
        InternalReference,
        Path,
        Step,
        Target,
    )
    from statuteline.structure.scheme import Scheme


class Lookup(Enum):
    """How looking up a reference went."""

    FOUND = "found"
    NAMED_OTHERWISE = "found, at another level than the text names"
    LEVEL_LEFT_OUT = "found, below a level that the text leaves out"
    NO_BASE = "the text stands in no provision of the level it starts from"
    NO_NUMBER = "no provision has that number"
    ELSEWHERE = "it means another section or another law"


_WORSE: Final = (
    Lookup.ELSEWHERE,
    Lookup.FOUND,
    Lookup.NAMED_OTHERWISE,
    Lookup.LEVEL_LEFT_OUT,
    Lookup.NO_NUMBER,
    Lookup.NO_BASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """A reference with what it means.

    Args:
        reference: The reference.
        holder: The provision in whose own words it stands.
        words: Its words.
        lookup: How it went; of several provisions meant, for the worst.
        found: The provisions that were found, ends of runs included.
    """

    reference: InternalReference
    holder: EId
    words: str
    lookup: Lookup
    found: tuple[EId, ...]


def look_up(top: Provision, scheme: Scheme) -> tuple[LookedUp, ...]:
    """Look up each reference in the words of a section.

    Args:
        top: The section, divided.
        scheme: How it was divided; words behind the provisions are left out.

    Returns:
        The references in reading order, those to other sections too.

    Example:
        >>> from statuteline.model.ids import EId, WId
        >>> from statuteline.model.provision import Level, Provision
        >>> from statuteline.model.text import Paragraph, plain
        >>> from statuteline.structure.hierarchy import divide
        >>> from statuteline.structure.scheme import CONNECTICUT
        >>> words = "(a) A fee. (b) None under subsection (a) of this section."
        >>> blocks = (Paragraph(spans=plain(words)),)
        >>> top = Provision(level=Level.SECTION, eid=EId("sec_1"), wid=WId("sec_1"))
        >>> (one,) = look_up(divide(top, blocks, CONNECTICUT), CONNECTICUT)
        >>> [str(eid) for eid in one.found]
        ['sec_1__subsec_a']
    """
    return tuple(_Reader(scheme).read((top,)))


class _Named(NamedTuple):
    """A provision that the text has named.

    Args:
        step: How it was named.
        holder: The provision from which the step was taken; None if it is elsewhere.
        provision: The provision itself; None if it is elsewhere.
    """

    step: Step
    holder: Provision | None
    provision: Provision | None


_Way = tuple[Provision, ...]


class _Reader:
    """Reads a section in order, and keeps what was named before."""

    def __init__(self, scheme: Scheme) -> None:
        self._behind = scheme.behind
        self._named: list[_Named] = []

    def read(self, way: _Way) -> Iterator[LookedUp]:
        """Look up the references in a provision.

        Args:
            way: The provisions from the section down to it.
        """
        here = way[-1]
        yield from self._own(way, here.intro)
        for child in here.children:
            yield from self.read((*way, child))
        yield from self._own(way, here.wrap_up)

    def _own(self, way: _Way, blocks: tuple[Block, ...]) -> Iterator[LookedUp]:
        for text in map(block_text, blocks):
            if len(way) == 1 and text.startswith(self._behind):
                return
            for reference in find_references(text):
                went = [self._meant(reference, t, way) for t in reference.targets]
                yield LookedUp(
                    reference=reference,
                    holder=way[-1].eid,
                    words=text[reference.start : reference.end],
                    lookup=max((lookup for lookup, _ in went), key=_WORSE.index),
                    found=tuple(one.eid for _, found in went for one in found),
                )

    def _meant(
        self, reference: InternalReference, target: Target, way: _Way
    ) -> tuple[Lookup, tuple[Provision, ...]]:
        """Look up one target, and note what it names."""
        starts = self._starts(reference, target.path, way)
        if reference.base is Base.ELSEWHERE or starts == (None,):
            self._named += [_Named(step, None, None) for step in target.path]
            return Lookup.ELSEWHERE, ()
        for is_loose in (False, True):
            for start in starts:
                if start is None:
                    continue
                found = _follow(start, target.path, way if is_loose else ())
                if found is None:
                    continue
                self._named += map(_Named, target.path, found, found[1:])
                lookup = _how(reference, target.path, found, is_loose=is_loose)
                if target.last is None:
                    return lookup, found[-1:]
                last = _follow(start, target.last, way if is_loose else ())
                ends = (found[-1], last[-1]) if last else found[-1:]
                return (lookup if last else Lookup.NO_NUMBER), ends
        return (Lookup.NO_NUMBER if starts else Lookup.NO_BASE), ()

    def _starts(
        self, reference: InternalReference, path: Path, way: _Way
    ) -> tuple[Provision | None, ...]:
        """Give where the way to a target may start, the likeliest first.

        Returns:
            Provisions; ``(None,)`` alone where the text means another section.
        """
        inner_first = way[::-1]
        match reference.base:
            case Base.THIS:
                named = tuple(one for one in inner_first if one.level is reference.level)
                return named or (inner_first if path and reference.level is None else ())
            case Base.SAID if reference.level is not None:
                before = self._before(lambda step: step.level is reference.level)
                return (before.provision if before else None,)
            case Base.SAID:
                before = self._before(lambda step: step == path[0])
                return (before.holder,) if before else inner_first
            case Base.OPEN | Base.ELSEWHERE:
                return inner_first

    def _before(self, is_meant: Callable[[Step], bool]) -> _Named | None:
        """Find what was named last of all that may be meant."""
        return next((one for one in reversed(self._named) if is_meant(one.step)), None)


def _how(
    reference: InternalReference, path: Path, found: _Way, *, is_loose: bool
) -> Lookup:
    """Tell how what was found lies to what the text says."""
    if is_loose:
        return Lookup.LEVEL_LEFT_OUT
    is_named_so = reference.level in {None, found[0].level} and all(
        step.level in {None, one.level} for step, one in zip(path, found[1:], strict=True)
    )
    return Lookup.FOUND if is_named_so else Lookup.NAMED_OTHERWISE


def _follow(start: Provision, path: Path, around: _Way) -> _Way | None:
    """Go down from a provision, step by step.

    Args:
        start: Where to begin.
        path: The steps.
        around: The provisions that hold the reference, to look below a level that the
            text leaves out; empty to look at the next level only.

    Returns:
        The provisions passed, the first one included; None where a step leads to none,
        or a level left out has several with that number.
    """
    way = [start]
    for step in path:
        below = next((one for one in way[-1].children if one.label == step.label), None)
        if below is None and around:
            below = _deeper(way[-1], step, around)
        if below is None:
            return None
        way.append(below)
    return tuple(way)


def _deeper(start: Provision, step: Step, around: _Way) -> Provision | None:
    """Find the one provision of a level and number anywhere below another.

    Of several, the one whose holder is the innermost that holds the reference too.
    """
    holders = [
        (holder, one)
        for holder in walk((start,))
        for one in holder.children
        if one.label == step.label and one.level is step.level
    ]
    near = [one for holder, one in holders if holder in around]
    if near:
        return near[-1]
    return holders[0][1] if len(holders) == 1 else None
