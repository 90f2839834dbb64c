"""One sentence for each way in which there is no text, or in which one may be behind."""

from __future__ import annotations

from datetime import date
from typing import Final

import pytest

from statuteline.audit.texts_told import absence, behind_told
from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.history.behind import Behind, BehindKind
from statuteline.history.in_force import Absence, NotInForce
from statuteline.model.days import day_in_words
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WorkId
from statuteline.model.published import Edition, EditionKind
from statuteline.model.work import Event, EventKind

CORPUS: Final = open_corpus(shipped())
CITATION: Final = CORPUS.cite("54-95c(d)")
ACT: Final = ProvisionRef(WorkId("us-ct", "pa", "21-103"), EId.parse("sec_7"))
DAY: Final = date(2012, 1, 1)


def answer(reason: Absence, event: Event | None = None) -> NotInForce:
    return NotInForce(
        at=DAY, reason=reason, event=event, previous=None, next=None, pending=()
    )


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Absence.BEFORE_FIRST, "it did not exist yet"),
        (Absence.NO_TEXT, "There is no text of"),
        (Absence.REPEALED, "it was repealed"),
        (Absence.ENDED, "it had ended"),
        (Absence.PENDING, "its first day is not known"),
        (Absence.EMPTY, "There is no text of"),
    ],
)
def test_each_reason_has_its_words_and_names_the_whole_work(
    reason: Absence, words: str
) -> None:
    told = absence(CORPUS, CITATION, answer(reason))
    assert words in told
    assert "C.G.S. § 54-95c" in told
    assert "(d)" not in told


def test_days_are_written_as_the_reader_has_them() -> None:
    event = Event(day=date(2011, 10, 1), kind=EventKind.AMENDMENT, act=None)
    found = answer(Absence.NO_TEXT, event)
    assert "for 2012-01-01 in this corpus: it was changed on 2011-10-01" in absence(
        CORPUS, CITATION, found
    )
    assert "for 1 January 2012 in this corpus: it was changed on 1 October 2011" in absence(
        CORPUS, CITATION, found, day_in_words
    )


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (
            Behind(kind=BehindKind.EVENT, since=DAY, act=ACT),
            "it changes on 1 January 2012, and those words are not held",
        ),
        (
            Behind(kind=BehindKind.ACT, since=DAY, act=ACT),
            "P.A. 21-103, S. 7 changes it from 1 January 2012, and no text has that",
        ),
        (
            Behind(kind=BehindKind.ACT, since=None, act=ACT),
            "P.A. 21-103, S. 7 changes it from a day that is not known",
        ),
        (
            Behind(
                kind=BehindKind.PENDING,
                since=DAY,
                expression=ExpressionId(CITATION.work, "eng", DAY),
            ),
            "eng@2012-01-01 is pending, and since when it counts is not known",
        ),
        (
            Behind(
                kind=BehindKind.EDITION,
                since=DAY,
                edition=Edition(revised_to=DAY, kind=EditionKind.REVISION),
            ),
            "the newest edition held is the revision of 2012, revised to 1 January 2012",
        ),
    ],
)
def test_what_is_known_beyond_a_text_is_told_once(known: Behind, words: str) -> None:
    told = behind_told(CORPUS, (known, known), day_in_words)
    assert told.startswith("This text may be behind the law: ")
    assert told.count(words) == 1
