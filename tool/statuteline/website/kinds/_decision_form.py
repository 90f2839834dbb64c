"""The questions of a version, and what its page hands to the script that decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from statuteline.publish._json import on_one_line
from statuteline.rules.asking import facts_asked
from statuteline.rules.document import document, predicates_asked
from statuteline.rules.facts import Choice, Condition, Day, Money, Whole, YesNo
from statuteline.rules.node_words import node_words
from statuteline.rules.predicates import facts_of, parts_of
from statuteline.rules.version_words import days_told
from statuteline.website import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.encodings import Encoding, Version
    from statuteline.rules.facts import Fact
    from statuteline.rules.nodes import Cited
    from statuteline.rules.predicates import Predicate
    from statuteline.website.kinds._decision_parts import Quoted, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One fact as it is asked.

    Args:
        fact: The fact.
        kind: Its kind, as the document of the rule names it.
        values: What it can be, where it is a choice.
        unit: What it counts; empty for what counts nothing.
        cites: The words that ask for it.
    """

    fact: Fact
    kind: str
    values: tuple[str, ...]
    unit: str
    cites: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """All questions of a version, in the order of the law.

    Args:
        outcome: Those that outcomes or axioms ask for.
        procedure: Those that the procedure alone asks for.
        deadlines: Days that deadlines alone count from.
    """

    outcome: tuple[Question, ...]
    procedure: tuple[Question, ...]
    deadlines: tuple[Question, ...]


def questions_of(encoding: Encoding, version: Version, texts: Texts) -> Questions:
    """Turn the facts that a version asks for into questions."""
    axioms = encoding.axioms_beside(version)
    outcomes = [one.when for reading in version.readings for one in reading.outcomes]
    first = set(facts_of(*outcomes, *(axiom.holds for axiom in axioms)))
    then = set(facts_of(*(one.met for one in version.requirements))) - first
    cited = _citations(version)
    asked = [
        (fact, _question(fact, tuple(map(texts.quoted, cited.get(fact, {})))))
        for fact in facts_asked(version, axioms)
    ]
    return Questions(
        outcome=tuple(one for fact, one in asked if fact in first),
        procedure=tuple(one for fact, one in asked if fact in then),
        deadlines=tuple(one for fact, one in asked if fact not in first | then),
    )


def page_data(encoding: Encoding, version: Version, texts: Texts, page: str) -> str:
    """Write what the script needs, so that no word in it can end the element it is in.

    Args:
        encoding: The encoding.
        version: The version of the page.
        texts: The texts that it rests on.
        page: The page, from which links lead.

    Returns:
        JSON: the document of the version, each node of its trees in words with what it
        cites, in the order in which nodes are visited, and the pages of all versions.
    """
    lines: dict[str, int] = {}
    entries: list[Any] = []
    order: list[int] = []
    for node in _visited(*predicates_asked(encoding, version)):
        entry: list[Any] = [
            node_words(node),
            [_link(texts.quoted(one), page) for one in node.citations],
        ]
        key = repr(entry)
        if key not in lines:
            lines[key] = len(entries)
            entries.append(entry)
        order.append(lines[key])
    told: dict[str, Any] = {
        "rule": document(encoding, version),
        "lines": entries,
        "order": order,
        "follows": [
            [
                [[one.says, _link(texts.quoted(one.cited), page)] for one in out.follows]
                for out in reading.outcomes
            ]
            for reading in version.readings
        ],
        "axioms": [
            _link(texts.quoted(one.cited, one.days.start), page)
            for one in encoding.axioms_beside(version)
        ],
        "texts": [
            {
                "start": one.days.start.isoformat(),
                "end": one.days.end.isoformat() if one.days.end else None,
                "told": days_told(one),
                "page": addresses.href(
                    addresses.of_decision_text(encoding.name, one.days.start), start=page
                ),
            }
            for one in encoding.versions
        ],
    }
    return on_one_line(told).strip().replace("<", "\\u003c")


def _link(one: Quoted, page: str) -> list[str]:
    to = addresses.href(one.page, start=page) if one.page else ""
    return [one.place, one.words, to]


def _visited(*predicates: Predicate) -> Iterator[Predicate]:
    """Visit every node in every place: a node before its parts, in the order written."""
    for one in predicates:
        yield one
        yield from _visited(*parts_of(one))


def _citations(version: Version) -> dict[Fact, dict[Cited, None]]:
    """Find the words that ask for each fact: those of its conditions, or around them."""
    found: dict[Fact, dict[Cited, None]] = {}

    def gather(node: Predicate, around: tuple[Cited, ...]) -> None:
        own = node.citations or around
        if isinstance(node, Condition):
            found.setdefault(node.fact, {}).update(dict.fromkeys(own))
        for part in parts_of(node):
            gather(part, own)

    for predicate in version.predicates:
        gather(predicate, ())
    for deadline in version.deadlines:
        for fact in deadline.facts:
            found.setdefault(fact, {})[deadline.cited] = None
    return found


def _question(fact: Fact, cites: tuple[Quoted, ...]) -> Question:
    kind = unit = ""
    values: tuple[str, ...] = ()
    match fact:
        case YesNo():
            kind = "yes-no"
        case Choice():
            kind, values = "choice", fact.values
        case Money():
            kind = "money"
        case Whole():
            kind, unit = "whole", fact.unit
        case Day():
            kind = "day"
        case _:
            raise TypeError(type(fact))
    return Question(fact=fact, kind=kind, values=values, unit=unit, cites=cites)
