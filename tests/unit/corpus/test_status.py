from __future__ import annotations

from datetime import date
from shutil import rmtree
from typing import TYPE_CHECKING

from statuteline.corpus.beyond import what_is_beyond
from statuteline.corpus.locate import shipped
from statuteline.corpus.status import status
from statuteline.corpus.store import Corpus, open_corpus
from statuteline.history.behind import BehindKind
from statuteline.history.in_force import TextInForce, expression_at
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.work import Expression, Kind, Modification, ModificationKind, Words

from .library_law import LAW, fill, section

if TYPE_CHECKING:
    import pytest

NOW = date(2026, 6, 1)
ACT = WorkId("us-ct", "pa", "26-7")


def act(*changed: str, since: str = "2026-10-01") -> Expression:
    """Write an act of one section that changes sections of the code."""
    return Expression(
        id=ExpressionId(ACT, "eng", date(2026, 5, 1)),
        kind=Kind.PUBLIC_ACT,
        title="An act concerning libraries",
        words=Words.RESTATED,
        recorded=date(2026, 5, 2),
        created=date(2026, 5, 1),
        modifications=tuple(
            Modification(
                kind=ModificationKind.SUBSTITUTION,
                act=ProvisionRef(ACT, EId("sec_1")),
                destination=ProvisionRef(WorkId("us-ct", "cgs", number)),
            )
            for number in changed
        ),
        body=(
            Provision(
                level=Level.SECTION,
                eid=EId("sec_1"),
                wid=WId("sec_1"),
                num="Section 1.",
                commencement=OnDate(day=date.fromisoformat(since)),
            ),
        ),
    )


def note(corpus: Corpus, *editions: tuple[int, bool]) -> None:
    """Note the years of revisions, and whether each was read to its end."""
    told = "".join(
        f'[[edition]]\nseries = "cgs"\nkind = "revision"\nrevised_to = {year}-01-01\n'
        f'[[edition.source]]\nname = "a.jsonl"\nsha256 = "{"0" * 64}"\n'
        f"recorded = 2026-01-02\ncomplete = {str(complete).lower()}\n"
        "sections = { active = 4 }\nexpressions = 4\npending = 0\nunplaced = 0\n"
        "unread = 3\nrefused = 0\nleft_out = 0\n"
        for year, complete in editions
    )
    (corpus.root / "us-ct" / "editions.toml").write_text(told, "utf-8")


def test_each_series_is_told_with_its_editions(corpus: Corpus) -> None:
    fill(corpus)
    corpus.add(act("11-1", "11-9"))
    note(corpus, (2025, True))
    code, acts = status(corpus, NOW).series
    assert (code.series, acts.series) == ("cgs", "pa")
    assert [one.edition.name for one in code.editions] == ["revision of 2025"]
    assert (code.known.works, code.known.in_force) == (4, 2)
    assert [one.text for one in code.known.pending] == [LAW[4].id]
    assert [str(one.work) for one in code.known.unapplied] == ["us-ct/cgs/11-1"]
    assert [str(one.work) for one in code.known.not_held] == ["us-ct/cgs/11-9"]
    assert (acts.editions, acts.known.works) == ((), 1)


def test_it_is_the_same_from_an_index_kept_and_from_none(corpus: Corpus) -> None:
    fill(corpus)
    first = status(corpus, NOW)
    corpus.add(act("11-1"))
    grown = status(corpus, NOW)
    assert grown != first
    rmtree(corpus.root / ".index")
    assert status(corpus, NOW) == grown


def test_no_text_is_read_a_second_time(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(corpus)
    status(corpus, NOW)
    monkeypatch.setattr(Corpus, "read_recorded", None)
    monkeypatch.setattr(Corpus, "read", None)

    assert status(corpus, NOW).series[0].known.works == 4


def test_the_shipped_corpus_holds_what_one_act_changed() -> None:
    by_series = {one.series: one for one in status(open_corpus(shipped()), NOW).series}
    assert set(by_series) == {"cgs", "pa", "summary", "faq"}
    code = by_series["cgs"]
    assert code.editions == ()
    assert code.known.works == 8
    assert code.known.words == ((Words.RESTATED, 25),)
    assert code.known.unapplied == code.known.not_held == ()
    assert sum(one.provisions for one in code.known.not_restated) > 0


def beyond(corpus: Corpus, number: str, at: date = NOW) -> list[BehindKind]:
    records = corpus.expressions(WorkId("us-ct", "cgs", number))
    answer = expression_at(records, at)
    assert isinstance(answer, TextInForce)
    return [one.kind for one in what_is_beyond(corpus, records, answer)]


def test_an_act_that_no_text_holds_puts_a_text_behind(corpus: Corpus) -> None:
    fill(corpus)
    assert beyond(corpus, "11-1") == []
    corpus.add(act("11-1", "11-2a"))
    assert beyond(corpus, "11-1") == [BehindKind.ACT]
    assert beyond(corpus, "11a-1") == []
    assert beyond(corpus, "11-1", date(2010, 1, 1)) == []
    corpus.add(section("11-1", "2026-10-01", "Libraries", "A library is open to few."))
    assert beyond(corpus, "11-1") == []


def test_a_number_that_only_begins_alike_is_another_section(corpus: Corpus) -> None:
    fill(corpus)
    corpus.add(act("11-10"))
    assert beyond(corpus, "11-1") == []


def test_the_newest_edition_read_to_its_end_counts(corpus: Corpus) -> None:
    fill(corpus)
    note(corpus, (2025, True))
    assert beyond(corpus, "11-1", date(2025, 1, 1)) == []
    assert beyond(corpus, "11-1", date(2025, 1, 2)) == [BehindKind.EDITION]
    note(corpus, (2025, True), (2027, False))
    assert beyond(corpus, "11-1") == [BehindKind.EDITION]
    note(corpus, (2025, True), (2027, True))
    assert beyond(corpus, "11-1") == []
