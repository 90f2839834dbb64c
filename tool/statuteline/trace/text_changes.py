"""Changes of the law: what each new text of a section changed, and by which act."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, assert_never

from statuteline.diff.compare import compare
from statuteline.history.timeline import timeline
from statuteline.model.change import (
    Amended,
    Conforming,
    HeadingChanged,
    Inserted,
    Merged,
    Moved,
    Part,
    Renumbered,
    Repealed,
    Run,
    RunKind,
    Split,
    Unseen,
)
from statuteline.model.provision import find
from statuteline.trace.fingerprints import joined, text_fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.model.change import Change, Comparison, Line, Runs
    from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WorkId
    from statuteline.model.work import Expression

_EDITORIAL = (Conforming, HeadingChanged, Moved, Renumbered)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextChange:
    """One change between two texts of a section.

    Args:
        work: The section.
        day: The first day of the new text.
        old: The text before.
        new: The text after.
        old_eids: The provisions changed, as addressed before; empty for what is new.
        new_eids: The same as addressed afterwards; empty for what is gone.
        whole: Whether all below these provisions came or went with them.
        change: The change itself.
        acts: The act sections that made it, as far as the new text names them.
        fingerprint: Of the words before and after; what a waiver is bound to.
        words: What was changed, a passage each, deleted and inserted words marked.
    """

    work: WorkId
    day: date
    old: ExpressionId
    new: ExpressionId
    old_eids: tuple[EId, ...]
    new_eids: tuple[EId, ...]
    whole: bool
    change: Change
    acts: tuple[ProvisionRef, ...]
    fingerprint: str
    words: tuple[Runs, ...]

    @property
    def id(self) -> str:
        """The change by name: section, day, provision and kind."""
        eid = (*self.new_eids, *self.old_eids)[0]
        return f"{self.work}@{self.day}#{eid}:{type(self.change).__name__.lower()}"

    @property
    def is_substantive(self) -> bool:
        """Whether more than numbers, places, headings or citations changed."""
        return not isinstance(self.change, _EDITORIAL)


def text_changes(expressions: tuple[Expression, ...]) -> tuple[TextChange, ...]:
    """List what each text of a work changed of the one before it.

    Args:
        expressions: All records of one work.

    Returns:
        The changes, by the day of the new text and then in its reading order. The first
        text of a work changes nothing that is on record.
    """
    found: list[TextChange] = []
    for before, after in pairwise(timeline(expressions).entries):
        compared = compare(before.expression, after.expression)
        found += (
            _text_change(compared, after.interval.start, change)
            for change in compared.changes
        )
    return tuple(found)


def _text_change(compared: Comparison, day: date, change: Change) -> TextChange:
    old, new = compared.old, compared.new
    old_eids, new_eids = _sides(change)
    whole = isinstance(change, Inserted | Repealed | Split | Merged)
    return TextChange(
        work=new.id.work,
        day=day,
        old=old.id,
        new=new.id,
        old_eids=old_eids,
        new_eids=new_eids,
        whole=whole,
        change=change,
        acts=_acts(new, old_eids, new_eids, whole=whole),
        fingerprint=joined(*_words(old, old_eids), "", *_words(new, new_eids)),
        words=tuple(_passages(compared.lines, old_eids, new_eids, whole=whole)),
    )


def _sides(change: Change) -> tuple[tuple[EId, ...], tuple[EId, ...]]:
    match change:
        case Inserted(new=new) | Unseen(new=new):
            return (), (new,)
        case Repealed(old=old):
            return (old,), ()
        case Split(old=old, new=parts):
            return (old,), parts
        case Merged(old=parts, new=new):
            return parts, (new,)
        case (
            Amended(old=old, new=new)
            | Conforming(old=old, new=new)
            | HeadingChanged(old=old, new=new)
            | Renumbered(old=old, new=new)
            | Moved(old=old, new=new)
        ):
            return (old,), (new,)
        case _:
            assert_never(change)


def _acts(
    text: Expression, old: tuple[EId, ...], new: tuple[EId, ...], *, whole: bool
) -> tuple[ProvisionRef, ...]:
    """Name the acts that changed some provisions or, with them, what lies in them."""
    acts: dict[ProvisionRef, None] = {}
    for modification in text.modifications:
        previous = modification.previous
        if _among(modification.destination.eid, new, whole=whole) or (
            previous is not None and _among(previous.eid, old, whole=whole)
        ):
            acts[modification.act] = None
    return tuple(acts)


def _among(place: EId | None, eids: tuple[EId, ...], *, whole: bool) -> bool:
    if place is None:
        return False
    return place in eids or (whole and any(eid.contains(place) for eid in eids))


def _words(text: Expression, eids: tuple[EId, ...]) -> tuple[str, ...]:
    found = (find(text.body, eid) for eid in eids)
    return tuple(text_fingerprint(one) for one in found if one is not None)


def _passages(
    lines: tuple[Line, ...], old: tuple[EId, ...], new: tuple[EId, ...], *, whole: bool
) -> Iterator[Runs]:
    """Give the marked words of some provisions, each behind its number."""
    number: Runs = ()
    for line in lines:
        before = line.old is not None and _among(line.old.eid, old, whole=whole)
        after = line.new is not None and _among(line.new.eid, new, whole=whole)
        if not (before or after):
            continue
        if line.part is Part.NUM:
            yield from (number,) if number else ()
            number = line.runs
        else:
            yield _behind(number, line.runs)
            number = ()
    yield from (number,) if number else ()


def _behind(number: Runs, words: Runs) -> Runs:
    if not number:
        return words
    last, first = number[-1], words[0]
    if last.kind is first.kind:
        both = Run(kind=first.kind, text=f"{last.text} {first.text}")
        return (*number[:-1], both, *words[1:])
    return (*number, Run(kind=RunKind.EQUAL, text=" "), *words)
