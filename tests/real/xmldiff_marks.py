"""What xmldiff marks: its own edit script, applied by itself, counted in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from lxml import etree
from xmldiff import actions
from xmldiff.main import diff_trees
from xmldiff.patch import Patcher

from .generic_xml import name_of

if TYPE_CHECKING:
    from collections.abc import Callable

Action: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class PeerMarks:
    """What the peer does to one pair of files.

    Args:
        words: Words that it marks, at least.
        moves: Elements that it moves.
        exact: Whether its script, applied by itself, gives the second file.
    """

    words: int
    moves: int
    exact: bool


def xmldiff_marks(old: etree._ElementTree, new: etree._ElementTree) -> PeerMarks:
    """Run the peer on two files, apply its script with its own patcher, and count."""
    script = diff_trees(old, new)
    patcher = _Counting()
    try:
        result = patcher.patch(script, old)
        exact = _content(result) == _content(new.getroot())
    except (AssertionError, IndexError, KeyError):
        exact = False
    moves = sum(isinstance(action, actions.MoveNode) for action in script)
    return PeerMarks(words=patcher.words, moves=moves, exact=exact)


class _Counting(Patcher):  # type: ignore[misc]  # the peer has no types
    """Applies a script and counts the words that each action marks, the fewest possible.

    Of a text that is put in another's place only the words are counted that occur more
    often on one side: no way of marking can do with fewer.
    """

    def __init__(self) -> None:
        self.words = 0

    def handle_action(self, action: Action, tree: etree._Element) -> None:
        self.words += _FIXED.get(type(action), 0)
        count = _BY_NODE.get(type(action))
        if count is not None:
            found = tree.xpath(action[0], namespaces=self.nsmap)
            assert isinstance(found, list)
            assert isinstance(found[0], etree._Element)
            self.words += count(action, found[0])
        super().handle_action(action, tree)


def _words(*texts: str | None) -> int:
    return sum(len((text or "").split()) for text in texts)


def _least(old: str | None, new: str | None) -> int:
    before, after = Counter((old or "").split()), Counter((new or "").split())
    return ((before - after) + (after - before)).total()


def _content(root: etree._Element) -> list[tuple[str, str, str]]:
    return [
        (name_of(e), " ".join((e.text or "").split()), " ".join((e.tail or "").split()))
        for e in root.iter("*")
    ]


_FIXED: dict[type, int] = {
    actions.InsertNode: 1,
    actions.RenameNode: 2,
    actions.RenameAttrib: 2,
}
_BY_NODE: dict[type, Callable[[Action, etree._Element], int]] = {
    actions.DeleteNode: lambda _, node: sum(
        _words(name_of(e), e.text, e.tail) for e in node.iter("*")
    ),
    actions.UpdateTextIn: lambda action, node: _least(node.text, action[1]),
    actions.UpdateTextAfter: lambda action, node: _least(node.tail, action[1]),
    actions.UpdateAttrib: lambda action, node: _least(node.get(action[1]), action[2]),
    actions.InsertAttrib: lambda action, _: _words(action[1], action[2]),
    actions.DeleteAttrib: lambda action, node: _words(action[1], node.get(action[1])),
}
"""What else an action marks; moves and namespaces mark no word."""
