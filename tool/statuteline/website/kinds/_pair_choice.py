"""Which pairs of texts have no page of their own, and are shown by a script."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from statuteline.website import addresses
from statuteline.website.kinds._redlines import written_pairs

if TYPE_CHECKING:
    from statuteline.model.ids import ExpressionId
    from statuteline.website.kinds._redlines import Pair

EACH: Final = 12
"""Of how many of the latest records each is compared with each other.

These are 66 pairs. The pairs of all records grow with the square of their number; 40
would have 780.
"""


def shown_pairs(ids: tuple[ExpressionId, ...]) -> tuple[Pair, ...]:
    """Choose the further pairs, which a script shows.

    These are all pairs of the latest records, and each earlier record with the last one.
    Records that were corrected are among them.

    Args:
        ids: All records of a work, oldest version first.
    """
    with_last = ((one, ids[-1]) for one in ids[:-EACH])
    written = set(written_pairs(ids))
    chosen = (*with_last, *combinations(ids[-EACH:], 2))
    return tuple(pair for pair in chosen if pair not in written)


def place_of_pair(
    ids: tuple[ExpressionId, ...], old: ExpressionId, new: ExpressionId
) -> str | None:
    """Give the place that compares two texts; None if the site has none.

    Args:
        ids: All records of their work, oldest version first.
        old: The text before.
        new: The text after.
    """
    if (old, new) in written_pairs(ids):
        return addresses.of_redline(old, new)
    return addresses.of_pair(old, new) if (old, new) in shown_pairs(ids) else None
