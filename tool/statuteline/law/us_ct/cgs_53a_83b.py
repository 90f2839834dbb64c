"""CGS 53a-83b: commercial sexual abuse of a minor."""

from __future__ import annotations

from datetime import date

from statuteline.law.us_ct._offenses import (
    COMMITTED,
    for_fee,
    for_value,
    gave,
    made_out,
    no_offense,
    other_age,
)
from statuteline.model.ids import EId, WorkId
from statuteline.model.interval import Interval
from statuteline.rules.encodings import Encoding, Law, NotEncoded, Reading, Version
from statuteline.rules.facts import Condition, YesNo
from statuteline.rules.nodes import Element
from statuteline.rules.predicates import Predicate, all_of, any_of, define, not_

A = "sec_53a-83b__subsec_a"
B = "sec_53a-83b__subsec_b"
C = "sec_53a-83b__subsec_c"
D = "sec_53a-83b__subsec_d"
PAST, FUTURE, ASKED = (f"{A}__subdiv_{number}" for number in (1, 2, 3))
OFFENSE = "commercial sexual abuse of a minor"

compensated = YesNo(
    name="compensated_for_sexual_conduct_of_minor",
    ask="Did the person give something to a minor or a third person as compensation for "
    "sexual conduct that the minor had had with the person?",
)
understanding = YesNo(
    name="on_understanding_of_sexual_conduct_of_minor",
    ask="Was it on the understanding that the minor will in return engage in sexual "
    "conduct with the person?",
)
solicited = YesNo(
    name="solicited_or_requested_to_have_sexual_conduct",
    ask="Did the person solicit or request to have sexual conduct with the other?",
)
believed_minor = YesNo(
    name="reasonably_believed_other_to_be_minor",
    ask="Did the person reasonably believe the other to be under eighteen?",
    judgement=True,
)


def _minor(place: str, words: str) -> Condition:
    return (
        other_age.below(18)
        .cite(place, words)
        .cite(D, '"minor" means a person under eighteen years of age')
        .as_element(Element.CIRCUMSTANCE)
    )


def _ways(past: Condition, future: Condition, asked: Condition, *, gives: str) -> Predicate:
    """Ask for one of the three ways of committing it.

    Args:
        past: What must be given for conduct that has taken place.
        future: What must be given or promised for conduct to come.
        asked: What must be in exchange where conduct is asked for.
        gives: The words on giving or promising it.
    """
    return define(
        OFFENSE,
        any_of(
            all_of(
                compensated.is_true()
                .cite(PAST, "to a minor or a third person as compensation")
                .as_element(Element.CONDUCT),
                _minor(PAST, "for sexual conduct that the minor has had with him or her"),
                past,
            ),
            all_of(
                gave.is_true().cite(FUTURE, gives).as_element(Element.CONDUCT),
                _minor(FUTURE, "the minor"),
                understanding.is_true()
                .cite(
                    FUTURE,
                    "on the understanding that the minor will in return engage in sexual "
                    "conduct with him or her",
                )
                .as_element(Element.CIRCUMSTANCE),
                future,
            ),
            all_of(
                solicited.is_true()
                .cite(ASKED, "solicits or requests to have sexual conduct")
                .as_element(Element.CONDUCT),
                any_of(
                    _minor(ASKED, "with a minor"),
                    believed_minor.is_true()
                    .cite(ASKED, "with someone he or she reasonably believes to be a minor")
                    .as_element(Element.MENTAL_STATE),
                ),
                asked,
            ),
        ).cite(A, COMMITTED),
    )


under_fifteen = (
    other_age.below(15)
    .cite(C, "if the minor was under fifteen years of age")
    .as_element(Element.CIRCUMSTANCE)
)


def _version(days: Interval, ways: Predicate) -> Version:
    grave = made_out(
        "class A felony",
        all_of(ways, under_fifteen).cite(C, "The offense is a class A felony"),
        OFFENSE,
    )
    older = not_(under_fifteen).cite(B, "unless subsection (c) of this section applies")
    less = made_out(
        "class B felony",
        all_of(ways, older).cite(B, "The offense is a class B felony"),
        OFFENSE,
    )
    return Version(
        days=days,
        readings=(Reading(name="plain", outcomes=(grave, less, no_offense(grave, less))),),
        not_encoded=(
            NotEncoded(
                eid=EId.parse(ASKED),
                words="sexual conduct",
                reason="what counts as sexual conduct, our sources do not say",
            ),
        ),
    )


LAW = Law(
    encodings=(
        Encoding(
            name="us-ct/commercial-sexual-abuse",
            title="Commercial sexual abuse of a minor",
            work=WorkId.parse("us-ct/cgs/53a-83b"),
            governed_by="day of the offense",
            versions=(
                _version(
                    Interval(start=date(2017, 10, 1), end=date(2021, 10, 1)),
                    _ways(
                        for_fee(PAST, "pays a fee"),
                        for_fee(FUTURE, "pays or agrees to pay a fee"),
                        for_fee(ASKED, "in exchange for a fee"),
                        gives="pays or agrees to pay a fee to a minor or a third person",
                    ),
                ),
                _version(
                    Interval(start=date(2021, 10, 1)),
                    _ways(
                        for_value(PAST, "gives anything of value"),
                        for_value(FUTURE, "gives or agrees to give anything of value"),
                        for_value(ASKED, "in exchange for anything of value"),
                        gives="gives or agrees to give anything of value to a minor or a "
                        "third person",
                    ),
                ),
            ),
        ),
    )
)
