from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from statuteline.errors import CorpusError, ProvisionNotFoundError
from statuteline.history.lineage import Lineage, follow
from statuteline.model.commencement import Unknown
from statuteline.model.ids import EId, ProvisionRef, WId, WorkId
from statuteline.model.provision import Provision
from statuteline.model.work import Expression, Modification, ModificationKind

Text = Callable[..., Expression]
Part = Callable[..., Provision]
Change = Callable[..., Modification]
A, B, C = (EId.parse(f"sec_1-1__subsec_{label}") for label in "abc")


@pytest.fixture
def renumbered(text: Text, provision: Part) -> tuple[Expression, ...]:
    """(a) new in 2013; (b) new in 2016; in 2021 a new (b), and (b) becomes (c)."""
    a = provision(str(A), "First.")
    b = provision(str(B), "Second.")
    new = provision(str(B), "Third.", wid=f"{B}@2021-10-01")
    c = provision(str(C), "Second.", wid=str(B))
    return (
        text("2021-10-01", provision("sec_1-1", "", a, new, c)),
        text("2013-10-01", provision("sec_1-1", "", a)),
        text("2016-10-01", provision("sec_1-1", "", a, b)),
    )


def places(lineage: Lineage) -> list[tuple[str, str | None, str | None]]:
    return [
        (str(step.start), str(step.eid) if step.eid else None, step.num)
        for step in lineage.steps
    ]


def test_a_provision_is_followed_across_its_renumbering(
    renumbered: tuple[Expression, ...],
) -> None:
    lineage = follow(renumbered, renumbered[2].id, B)
    assert lineage.wid == WId.parse(str(B))
    assert places(lineage) == [
        ("2013-10-01", None, None),
        ("2016-10-01", str(B), "(b)"),
        ("2021-10-01", str(C), "(c)"),
    ]
    ((old, new),) = lineage.renumberings
    assert (old.eid, new.eid) == (B, C)
    assert follow(renumbered, renumbered[0].id, C) == lineage


def test_a_spent_address_belongs_to_another_provision(
    renumbered: tuple[Expression, ...],
) -> None:
    lineage = follow(renumbered, renumbered[0].id, B)
    assert [step.eid for step in lineage.steps] == [None, None, B]
    assert lineage.renumberings == ()


def test_a_renumbering_is_seen_across_an_absence(text: Text, provision: Part) -> None:
    texts = (
        text("2013-10-01", provision(str(A), "Words.")),
        text("2016-10-01", provision(str(B), "Others.")),
        text("2021-10-01", provision(str(C), "Words.", wid=str(A))),
    )
    ((old, new),) = follow(texts, texts[0].id, A).renumberings
    assert (old.start, new.start) == (date(2013, 10, 1), date(2021, 10, 1))


def test_a_pending_text_is_a_step_without_a_day(text: Text, provision: Part) -> None:
    placed = text("2013-10-01", provision(str(A), "Words."))
    waiting = text("2021-06-16", provision(str(B), "Words.", wid=str(A)), starts=Unknown())
    lineage = follow((waiting, placed), placed.id, A)
    assert [step.expression for step in lineage.steps] == [placed.id]
    (step,) = lineage.pending
    assert (step.expression, step.start, step.eid) == (waiting.id, None, B)
    assert follow((waiting, placed), waiting.id, B) == lineage


def test_a_replaced_record_can_be_asked_but_is_no_step(text: Text, provision: Part) -> None:
    first = text("2013-10-01", provision(str(A), "Words."))
    better = text(
        "2013-10-01", provision(str(B), "Words.", wid=str(A)), corrected="2026-02-01"
    )
    lineage = follow((first, better), first.id, A)
    assert [(step.expression, step.eid) for step in lineage.steps] == [(better.id, B)]


