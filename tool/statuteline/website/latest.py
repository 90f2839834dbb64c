"""The latest changes of the law: which texts began when, and what they changed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from statuteline.model.work import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.model.change import Change
    from statuteline.model.ids import ExpressionId, ProvisionRef, WorkId
    from statuteline.website.source import Source, WorkTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBegun:
    """A text that took the place of another, or of nothing.

    Args:
        work: The statute.
        cited: How its jurisdiction cites it.
        title: Its title.
        day: The first day of the new text; None while that is not known.
        old: The text before; None for the first one.
        new: The text.
        acts: The act sections that made it, as far as the text names them.
        changes: What it changed of the text before; empty for the first one.
    """

    work: WorkId
    cited: str
    title: str
    day: date | None
    old: ExpressionId | None
    new: ExpressionId
    acts: tuple[ProvisionRef, ...]
    changes: tuple[Change, ...]


def latest(
    source: Source, works: tuple[WorkId, ...], most: int | None = None
) -> tuple[TextBegun, ...]:
    """List the texts of statutes that began last, the latest first.

    Texts are chosen by the days in their ids, so that no more are read than are told.

    Args:
        source: What the site is made from.
        works: The statutes.
        most: How many at the most; None for all.
    """
    pairs = [pair for work in works for pair in _pairs(source.corpus.expression_ids(work))]
    pairs.sort(key=lambda pair: pair[1].version, reverse=True)
    chosen = sorted(pairs[:most], key=lambda pair: str(pair[1].work))
    told = [_told(source.texts_of(new.work), old, new) for old, new in chosen]
    return tuple(sorted(told, key=lambda one: one.new.version, reverse=True))


def _pairs(
    ids: tuple[ExpressionId, ...],
) -> Iterator[tuple[ExpressionId | None, ExpressionId]]:
    """Pair each text with the one before it, as their newest records have them."""
    line = tuple({one.version: one for one in ids}.values())
    yield None, line[0]
    yield from pairwise(line)


def _told(of: WorkTexts, old: ExpressionId | None, new: ExpressionId) -> TextBegun:
    text = of.text(new)
    named = (one.act for one in text.own_events if one.kind is not EventKind.ERRATUM)
    return TextBegun(
        work=new.work,
        cited=of.cited,
        title=text.title,
        day=text.known_start,
        old=old,
        new=new,
        acts=tuple(dict.fromkeys(act for act in named if act is not None)),
        changes=of.comparison(of.text(old), text).changes if old is not None else (),
    )
