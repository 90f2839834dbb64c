"""An act worked through: each section checked, and the texts that it makes.

Sections are taken in the order in which they take effect, those of one day in the order
of the act, so that each changes the law as those before it left it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, assert_never

from statuteline.acts.bases import Desk, base_for, later_than
from statuteline.acts.clause import (
    Adds,
    Amends,
    Code,
    MakesNew,
    Repeals,
    Uncodified,
    Unread,
)
from statuteline.acts.clauses import read_clause
from statuteline.acts.making import Cause, lasting_ids, text_after
from statuteline.acts.placing import put_beside, put_in_place, take_out
from statuteline.acts.quotation import with_marks_of
from statuteline.acts.sides import after, pieces_of
from statuteline.acts.two_sides import (
    Differs,
    Exact,
    NoBase,
    NoBaseReason,
    check_sides,
)
from statuteline.model.commencement import first_day
from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.model.natural import natural
from statuteline.model.text import block_text, canonical
from statuteline.publishers.us_ct.act_ids import JURISDICTION, work_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.acts.bases import Held
    from statuteline.acts.clause import Clause, Deed, Target
    from statuteline.acts.two_sides import Check
    from statuteline.model.marked import ActSection, PrintedAct
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression, SourceDocument

_CODE = "cgs"


class Refusal(Enum):
    """Why no text is made of a change."""

    NOT_EXACT = "what the act prints as the law before is not the law on record"
    NOT_PLACED = "the words do not tell which of them belong to which provision"
    LATER_TEXT = "a later text is on record, which would lack the change"
    PUBLISHED = "a published text has the change already"
    SAME_DAY = (
        "a text is filed under the day of the act, on which the change has no day yet"
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a section of an act does to one section of the code.

    Args:
        work: The section of the code; None where the act names none.
        check: The law before, as the act prints it and as it is on record.
        text: The text after; None where none is made.
        refusal: Why none is made of a section that is on record; None otherwise.
        other: The record that stands in the way; None for none.
    """

    work: WorkId | None
    check: Check
    text: Expression | None = None
    refusal: Refusal | None = None
    other: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A section of an act, worked through.

    Args:
        section: The section, as printed.
        clause: What it says it does, and when.
        changes: What it does, a section of the code at a time; never empty.
    """

    section: ActSection
    clause: Clause
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an act is worked through against.

    Args:
        held: Gives the records of a work.
        works: The sections of the code on record, to tell what a run of numbers holds.
        source: The file of the act.
        recorded: The day of the records.
    """

    held: Held
    works: tuple[WorkId, ...]
    source: SourceDocument
    recorded: date


def work_through(act: PrintedAct, setting: Setting) -> tuple[Worked, ...]:
    """Check every section of an act, and make the texts after.

    Nothing is written. A text is made where what the act prints as the law before is
    the law on record, or where it prints none.

    Args:
        act: An act; a bill, which has no number yet, changes nothing.
        setting: The records, and the file of the act.

    Returns:
        The sections in the order of the act.

    Raises:
        ValueError: If it is a bill.
    """
    if act.act is None:
        raise ValueError("a bill changes no law")
    clauses = [
        read_clause(_whole_clause(one), act.act, act.approved) for one in act.sections
    ]
    work = _Work(act, work_of(act.act), setting)
    order = sorted(
        range(len(clauses)),
        key=lambda at: (
            first_day(clauses[at].effective.commencement) or date.max,
            at,
        ),
    )
    found = {at: work.section(act.sections[at], clauses[at]) for at in order}
    return tuple(found[at] for at in range(len(clauses)))


def _whole_clause(section: ActSection) -> str:
    """Give the clause; of a repeal behind its effective date, its sentence too."""
    printed = after(section.blocks)
    sentence = canonical(block_text(printed[0])) if len(printed) == 1 else ""
    is_repealer = sentence.startswith(_TARGETS) and sentence.rstrip(".").endswith(
        (" is repealed", " are repealed")
    )
    return f"{sentence} {section.clause}" if is_repealer else section.clause


_TARGETS = ("Section ", "Sections ", "Subsection", "Subdivision", "Subparagraph")


