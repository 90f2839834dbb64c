from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.law import encoding
from statuteline.model.ids import EId, WorkId
from statuteline.rules.encodings import NotEncoded
from statuteline.rules.laid_texts import laid_texts
from statuteline.trace.claiming import Claim, Code, claimed
from statuteline.trace.code_changes import code_changes
from statuteline.trace.judgements import NO_CODE, Judgement, Verdict
from statuteline.trace.links import Link, links
from statuteline.trace.states import Judged, State
from statuteline.trace.text_changes import TextChange, text_changes
from statuteline.trace.units import units

WORK = WorkId.parse("us-ct/cgs/54-95c")
TODAY = date(2026, 11, 27)
VACATUR = encoding("us-ct/vacatur")


@pytest.fixture(scope="module")
def changes() -> dict[str, TextChange]:
    found = text_changes(open_corpus(shipped()).expressions(WORK))
    return {one.id.partition("#")[2]: one for one in found if one.day.year == 2021}


@pytest.fixture(scope="module")
def code() -> Code:
    texts = {WORK: laid_texts(open_corpus(shipped()).expressions(WORK))}
    tied = (one for unit in units(VACATUR) for one in links(unit, WORK, texts))
    return Code(
        encodings=(VACATUR,),
        changes=code_changes(VACATUR),
        links=tuple(
            Judged(link=one, state=State.UNREVIEWED)
            for one in tied
            if isinstance(one, Link)
        ),
    )


def test_code_that_changed_on_the_day_has_followed(
    changes: dict[str, TextChange], code: Code
) -> None:
    found = claimed(changes["sec_54-95c__subsec_b:inserted"], code, (), TODAY)
    assert found.claim is Claim.FOLLOWED
    assert "us-ct/vacatur@2021-10-01/procedure/notice-to-the-victim" in {
        one.id for one in found.code
    }


def test_code_of_another_day_has_not_followed(
    changes: dict[str, TextChange], code: Code
) -> None:
    late = replace(
        code, changes=tuple(replace(one, day=date(2022, 1, 1)) for one in code.changes)
    )
    found = claimed(changes["sec_54-95c__subsec_b:inserted"], late, (), TODAY)
    assert found.claim is Claim.OPEN


def test_code_that_stayed_must_be_judged_with_the_new_words(
    changes: dict[str, TextChange], code: Code
) -> None:
    change = changes["sec_54-95c__subsec_e:inserted"]
    assert claimed(change, code, (), TODAY).claim is Claim.OPEN
    judged = replace(code, links=tuple(replace(one, state=State.OK) for one in code.links))
    assert claimed(change, judged, (), TODAY).claim is Claim.HELD


def test_words_that_are_left_out_for_a_reason_are_waived(
    changes: dict[str, TextChange], code: Code
) -> None:
    change = changes["sec_54-95c__subsec_e:inserted"]
    left = NotEncoded(eid=EId("sec_54-95c__subsec_e"), words="", reason="nothing to decide")
    last = VACATUR.versions[-1]
    told = replace(
        VACATUR, versions=(*VACATUR.versions[:-1], replace(last, not_encoded=(left,)))
    )
    found = claimed(change, replace(code, encodings=(told,), links=()), (), TODAY)
    assert (found.claim, found.reason) == (Claim.WAIVED, "nothing to decide")
    part = replace(told.versions[-1], not_encoded=(replace(left, words="under section"),))
    some = replace(told, versions=(*VACATUR.versions[:-1], part))
    found = claimed(change, replace(code, encodings=(some,), links=()), (), TODAY)
    assert found.claim is Claim.OPEN


def test_a_waiver_is_bound_to_the_words_and_ends(
    changes: dict[str, TextChange], code: Code
) -> None:
    change = changes["sec_54-95c__subsec_e:inserted"]
    waiver = Judgement(
        verdict=Verdict.WAIVED,
        by="Ada",
        on=date(2026, 11, 1),
        text=change.fingerprint,
        code=NO_CODE,
        reason="nothing to decide",
        until=date(2026, 12, 1),
    )
    assert claimed(change, code, (waiver,), TODAY).claim is Claim.WAIVED
    assert claimed(change, code, (waiver,), date(2026, 12, 1)).claim is Claim.OPEN
    other = replace(change, fingerprint="f" * 32)
    assert claimed(other, code, (waiver,), TODAY).claim is Claim.OPEN
