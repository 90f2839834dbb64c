"""Every link of the shipped encodings is judged, and nothing in the trace is open.

A change of a restated text or of an encoding makes these tests fail until somebody has
looked again: `statuteline check` and `statuteline coverage --holes` tell at what.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.audit.links import judged_links
from statuteline.audit.tracing import traced
from statuteline.corpus.judged import read_judged
from statuteline.corpus.judgements import OFFICIAL_NAME, read_judgements
from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.law import encodings
from statuteline.model.ids import WorkId
from statuteline.trace.coverage import measures, of_act
from statuteline.trace.judgements import NO_CODE, Verdict
from statuteline.trace.links import Link
from statuteline.trace.states import State

if TYPE_CHECKING:
    from statuteline.trace.coverage import Trace

CORPUS = open_corpus(shipped())
ON = date(2026, 11, 27)
ACT = WorkId.parse("us-ct/pa/21-103")
RESTATED = read_judgements(CORPUS.root)
OFFICIAL = read_judgements(CORPUS.root, OFFICIAL_NAME)


@pytest.fixture(scope="module")
def trace() -> Trace:
    return traced(CORPUS, ON)


def test_every_link_is_judged() -> None:
    states = {one.state for one in judged_links(CORPUS, encodings(), ON)}
    assert states == {State.OK, State.WAIVED}


def test_nothing_is_open(trace: Trace) -> None:
    assert [one.open for one in measures(trace)] == [()] * 6
    assert all(one.done for one in measures(trace))


def test_nothing_about_the_act_is_open(trace: Trace) -> None:
    found = measures(of_act(trace, ACT))
    assert [one.open for one in found] == [()] * 6
    assert all(one.done > 5 for one in found)


def test_every_judgement_is_of_something_that_is_there(trace: Trace) -> None:
    """What nobody needs any more is left out, or the files would only grow."""
    there = {
        (one.link.text, one.link.unit.code)
        for one in trace.links
        if isinstance(one.link, Link)
    }
    there |= {(one.change.fingerprint, NO_CODE) for one in trace.changes}
    there |= {(one.fingerprint, NO_CODE) for one in trace.statements}
    assert {one.pair for one in RESTATED} <= there
    codes = {one.link.unit.code for one in trace.links}
    assert {one.code for one in OFFICIAL} <= codes


def test_every_waiver_has_a_sentence_for_a_reason() -> None:
    waivers = [one for one in RESTATED if one.verdict is Verdict.WAIVED]
    assert waivers
    assert all(one.reason.endswith(".") and len(one.reason) > 20 for one in waivers)


def test_no_official_words_are_kept() -> None:
    """Beside fingerprints, only words of this corpus and its own code are kept."""
    kept = read_judged(CORPUS.root)
    assert kept.keys() <= {
        fingerprint for one in RESTATED for fingerprint in (one.text, one.code)
    }
    assert OFFICIAL
    assert kept.keys().isdisjoint(one.text for one in OFFICIAL)
    assert {one.text for one in OFFICIAL}.isdisjoint(one.text for one in RESTATED)
    assert {one.verdict for one in OFFICIAL} == {Verdict.OK}
