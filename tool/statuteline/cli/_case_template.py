"""An empty file of facts: every question, what can be answered, and nothing answered."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final

from statuteline.cases.case_file import DAYS
from statuteline.cases.typed import UNKNOWN
from statuteline.model.days import day_in_words
from statuteline.rules.asking import facts_asked
from statuteline.rules.facts import values_hint
from statuteline.rules.predicates import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.rules.encodings import Encoding, Version
    from statuteline.rules.facts import Fact

_WIDTH: Final = 90


def template_lines(encoding: Encoding, version: Version, at: date) -> Iterator[str]:
    """Write a file in TOML that ``decide`` reads once the days are filled in.

    Args:
        encoding: The decision.
        version: Its version on the day.
        at: The day of the law.
    """
    yield from _comment(
        f"{encoding.name}: {encoding.title}. The text in force on {day_in_words(at)}."
    )
    yield from _comment(f"Leave {UNKNOWN!r} where the answer is not known.")
    yield ""
    yield "[days]"
    governs = f"The {encoding.governed_by or 'day that governs the case'}: YYYY-MM-DD"
    for day, asks in zip(DAYS, (governs, f"{DAYS[1].ask} YYYY-MM-DD"), strict=True):
        yield from _comment(asks)
        yield f'{day.name} = "{UNKNOWN}"'
    yield ""
    yield "[facts]"
    outcomes = (o.when for reading in version.readings for o in reading.outcomes)
    decisive = facts_of(*outcomes)
    others = [fact for fact in facts_asked(version) if fact not in decisive]
    for fact in decisive:
        yield from _fact(fact)
    if others:
        yield ""
        yield from _comment("What follows is no part of the outcome.")
    for fact in others:
        yield from _fact(fact)


def _fact(fact: Fact) -> Iterator[str]:
    court = " Only a court finds this." if fact.judgement else ""
    yield ""
    yield from _comment(f"{fact.ask}{court}")
    yield from _comment(values_hint(fact, ""))
    yield f'{fact.name} = "{UNKNOWN}"'


def _comment(words: str) -> Iterator[str]:
    yield from wrap(
        words,
        _WIDTH,
        initial_indent="# ",
        subsequent_indent="# ",
        break_long_words=False,
        break_on_hyphens=False,
    )
