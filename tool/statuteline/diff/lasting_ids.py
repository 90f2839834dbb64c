"""Giving the provisions of a new text the lasting ids that they had in the old one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.diff.align import align
from statuteline.model.ids import WId
from statuteline.model.provision import walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import date

    from statuteline.diff.align import Pair
    from statuteline.model.provision import Provision


def with_lasting_ids(
    old: tuple[Provision, ...],
    new: tuple[Provision, ...],
    used: Collection[WId],
    day: date,
) -> tuple[Provision, ...]:
    """Carry lasting ids from one text to the next.

    Which provision is which is found by their words and numbers, as a comparison finds
    it. What is new gets its address as its lasting id, or, where those words are spent,
    the address with the day.

    Args:
        old: The text before, with its lasting ids.
        new: The text after, numbered; its own lasting ids count for nothing.
        used: The lasting ids that texts of this work have, those of ``old`` among them.
        day: The day after which the new text is filed.

    Returns:
        The new text with lasting ids, each once.

    Example:
        >>> from datetime import date
        >>> from statuteline.model.ids import EId
        >>> from statuteline.model.provision import Level, Provision
        >>> from statuteline.model.text import Paragraph, plain
        >>> def section(*words):
        ...     return Provision(
        ...         level=Level.SECTION,
        ...         eid=EId("sec_1"),
        ...         wid=WId("sec_1"),
        ...         children=tuple(
        ...             Provision(
        ...                 level=Level.SUBSECTION,
        ...                 eid=EId(f"sec_1__subsec_{label}"),
        ...                 wid=WId(f"sec_1__subsec_{label}"),
        ...                 num=f"({label})",
        ...                 intro=(Paragraph(spans=plain(one)),),
        ...             )
        ...             for label, one in zip("abc", words, strict=False)
        ...         ),
        ...     )
        >>> fees, fines = "Each reader pays a fee.", "Lost books cost ten dollars."
        >>> old, new = section(fees, fines), section(fees, "Bicycles are lent.", fines)
        >>> used = {one.wid for one in (old, *old.children)}
        >>> (found,) = with_lasting_ids((old,), (new,), used, date(2031, 10, 1))
        >>> [str(child.wid) for child in found.children]
        ['sec_1__subsec_a', 'sec_1__subsec_b@2031-10-01', 'sec_1__subsec_b']
    """
    pairs = align(by_number_only(old), by_number_only(new))
    kept = dict(_kept(pairs, {p.eid.text: p.wid for p in walk(old)}))
    return _named(new, kept, {one.text for one in used}, day)


def by_number_only(body: tuple[Provision, ...]) -> tuple[Provision, ...]:
    """Give a text in which lasting ids say no more than addresses do."""
    return tuple(
        replace(p, wid=WId(p.eid.text), children=by_number_only(p.children)) for p in body
    )


def _kept(pairs: tuple[Pair, ...], ids: dict[str, WId]) -> Iterator[tuple[str, WId]]:
    """Give the lasting id of each new provision that was there before, by address."""
    for pair in pairs:
        # Undivided text and the part that it became are two: the whole has the id.
        if pair.old is not None and pair.new is not None and not pair.divided:
            yield pair.new.eid.text, ids[pair.old.eid.text]
        yield from _kept(pair.children, ids)


def _named(
    body: tuple[Provision, ...], kept: dict[str, WId], spent: set[str], day: date
) -> tuple[Provision, ...]:
    named = []
    for provision in body:
        eid = provision.eid.text
        wid = kept.get(eid) or WId(f"{eid}@{day}" if eid in spent else eid)
        children = _named(provision.children, kept, spent, day)
        named.append(replace(provision, wid=wid, children=children))
    return tuple(named)
