"""Words without a counterpart that stand in another provision of the other text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from statuteline.diff.ancestry import Ancestries
from statuteline.diff.likeness import Fingerprint, contained
from statuteline.model.change import Inserted, Pairing, Part, Reason, Repealed, RunKind
from statuteline.model.provision import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.diff.ancestry import Ancestry
    from statuteline.model.change import Comparison, Line, Place
    from statuteline.model.ids import EId
    from statuteline.model.provision import Level

MOST: Final = 0.5
"""Share of a provision's words that must stand in the other."""
FEW: Final = 5
"""Words that one must have gained and the other lost to prove anything."""
_NEARLY_ALL: Final = 0.8
"""Share of a passage that was lost which must stand in a part, where much was added."""
_SOME: Final = 0.3
"""Share of such a part's words that must be of that passage."""
_PASSAGE: Final = 10
"""Words of such a passage."""
_PROSE: Final = {Part.INTRO, Part.WRAP_UP}


class Direction(Enum):
    """Which text holds the whole, and which the parts."""

    SPLIT = "split"
    """The old text holds the whole, the new one the parts."""
    MERGER = "merger"
    """The old text holds the parts, the new one the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A provision of one text and the provisions of the other that share its words.

    Args:
        whole: The provision.
        parts: The others, in reading order; its own counterpart among them.
        lone: Those of the parts that have no counterpart themselves.
        is_lone: Whether the whole has no counterpart.
        pairing: Why, and how sure of the part that is least sure.
    """

    whole: EId
    parts: tuple[EId, ...]
    lone: frozenset[EId]
    is_lone: bool
    pairing: Pairing


def groups(comparison: Comparison, direction: Direction) -> tuple[Group, ...]:
    """Find the provisions that were split, or that others were merged into.

    Args:
        comparison: Two texts compared.
        direction: What to look for.

    Returns:
        Groups in the order in which their first lone part is told. A part has at
        least the share :data:`MOST` of its words from the whole, or much added to it.
    """
    view = _View(comparison, direction)
    wholes = view.wholes()
    shares: dict[EId, dict[EId, float]] = {}
    for part in view.lone_parts():
        best = max(
            ((view.share(part, whole), whole) for whole in wholes),
            key=lambda rated: rated[0],
            default=None,
        )
        if best is not None and best[0] >= MOST:
            shares.setdefault(best[1].eid, {})[part.eid] = best[0]
    by_eid = {whole.eid: whole for whole in wholes}
    found = (view.group(by_eid[eid], parts) for eid, parts in shares.items())
    return tuple(group for group in found if len(group.parts) > 1)


@dataclass(frozen=True, slots=True)
class _Whole:
    """A provision that lost words.

    Args:
        eid: Its address.
        counterpart: Its counterpart; None if it has none.
        level: The level that its parts are of.
        lost: The words of it that its counterpart lacks.
    """

    eid: EId
    counterpart: Ancestry | None
    level: Level
    lost: Fingerprint


