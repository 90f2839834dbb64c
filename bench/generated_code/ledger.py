"""What was done to the code, kept while it is done."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One thing that was done to a node.

    Args:
        kind: What, such as ``repealed_stub``.
        uid: The node.
        parent: The section it was done in; None if the node is one itself.
        words: How many words came or went; None if that is not the point.
    """

    kind: str
    uid: int
    parent: int | None = None
    words: int | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that was done.

    Args:
        done: In order.
        splits: The node before, and the two that it became.
        merges: The two nodes before, and what they became.
        reordered: Nodes that stand in another order among their old siblings.
    """

    done: list[Done] = field(default_factory=list)
    splits: list[tuple[int, tuple[int, int]]] = field(default_factory=list)
    merges: list[tuple[tuple[int, int], int]] = field(default_factory=list)
    reordered: list[int] = field(default_factory=list)

    def note(
        self, kind: str, uid: int, *, parent: int | None = None, words: int | None = None
    ) -> None:
        """Add one thing done."""
        self.done.append(Done(kind=kind, uid=uid, parent=parent, words=words))
