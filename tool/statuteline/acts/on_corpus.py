"""Acts worked through against a corpus, one behind the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.acts.act_record import act_record
from statuteline.acts.applying import Setting, work_through
from statuteline.acts.bases import with_text
from statuteline.acts.footing import Borne
from statuteline.acts.naming import Sections
from statuteline.acts.reading import read_act
from statuteline.acts.recording import texts_made, to_record
from statuteline.acts.two_sides import Differs
from statuteline.errors import SourceError
from statuteline.model.natural import natural
from statuteline.model.work import SourceDocument
from statuteline.publishers.us_ct.act_ids import work_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from statuteline.acts.changes import Worked
    from statuteline.corpus.store import Corpus
    from statuteline.model.acts import ActCited
    from statuteline.model.ids import WorkId
    from statuteline.model.marked import PrintedAct
    from statuteline.model.work import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class ActFile:
    """The file of an act.

    Args:
        name: Its name.
        data: Its bytes.
        sha256: Their digest.
    """

    name: str
    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWorked:
    """An act, worked through.

    Args:
        act: The act.
        cited: Which it is.
        sections: Its sections that were asked for, in order.
        record: The act as a work of its own.
    """

    act: PrintedAct
    cited: ActCited
    sections: tuple[Worked, ...]
    record: Expression

    @property
    def differs(self) -> bool:
        """Whether a section prints other law than is on record."""
        checks = (change.check for one in self.sections for change in one.changes)
        return any(isinstance(check, Differs) for check in checks)

    @property
    def lacks(self) -> bool:
        """Whether a section builds on what the record does not have."""
        footings = (change.footing for one in self.sections for change in one.changes)
        return any(one is not None and one.borne is Borne.LACKING for one in footings)

    @property
    def refuses(self) -> bool:
        """Whether a change of a section on record makes no text."""
        changes = (change for one in self.sections for change in one.changes)
        return any(change.refusal is not None for change in changes)


def work_acts(
    corpus: Corpus,
    files: Iterable[ActFile],
    recorded: date,
    numbers: tuple[str, ...] = (),
    before: date | None = None,
) -> tuple[ActWorked, ...]:
    """Work acts through, each on what those before it left.

    Args:
        corpus: The corpus; nothing is written.
        files: The acts.
        recorded: The day of the records.
        numbers: The sections to tell of; empty for all. What comes before them in
            their act counts all the same.
        before: Leave out what editions of this day and later print; None to leave out
            nothing.

    Returns:
        The acts by session and number.

    Raises:
        SourceError: If a file is no act, or an act lacks a section that is asked for.
        CorpusError: If a record is not as the corpus writes it.
    """
    made: dict[WorkId, tuple[Expression, ...]] = {}

    def held(work: WorkId) -> tuple[Expression, ...]:
        if work not in made:
            made[work] = tuple(
                one for one in texts_of(corpus, work) if not _is_from(one, before)
            )
        return made[work]

    code = Sections(corpus.works())
    found = []
    for cited, act, source in sorted(map(_read, files), key=lambda one: _order(one[0])):
        setting = Setting(held=held, sections=code, source=source, recorded=recorded)
        whole = work_through(act, setting)
        sections = _asked(whole, numbers, source.name)
        for text in texts_made(sections):
            made[text.id.work] = with_text(held(text.id.work), text)
        record = act_record(act, cited, whole, source, recorded)
        one = ActWorked(act=act, cited=cited, sections=sections, record=record)
        found.append(one)
    return tuple(found)


def records_of(corpus: Corpus, acts: tuple[ActWorked, ...]) -> tuple[Expression, ...]:
    """Give what is to be recorded of acts: the texts they made, and those not on record.

    Args:
        corpus: The corpus.
        acts: The acts, as :func:`work_acts` gives them.
    """
    texts = texts_made(section for one in acts for section in one.sections)
    own = (one.record for one in acts if not corpus.holds(one.record.id.work))
    return (*to_record(texts, lambda work: texts_of(corpus, work)), *own)


def texts_of(corpus: Corpus, work: WorkId) -> tuple[Expression, ...]:
    """Give the records of a work; none where the corpus does not have it."""
    return corpus.expressions(work) if corpus.holds(work) else ()


def _is_from(text: Expression, day: date | None) -> bool:
    """Tell whether an edition of a day or a later one prints a text."""
    return day is not None and text.edition is not None and text.edition.revised_to >= day


def _read(file: ActFile) -> tuple[ActCited, PrintedAct, SourceDocument]:
    act = read_act(file.data, file.name)
    if act.act is None:
        raise SourceError(
            "This is a bill: it has no number of an act, and changes no law",
            where=file.name,
            hint="`statuteline diff` compares drafts",
        )
    return act.act, act, SourceDocument(name=file.name, sha256=file.sha256)


def _order(act: ActCited) -> tuple[object, ...]:
    return act.session.year, act.session.special or "", natural(work_of(act).number)


def _asked(
    sections: tuple[Worked, ...], numbers: tuple[str, ...], name: str
) -> tuple[Worked, ...]:
    known = [one.section.number for one in sections]
    missing = [number for number in numbers if number not in known]
    if missing:
        raise SourceError(
            f"The act has no section {missing[0]}",
            where=name,
            hint=f"it has {', '.join(known)}",
        )
    return tuple(one for one in sections if not numbers or one.section.number in numbers)
