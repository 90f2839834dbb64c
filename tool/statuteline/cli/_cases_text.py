"""Golden cases and mutants in lines for a terminal, and as a table to be signed."""

from __future__ import annotations

from itertools import chain
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from statuteline.audit.cited import quoted
from statuteline.cases.table_text import table_text
from statuteline.cli._rule_words import wrapped
from statuteline.rules.asking import facts_of_encoding
from statuteline.rules.cell_words import value_words
from statuteline.rules.line_words import line_words, names_in
from statuteline.rules.mutations import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.rules.cases import Compared, GoldenCase, TriedCase
    from statuteline.rules.encodings import Encoding
    from statuteline.rules.killing import Equivalent
    from statuteline.rules.predicates import Predicate
    from statuteline.rules.signing import Suite

_NAMED: Final = 8
"""More mutants than these that change nothing for one reason are counted, not named."""
UNREVIEWED: Final = "No lawyer has reviewed this encoding; it is no legal advice."


def tried_lines(
    corpus: Corpus, encoding: Encoding, tried: tuple[TriedCase, ...]
) -> Iterator[str]:
    """Write how golden cases came out.

    Args:
        corpus: The corpus, which knows how provisions are cited.
        encoding: The decision.
        tried: The cases.

    Yields:
        Lines without line feeds.
    """
    names = names_in(encoding)
    for one in tried:
        case = one.case
        day = ", ".join(filter(None, (str(case.at), case.reading)))
        mark = f"{'agreed' if one.agrees else 'differs':9}"
        yield from wrapped(f"{day}: {case.name}", len(mark), mark)
        if not one.agrees:
            yield from wrapped(case.where, len(mark))
        for answer in one.answers:
            if not answer.agrees:
                told = _compared(answer, names)
                if answer.clause is not None:
                    cites = answer.clause.node.citations
                    told += "".join(
                        f"; {quoted(corpus, one, within=encoding.work)}" for one in cites
                    )
                yield from wrapped(told, len(mark))
    differing = sum(not one.agrees for one in tried)
    signed = sum(bool(one.case.signed_by) for one in tried)
    told = f"{differing} differ" if differing > 1 else "1 differs"
    yield (
        f"{encoding.name}: {_count(len(tried), 'case')}, "
        f"{told if differing else 'all agreed'}; {signed or 'none'} signed."
    )


def suite_lines(encoding: Encoding, at: date, found: tuple[Suite, ...]) -> Iterator[str]:
    """Write the fewest cases that test every clause of a text.

    Args:
        encoding: The decision.
        at: The day of the law.
        found: The cases of each reading, or of the procedure.

    Yields:
        Lines without line feeds.
    """
    facts = {fact.name: fact for fact in facts_of_encoding(encoding)}
    for number, suite in enumerate(found):
        if number:
            yield ""
        yield from wrapped(f"{encoding.name} on {at}{_of(suite)}")
        yield from wrapped(_figures(suite))
        names = (name for case in suite.cases for name, _ in case.facts)
        width = max((len(facts[name].words) for name in names), default=0)
        seen: set[int] = set()
        for case, telling in zip(suite.cases, suite.killing.cases, strict=True):
            yield ""
            yield case.name
            for name, value in case.facts:
                fact = facts[name]
                finding = "  (a court finds it)" if fact.judgement else ""
                mark = f"{fact.words:{width}}  "
                told = f"{value_words(fact, value)}{finding}"
                yield from wrapped(told, width + 4, mark)
            for name, verdict in case.requirements:
                yield f"  -> {name}: {verdict}"
            new = [place for place in telling.kills if place not in seen]
            seen |= set(new)
            yield from _kills(suite, len(telling.kills), new)
        yield from _equivalent(suite)
    yield ""
    yield from wrapped(UNREVIEWED)


def suites_table(encoding: Encoding, at: date, found: tuple[Suite, ...]) -> str:
    """Write the fewest cases as a table of golden cases that can be signed.

    Args:
        encoding: The decision.
        at: The day of the law.
        found: The cases of each reading, or of the procedure.
    """
    remarks = [f"{encoding.title}, on {at}. Sign each case that is right: signed_by."]
    cases: list[tuple[GoldenCase, tuple[str, ...]]] = []
    for suite in found:
        remarks += wrap(f"{_of(suite).removeprefix(', ')}: {_figures(suite)}", 90)
        for case, telling in zip(suite.cases, suite.killing.cases, strict=True):
            killed = (suite.words(place) for place in telling.kills)
            lines = chain.from_iterable(wrap(f"- {one}", 90) for one in killed)
            cases.append((case, ("Tells these mistakes from the encoding:", *lines)))
    return table_text(encoding, cases, [*remarks, UNREVIEWED])


def _of(suite: Suite) -> str:
    return f", reading {suite.reading}" if suite.reading else ", procedure"


def _figures(suite: Suite) -> str:
    killing = suite.killing
    fewer = "no fewer do" if killing.smallest else "whether fewer would do is not proved"
    same = len(killing.equivalent)
    return (
        f"{_count(len(suite.cases), 'case')}, {fewer}. They tell {killing.killed} of "
        f"{_count(len(killing.mutants), 'mistake')} from the encoding"
        f"{f'; {same} would make no difference' if same else ''}."
    )


def _kills(suite: Suite, count: int, new: list[int]) -> Iterator[str]:
    yield f"  tells {_count(count, 'mistake')}{', new here:' if new else ''}"
    for place in new:
        yield from wrapped(suite.words(place), 6, "- ")


def _equivalent(suite: Suite) -> Iterator[str]:
    """Write the mutants that change nothing, with the reason: axioms, order, or logic."""
    by_reason: dict[str, list[int]] = {}
    for same in sorted(suite.killing.equivalent, key=lambda one: _rank(suite, one)):
        if same.axioms:
            named = ", ".join(f'"{axiom.name}"' for axiom in same.axioms)
            reason = f"Redundant under what is always so: {named}"
        elif same.order:
            reason = "No difference, since an outcome before it is met first"
        else:
            reason = "No difference, since other clauses say the same"
        by_reason.setdefault(reason, []).append(same.mutant)
    for reason, places in by_reason.items():
        yield ""
        yield from wrapped(f"{reason}:")
        for place in places[:_NAMED]:
            yield from wrapped(suite.words(place), 4, "- ")
        if len(places) > _NAMED:
            yield f"  and {len(places) - _NAMED} more, which --format json lists"


def _rank(suite: Suite, same: Equivalent) -> tuple[bool, bool, bool]:
    """Put what an axiom makes redundant first; a value that a clause has already, last."""
    added = suite.killing.mutants[same.mutant].change is Change.VALUE_ADDED
    return not same.axioms, same.order, added


def _compared(answer: Compared, names: Mapping[Predicate, str]) -> str:
    of = f"{answer.of}: " if answer.of else ""
    told = f"{of}expected {answer.expected}, found {answer.found}"
    if answer.axioms:
        named = ", ".join(f'"{axiom.name}"' for axiom in answer.axioms)
        return f"{told}: it cannot be, since {named}"
    if answer.clause is None:
        return told
    node, verdict = answer.clause.node, answer.clause.verdict
    return f'{told}: "{line_words(node, names)}" is {verdict.value}'


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
