"""Whether the text before was made by the acts that a clause builds on.

"As amended by section 3 of public act 31-7" says what the text before must hold. Records
tell which acts made a text: events, changes, and the notes that a publisher prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from statuteline.model.acts import ActCited
from statuteline.model.natural import natural
from statuteline.model.published import NoteKind
from statuteline.model.text import canonical, prose_text
from statuteline.publishers.us_ct.act_ids import work_of
from statuteline.publishers.us_ct.source_notes import is_source_note, read_source_note

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from statuteline.acts.clause import ActSections, Stretch
    from statuteline.model.ids import ProvisionRef, WorkId
    from statuteline.model.work import Expression


class Borne(Enum):
    """Whether a text holds what a clause builds on."""

    HELD = "on record"
    LACKING = "not on record"
    UNKNOWN = "not known"
    """A publisher printed the text, and what it prints does not tell."""


_WORST: Final = (Borne.LACKING, Borne.UNKNOWN, Borne.HELD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One act in the chain of a clause, looked up.

    Args:
        cited: The act and its sections, as the clause has them.
        borne: Whether the text before was made by them; of acts of one day, by them
            behind what the clause names ahead of them.
    """

    cited: ActSections
    borne: Borne


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """The acts that a clause builds on, looked up.

    Args:
        links: The acts in the order of the clause; never empty.
    """

    links: tuple[Link, ...]

    @property
    def borne(self) -> Borne:
        """The worst of the links."""
        return next(one for one in _WORST if any(link.borne is one for link in self.links))


def footing_of(
    chain: tuple[ActSections, ...],
    base: Expression,
    texts: tuple[Expression, ...],
    act: WorkId,
) -> Footing | None:
    """Look up the acts that a clause builds on.

    An edition holds no act of a session of its own year or later. Of an older act it is
    known that the text does not hold it only where a source note, wholly read, names
    others.

    Args:
        chain: The acts, as the clause has them.
        base: The text before.
        texts: The texts of its work.
        act: The act that has the clause.

    Returns:
        How each stands; None where the clause names none.
    """
    if not chain:
        return None
    told = _Told(base, texts)
    links = [Link(cited=one, borne=told.bears(one, act)) for one in chain]
    for before, after in pairwise(range(len(links))):
        if told.is_before(chain[after], chain[before], act):
            links[after] = Link(cited=chain[after], borne=Borne.LACKING)
    return Footing(links=tuple(links))


class _Told:
    """What the records of a text tell of the acts that made it."""

    def __init__(self, base: Expression, texts: tuple[Expression, ...]) -> None:
        start = base.start
        line = (base, *(one for one in texts if start and one.start and one.start < start))
        printed = {one for text in line if text.edition for one in text.events}
        self._made = tuple(
            (event.day, event.act)
            for event in base.events
            if event.act is not None and event not in printed
        )
        """Acts that this corpus applied, those of one day in the order applied."""
        self._sections: dict[WorkId, set[str]] = {}
        past = (one for one in base.events if start is None or one.day <= start)
        for act in (*(one.act for one in past), *(one.act for one in base.modifications)):
            if act is not None:
                self._add(act.work, filter(None, (_section(act),)))
        self._printed = max(
            (one.edition.revised_to for one in line if one.edition), default=None
        )
        whole = [(text.edition, self._reads_notes(text)) for text in line]
        self._all_read = all(
            is_read
            for edition, is_read in whole
            if edition is not None and edition.revised_to == self._printed
        )

    def _add(self, work: WorkId, sections: Iterable[str]) -> None:
        self._sections.setdefault(work, set()).update(sections)

    def _reads_notes(self, text: Expression) -> bool:
        """Read the source notes of a text; tell whether there are any, wholly read."""
        notes = (note.words for note in text.notes if note.kind is NoteKind.SOURCE)
        words = (canonical(prose_text(one)) for one in notes)
        readings = [read_source_note(one) for one in words if is_source_note(one)]
        for event in (event for one in readings for event in one.events):
            if isinstance(event.origin, ActCited):
                self._add(work_of(event.origin), event.sections)
        return bool(readings) and not any(one.unread for one in readings)

    def bears(self, cited: ActSections, act: WorkId) -> Borne:
        """Tell whether an act made the text, by each of its sections that are named."""
        work = _work(cited, act)
        known = self._sections.get(work)
        if known is None:
            would_tell = work == act or self._would_tell(cited)
            return Borne.LACKING if would_tell else Borne.UNKNOWN
        if not cited.sections:
            return Borne.HELD
        if not known:
            return Borne.UNKNOWN
        found = all(any(_meet(one, each) for one in known) for each in cited.sections)
        return Borne.HELD if found else Borne.LACKING

    def _would_tell(self, cited: ActSections) -> bool:
        """Tell whether records would name an act if it had made the text."""
        if self._printed is None or cited.act is None:
            return False
        return cited.act.session.year >= self._printed.year or self._all_read

    def is_before(self, one: ActSections, other: ActSections, act: WorkId) -> bool:
        """Tell whether an act was applied before another one of the same day.

        What an edition printed tells no order of the acts of one day.
        """
        places, others = self._places(one, act), self._places(other, act)
        return any(
            day == other_day and place < other_place
            for day, place in places[-1:]
            for other_day, other_place in others[:1]
        )

    def _places(self, cited: ActSections, act: WorkId) -> list[tuple[date, int]]:
        return [
            (day, place)
            for place, (day, told) in enumerate(self._made)
            if told.work == _work(cited, act)
            and (
                not cited.sections
                or any(_meet(_section(told), each) for each in cited.sections)
            )
        ]


def _work(cited: ActSections, act: WorkId) -> WorkId:
    return act if cited.act is None else work_of(cited.act)


def _section(act: ProvisionRef) -> str:
    """Give the number of a section of an act; empty where only the act is named."""
    return act.eid.text.removeprefix("sec_") if act.eid is not None else ""


def _meet(told: str, named: Stretch) -> bool:
    """Tell whether a note's ``7``, ``1–4`` or ``146(e)`` has a section that is named."""
    first, _, last = (part.partition("(")[0] for part in told.partition("–"))
    return natural(first) <= natural(named.last or named.first) and natural(
        named.first
    ) <= natural(last or first)
