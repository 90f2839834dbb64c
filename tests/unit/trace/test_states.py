from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.trace.invented_links import DAYS, LINK, UNIT

from statuteline.model.interval import Interval
from statuteline.trace.judgements import Judgement, Verdict
from statuteline.trace.links import Link, Quote, Unbacked
from statuteline.trace.states import SETTLED, State, judged

TODAY = date(2026, 11, 27)
OK = Judgement(
    verdict=Verdict.OK,
    by="Ada",
    on=date(2026, 11, 1),
    link=LINK.id,
    text="t1",
    unnumbered="u1",
    code="c1",
)
WAIVED = replace(
    OK, verdict=Verdict.WAIVED, reason="being drafted", until=date(2026, 12, 1)
)
EARLY = Unbacked(unit=UNIT, provision=LINK.provision, days=DAYS, early=True)
OTHER_CODE = replace(LINK, unit=replace(UNIT, code="c2"))
OTHER_TEXT = replace(LINK, text="t2", unnumbered="u2")


@pytest.mark.parametrize(
    ("link", "judgements", "state"),
    [
        (LINK, (), State.UNREVIEWED),
        (LINK, (OK,), State.OK),
        (OTHER_TEXT, (OK,), State.SUSPECT_TEXT),
        (OTHER_CODE, (OK,), State.SUSPECT_CODE),
        (replace(OTHER_TEXT, unit=OTHER_CODE.unit), (OK,), State.SUSPECT_BOTH),
        (replace(LINK, text="t2"), (OK,), State.MOVED),
        (replace(LINK, quote=Quote.ELSEWHERE), (OK,), State.MOVED),
        (replace(LINK, quote=Quote.ELSEWHERE), (), State.MOVED),
        (replace(LINK, quote=Quote.GONE, found=None, text=""), (OK,), State.BROKEN),
        (LINK, (WAIVED,), State.WAIVED),
        (LINK, (replace(WAIVED, until=TODAY),), State.EXPIRED),
        (LINK, (replace(WAIVED, until=None),), State.WAIVED),
        (replace(LINK, days=Interval(start=date(2027, 1, 1))), (), State.PENDING),
        (replace(LINK, days=Interval(start=date(2027, 1, 1))), (OK,), State.OK),
        (EARLY, (OK,), State.EXPIRED),
    ],
)
def test_state(
    link: Link | Unbacked, judgements: tuple[Judgement, ...], state: State
) -> None:
    (found,) = judged((link,), judgements, TODAY)
    assert found.state is state


def test_days_before_the_first_text_that_was_imported_ask_nobody_for_anything() -> None:
    between = replace(EARLY, early=False)
    states = [one.state for one in judged((EARLY, between), (), TODAY, partial=True)]
    assert states == [State.NOT_HELD, State.EXPIRED]
    assert State.NOT_HELD in SETTLED
    assert State.EXPIRED not in SETTLED


def test_what_is_put_back_is_in_order_again_and_no_other_judgement_is_lost() -> None:
    later = replace(OK, text="t2", unnumbered="u2", on=date(2026, 11, 20))
    states = [one.state for one in judged((LINK, OTHER_TEXT), (OK, later), TODAY)]
    assert states == [State.OK, State.OK]


def test_a_name_alone_makes_nothing_valid() -> None:
    """Only fingerprints count: a judgement of another pair under this name does not."""
    renamed = replace(OK, link="somewhere else")
    assert judged((LINK,), (renamed,), TODAY)[0].state is State.OK
    assert judged((OTHER_CODE,), (renamed,), TODAY)[0].state is State.UNREVIEWED


def test_two_links_of_one_pair_are_told_apart_when_the_text_changes() -> None:
    twin = replace(LINK, unit=replace(UNIT, id="us-ct/rain@2020-01-01/damp"))
    both = (OK, replace(OK, link=twin.id))
    changed = tuple(replace(one, text="t2", unnumbered="u2") for one in (LINK, twin))
    assert {one.state for one in judged(changed, both, TODAY)} == {State.SUSPECT_TEXT}
    alone = [one.state for one in judged(changed, (OK,), TODAY)]
    assert alone == [State.SUSPECT_TEXT, State.UNREVIEWED]


def test_the_word_under_a_links_own_name_comes_first() -> None:
    twin = replace(LINK, unit=replace(UNIT, id="us-ct/rain@2020-01-01/damp"))
    said = (replace(WAIVED, on=date(2026, 11, 2)), replace(OK, link=twin.id))
    states = [one.state for one in judged((LINK, twin), said, TODAY)]
    assert states == [State.WAIVED, State.OK]
