"""Redlines of a statute: each text beside the one before, and the first beside the last."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from statuteline.publish._html_parts import parts
from statuteline.publish.base import Style
from statuteline.website import addresses
from statuteline.website.base import Content, Crumb, Page
from statuteline.website.kinds._text import crumbs
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import ExpressionId
    from statuteline.website.base import Item
    from statuteline.website.source import Source


def redline_items(source: Source, ids: tuple[ExpressionId, ...]) -> Iterator[Item]:
    """List the redlines of a statute that are written beforehand."""
    for old, new in written_pairs(ids):
        yield Page(
            path=addresses.of_redline(old, new), write=partial(_page, source, old, new)
        )


def written_pairs(
    ids: tuple[ExpressionId, ...],
) -> tuple[tuple[ExpressionId, ExpressionId], ...]:
    """Choose the pairs whose redlines are written beforehand: neighbours, and the ends.

    Args:
        ids: All records of a work, oldest version first.
    """
    newest = {one.version: one for one in ids}
    line = tuple(newest.values())
    pairs = list(pairwise(line))
    if len(line) > 2:
        pairs.append((line[0], line[-1]))
    return tuple(pairs)


def _page(source: Source, old: ExpressionId, new: ExpressionId) -> Content:
    of = source.texts_of(new.work)
    comparison = of.comparison(of.text(old), of.text(new))
    path = addresses.of_redline(old, new)
    names = f"{addresses.version_name(old)} and {addresses.version_name(new)}"
    return Content(
        title=f"{of.cited}: {names} compared",
        body=filled(
            "redline.html",
            path,
            cited=of.cited,
            of=of,
            comparison=comparison,
            parts=parts(comparison, Style()),
        ),
        description=f"What changed in {of.cited} between {names}, word by word.",
        changed=of.text(new).start,
        crumbs=(
            *crumbs(source, new.work),
            Crumb(path=addresses.of_work(new.work), title=of.cited),
        ),
    )