@pytest.mark.parametrize("kind", [ModificationKind.SPLIT, ModificationKind.JOIN])
def test_both_sides_of_a_split_or_join_name_each_other(
    text: Text, provision: Part, change: Change, kind: ModificationKind
) -> None:
    apart = (provision(str(A), "One."), provision(str(B), "Two."))
    whole = provision(str(A), "One. Two.")
    splits = kind is ModificationKind.SPLIT
    older, newer = ((whole,), apart) if splits else (apart, (whole,))
    pairs = [(str(A), str(A)), (str(B), str(A)) if splits else (str(A), str(B))]
    texts = (
        text("2013-10-01", provision("sec_1-1", "", *older)),
        text(
            "2016-10-01",
            provision("sec_1-1", "", *newer),
            changes=tuple(change(kind.value, "16-1 s2", to, was) for to, was in pairs),
        ),
    )
    of_a = follow(texts, texts[0].id, A)
    of_b = follow(texts, texts[1 if splits else 0].id, B)
    towards, back = (
        (of_a.successors, of_b.predecessors)
        if splits
        else (of_a.predecessors, of_b.successors)
    )
    assert [(one.eid, one.kind) for one in towards] == [(B, kind)]
    assert [(one.eid, one.kind) for one in back] == [(A, kind)]
    assert towards[0].expression == texts[1 if splits else 0].id
    assert str(towards[0].act) == "us-xx/pa/16-1#sec_2"
    assert (of_a.predecessors if splits else of_a.successors) == ()
    assert (of_b.successors if splits else of_b.predecessors) == ()


def test_a_renumbering_is_no_branch(text: Text, provision: Part, change: Change) -> None:
    texts = (
        text("2013-10-01", provision(str(A), "One.")),
        text(
            "2016-10-01",
            provision(str(B), "One.", wid=str(A)),
            changes=(change("renumbering", "16-1", str(B), str(A)),),
        ),
    )
    lineage = follow(texts, texts[0].id, A)
    assert (lineage.predecessors, lineage.successors) == ((), ())


def test_a_missing_provision_is_refused_with_the_nearest(
    renumbered: tuple[Expression, ...],
) -> None:
    with pytest.raises(ProvisionNotFoundError) as caught:
        follow(renumbered, renumbered[1].id, B)
    assert caught.value.where == "us-xx/code/1-1/eng@2013-10-01"
    assert str(A) in caught.value.hint


def test_a_missing_text_is_refused_with_those_there_are(
    text: Text, renumbered: tuple[Expression, ...]
) -> None:
    with pytest.raises(CorpusError) as caught:
        follow(renumbered, text("2019-10-01").id, A)
    assert caught.value.hint == "one of eng@2013-10-01, eng@2016-10-01, eng@2021-10-01"


def test_a_child_of_a_renumbered_parent_has_another_address(
    text: Text, provision: Part
) -> None:
    was, now = EId.parse(f"{B}__subdiv_1"), EId.parse(f"{C}__subdiv_1")
    texts = (
        text("2013-10-01", provision(str(B), "", provision(str(was), "One."))),
        text(
            "2016-10-01",
            provision(str(C), "", provision(str(now), "One.", wid=str(was)), wid=str(B)),
        ),
    )
    ((old, new),) = follow(texts, texts[0].id, was).renumberings
    assert (old.eid, new.eid) == (was, now)


def test_only_splits_and_joins_inside_the_work_are_branches(
    text: Text, provision: Part, change: Change
) -> None:
    split = change("split", "16-1", str(B), str(A))
    elsewhere = ProvisionRef(WorkId.parse("us-xx/code/1-2"), A)
    changes = (
        change("substitution", "16-1", str(B), str(A)),
        replace(split, previous=elsewhere),
        change("split", "16-1", None, str(A)),
    )
    texts = (
        text("2013-10-01", provision(str(A), "One.")),
        text("2016-10-01", provision(str(B), "Two."), changes=changes),
    )
    assert follow(texts, texts[0].id, A).successors == ()
    assert follow(
        (texts[0], replace(texts[1], modifications=(split,))), texts[0].id, A
    ).successors
