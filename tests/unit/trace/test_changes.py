from __future__ import annotations

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.law import encoding
from statuteline.model.ids import WorkId
from statuteline.trace.code_changes import code_changes
from statuteline.trace.text_changes import TextChange, text_changes


@pytest.fixture(scope="module")
def vacatur() -> tuple[TextChange, ...]:
    corpus = open_corpus(shipped())
    return text_changes(corpus.expressions(WorkId.parse("us-ct/cgs/54-95c")))


def test_each_change_of_the_text_names_its_act(vacatur: tuple[TextChange, ...]) -> None:
    told = {one.id.partition("@")[2]: [str(act) for act in one.acts] for one in vacatur}
    assert told == {
        "2016-10-01#sec_54-95c:amended": ["us-ct/pa/16-71#sec_15"],
        "2021-10-01#sec_54-95c__subsec_a:amended": ["us-ct/pa/21-103#sec_7"],
        "2021-10-01#sec_54-95c__subsec_b:inserted": ["us-ct/pa/21-103#sec_7"],
        "2021-10-01#sec_54-95c__subsec_c:inserted": ["us-ct/pa/21-103#sec_7"],
        "2021-10-01#sec_54-95c__subsec_d:inserted": [
            "us-ct/pa/21-103#sec_7",
            "us-ct/pa/21-104#sec_62",
        ],
        "2021-10-01#sec_54-95c__subsec_e:inserted": ["us-ct/pa/21-103#sec_7"],
    }


def test_a_renumbering_is_no_change_of_substance() -> None:
    corpus = open_corpus(shipped())
    found = text_changes(corpus.expressions(WorkId.parse("us-ct/cgs/53a-192a")))
    renumbered = [one for one in found if one.id.endswith(":renumbered")]
    assert [one.id.partition("#")[2] for one in renumbered] == [
        "sec_53a-192a__subsec_c:renumbered"
    ]
    assert not any(one.is_substantive for one in renumbered)
    assert all(one.is_substantive for one in found if ":inserted" in one.id)


def test_fingerprints_of_changes_differ(vacatur: tuple[TextChange, ...]) -> None:
    assert len({one.fingerprint for one in vacatur}) == len(vacatur)


def test_code_that_came_went_or_changed_is_told_with_its_day() -> None:
    found = {one.id: one for one in code_changes(encoding("us-ct/vacatur"))}
    scope = found["us-ct/vacatur@2021-10-01/offense-in-scope"]
    assert scope.before is not None
    assert scope.after is not None
    notice = found["us-ct/vacatur@2021-10-01/procedure/notice-to-the-victim"]
    assert notice.before is None
    assert {str(one.eid) for one in notice.cited_after} == {"sec_54-95c__subsec_b"}
    gone = found["us-ct/vacatur@2021-10-01/broad/shall-vacate"]
    assert gone.after is None
    assert not any("investigate" in name for name in found if "2021" in name)
