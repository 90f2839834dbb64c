"""Changes inside sections: subsections that come, go, split, merge, move or swap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generated_code.node import Kind, Node

if TYPE_CHECKING:
    from generated_code.amending import Amending
    from generated_code.first_version import Draft
    from generated_code.ledger import Ledger

_PART: Final = 15
"""Words that each part of a split has at least."""


class Dividing:
    """Rearranges what lies below sections.

    Args:
        draft: What new provisions are drawn from.
        ledger: Where changes are noted.
        amending: Edits words on the way.
    """

    def __init__(self, draft: Draft, ledger: Ledger, amending: Amending) -> None:
        self._draft = draft
        self._random = draft.random
        self._ledger = ledger
        self._amending = amending

    def insert(self, section: Node) -> None:
        """Insert a new subsection; those behind it get new letters."""
        come = self._draft.subsection(60)
        section.kids.insert(self._random.randrange(len(section.kids)), come)
        section.number_below()
        self._ledger.note("subsec_inserted", come.uid, parent=section.uid)

    def delete(self, section: Node) -> None:
        """Delete a subsection, not the last; those behind it get new letters."""
        gone = section.kids.pop(self._random.randrange(len(section.kids) - 1))
        section.number_below()
        self._ledger.note("subsec_deleted", gone.uid, parent=section.uid)

    def split(self, section: Node, *, edited: bool) -> None:
        """Make two subsections of one, between two sentences."""
        whole = self._random.choice(splittable(section))
        cut = _middle(whole)
        first = self._draft.nursery.node(Kind.SUBSECTION, whole.words[:cut])
        second = self._draft.nursery.node(Kind.SUBSECTION, whole.words[cut:])
        self._put_parts(section, whole, first, second)
        if edited:
            self._amending.edit(second)
        kind = "split_edited" if edited else "split"
        self._ledger.note(kind, whole.uid, parent=section.uid)

    def take_list_out(self, section: Node) -> None:
        """Make a subsection of its own of the list that ends another."""
        whole = self._random.choice(with_list(section))
        make = self._draft.nursery.node
        first = make(Kind.SUBSECTION, [*whole.words[:-1], "list", "below."])
        second = make(Kind.SUBSECTION, ["The", "list", "has", "the", "following:"])
        second.kids = whole.kids
        self._put_parts(section, whole, first, second)
        self._ledger.note("list_taken_out", whole.uid, parent=section.uid)

    def _put_parts(self, section: Node, whole: Node, first: Node, second: Node) -> None:
        at = section.kids.index(whole)
        section.kids[at : at + 1] = [first, second]
        section.number_below()
        self._ledger.splits.append((whole.uid, (first.uid, second.uid)))

    def merge(self, section: Node, *, edited: bool) -> None:
        """Make one subsection of two neighbours."""
        first, second = self._random.choice(mergeable(section))
        whole = self._draft.nursery.node(Kind.SUBSECTION, first.words + second.words)
        at = section.kids.index(first)
        section.kids[at : at + 2] = [whole]
        section.number_below()
        self._ledger.merges.append(((first.uid, second.uid), whole.uid))
        if edited:
            self._amending.edit(whole)
        kind = "merged_edited" if edited else "merged"
        self._ledger.note(kind, whole.uid, parent=section.uid)

    def move_paragraph(self, section: Node) -> None:
        """Move a paragraph to the end of the list of another subsection."""
        source, target = self._random.sample(with_list(section), 2)
        moved = source.kids.pop(self._random.randrange(len(source.kids)))
        target.kids.append(moved)
        section.number_below()
        self._ledger.note("paragraph_moved", moved.uid, parent=section.uid)

    def move_subsection(self, source: Node, target: Node) -> None:
        """Move a subsection to another section."""
        moved = source.kids.pop(self._random.randrange(len(source.kids)))
        target.kids.insert(self._random.randrange(len(target.kids) + 1), moved)
        source.number_below()
        target.number_below()
        self._ledger.note("subsection_moved", moved.uid, parent=target.uid)

    def reorder(self, section: Node) -> None:
        """Move a subsection past two siblings at least, so that it is the one moved."""
        count = len(section.kids)
        before = self._random.randrange(count)
        places = [place for place in range(count) if abs(place - before) >= 2]
        if not places:  # the middle one of three
            before, places = 0, [2]
        moved = section.kids.pop(before)
        section.kids.insert(self._random.choice(places), moved)
        section.number_below()
        self._ledger.reordered.append(moved.uid)
        self._ledger.note("reordered", moved.uid, parent=section.uid)


def splittable(section: Node) -> list[Node]:
    """Give the subsections without a list that have two parts of some length."""
    return [kid for kid in section.kids if not kid.kids and _middle(kid)]


def mergeable(section: Node) -> list[tuple[Node, Node]]:
    """Give the neighbouring subsections without lists, of some length each."""
    return [
        (first, second)
        for first, second in zip(section.kids, section.kids[1:], strict=False)
        if not first.kids and not second.kids
        if min(len(first.words), len(second.words)) >= _PART
    ]


def with_list(section: Node) -> list[Node]:
    """Give the subsections with a list of two paragraphs at least."""
    return [kid for kid in section.kids if len(kid.kids) > 1]


def _middle(node: Node) -> int:
    """Give the sentence end nearest to the middle; 0 if a part would be too short."""
    words = node.words
    ends = [
        place
        for place in range(_PART, len(words) - _PART + 1)
        if words[place - 1].endswith(".")
    ]
    return min(ends, key=lambda place: abs(2 * place - len(words)), default=0)
