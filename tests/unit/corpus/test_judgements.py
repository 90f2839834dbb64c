from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.corpus.judgements import (
    FILE_NAME,
    OFFICIAL_NAME,
    known_judgements,
    read_judgements,
    record_judgements,
)
from statuteline.corpus.locate import shipped
from statuteline.errors import CorpusError
from statuteline.model.work import Words
from statuteline.trace.judgements import Judgement, Verdict

if TYPE_CHECKING:
    from pathlib import Path

ONE = Judgement(
    verdict=Verdict.OK,
    by="Ada Lovelace",
    on=date(2026, 11, 27),
    link="us-ct/rain@2020-01-01/wet > us-ct/cgs/1-1#sec_1-1@2020-01-01",
    text="0" * 32,
    unnumbered="1" * 32,
    code="2" * 32,
)
WAIVER = replace(
    ONE,
    code="3" * 32,
    verdict=Verdict.WAIVED,
    reason='a "draft" \\ of a form',
    until=date(2027, 1, 1),
)


def test_what_is_recorded_is_read_back_sorted_one_line_each(tmp_path: Path) -> None:
    assert record_judgements(tmp_path, (WAIVER, ONE), {}) == 2
    assert set(read_judgements(tmp_path)) == {ONE, WAIVER}
    lines = (tmp_path / FILE_NAME).read_text("utf-8").splitlines()
    entries = [line for line in lines if line.startswith("  {")]
    assert len(entries) == 2
    assert entries == sorted(entries)


def test_recording_the_same_again_changes_no_byte(tmp_path: Path) -> None:
    record_judgements(tmp_path, (WAIVER, ONE), {})
    before = (tmp_path / FILE_NAME).read_bytes()
    assert record_judgements(tmp_path, (ONE,), {}) == 0
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_newer_word_on_a_pair_takes_the_place_of_the_older(tmp_path: Path) -> None:
    record_judgements(tmp_path, (ONE, WAIVER), {})
    newer = replace(ONE, on=date(2026, 12, 1), by="Grace Hopper")
    assert record_judgements(tmp_path, (newer,), {}) == 1
    assert set(read_judgements(tmp_path)) == {newer, WAIVER}


@given(words=st.text(min_size=1).filter(str.strip))
def test_any_words_survive(words: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("judged")
    try:
        words.encode()
    except UnicodeEncodeError:
        return
    record_judgements(folder, (replace(WAIVER, reason=f"because {words}"),), {})
    (found,) = read_judgements(folder)
    assert found.reason.split() == f"because {words}".translate(CONTROL).split()


CONTROL = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")


@pytest.mark.parametrize(
    ("found", "changed", "told"),
    [
        ('verdict = "ok"', 'verdict = "perhaps"', "no verdict"),
        ("on = 2026-11-27", 'on = "yesterday"', "'on'"),
        ('by = "Ada Lovelace", ', "", "'by'"),
        ('by = "Ada', 'bye = "Ada', "'bye'"),
        ("0" * 32, "0" * 31, "no fingerprint"),
        ("judgements = [", "judgments = [", "something else"),
        ("{ link", "{{ link", "cannot be read"),
    ],
)
def test_a_file_that_somebody_broke_is_told(
    found: str, changed: str, told: str, tmp_path: Path
) -> None:
    record_judgements(tmp_path, (ONE,), {})
    path = tmp_path / FILE_NAME
    text = path.read_text("utf-8")
    assert found in text
    path.write_text(text.replace(found, changed), "utf-8")
    with pytest.raises(CorpusError, match=told) as caught:
        read_judgements(tmp_path)
    assert FILE_NAME in caught.value.where


def test_a_waiver_without_a_reason_is_refused(tmp_path: Path) -> None:
    record_judgements(tmp_path, (replace(WAIVER, reason="r"),), {})
    path = tmp_path / FILE_NAME
    path.write_text(
        path.read_text("utf-8").replace('reason = "r"', 'reason = " "'), "utf-8"
    )
    with pytest.raises(CorpusError, match="needs a reason"):
        read_judgements(tmp_path)


def test_judgements_that_come_with_the_program_count_for_official_texts_alone(
    tmp_path: Path,
) -> None:
    record_judgements(tmp_path, (ONE,), {})
    brought = read_judgements(shipped(), OFFICIAL_NAME)
    assert brought
    assert known_judgements(tmp_path, Words.RESTATED) == (ONE,)
    assert known_judgements(tmp_path, Words.OFFICIAL) == (*brought, ONE)


def test_a_word_of_ones_own_counts_before_one_that_came_with_the_program(
    tmp_path: Path,
) -> None:
    first, *others = read_judgements(shipped(), OFFICIAL_NAME)
    mine = replace(
        first, by="Ada Lovelace", verdict=Verdict.WAIVED, reason="I differ", on=date.min
    )
    record_judgements(tmp_path, (mine,), {})
    assert known_judgements(tmp_path, Words.OFFICIAL) == (*others, mine)


def test_two_links_of_one_pair_each_keep_a_line(tmp_path: Path) -> None:
    twin = replace(
        ONE, link="us-ct/rain@2020-01-01/damp > us-ct/cgs/1-1#sec_1-1@2020-01-01"
    )
    assert record_judgements(tmp_path, (ONE, twin), {}) == 2
    assert set(read_judgements(tmp_path)) == {ONE, twin}
