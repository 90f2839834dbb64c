"""A proof says what trying every case one by one says, and rests on axioms it needs."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from statuteline.model.ids import WorkId
from statuteline.model.interval import Interval
from statuteline.rules.claims import Claim, Ends, Every, InForce, Result
from statuteline.rules.encodings import Axiom, Encoding, Law, Outcome, Reading, Version
from statuteline.rules.grid import grid
from statuteline.rules.kleene import truth
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import Predicate, not_
from statuteline.rules.proving import prove

from .predicates import facts, predicates

OLD, NEW = date(2000, 1, 1), date(2020, 1, 1)
NAME = "us-ct/umbrella"


def version(days: Interval, met: Predicate) -> Version:
    outcomes = (
        Outcome(name="met", when=met, means="It is."),
        Outcome(name="not met", when=not_(met), means="It is not."),
    )
    return Version(days=days, readings=(Reading(name="plain", outcomes=outcomes),))


def law(old: Predicate, new: Predicate, held: list[Predicate]) -> Law:
    axioms = tuple(
        Axiom(
            name=f"axiom {number}",
            holds=one,
            cited=cited("sec_1-1", "words"),
            days=Interval(start=OLD),
        )
        for number, one in enumerate(held)
    )
    versions = (
        version(Interval(start=OLD, end=NEW), old),
        version(Interval(start=NEW), new),
    )
    encoding = Encoding(
        name=NAME,
        title="Umbrellas",
        work=WorkId.parse("us-ct/cgs/1-1"),
        governed_by="day",
        versions=versions,
        axioms=axioms,
    )
    return Law(encodings=(encoding,))


CLAIM = Claim(
    name="somebody/claim",
    says="What was met is met.",
    about=(),
    proposition=Every(
        given=(Ends(text=InForce(encoding=NAME, at=OLD), outcomes=("met",)),),
        then=Ends(text=InForce(encoding=NAME, at=NEW), outcomes=("met",)),
    ),
    expected=Result.PROVED,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_random_claims_agree_with_every_case_tried_one_by_one(data: st.DataObject) -> None:
    asked = data.draw(facts(most=3))
    old, new, *held = (
        data.draw(predicates(asked, leaves=4, labels=False)) for _ in range(4)
    )
    proof = prove(CLAIM, law(old, new, held))

    laid = grid(old, new, *held)
    cases = (laid.facts(number) for number in range(laid.size))
    rows = {tuple(truth(one, case) for one in (old, new, *held)) for case in cases}

    assume(any(all(axiom) for _, _, *axiom in rows))  # law that some case can keep

    def against(*axioms: int) -> bool:
        """Tell whether a case that some axioms allow refutes the claim."""
        return any(
            was and not now and all(axiom[number] for number in axioms)
            for was, now, *axiom in rows
        )

    every = range(len(held))
    if proof.result is Result.EMPTY:
        assert not any(was and all(axiom) for was, _, *axiom in rows)
    elif proof.result is Result.REFUTED:
        assert against(*every)
    else:
        assert not against(*every)
        names = [one.axiom.name for one in proof.needed]
        needed = [number for number in every if f"axiom {number}" in names]
        assert not against(*needed)
        for number in needed:
            assert against(*(one for one in needed if one != number))
