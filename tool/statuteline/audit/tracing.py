"""The whole trace of a corpus: links, changes, statements, claims and cases."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from statuteline.audit.links import asked, judged_links
from statuteline.cases.tables import read_table
from statuteline.corpus.judgements import known_judgements
from statuteline.errors import StatutelineError
from statuteline.law import law
from statuteline.model.work import Kind
from statuteline.rules.citing import works_cited
from statuteline.rules.proving import prove
from statuteline.trace.claiming import Code, claimed
from statuteline.trace.code_changes import code_changes
from statuteline.trace.coverage import Tested, Trace, Turn
from statuteline.trace.statements import tied_statements
from statuteline.trace.text_changes import text_changes

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import ProvisionRef, WorkId
    from statuteline.model.work import Expression
    from statuteline.rules.cases import GoldenCase
    from statuteline.rules.encodings import Encoding
    from statuteline.rules.proving import Proof
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.trace.judgements import Judgement
    from statuteline.trace.statements import TiedStatement
    from statuteline.trace.states import Judged


def act_named(corpus: Corpus, words: str) -> WorkId:
    """Find the act that somebody means.

    Raises:
        StatutelineError: If it is no act, or not in this corpus.
    """
    work = corpus.cite(words).work
    if corpus.uris.series(work).kind is not Kind.PUBLIC_ACT:
        raise StatutelineError(f"{work} is no act", hint='name an act, such as "PA 21-103"')
    return work


def traced(corpus: Corpus, on: date, *, proofs: tuple[Proof, ...] | None = None) -> Trace:
    """Tie all encodings to a corpus, to its documents, and to its golden cases.

    Args:
        corpus: The corpus.
        on: The day on which it is asked, for waivers that end.
        proofs: What :func:`proved` gave, where it is known already.

    Raises:
        StatutelineError: If a text, a table of cases or the judgements cannot be read,
            or an encoding is not as it must be.
    """
    judgements = known_judgements(corpus.root, corpus.settings.text)
    encodings = asked((), corpus)
    links = judged_links(corpus, encodings, on)
    changes = _changes(corpus, encodings, links, judgements, on)
    claims = tuple(map(_tested, proved() if proofs is None else proofs))
    about = _about()
    return Trace(
        links=links,
        changes=changes,
        statements=_statements(corpus, changes, about, judgements, on),
        claims=claims,
        turns=_turns(corpus, encodings),
    )


def _changes(
    corpus: Corpus,
    encodings: tuple[Encoding, ...],
    links: tuple[Judged, ...],
    judgements: tuple[Judgement, ...],
    on: date,
) -> tuple[ClaimedChange, ...]:
    """Tell of every change of a section that some code cites what followed it."""
    of_work: dict[WorkId, list[Encoding]] = defaultdict(list)
    for encoding in encodings:
        for work in works_cited(encoding):
            of_work[work].append(encoding)
    found: list[ClaimedChange] = []
    for work in sorted(work for work in of_work if corpus.holds(work)):
        code = Code(
            encodings=tuple(one for one in of_work[work] if one.work == work),
            changes=tuple(change for one in of_work[work] for change in code_changes(one)),
            links=links,
        )
        found += (
            claimed(change, code, judgements, on)
            for change in text_changes(corpus.expressions(work))
            if change.is_substantive
        )
    return tuple(found)


def proved() -> tuple[Proof, ...]:
    """Put every claim to the test."""
    return tuple(prove(claim, law()) for claim in law().claims)


def _tested(one: Proof) -> Tested:
    return Tested(
        name=one.claim.name,
        says=one.claim.says,
        result=one.result.value,
        as_expected=one.as_expected,
    )


def _about() -> dict[ProvisionRef, tuple[str, ...]]:
    """List the claims about each statement."""
    about: dict[ProvisionRef, tuple[str, ...]] = {}
    for claim in law().claims:
        for statement in claim.about:
            about[statement] = (*about.get(statement, ()), claim.name)
    return about


def _statements(
    corpus: Corpus,
    changes: tuple[ClaimedChange, ...],
    about: dict[ProvisionRef, tuple[str, ...]],
    judgements: tuple[Judgement, ...],
    on: date,
) -> tuple[TiedStatement, ...]:
    made = tuple(one.change for one in changes)
    return tuple(
        statement
        for document in _documents(corpus)
        for statement in tied_statements(document, made, about, judgements, on)
    )


def _documents(corpus: Corpus) -> tuple[Expression, ...]:
    """Read the latest text of each document that makes statements."""
    works = corpus.works(Kind.SUMMARY, Kind.FAQ)
    return tuple(corpus.expressions(work)[-1] for work in works)


def _turns(corpus: Corpus, encodings: tuple[Encoding, ...]) -> tuple[Turn, ...]:
    cases: dict[str, list[GoldenCase]] = defaultdict(list)
    for where, data in corpus.case_tables():
        table = read_table(data, where, encodings)
        cases[table.encoding] += table.cases
    return tuple(
        Turn(
            encoding=encoding.name,
            work=encoding.work,
            day=version.days.start,
            cases=tuple(cases[encoding.name]),
        )
        for encoding in encodings
        for version in encoding.versions
        if version.readings
    )