class _View:
    """One comparison, seen from the text of the whole to the text of the parts."""

    def __init__(self, comparison: Comparison, direction: Direction) -> None:
        self._split = direction is Direction.SPLIT
        old, new = Ancestries(comparison.old.body), Ancestries(comparison.new.body)
        self._wholes, self._parts = (old, new) if self._split else (new, old)
        body = comparison.new.body if self._split else comparison.old.body
        self._order = {p.eid: place for place, p in enumerate(walk(body))}
        come = [c.new for c in comparison.changes if isinstance(c, Inserted)]
        gone = [c.old for c in comparison.changes if isinstance(c, Repealed)]
        self._lone_parts, self._lone_wholes = (come, gone) if self._split else (gone, come)
        self._lines = [line for line in comparison.lines if line.part in _PROSE]

    def _places(self, line: Line) -> tuple[Place | None, Place | None]:
        """Give the place on the side of the whole, then on that of the parts."""
        return (line.old, line.new) if self._split else (line.new, line.old)

    def _words(self, line: Line, *, of_part: bool) -> str:
        """Give the words of a line that only one side has."""
        kind = RunKind.INSERTED if self._split is of_part else RunKind.DELETED
        return " ".join(run.text for run in line.runs if run.kind is kind)

    def lone_parts(self) -> Iterator[_LonePart]:
        """Give the provisions without a counterpart, where they say enough."""
        for eid in self._lone_parts:
            path = self._parts.get(eid)
            if path is not None:
                part = self._lone_part(path)
                if part.words >= FEW:
                    yield part

    def _lone_part(self, path: Ancestry) -> _LonePart:
        inside = {p.eid for p in walk((path.provision,))}
        words = 0
        own: list[str] = []
        carried: Counter[EId] = Counter()
        for line in self._lines:
            far, near = self._places(line)
            if near is None or near.eid not in inside:
                continue
            text = self._words(line, of_part=True)
            count = len(text.split())
            own.append(text)
            if far is not None:
                # It moved here with its words; they come from all that it lay in.
                kept = sum(
                    len(r.text.split()) for r in line.runs if r.kind is RunKind.EQUAL
                )
                count += kept
                for step in self._wholes[far.eid].steps[:-1]:
                    carried[step.eid] += kept
            words += count
        return _LonePart(path, words, Fingerprint(" ".join(own)), tuple(carried.items()))

    def wholes(self) -> tuple[_Whole, ...]:
        """Give the provisions that lost words, or have no counterpart at all."""
        lost: dict[tuple[EId, EId | None], list[str]] = {}
        for line in self._lines:
            far, near = self._places(line)
            if far is None:
                continue
            key: tuple[EId, EId | None]
            if near is not None:
                key = far.eid, near.eid
            else:
                above = self._wholes[far.eid].steps
                top = next((p.eid for p in above if p.eid in self._lone_wholes), None)
                if top is None:
                    continue
                key = top, None
            lost.setdefault(key, []).append(self._words(line, of_part=False))
        return tuple(self._whole(*key, " ".join(found)) for key, found in lost.items())

    def _whole(self, eid: EId, counterpart: EId | None, lost: str) -> _Whole:
        other = self._parts.get(counterpart)
        # Undivided text is a section, and what it is split into are its subsections.
        level = (other or self._wholes[eid]).provision.level
        return _Whole(eid, other, level, Fingerprint(lost))

    def share(self, part: _LonePart, whole: _Whole) -> float:
        """Tell how sure it is that a part has its words from a provision.

        As a rule that is the share of its words. Where much was added to it, the lost
        passage must stand in it nearly whole; then that share counts.
        """
        if part.path.provision.level is not whole.level or part.is_kin_of(whole):
            return 0.0
        found = float(dict(part.carried).get(whole.eid, 0))
        if whole.lost.tells and part.own.tells:
            own = len(part.own.text.split())
            found += own * contained(part.own, whole.lost)
        share = found / part.words
        if _SOME <= share < MOST and len(whole.lost.text.split()) >= _PASSAGE:
            passage = contained(whole.lost, part.own)
            return passage if passage >= _NEARLY_ALL else share
        return share

    def group(self, whole: _Whole, shares: dict[EId, float]) -> Group:
        """Put a whole and its parts together."""
        parts = set(shares)
        if whole.counterpart is not None:
            parts.add(whole.counterpart.provision.eid)
        sure = round(min(shares.values()), 2)
        return Group(
            whole=whole.eid,
            parts=tuple(sorted(parts, key=self._order.__getitem__)),
            lone=frozenset(shares),
            is_lone=whole.counterpart is None,
            pairing=Pairing(reason=Reason.CONTAINED, confidence=sure),
        )


@dataclass(frozen=True, slots=True)
class _LonePart:
    """A provision without a counterpart.

    Args:
        path: It and what it lies in.
        words: How many words it has, with all below it.
        own: The words that are nowhere paired.
        carried: How many words came from inside each provision of the other text.
    """

    path: Ancestry
    words: int
    own: Fingerprint
    carried: tuple[tuple[EId, int], ...]

    @property
    def eid(self) -> EId:
        """Its address."""
        return self.path.provision.eid

    def is_kin_of(self, whole: _Whole) -> bool:
        """Tell whether it lies in the counterpart of a whole, or that lies in it."""
        if whole.counterpart is None:
            return False
        here, there = self.path.steps, whole.counterpart.steps
        return self.path.provision in there or whole.counterpart.provision in here
