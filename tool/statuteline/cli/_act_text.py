"""What ``act`` says for people: a line a change, and the redline of what differs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say, write_columns
from statuteline.cli._params import columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.acts.changes import Change, Worked
    from statuteline.acts.clause import Effective
    from statuteline.acts.on_corpus import ActWorked
    from statuteline.acts.two_sides import Check
    from statuteline.cli._params import Session
    from statuteline.corpus.store import Corpus


def show_acts(
    session: Session,
    acts: tuple[ActWorked, ...],
    made: tuple[str, ...] | None,
    *,
    dry_run: bool,
) -> None:
    """Write how each change of each act stands.

    Args:
        session: The choices of the user.
        acts: The acts.
        made: The ids that are recorded, or would be; None where none is asked for.
        dry_run: Whether nothing was written.
    """
    corpus = session.open()
    for one in acts:
        _show_act(session, corpus, one, applies=made is not None)
    if made is not None:
        verb = "would be recorded" if dry_run else "recorded"
        say(f"{len(made)} {verb}{':' if made else '.'}")
        for name in made:
            say(f"  {name}")


def _show_act(session: Session, corpus: Corpus, one: ActWorked, *, applies: bool) -> None:
    from statuteline.acts.two_sides import Differs
    from statuteline.model.citation import Citation
    from statuteline.publish import render
    from statuteline.publish.base import Style

    changes = [(section, change) for section in one.sections for change in section.changes]
    counts = Counter(_word(change.check) for _, change in changes)
    told = ", ".join(f"{count} {word}" for word, count in counts.items())
    cited = corpus.cited(Citation(work=one.record.id.work))
    say(f"{cited}  {one.act.title}".rstrip())
    count = len(one.sections)
    say(f"{count} section{'' if count == 1 else 's'}; changes: {told}.")
    write_columns(_rows(corpus, one.sections, applies=applies))
    style = Style(colour=session.colour, width=columns(), context=0, corpus=corpus)
    for section, change in changes:
        if isinstance(change.check, Differs):
            number = section.section.number
            say(f"\nS. {number}: the law on record, and what the act prints of it")
            click.echo(render(change.check.comparison, "text", style), nl=False)


def _rows(
    corpus: Corpus, sections: Iterable[Worked], *, applies: bool
) -> Iterator[tuple[str, ...]]:
    for one in sections:
        for place, change in enumerate(one.changes):
            yield (
                "" if place else f"S. {one.section.number}",
                _what(corpus, change),
                "" if place else _when(one.clause.effective),
                _result(change, applies=applies) + _more(one.clause.effective),
            )


def _what(corpus: Corpus, change: Change) -> str:
    """Name what a section changes: a section of the code, with its parts."""
    from statuteline.acts.clause_words import portions_words
    from statuteline.model.citation import Citation

    if change.work is None:
        return "-"
    cited = corpus.cited(Citation(work=change.work))
    return f"{cited}, {portions_words(change.portions)}" if change.portions else cited


def _when(effective: Effective) -> str:
    """Say when a section takes effect, and where the act is silent, by what rule."""
    from statuteline.acts.clause import Ground
    from statuteline.model.commencement import FromPassage, OnEvent, first_day
    from statuteline.model.days import day_in_words

    day = first_day(effective.commencement)
    words = "unknown" if day is None else day_in_words(day)
    if isinstance(effective.commencement, FromPassage):
        words = f"passage, {words}"
    if isinstance(effective.commencement, OnEvent):
        words = "an event"
    return f"{words} (C.G.S. § 2-32)" if effective.ground is Ground.DEFAULT else words


def _more(effective: Effective) -> str:
    """Say what else the act says of its effect."""
    from statuteline.model.commencement import OnEvent

    if isinstance(effective.commencement, OnEvent):
        return f"; effective {effective.commencement.event}"
    if effective.unread:
        return f"; not understood: effective {effective.unread}"
    return f"; for {effective.applies_to}" if effective.applies_to else ""


def _word(check: Check) -> str:
    from statuteline.acts.two_sides import Differs, Exact, NoBase

    match check:
        case Exact():
            return "exact"
        case Differs():
            return "differing"
        case NoBase():
            return "without base"


def _result(change: Change, *, applies: bool) -> str:
    told = _check(change.check) + _footing(change)
    if not applies:
        return told
    if change.text is not None:
        return f"{told}; makes {change.text.id}"
    if change.refusal is not None:
        other = f" ({change.other.id})" if change.other is not None else ""
        return f"{told}; refused: {change.refusal.value}{other}"
    return told


def _check(check: Check) -> str:
    from statuteline.acts.two_sides import Differs, Exact, NoBase

    match check:
        case Exact(asides=asides):
            but = f" but for {', '.join(one.value for one in asides)}" if asides else ""
            return f"exact{but}"
        case Differs(comparison=comparison):
            count = len(comparison.changes)
            return f"differs: {count} change{'' if count == 1 else 's'}"
        case NoBase(reason=reason, group=group):
            return f"no base: {reason.value}{f' ({group})' if group else ''}"


def _footing(change: Change) -> str:
    """Say how what the clause builds on stands: act by act, the like together."""
    from itertools import groupby

    from statuteline.acts.clause_words import amenders_words

    if change.footing is None:
        return ""
    groups = groupby(change.footing.links, key=lambda link: link.borne)
    told = (
        f"{amenders_words(link.cited for link in links)} {borne.value}"
        for borne, links in groups
    )
    return f"; builds on {', '.join(told)}"
