from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from statuteline.history.blame import Blame, blame
from statuteline.model.ids import EId, ProvisionRef
from statuteline.model.provision import Coverage, Provision
from statuteline.model.work import Event, Expression, Modification

Text = Callable[..., Expression]
Part = Callable[..., Provision]
Change = Callable[..., Modification]
Happening = Callable[..., Event]
TOP, A, B, C = "sec_1-1", "sec_1-1__subsec_a", "sec_1-1__subsec_b", "sec_1-1__subsec_c"


def blame_of(texts: tuple[Expression, ...], eid: str, day: str = "2025-01-01") -> Blame:
    found = blame(texts, date.fromisoformat(day))
    (one,) = (each for each in found if each.eid == EId.parse(eid))
    return one


def acts_of(texts: tuple[Expression, ...], eid: str) -> list[str | None]:
    return [str(act) if act else None for act in blame_of(texts, eid).acts]


@pytest.fixture
def history(
    text: Text, provision: Part, change: Change, event: Happening
) -> tuple[Expression, ...]:
    """(b) becomes (c) in 2021, its words untouched since 2013; (a) changed in 2016."""
    born = event("2013-10-01", "generation", "13-1 s5")
    mid = event("2016-10-01", "amendment", "16-1 s2")
    late = event("2021-10-01", "amendment", "21-1 s3")
    old_b = provision(B, "It is a felony.")
    return (
        text(
            "2013-10-01",
            provision(TOP, "", provision(A, "By force."), old_b),
            events=(born,),
        ),
        text(
            "2016-10-01",
            provision(TOP, "", provision(A, "By force or fraud."), old_b),
            events=(born, mid),
        ),
        text(
            "2021-10-01",
            provision(
                TOP,
                "",
                provision(A, "By force or fraud."),
                provision(B, "A defense.", wid=f"{B}@2021-10-01"),
                provision(C, "It is a  felony .", wid=B, heading="Penalty"),
            ),
            events=(born, mid, late),
            changes=(
                change("insertion", "21-1 s3", B),
                change("renumbering", "21-1 s3", C, B),
            ),
        ),
    )


def test_words_are_traced_to_the_text_that_first_had_them(
    history: tuple[Expression, ...],
) -> None:
    assert [one.eid.text for one in blame(history, date(2025, 1, 1))] == [A, B, C]
    a = blame_of(history, A)
    assert (a.origin, a.since) == (history[1].id, date(2016, 10, 1))
    assert not a.or_earlier
    assert acts_of(history, A) == ["us-xx/pa/16-1#sec_2"]


def test_a_renumbering_a_heading_and_white_space_are_not_words(
    history: tuple[Expression, ...],
) -> None:
    c = blame_of(history, C)
    assert (c.origin, c.origin_eid) == (history[0].id, EId.parse(B))
    assert acts_of(history, C) == ["us-xx/pa/13-1#sec_5"]


def test_a_new_provision_comes_from_its_own_act(history: tuple[Expression, ...]) -> None:
    b = blame_of(history, B)
    assert (b.origin, b.or_earlier) == (history[2].id, False)
    assert acts_of(history, B) == ["us-xx/pa/21-1#sec_3"]


def test_the_day_chooses_the_text(history: tuple[Expression, ...]) -> None:
    assert blame_of(history, A, "2014-01-01").origin == history[0].id
    assert blame(history, date(2010, 1, 1)) == ()


def test_words_of_a_new_work_are_not_older(history: tuple[Expression, ...]) -> None:
    assert not blame_of(history, C).or_earlier


def test_words_of_a_first_text_that_was_amended_may_be_older(
    text: Text, event: Happening
) -> None:
    texts = (text("2013-10-01", events=(event("2013-10-01", act="13-1"),)),)
    assert blame_of(texts, TOP).or_earlier


def test_an_unknown_act_stays_unknown(text: Text, event: Happening) -> None:
    assert blame_of((text("2013-10-01"),), TOP).acts == (None,)
    silent = text("2013-10-01", events=(event("2013-10-01"),))
    assert blame_of((silent,), TOP).acts == (None,)


def test_words_behind_a_gap_in_the_record_may_be_older(
    text: Text, provision: Part, event: Happening
) -> None:
    events = (event("2013-10-01", "generation"), event("2015-10-01"), event("2017-10-01"))
    texts = (
        text("2013-10-01", provision(TOP, "Old."), events=events[:1]),
        text("2017-10-01", provision(TOP, "New."), events=events),
    )
    assert blame_of(texts, TOP).or_earlier


