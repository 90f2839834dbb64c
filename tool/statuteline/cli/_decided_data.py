"""What a version holds beside its decision, in lines: data that nothing is decided by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.audit.cited import provision_cited
from statuteline.model.days import day_in_words

if TYPE_CHECKING:
    from statuteline.cli._explained import Page
    from statuteline.rules.answers import Decision
    from statuteline.rules.deadlines import DeadlineAnswer
    from statuteline.rules.encodings import Version
    from statuteline.rules.seats import Seat


def show_data(page: Page, decision: Decision) -> None:
    """Write burdens, deadlines, duties, seats, axioms, and what is not encoded."""
    version = decision.version
    assert version is not None  # noqa: S101 - the caller has asked
    _burdens(page, version)
    _deadlines(page, decision)
    _duties(page, version)
    if decision.axioms:
        page.gap()
        page.say("is taken to be always so", lead="Beside the section")
    for axiom in decision.axioms:
        page.say(axiom.name, 1)
        page.quote(axiom.cited, 2)
    if version.not_encoded:
        page.gap()
        page.say("", lead="Not encoded:")
    for one in version.not_encoded:
        place = provision_cited(page.corpus, page.work, one.eid, within=page.work)
        words = f" “{one.words}”" if one.words else ""
        page.say(f"{place}{words}: {one.reason}", 1)


def _burdens(page: Page, version: Version) -> None:
    if version.burdens:
        page.gap()
        page.say("of proof", lead="Burden")
    for burden in version.burdens:
        standard = burden.standard or "our sources do not say"
        page.say(f"on the {burden.on}: {burden.of}; how surely: {standard}", 1)
        page.quote(burden.cited, 2)


def _deadlines(page: Page, decision: Decision) -> None:
    version = decision.version
    assert version is not None  # noqa: S101 - the caller has asked
    if decision.deadlines or version.recurrences:
        page.gap()
        page.say("by the known facts", lead="Deadlines")
    for one in decision.deadlines:
        page.say(f"{one.deadline.name}: {_last_day(one)}", 1)
        page.quote(one.deadline.cited, 2)
        for fact in one.ask:
            page.say(f"Still to ask: {fact.ask} ({fact.name}: YYYY-MM-DD)", 2)
    for again in version.recurrences:
        page.say(f"{again.name}: at least every {again.every} months", 1)
        page.quote(again.cited, 2)


def _last_day(one: DeadlineAnswer) -> str:
    if one.day is not None:
        return f"by {day_in_words(one.day)}"
    if one.not_before is not None:
        return f"not known; {day_in_words(one.not_before)} or later"
    return "not known"


def _duties(page: Page, version: Version) -> None:
    if version.duties:
        page.gap()
        page.say("to be done once", lead="Duties")
    for duty in version.duties:
        whom = f", for {duty.to}" if duty.to else ""
        last = f"by {day_in_words(duty.until)}" if duty.until else "no last day is set"
        page.say(f"{duty.name}: {duty.by}{whom}; {last}", 1)
        page.quote(duty.cited, 2)
    if version.seats:
        page.gap()
        page.say(f"{sum(seat.count for seat in version.seats)} in all", lead="Seats:")
    for seat in version.seats:
        page.say(f"{seat.count} × {seat.holder}{_filled(seat)}", 1)
        page.quote(seat.cited, 2)


def _filled(seat: Seat) -> str:
    if seat.filled_by is None:
        return "; who appoints, our sources do not say"
    return f", appointed or designated by {seat.filled_by}" if seat.filled_by else ""