class _Work:
    """The texts as the act leaves them, section by section."""

    def __init__(self, act: PrintedAct, work: WorkId, setting: Setting) -> None:
        self._act = work
        self._enacted = act.approved or setting.recorded
        self._setting = setting
        self._desk = Desk(setting.held, work)

    def section(self, section: ActSection, clause: Clause) -> Worked:
        """Work one section through."""
        changes = tuple(self._changes(section, clause))
        return Worked(section=section, clause=clause, changes=changes)

    def _changes(self, section: ActSection, clause: Clause) -> Iterable[Change]:
        match clause.deed:
            case MakesNew():
                yield _nothing(NoBaseReason.NEW)
            case Uncodified():
                yield _nothing(NoBaseReason.UNCODIFIED)
            case Unread():
                yield _nothing(NoBaseReason.UNREAD)
            case Repeals(targets=targets):
                for target in targets:
                    yield from self._each(target, section, clause)
            case Amends(target=target) | Adds(target=target):
                several = len(target.sections) > 1 or target.sections[0].last
                if several and isinstance(target.body, Code):
                    yield _nothing(NoBaseReason.SEVERAL)
                else:
                    yield from self._each(target, section, clause)
            case _ as never:
                assert_never(never)

    def _each(
        self, target: Target, section: ActSection, clause: Clause
    ) -> Iterable[Change]:
        if not isinstance(target.body, Code):
            yield _nothing(NoBaseReason.OTHER_ACT)
            return
        for work in self._works(target):
            yield self._change(work, target, section, clause)

    def _works(self, target: Target) -> Iterable[WorkId]:
        """Name the sections of a target; of a run, the ends and what is between."""
        for stretch in target.sections:
            first = WorkId(JURISDICTION, _CODE, stretch.first)
            if stretch.last is None:
                yield first
                continue
            last = WorkId(JURISDICTION, _CODE, stretch.last)
            start, end = natural(first.number), natural(last.number)
            inside = (w for w in self._setting.works if w.series == _CODE)
            between = {w for w in inside if start <= natural(w.number) <= end}
            yield from sorted({first, last} | between, key=lambda w: natural(w.number))

    def _change(
        self, work: WorkId, target: Target, section: ActSection, clause: Clause
    ) -> Change:
        day = first_day(clause.effective.commencement)
        base = base_for(self._desk.texts(work), day, self._act)
        if isinstance(base, NoBase):
            return Change(work=work, check=base)
        check = _checked(clause.deed, target, section, base)
        if isinstance(check, Differs):
            return Change(work=work, check=check, refusal=Refusal.NOT_EXACT)
        if isinstance(check, NoBase) and check.reason is NoBaseReason.NO_PROVISION:
            return Change(work=work, check=check)
        later = later_than(self._desk.texts(work), day)
        if later is not None:
            return Change(work=work, check=check, refusal=Refusal.LATER_TEXT, other=later)
        read = check.section if isinstance(check, Exact) else section
        top = _changed(clause.deed, target, read, base.body[0])
        if top is None:
            return Change(work=work, check=check, refusal=Refusal.NOT_PLACED)
        return self._made(work, check, base, top, (section, clause))

    def _made(
        self,
        work: WorkId,
        check: Check,
        base: Expression,
        top: Provision,
        why: tuple[ActSection, Clause],
    ) -> Change:
        """Make the text after, and keep it for the sections that follow."""
        section, clause = why
        cause = Cause(
            act=ProvisionRef(self._act, EId.parse(f"sec_{section.number}")),
            commencement=clause.effective.commencement,
            enacted=self._enacted,
            source=self._setting.source,
            recorded=self._setting.recorded,
        )
        texts = self._desk.texts(work)
        text = text_after(base, top, cause, lasting_ids(texts))
        clash = next((one for one in texts if _clash(one, text)), None)
        if clash is not None:
            refusal = Refusal.SAME_DAY
            return Change(work=work, check=check, refusal=refusal, other=clash)
        self._desk.put(text)
        published = next(filter(self._knows, self._desk.recorded(work)), None)
        if published is not None:
            refusal = Refusal.PUBLISHED
            return Change(work=work, check=check, refusal=refusal, other=published)
        return Change(work=work, check=check, text=text)

    def _knows(self, text: Expression) -> bool:
        """Tell whether a publisher's text is of a day on which the act was law."""
        return text.edition is not None and text.edition.revised_to > self._enacted


def _clash(one: Expression, other: Expression) -> bool:
    """Tell whether two texts have one name, of which only one has a first day."""
    same_name = one.id.version == other.id.version
    return same_name and (one.start is None) != (other.start is None)


def _nothing(reason: NoBaseReason) -> Change:
    return Change(work=None, check=NoBase(reason=reason))


def _checked(deed: Deed, target: Target, section: ActSection, base: Expression) -> Check:
    match deed:
        case Amends():
            return check_sides(section, target.portions, base)
        case Adds():
            return NoBase(reason=NoBaseReason.ADDS, base=base)
        case Repeals():
            return NoBase(reason=NoBaseReason.REPEALS, base=base)
        case MakesNew() | Uncodified() | Unread():
            raise AssertionError("has no text before")
        case _ as never:
            assert_never(never)


def _changed(
    deed: Deed, target: Target, section: ActSection, top: Provision
) -> Provision | None:
    law = " ".join(pieces_of(top, named=False))
    blocks = with_marks_of(law, after(section.blocks))
    match deed:
        case Amends():
            return put_in_place(top, target.portions, blocks)
        case Adds(added=added):
            return put_beside(top, target.portions, added, blocks)
        case Repeals():
            return take_out(top, target.portions)
        case MakesNew() | Uncodified() | Unread():
            return None
        case _ as never:
            assert_never(never)
