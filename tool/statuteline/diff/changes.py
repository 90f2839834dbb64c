"""Naming what differs: each change with its kind, its ground and one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.diff import sentences
from statuteline.diff.ancestry import Ancestries, Ancestry
from statuteline.model.change import (
    Amended,
    Change,
    HeadingChanged,
    Inserted,
    Line,
    Moved,
    Part,
    Renumbered,
    Repealed,
    RunKind,
    Runs,
    Unseen,
)
from statuteline.model.provision import Coverage, Provision, walk
from statuteline.model.work import ModificationKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.diff.align import Pair
    from statuteline.model.work import Expression, Modification


class Changes:
    """Names the changes of one comparison.

    Args:
        old: The text before.
        new: The text after.
        lines: Every word of both, marked.
        steps: The texts between the two, whose recorded modifications may tell more.
    """

    def __init__(
        self,
        old: Expression,
        new: Expression,
        lines: tuple[Line, ...],
        steps: tuple[Expression, ...],
    ) -> None:
        self._old = Ancestries(old.body)
        self._new = Ancestries(new.body)
        self._divided_off = {
            change.destination.eid: change.previous.eid
            for step in steps
            for change in step.modifications
            if change.kind is ModificationKind.SPLIT and change.previous is not None
        }
        self._runs: dict[tuple[str | None, str | None, str], Runs] = {}
        self._touched: set[str | None] = set()
        for line in lines:
            if any(run.kind is not RunKind.EQUAL for run in line.runs):
                one = line.old.eid.text if line.old else None
                other = line.new.eid.text if line.new else None
                self._runs[one, other, line.part.value] = line.runs
                self._touched.update((one, other))

    def of(self, pair: Pair) -> Iterator[Change]:
        """Name what a pair shows, then what lies below it."""
        if pair.old is None and pair.new is not None:
            path = self._new[pair.new.eid]
            origin = self._old.get(self._divided_off.get(pair.new.eid))
            told = sentences.inserted(path, origin)
            yield Inserted(new=pair.new.eid, summary=told, pairing=pair.pairing)
            yield from self._pairs_inside(pair)
            return
        if pair.new is None and pair.old is not None:
            path = self._old[pair.old.eid]
            taken = pair.old.eid in self._new
            told = sentences.repealed(path, taken=taken)
            yield Repealed(old=pair.old.eid, summary=told, pairing=pair.pairing)
            return
        if pair.old is not None and pair.new is not None:
            yield from self._both(pair, pair.old, pair.new)
            if pair.old.coverage is not pair.new.coverage:
                # One side has no words: what lies below came or went with them.
                yield from self._pairs_inside(pair)
                return
        for child in pair.children:
            yield from self.of(child)

    def _pairs_inside(self, pair: Pair) -> Iterator[Change]:
        """Name what is on both sides below; the rest came or went with the whole."""
        for child in pair.children:
            if child.old is not None and child.new is not None:
                yield from self.of(child)
            else:
                yield from self._pairs_inside(child)

    def _both(self, pair: Pair, old: Provision, new: Provision) -> Iterator[Change]:
        if self._is_plain(pair, old, new):
            return
        before, after = self._old[old.eid], self._new[new.eid]
        one, other, why = old.eid, new.eid, pair.pairing
        if Coverage.REMOVED in {old.coverage, new.coverage} and (
            old.coverage is not new.coverage
        ):
            yield (
                Repealed(old=one, summary=sentences.repealed(before), pairing=why)
                if new.coverage is Coverage.REMOVED
                else Inserted(new=other, summary=sentences.inserted(after), pairing=why)
            )
            return
        yield from self._number_and_place(pair, old, new)
        heading = self._changed(old, new, Part.HEADING)
        if heading and not pair.divided:
            yield HeadingChanged(
                old=one,
                new=other,
                pairing=why,
                summary=sentences.heading_changed(after, heading),
            )
        if Coverage.NOT_RESTATED in {old.coverage, new.coverage}:
            if old.coverage is not new.coverage:
                yield Unseen(
                    new=new.eid, modification=None, summary=sentences.incomparable(after)
                )
            return
        words = self._changed(old, new, Part.INTRO), self._changed(old, new, Part.WRAP_UP)
        if pair.divided:
            told = (
                sentences.divided(after, *words)
                if pair.old_whole
                else sentences.joined(before, *words)
            )
            yield Amended(old=one, new=other, pairing=why, summary=told)
        elif any(words) and not any(child.divided for child in pair.children):
            yield Amended(
                old=one, new=other, pairing=why, summary=sentences.amended(after, *words)
            )

    def _is_plain(self, pair: Pair, old: Provision, new: Provision) -> bool:
        """Tell at little cost that nothing of a pair differs, as is so of most."""
        if pair.moved or pair.divided or old.coverage is not new.coverage:
            return False
        sides = old.eid.text, new.eid.text
        return old.num == new.num and self._touched.isdisjoint(sides)

    def _number_and_place(
        self, pair: Pair, old: Provision, new: Provision
    ) -> Iterator[Change]:
        before, after = self._old[old.eid], self._new[new.eid]
        one, other, why = old.eid, new.eid, pair.pairing
        if pair.moved:
            yield Moved(
                old=one, new=other, pairing=why, summary=sentences.moved(before, after)
            )
        elif old.num != new.num and not pair.divided:
            yield Renumbered(
                old=one, new=other, pairing=why, summary=sentences.renumbered(before, after)
            )

    def _changed(self, old: Provision, new: Provision, part: Part) -> Runs:
        """Give the runs of a part that differs; none if it is the same."""
        one, other = old.eid.text, new.eid.text
        found: Runs = ()
        for key in ((one, other), (one, None), (None, other)):
            found += self._runs.get((*key, part.value), ())
        return found

    def unseen(self, old: Expression, steps: tuple[Expression, ...]) -> Iterator[Unseen]:
        """Name recorded changes whose words the corpus does not hold."""
        before = old
        for step in steps:
            found = tuple(self._not_restated(step))
            yield from found
            if not found and step.own_events and _same_words(before, step):
                top = step.body[0]
                act = step.own_events[0].act
                path = self._new.get(top.eid) or _whole_text(top)
                yield Unseen(
                    new=top.eid, modification=None, summary=sentences.unseen(path, act)
                )
            before = step

    def _not_restated(self, step: Expression) -> Iterator[Unseen]:
        for modification in step.modifications:
            eid = modification.destination.eid
            path = self._new.get(eid)
            if eid is None or path is None or not _changes_words(modification):
                continue
            if path.provision.coverage is Coverage.NOT_RESTATED:
                told = sentences.unseen(path, modification.act)
                yield Unseen(new=eid, modification=modification, summary=told)


def _changes_words(modification: Modification) -> bool:
    kind = modification.kind.value
    return kind not in {"renumbering", "split", "join", "insertion"}


def _same_words(one: Expression, other: Expression) -> bool:
    return _all_words(one) == _all_words(other)


def _all_words(expression: Expression) -> tuple[tuple[str | None, str, str, str], ...]:
    return tuple(
        (p.num, p.heading_text, p.intro_text, p.wrap_up_text) for p in walk(expression.body)
    )


def _whole_text(top: Provision) -> Ancestry:
    return Ancestry(steps=(top,), alone=True)
