"""Amending words: single edits inside one node, and sections amended by them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from generated_code.first_version import Draft
    from generated_code.ledger import Ledger
    from generated_code.node import Node

_LEFT: Final = 8
"""Words that a deletion leaves."""


class Amending:
    """Edits words.

    Args:
        draft: What new words are drawn from.
        ledger: Where edits are noted.
    """

    def __init__(self, draft: Draft, ledger: Ledger) -> None:
        self._draft = draft
        self._random = draft.random
        self._ledger = ledger

    def section(self, section: Node) -> None:
        """Amend one node of a section."""
        if self.one_node(section):
            self._ledger.note("amended_section", section.uid)

    def one_node(self, section: Node) -> bool:
        """Make one to four edits in one node; tell whether its words did change."""
        node = self._random.choice([node for node in section.walk() if node.words])
        before = list(node.words)
        for _ in range(self._random.randint(1, 4)):
            self.edit(node)
        return node.words != before

    def edit(self, node: Node) -> None:
        """Make one edit: put a word in another's place, insert, delete or add."""
        words, chance = node.words, self._random.random()
        at = self._random.randrange(len(words))
        if words[at].startswith("@"):
            return
        if chance < 0.40:
            self._substitute(node, at)
        elif chance < 0.65:
            self._insert(
                node, at, self._draft.vocabulary.words(self._random.randint(1, 12))
            )
        elif chance < 0.85 and len(words) > _LEFT + 4:
            self._delete(node)
        else:
            sentence = self._draft.vocabulary.sentence()
            words += sentence
            self._ledger.note("sent", node.uid, words=len(sentence))

    def _substitute(self, node: Node, at: int) -> None:
        before = node.words[at]
        plural = before.rstrip(".,") + "s"
        word = plural if self._random.random() < 0.15 else self._draft.vocabulary.word()
        if word != before:
            node.words[at] = word
            self._ledger.note("sub", node.uid, words=1)

    def _insert(self, node: Node, at: int, words: list[str]) -> None:
        node.words[at:at] = words
        self._ledger.note("ins", node.uid, words=len(words))

    def _delete(self, node: Node) -> None:
        count = min(self._random.randint(1, 8), len(node.words) - _LEFT)
        at = self._random.randrange(len(node.words) - count)
        del node.words[at : at + count]
        self._ledger.note("del", node.uid, words=count)