def test_the_most_exact_modification_is_blamed(
    text: Text, provision: Part, change: Change
) -> None:
    one = provision(f"{A}__subdiv_1", "One.")
    changes = (
        change("substitution", "16-1", None),
        change("substitution", "16-2", TOP),
        change("insertion", "16-3", f"{A}__subdiv_1"),
        change("substitution", "16-4", B),
    )
    body = provision(TOP, "", provision(A, "Start", one), provision(B, "Else."))
    texts = (text("2016-10-01", body, changes=changes),)
    assert acts_of(texts, f"{A}__subdiv_1") == ["us-xx/pa/16-3"]
    assert acts_of(texts, B) == ["us-xx/pa/16-4"]
    assert acts_of(texts, A) == ["us-xx/pa/16-1", "us-xx/pa/16-2", "us-xx/pa/16-3"]


def test_a_change_of_another_work_is_not_blamed(
    text: Text, change: Change, event: Happening, act: Callable[[str], ProvisionRef]
) -> None:
    elsewhere = Modification(
        kind=change("insertion", "16-9", None).kind,
        act=act("16-9"),
        destination=act("16-8"),
    )
    texts = (
        text("2016-10-01", changes=(elsewhere,), events=(event("2016-10-01", act="16-1"),)),
    )
    assert acts_of(texts, TOP) == ["us-xx/pa/16-1"]


def test_words_moved_around_new_children_are_the_same_words(
    text: Text, provision: Part
) -> None:
    item = provision(f"{TOP}__subdiv_1", "item")
    texts = (
        text("2013-10-01", provision(TOP, "Before after")),
        text("2016-10-01", provision(TOP, "Before", item, after="after")),
    )
    assert blame_of(texts, TOP).origin == texts[0].id


class TestWordsThatAreNotRestated:
    @pytest.fixture
    def unseen(self, provision: Part) -> Provision:
        return provision(A, "Not restated here.", coverage=Coverage.NOT_RESTATED)

    def test_a_recorded_change_is_the_origin(
        self, text: Text, change: Change, unseen: Provision
    ) -> None:
        texts = (
            text("2013-10-01", unseen),
            text("2016-10-01", unseen, changes=(change("substitution", "16-1", A),)),
            text("2021-10-01", unseen, changes=(change("substitution", "21-1", B),)),
        )
        found = blame_of(texts, A)
        assert (found.origin, found.or_earlier) == (texts[1].id, False)
        assert acts_of(texts, A) == ["us-xx/pa/16-1"]

    def test_without_one_they_may_be_older_than_the_record(
        self, text: Text, change: Change, unseen: Provision
    ) -> None:
        texts = (
            text("2013-10-01", unseen),
            text("2016-10-01", unseen, changes=(change("substitution", "16-1", TOP),)),
        )
        found = blame_of(texts, A)
        assert (found.origin, found.or_earlier) == (texts[0].id, True)

    def test_words_restated_only_later_may_be_older(
        self, text: Text, provision: Part, unseen: Provision
    ) -> None:
        texts = (text("2013-10-01", unseen), text("2016-10-01", provision(A, "Words.")))
        found = blame_of(texts, A)
        assert (found.origin, found.or_earlier) == (texts[1].id, True)

    def test_words_no_longer_restated_are_not_traced_to_those_that_were(
        self, text: Text, provision: Part, unseen: Provision
    ) -> None:
        texts = (text("2013-10-01", provision(A, "Words.")), text("2016-10-01", unseen))
        assert blame_of(texts, A).origin == texts[1].id

    def test_they_are_blamed_even_where_nothing_stands_for_them(
        self, text: Text, provision: Part
    ) -> None:
        bare = provision(A, coverage=Coverage.NOT_RESTATED)
        assert blame_of((text("2013-10-01", bare),), A).acts == (None,)


def test_a_renumbering_puts_no_words_there(
    text: Text, provision: Part, change: Change
) -> None:
    changes = (
        change("renumbering", "21-1", C, B),
        change("substitution", "21-2", TOP),
    )
    texts = (text("2021-10-01", provision(C, "Words.", wid=B), changes=changes),)
    assert acts_of(texts, C) == ["us-xx/pa/21-2"]


def test_a_correction_of_the_record_is_not_blamed(text: Text, event: Happening) -> None:
    events = (event("2016-10-01", act="16-1"), event("2016-10-01", "erratum"))
    assert acts_of((text("2016-10-01", events=events),), TOP) == ["us-xx/pa/16-1"]
