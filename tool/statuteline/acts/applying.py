"""An act worked through: each section checked, and the texts that it makes.

Sections are taken in the order in which they take effect, those of one day in the order
of the act, so that each changes the law as those before it left it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, assert_never

from statuteline.acts._rewording import is_rewording
from statuteline.acts.bases import Desk, base_for, later_than
from statuteline.acts.changes import Change, Refusal, Worked
from statuteline.acts.clause import (
    Adds,
    Amends,
    Code,
    MakesNew,
    Repeals,
    Rewords,
    Uncodified,
    Unread,
    targets_of,
)
from statuteline.acts.clauses import read_clause
from statuteline.acts.footing import Borne, footing_of
from statuteline.acts.making import Cause, lasting_ids, text_after
from statuteline.acts.placing import put_beside, put_in_place, take_out
from statuteline.acts.quotation import with_marks_of
from statuteline.acts.rewording import reworded
from statuteline.acts.sharing import shares_of, without_heading
from statuteline.acts.sides import after, pieces_of
from statuteline.acts.two_sides import (
    Differs,
    Exact,
    NoBase,
    NoBaseReason,
    check_sides,
)
from statuteline.model.commencement import first_day
from statuteline.model.ids import EId, ProvisionRef
from statuteline.model.text import block_text, canonical
from statuteline.publishers.us_ct.act_ids import work_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.acts.bases import Held
    from statuteline.acts.clause import Clause, Deed, Target
    from statuteline.acts.naming import Named, Sections
    from statuteline.acts.two_sides import Check
    from statuteline.model.ids import WorkId
    from statuteline.model.marked import ActSection, PrintedAct
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression, SourceDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What an act is worked through against.

    Args:
        held: Gives the records of a work.
        sections: The sections of the code on record.
        source: The file of the act.
        recorded: The day of the records.
    """

    held: Held
    sections: Sections
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
    """Give the clause, with the sentence that says what is done where that stands behind.

    So it does of repeals, and of words that give way to others.
    """
    printed = [canonical(block_text(block)) for block in after(section.blocks)]
    sentence = next(iter(printed), "")
    is_repealer = sentence.startswith(_TARGETS) and sentence.rstrip(".").endswith(
        (" is repealed", " are repealed")
    )
    if is_rewording(sentence) or (is_repealer and len(printed) == 1):
        return f"{sentence} {section.clause}"
    return section.clause


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
            case Unread(words=words):
                unlisted = is_rewording(words)
                yield _nothing(NoBaseReason.UNLISTED if unlisted else NoBaseReason.UNREAD)
            case Amends() | Adds() | Repeals() | Rewords():
                yield from self._named(section, clause)
            case _ as never:
                assert_never(never)

    def _named(self, section: ActSection, clause: Clause) -> Iterable[Change]:
        """Work through what a clause names; what is printed of several is parted."""
        named: list[tuple[Target, Named]] = []
        for target in targets_of(clause.deed):
            if isinstance(target.body, Code):
                works = self._setting.sections.named(target.sections)
                named += ((target, one) for one in works)
            else:
                yield _nothing(NoBaseReason.OTHER_ACT)
        shares: tuple[ActSection | None, ...] = (section,) * len(named)
        if isinstance(clause.deed, Amends | Adds) and len(named) > 1:
            numbers = tuple(one.work.number for _, one in named)
            shares = shares_of(section, numbers) or (None,) * len(named)
        for (target, one), share in zip(named, shares, strict=True):
            if one.group is not None:
                check = NoBase(reason=NoBaseReason.GROUPED, group=one.group)
                change = Change(work=one.work, check=check)
            else:
                change = self._change(one.work, target, share, clause)
            yield replace(change, portions=target.portions)

    def _change(
        self, work: WorkId, target: Target, section: ActSection | None, clause: Clause
    ) -> Change:
        """Change one section by the words that an act has for it; None for no such."""
        day = first_day(clause.effective.commencement)
        base = base_for(self._desk.texts(work), day, self._act)
        if isinstance(base, NoBase):
            return Change(work=work, check=base)
        if section is None:
            return Change(work=work, check=NoBase(reason=NoBaseReason.SEVERAL, base=base))
        if _is_several(clause.deed):
            section = without_heading(section, base.body[0].heading_text)
        return self._on(base, target, section, clause)

    def _on(
        self, base: Expression, target: Target, section: ActSection, clause: Clause
    ) -> Change:
        work = base.id.work
        texts = self._desk.texts(work)
        check = _checked(clause.deed, target, section, base)
        footing = footing_of(target.chain, base, texts, self._act)
        change = Change(work=work, check=check, footing=footing)
        if isinstance(check, NoBase) and check.reason is NoBaseReason.NO_PROVISION:
            return change
        if isinstance(check, Differs):
            return replace(change, refusal=Refusal.NOT_EXACT)
        if footing is not None and footing.borne is Borne.LACKING:
            return replace(change, refusal=Refusal.LACKING)
        later = later_than(texts, first_day(clause.effective.commencement))
        if later is not None:
            return replace(change, refusal=Refusal.LATER_TEXT, other=later)
        read = check.section if isinstance(check, Exact) else section
        top = _changed(clause.deed, target, read, base.body[0])
        if top is not None:
            return self._made(change, base, top, (section, clause))
        is_words = isinstance(clause.deed, Rewords)
        refusal = Refusal.NOT_WORDED if is_words else Refusal.NOT_PLACED
        return replace(change, refusal=refusal)

    def _made(
        self,
        change: Change,
        base: Expression,
        top: Provision,
        why: tuple[ActSection, Clause],
    ) -> Change:
        """Make the text after, and keep it for the sections that follow."""
        section, clause = why
        work = base.id.work
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
            return replace(change, refusal=Refusal.SAME_DAY, other=clash)
        self._desk.put(text)
        published = next(filter(self._knows, self._desk.recorded(work)), None)
        if published is not None:
            return replace(change, refusal=Refusal.PUBLISHED, other=published)
        return replace(change, text=text)

    def _knows(self, text: Expression) -> bool:
        """Tell whether a publisher's text is of a day on which the act was law."""
        return text.edition is not None and text.edition.revised_to > self._enacted


def _clash(one: Expression, other: Expression) -> bool:
    """Tell whether two texts have one name, of which only one has a first day."""
    same_name = one.id.version == other.id.version
    return same_name and (one.start is None) != (other.start is None)


def _is_several(deed: Deed) -> bool:
    """Tell whether a clause is about more than one section."""
    named = [one for target in targets_of(deed) for one in target.sections]
    return len(named) > 1 or any(one.last is not None for one in named)


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
        case Rewords():
            return NoBase(reason=NoBaseReason.REWORDS, base=base)
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
        case Rewords(pairs=pairs):
            return reworded(top, pairs)
        case MakesNew() | Uncodified() | Unread():
            return None
        case _ as never:
            assert_never(never)
