"""The page of a decision under one text: its rule beside the words, and a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.audit.links import told
from statuteline.reports._plain import plain, symbol
from statuteline.rules.asking import facts_of_encoding
from statuteline.rules.cell_words import box_words, value_words
from statuteline.rules.decision_table import decision_table
from statuteline.rules.version_data import kept_data, left_out
from statuteline.rules.version_words import NOT_REVIEWED, days_told, reading_told
from statuteline.rules.wording import lines, reading_lines
from statuteline.trace.links import Link
from statuteline.website import addresses
from statuteline.website.base import Alternate, Content, Crumb, Section
from statuteline.website.kinds._decision_form import page_data, questions_of
from statuteline.website.kinds._decision_parts import (
    Texts,
    code_place,
    decision_crumbs,
    notice_of,
)
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from statuteline.rules.cases import GoldenCase
    from statuteline.rules.encodings import Encoding, Reading, Version
    from statuteline.rules.predicates import Predicate
    from statuteline.trace.states import Judged
    from statuteline.website.kinds._decision_parts import Quoted, Row
    from statuteline.website.source import Source

_SCRIPT: Final = "assets/questionnaire.mjs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An outcome as the page tells it.

    Args:
        name: Its name.
        means: What it means.
        rows: Its rule.
        follows: What follows from it, each with its words.
        code: Where it was written, in words, and its address; each empty for unknown.
    """

    name: str
    means: str
    rows: tuple[Row, ...]
    follows: tuple[tuple[str, Quoted], ...]
    code: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A row of a decision table: what must be so, and how the case then ends."""

    conditions: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A reading as the page tells it.

    Args:
        anchor: The id of its heading.
        title: Its name, and who reads the words so.
        endings: Its outcomes.
        ways: Its decision table.
        axioms: The axioms that the table rests on.
    """

    anchor: str
    title: str
    endings: tuple[Ending, ...]
    ways: tuple[Way, ...]
    axioms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One link of the code to a text, and whether somebody has judged it."""

    unit: str
    cited: Quoted
    symbol: str
    plain: str
    told: str


def text_page(source: Source, encoding: Encoding, version: Version) -> Content:
    """Write the page of a decision under one text."""
    path = addresses.of_decision_text(encoding.name, version.days.start)
    texts = Texts(source, encoding, version)
    states = tuple(_states(source, encoding, version, texts))
    cases = _cases(source, encoding, version)
    sections = _sections(encoding, version, judged=bool(states), tested=bool(cases))
    rule = addresses.of_rule(encoding.name, version.days.start)
    decides = bool(version.readings)
    return Content(
        title=f"{encoding.title}, the text {days_told(version)}",
        body=filled(
            "decision_text.html",
            path,
            encoding=encoding,
            version=version,
            days=days_told(version),
            texts=texts,
            not_reviewed=NOT_REVIEWED,
            notice=notice_of(source),
            at=source.settings.at,
            versions=tuple((one, days_told(one)) for one in encoding.versions),
            sections=sections,
            states=states,
            cases=cases,
            questions=questions_of(encoding, version, texts) if decides else None,
            data=page_data(encoding, version, texts, path) if decides else "",
            rule=rule,
            json_logic=addresses.of_json_logic(encoding.name, version.days.start),
            **_told(source, encoding, version, texts),
        ),
        description=(
            f"{encoding.title} by the text {days_told(version)} of {texts.cited}: the rule "
            "in plain words beside the words it rests on."
        ),
        sections=tuple(
            Section(anchor=anchor, title=title)
            for anchor, title in sections.items()
            if title
        ),
        alternates=(
            Alternate(path=rule, media="application/json", title="The rule as JSON"),
        ),
        canonical=path,
        scripts=(_SCRIPT,) if decides else (),
        changed=version.days.start,
        crumbs=(
            *decision_crumbs(encoding),
            Crumb(path=addresses.of_decision(encoding.name), title=encoding.title),
        ),
    )


def _sections(
    encoding: Encoding, version: Version, *, judged: bool, tested: bool
) -> dict[str, str]:
    """Give the title of each section by its anchor; empty for one that is not there."""
    decides = bool(version.readings)
    return {
        "decide": "Decide a case" if decides else "",
        "the-rule": "The rule beside the words" if decides else "",
        "the-table": "The rule as a table" if decides else "",
        "the-procedure": "Procedure" if version.requirements else "",
        "the-data": "What it provides as data" if any(kept_data(version)) else "",
        "the-axioms": "Always so beside it" if encoding.axioms_beside(version) else "",
        "not-encoded": "Not encoded, and why" if version.not_encoded else "",
        "the-state": "Code held against the text" if judged else "",
        "the-cases": "Golden cases" if tested else "",
        "the-files": "Files and code",
    }


def _told(
    source: Source, encoding: Encoding, version: Version, texts: Texts
) -> dict[str, object]:
    """Give what the version says, in words, each beside what it rests on."""
    return {
        "readings": tuple(
            _read(source, encoding, version, number, texts)
            for number in range(len(version.readings))
        ),
        "steps": tuple(
            (one, texts.rows(lines(one.met)), _code(source, one.met))
            for one in version.requirements
        ),
        "kept": tuple(
            (kept.title, tuple((one.words, texts.quoted(one.cited)) for one in kept.data))
            for kept in kept_data(version)
        ),
        "axioms": tuple(
            (
                one,
                days_told(one),
                texts.quoted(one.cited, one.days.start),
                texts.rows(lines(one.holds), one.days.start),
            )
            for one in encoding.axioms_beside(version)
        ),
        "left_out": tuple(
            (
                one.reason,
                tuple(
                    texts.place(encoding.work, place.eid, place.words)
                    for place in one.places
                ),
            )
            for one in left_out(version)
        ),
    }


def _read(
    source: Source, encoding: Encoding, version: Version, number: int, texts: Texts
) -> Read:
    reading = version.readings[number]
    table = decision_table(reading, encoding.axioms_at(version.days.start))
    return Read(
        anchor=f"reading-{number + 1}",
        title=reading_told(reading, version),
        endings=tuple(_endings(source, reading, texts)),
        ways=tuple(
            Way(conditions=box_words(row.box), outcome=row.outcome.name)
            for row in table.rows
        ),
        axioms=tuple(axiom.name for axiom in table.axioms),
    )


def _endings(source: Source, reading: Reading, texts: Texts) -> list[Ending]:
    return [
        Ending(
            name=outcome.name,
            means=outcome.means,
            rows=texts.rows(found),
            follows=tuple((one.says, texts.quoted(one.cited)) for one in outcome.follows),
            code=_code(source, outcome.when),
        )
        for outcome, found in zip(reading.outcomes, reading_lines(reading), strict=True)
    ]


def _code(source: Source, predicate: Predicate) -> tuple[str, str]:
    return code_place(predicate.origin, source.settings.code)


def _states(
    source: Source, encoding: Encoding, version: Version, texts: Texts
) -> list[State]:
    return [
        State(
            unit=_named(one),
            cited=texts.place(
                one.link.provision.work, one.link.provision.eid, since=one.link.days.start
            ),
            symbol=symbol(one.state),
            plain=plain(one.state),
            told=told(one),
        )
        for one in source.trace.links
        if one.link.unit.encoding == encoding.name
        and one.link.provision.eid is not None
        and version.days.overlaps(
            one.link.days if isinstance(one.link, Link) else one.link.unit.days
        )
    ]


def _named(one: Judged) -> str:
    unit = one.link.unit
    return f"{unit.kind.value} “{unit.name}”"


def _cases(
    source: Source, encoding: Encoding, version: Version
) -> tuple[tuple[GoldenCase, tuple[str, ...]], ...]:
    """Find the golden cases of a version, each with its facts in words."""
    facts = {fact.name: fact for fact in facts_of_encoding(encoding)}
    found = {
        case.name: case
        for turn in source.trace.turns
        if turn.encoding == encoding.name
        for case in turn.cases
        if case.at in version.days
    }
    return tuple(
        (
            case,
            tuple(
                f"{facts[name].words}: {value_words(facts[name], value)}"
                for name, value in case.facts
            ),
        )
        for case in found.values()
    )
