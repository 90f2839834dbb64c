"""Comparing two texts: pairs, lines and named changes, proved on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.diff.align import Pair, align
from statuteline.diff.changes import Changes
from statuteline.diff.conforming import Renumberings, conformed
from statuteline.diff.lasting_ids import by_number_only
from statuteline.diff.lines import Lines, check_lines
from statuteline.diff.splits import with_splits
from statuteline.diff.words import Words
from statuteline.model.change import Comparison
from statuteline.model.work import Kind

if TYPE_CHECKING:
    from statuteline.model.work import Expression


def compare(
    old: Expression, new: Expression, *, steps: tuple[Expression, ...] = ()
) -> Comparison:
    """Compare two texts.

    Args:
        old: The text before.
        new: The text after.
        steps: The texts in force after ``old`` up to and including ``new``, oldest
            first, where both are of one work: their recorded modifications tell of
            changes whose words the corpus does not hold. Empty for anything else.

    Returns:
        Every word of both texts with its mark, and the changes by name. No change
        means that the two texts are the same and nothing unseen is recorded.

    Raises:
        SelfCheckError: If the lines do not give both texts back exactly.
    """
    bodies = old.body, new.body
    if Kind.DRAFT in {old.kind, new.kind}:
        # A draft states no lasting ids; those of the other text would contradict it.
        bodies = by_number_only(old.body), by_number_only(new.body)
    words = Words()
    pairs = align(*bodies, words)
    found = with_splits(comparison_of(pairs, old, new, words, steps))
    return conformed(found, Renumberings((found,)))


def comparison_of(
    pairs: tuple[Pair, ...],
    old: Expression,
    new: Expression,
    words: Words,
    steps: tuple[Expression, ...] = (),
) -> Comparison:
    """Compare two texts whose provisions are paired already; see :func:`compare`.

    What follows a renumbering is not told apart yet.

    Args:
        pairs: The provisions of both texts, each once.
        old: The text before.
        new: The text after.
        words: Where the words of both are taken from.
        steps: The texts between, as for :func:`compare`.

    Raises:
        SelfCheckError: If the lines do not give both texts back exactly.
    """
    lines = Lines(old, new, words).of(pairs)
    check_lines(lines, old, new, words)
    named = Changes(old, new, lines, steps)
    seen = tuple(change for pair in pairs for change in named.of(pair))
    unseen = tuple(named.unseen(old, steps))
    return Comparison(old=old, new=new, lines=lines, changes=seen + unseen)
