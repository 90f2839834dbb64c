"""A Merkle tree over a list that only grows, as RFC 9162 builds it.

Two lists of which one begins with the other share their whole subtrees, and that one leaf
is in a list of thirty thousand takes fifteen digests to show.

Source:
    RFC 9162, Certificate Transparency Version 2.0, section 2.1.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.errors import SealError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LEAF: Final = b"\x00"
_NODE: Final = b"\x01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A tree as its whole subtrees, from which it grows without its leaves.

    Args:
        subtrees: How many leaves each has, a power of two, the largest first; and its
            digest, 32 bytes.
    """

    subtrees: tuple[tuple[int, bytes], ...] = ()

    @property
    def count(self) -> int:
        """How many leaves it has."""
        return sum(count for count, _ in self.subtrees)

    @property
    def root(self) -> str:
        """Its digest, in lower-case hexadecimal.

        Example:
            >>> Tree().root[:16]
            'e3b0c44298fc1c14'
        """
        if not self.subtrees:
            return hashlib.sha256().hexdigest()
        *lefts, (_, found) = self.subtrees
        for _, left in reversed(lefts):
            found = _node(left, found)
        return found.hex()


def grown(tree: Tree, leaves: Iterable[bytes]) -> Tree:
    """Add leaves to a tree, in their order."""
    subtrees = list(tree.subtrees)
    for leaf in leaves:
        subtrees.append((1, _leaf(leaf)))
        while len(subtrees) > 1 and subtrees[-2][0] == subtrees[-1][0]:
            (count, left), (_, right) = subtrees[-2:]
            subtrees[-2:] = [(2 * count, _node(left, right))]
    return Tree(subtrees=tuple(subtrees))


def inclusion_path(leaves: Sequence[bytes], place: int) -> tuple[str, ...]:
    """Show that a leaf is in a tree.

    Args:
        leaves: All leaves of the tree.
        place: Which of them, counted from zero.

    Returns:
        The digests beside the way from the leaf to the root, the lowest first.
    """
    level = [_leaf(leaf) for leaf in leaves]
    path = []
    while len(level) > 1:
        beside = place ^ 1
        if beside < len(level):
            path.append(level[beside].hex())
        pairs = zip(level[::2], level[1::2], strict=False)
        odd = level[-1:] if len(level) % 2 else []
        level = [*(_node(left, right) for left, right in pairs), *odd]
        place //= 2
    return tuple(path)


def root_from_path(leaf: bytes, place: int, count: int, path: Sequence[str]) -> str:
    """Work out the root of a tree from one leaf and what stands beside its way.

    Args:
        leaf: The leaf.
        place: Which leaf it is, counted from zero.
        count: How many leaves the tree has.
        path: What :func:`inclusion_path` gave.

    Returns:
        The root, in lower-case hexadecimal. It is the tree's if, and only if, the leaf
        stands at that place.

    Raises:
        SealError: If no tree of so many leaves has such a path.
    """
    if not 0 <= place < count:
        raise SealError(f"There is no leaf {place} in a tree of {count}")
    found, rest, last = _leaf(leaf), list(path), count - 1
    while last:
        if place % 2 or place < last:
            if not rest:
                raise SealError("The path to the root is too short")
            beside = bytes.fromhex(rest.pop(0))
            found = _node(beside, found) if place % 2 else _node(found, beside)
        place, last = place // 2, last // 2
    if rest:
        raise SealError("The path to the root is too long")
    return found.hex()


def _leaf(data: bytes) -> bytes:
    return hashlib.sha256(_LEAF + data).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(_NODE + left + right).digest()
