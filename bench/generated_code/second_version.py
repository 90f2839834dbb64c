"""From the first version to the second: which sections are changed, and how."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from generated_code.amending import Amending
from generated_code.dividing import Dividing, mergeable, splittable, with_list
from generated_code.first_version import STUBS, Draft, is_stub
from generated_code.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from generated_code.node import Node

_RECODIFIED_FROM: Final = 1_000
"""Sections from which a code is large enough for a whole chapter to be recodified."""
_RECODIFIED_EVERY: Final = 5_000


class Change(Enum):
    """A change, and the share of all sections that it is made to.

    Each is made once at least, if a section fits.
    """

    AMEND = "amend", 0.03
    INSERT = "insert", 0.005
    DELETE = "delete", 0.003
    SPLIT = "split", 0.003
    TAKE_LIST_OUT = "take list out", 0.002
    MERGE = "merge", 0.003
    MOVE_PARAGRAPH = "move paragraph", 0.002
    MOVE_SUBSECTION = "move subsection", 0.002
    REORDER = "reorder", 0.002
    MOVE = "move", 0.002
    RENUMBER = "renumber", 0.002
    REPEAL = "repeal", 0.003
    REUSE = "reuse", 0.002
    COME = "come", 0.003
    RECODIFY = "recodify", 0.0
    """A whole chapter with all its sections; only in a large code."""

    def __init__(self, _: str, share: float) -> None:
        self.share = share


class Amendments:
    """All changes, each section drawn for one of them at most.

    Args:
        draft: What new provisions are drawn from.
        titles: The first version, changed in place.
        without: Changes not to make.
    """

    def __init__(
        self, draft: Draft, titles: list[Node], without: frozenset[Change]
    ) -> None:
        self._without = without
        self.ledger = Ledger()
        self._draft = draft
        self._random = draft.random
        self._titles = titles
        self._chapters = [chapter for title in titles for chapter in title.kids]
        self._home = {s.uid: chapter for chapter in self._chapters for s in chapter.kids}
        self._free = [s for chapter in self._chapters for s in chapter.kids]
        self._sections = len(self._free)
        self._random.shuffle(self._free)
        self._amending = Amending(draft, self.ledger)
        self._dividing = Dividing(draft, self.ledger, self._amending)

    def make(self) -> None:
        """Make all changes."""
        for section in self._take(Change.AMEND, _any):
            self._amending.section(section)
        self._subsections_that_come_and_go()
        self._subsections_that_move()
        self._whole_sections()
        if self._sections >= _RECODIFIED_FROM and Change.RECODIFY not in self._without:
            for place in range(max(1, self._sections // _RECODIFIED_EVERY)):
                self._recodify(place)

    def _subsections_that_come_and_go(self) -> None:
        make = self._dividing
        for section in self._take(Change.INSERT, lambda s: len(s.kids) >= 2):
            make.insert(section)
        for section in self._take(Change.DELETE, lambda s: len(s.kids) >= 3):
            make.delete(section)
        drawn = self._take(Change.SPLIT, lambda s: bool(splittable(s)))
        for place, section in enumerate(drawn):
            make.split(section, edited=place % 2 == 1)
        for section in self._take(Change.TAKE_LIST_OUT, lambda s: bool(with_list(s))):
            make.take_list_out(section)
        drawn = self._take(Change.MERGE, lambda s: bool(mergeable(s)))
        for place, section in enumerate(drawn):
            make.merge(section, edited=place % 2 == 1)

    def _subsections_that_move(self) -> None:
        make = self._dividing
        for section in self._take(Change.MOVE_PARAGRAPH, lambda s: len(with_list(s)) >= 2):
            make.move_paragraph(section)
        sources = self._take(Change.MOVE_SUBSECTION, lambda s: len(s.kids) >= 3)
        targets = self._take(Change.MOVE_SUBSECTION, lambda s: len(s.kids) >= 2)
        for source, target in zip(sources, targets, strict=False):
            make.move_subsection(source, target)
        for section in self._take(Change.REORDER, lambda s: len(s.kids) >= 3):
            make.reorder(section)

    def _take(self, change: Change, fits: Callable[[Node], bool]) -> list[Node]:
        """Draw the sections for one change; none is drawn twice, and no stub ever."""
        if change in self._without:
            return []
        wanted = max(1, round(self._sections * change.share))
        taken: list[Node] = []
        left: list[Node] = []
        for section in self._free:
            suits = len(taken) < wanted and not is_stub(section) and fits(section)
            (taken if suits else left).append(section)
        self._free = left
        return taken

    def _whole_sections(self) -> None:
        if len(self._chapters) > 1:
            for place, section in enumerate(self._take(Change.MOVE, _any)):
                self._move(section, place)
        for section in self._take(Change.RENUMBER, _any):
            section.label += "r"
            self.ledger.note("renumbered", section.uid)
        for place, section in enumerate(self._take(Change.REPEAL, _any)):
            if place % 2:
                section.kids, section.words, section.heading = [], [STUBS[0]], STUBS[1]
                self.ledger.note("repealed_stub", section.uid)
            else:
                self._home[section.uid].kids.remove(section)
                self.ledger.note("repealed_removed", section.uid)
        for place, section in enumerate(self._take(Change.REUSE, _any)):
            self._reuse(section, freed_by_renumbering=place % 2 == 1)
        for section in self._take(Change.COME, _any):
            come = self._draft.section(section.label + "a")
            self._put_behind(section, come)
            self.ledger.note("new", come.uid)

    def _move(self, section: Node, place: int) -> None:
        """Move a section to another chapter, amending every second one."""
        home = self._home[section.uid]
        target = self._random.choice(self._chapters)
        if target is home:
            target = self._chapters[
                (self._chapters.index(target) + 1) % len(self._chapters)
            ]
        home.kids.remove(section)
        at = self._random.randrange(len(target.kids) + 1)
        base = target.kids[at - 1].label if at else f"{target.label}-900"
        target.kids.insert(at, section)
        section.label = f"{base}m{place}"
        self._home[section.uid] = target
        edited = place % 2 == 1 and self._amending.one_node(section)
        self.ledger.note("moved_edited" if edited else "moved", section.uid)

    def _reuse(self, section: Node, *, freed_by_renumbering: bool) -> None:
        """Give the number of a section to a new text."""
        come = self._draft.section(section.label)
        self._put_behind(section, come)
        if freed_by_renumbering:
            section.label += "s"
            self.ledger.note("renumbered", section.uid)
        else:
            self._home[section.uid].kids.remove(section)
            self.ledger.note("repealed_removed", section.uid)
        self.ledger.note("number_reused", come.uid)

    def _put_behind(self, section: Node, come: Node) -> None:
        home = self._home[section.uid]
        home.kids.insert(home.kids.index(section) + 1, come)
        self._home[come.uid] = home

    def _recodify(self, place: int) -> None:
        """Move a whole chapter to the next title, with new numbers for its sections."""
        source = self._random.choice([title for title in self._titles if title.kids])
        chapter = source.kids.pop(self._random.randrange(len(source.kids)))
        target = self._titles[(self._titles.index(source) + 1) % len(self._titles)]
        chapter.label = f"{target.label}{80 + place:02}"
        target.kids.append(chapter)
        self.ledger.note("recodified_chapter", chapter.uid)
        for at, section in enumerate(chapter.kids):
            section.label = f"{target.label}-{9000 + place * 100 + at}"
            self.ledger.note("recodified", section.uid)


def _any(_: Node) -> bool:
    return True
