"""Stands in until encodings are held against the corpus by the program itself."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.law import encodings
from statuteline.model.provision import Provision, find, walk
from statuteline.rules.encodings import NotEncoded
from statuteline.rules.facts import Condition
from statuteline.rules.grid import grid
from statuteline.rules.nodes import Cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import WorkId
    from statuteline.model.interval import Interval
    from statuteline.model.work import Expression
    from statuteline.rules.encodings import Encoding


@cache
def texts(work: WorkId) -> tuple[Expression, ...]:
    return open_corpus(shipped()).expressions(work)


def within(value: object) -> Iterator[Cited | NotEncoded]:
    if isinstance(value, Cited | NotEncoded):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from within(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from within(getattr(value, field.name))


def words_of(provision: Provision) -> str:
    return " ".join(
        text
        for one in walk((provision,))
        for text in (one.heading_text, one.intro_text, one.wrap_up_text)
        if text
    )


def faults(encoding: Encoding, cites: object, days: Interval) -> Iterator[str]:
    for one in within(cites):
        work = (one.work if isinstance(one, Cited) else None) or encoding.work
        from_days = [text.id.version for text in texts(work)]
        for text, end in zip(texts(work), [*from_days[1:], None], strict=True):
            if (end is not None and end <= days.start) or (
                days.end is not None and text.id.version >= days.end
            ):
                continue
            place = find(text.body, one.eid)
            if place is None:
                yield f"{text.id}: no {one.eid}"
            elif one.words not in words_of(place):
                yield f"{text.id} {one.eid}: {one.words!r} not in {words_of(place)!r}"


@pytest.mark.parametrize("encoding", encodings(), ids=lambda one: one.name)
def test_words_cited_stand_in_the_text(encoding: Encoding) -> None:
    found = [
        fault
        for version in encoding.versions
        for fault in faults(encoding, version, version.days)
    ]
    for axiom in encoding.axioms:
        found += faults(encoding, axiom.cited, axiom.days)
    assert found == []


def test_every_leaf_is_cited() -> None:
    def leaves(value: object) -> Iterator[Condition]:
        if isinstance(value, Condition):
            yield value
        elif isinstance(value, tuple):
            for one in value:
                yield from leaves(one)
        elif is_dataclass(value):
            for field in fields(value):
                yield from leaves(getattr(value, field.name))

    bare = [
        (encoding.name, str(version.days), leaf.fact.name)
        for encoding in encodings()
        for version in encoding.versions
        for leaf in leaves(version)
        if not leaf.citations
    ]
    assert bare == []


@pytest.mark.parametrize("encoding", encodings(), ids=lambda one: one.name)
def test_every_case_ends_in_exactly_one_way(encoding: Encoding) -> None:
    for version in encoding.versions:
        for reading in version.readings:
            whens = tuple(outcome.when for outcome in reading.outcomes)
            laid = grid(*whens)
            once = more = 0
            for when in whens:
                cases = laid.cases(when)
                more |= once & cases
                once |= cases
            assert (reading.name, more, once) == (reading.name, 0, laid.full)
