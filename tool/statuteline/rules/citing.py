"""Every citation of an encoding, with the days on which its words must stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.rules.predicates import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import WorkId
    from statuteline.model.interval import Interval
    from statuteline.rules.encodings import Axiom, Encoding, Version
    from statuteline.rules.nodes import Cited
    from statuteline.rules.predicates import Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Cites:
    """A citation that an encoding makes.

    Args:
        cited: The words and their provision.
        work: The work that has them.
        days: The days on which they must stand there.
    """

    cited: Cited
    work: WorkId
    days: Interval


def citations(encoding: Encoding) -> Iterator[Cites]:
    """List the citations of an encoding: those of its versions, then of its axioms.

    Args:
        encoding: The encoding. A node that is used twice is listed twice.
    """
    for version in encoding.versions:
        for cited in version_citations(version):
            yield _cites(encoding, cited, version.days)
    for axiom in encoding.axioms:
        for cited in _axiom(axiom):
            yield _cites(encoding, cited, axiom.days)


def works_cited(encoding: Encoding) -> tuple[WorkId, ...]:
    """List the works that an encoding rests on, its own first."""
    cited = (one.work for one in citations(encoding))
    return tuple(dict.fromkeys((encoding.work, *cited)))


def version_citations(version: Version) -> Iterator[Cited]:
    """List what a version cites: in predicates, in what follows, and in data."""
    yield from _of_nodes(*version.predicates)
    for reading in version.readings:
        for outcome in reading.outcomes:
            yield from (one.cited for one in outcome.follows)
    yield from (one.cited for one in version.burdens)
    yield from (one.cited for one in version.deadlines)
    yield from (one.cited for one in version.recurrences)
    yield from (one.cited for one in version.duties)
    yield from (one.cited for one in version.seats)


def _axiom(axiom: Axiom) -> Iterator[Cited]:
    yield from _of_nodes(axiom.holds)
    yield axiom.cited


def _of_nodes(*predicates: Predicate) -> Iterator[Cited]:
    for node in walk(*predicates):
        yield from node.citations


def _cites(encoding: Encoding, cited: Cited, days: Interval) -> Cites:
    return Cites(cited=cited, work=cited.work or encoding.work, days=days)
