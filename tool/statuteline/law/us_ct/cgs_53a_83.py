"""CGS 53a-83: patronizing a prostitute, since October 2021 soliciting sexual acts."""

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
from statuteline.rules.encodings import (
    Consequence,
    Encoding,
    Law,
    NotEncoded,
    Outcome,
    Reading,
    Version,
)
from statuteline.rules.facts import Condition, YesNo
from statuteline.rules.nodes import Element, cited
from statuteline.rules.predicates import Predicate, all_of, any_of, define, not_

A = "sec_53a-83__subsec_a"
B = "sec_53a-83__subsec_b"
C = "sec_53a-83__subsec_c"
PAST, FUTURE, ASKED = (f"{A}__subdiv_{number}" for number in (1, 2, 3))

compensated = YesNo(
    name="compensated_for_past_sexual_conduct",
    ask="Did the person give something as compensation for sexual conduct that had taken "
    "place?",
)
understanding_before = YesNo(
    name="on_prior_understanding",
    ask="Was it given on a prior understanding?",
)
solicited = YesNo(
    name="solicited_or_requested_sexual_conduct",
    ask="Did the person solicit or request sexual conduct?",
)
understanding = YesNo(
    name="on_understanding_of_sexual_conduct_in_return",
    ask="Was it on the understanding that the other person, or a third person, will in "
    "return engage in sexual conduct with the giver?",
)
other_is_victim = YesNo(
    name="other_person_is_victim_of_trafficking",
    ask="Was the other person a victim of trafficking?",
    judgement=True,
)
knew_age = YesNo(
    name="knew_or_should_have_known_age",
    ask="Did the person know, or should he or she reasonably have known, that the other "
    "was under eighteen?",
    judgement=True,
)
knew_victim = YesNo(
    name="knew_or_should_have_known_victim",
    ask="Did the person know, or should he or she reasonably have known, that the other "
    "was a victim of trafficking?",
    judgement=True,
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
        "one of the three ways",
        any_of(
            all_of(
                compensated.is_true()
                .cite(PAST, "as compensation for sexual conduct that has taken place")
                .as_element(Element.CONDUCT),
                understanding_before.is_true()
                .cite(PAST, "on a prior understanding")
                .as_element(Element.CIRCUMSTANCE),
                past,
            ),
            all_of(
                gave.is_true().cite(FUTURE, gives).as_element(Element.CONDUCT),
                understanding.is_true()
                .cite(
                    FUTURE,
                    "on the understanding that this other person, or a third person, will "
                    "in return engage in sexual conduct with him or her",
                )
                .as_element(Element.CIRCUMSTANCE),
                future,
            ),
            all_of(
                solicited.is_true()
                .cite(ASKED, "solicits or requests sexual conduct")
                .as_element(Element.CONDUCT),
                asked,
            ),
        ).cite(A, COMMITTED),
    )


by_fee = _ways(
    for_fee(PAST, "pays a fee"),
    for_fee(FUTURE, "pays or agrees to pay a fee"),
    for_fee(ASKED, "in exchange for a fee"),
    gives="pays or agrees to pay a fee to another person",
)
by_value = _ways(
    for_value(PAST, "gives anything of value"),
    for_value(FUTURE, "gives or agrees to give anything of value"),
    for_value(ASKED, "in exchange for anything of value"),
    gives="gives or agrees to give anything of value to another person",
)

fine = Consequence(
    says="The misdemeanor carries a fine of 2,000 dollars.",
    cited=cited(B, "The misdemeanor carries a fine of two thousand dollars"),
)
minor = (
    other_age.below(18)
    .cite(C, "the other person was under eighteen years of age")
    .as_element(Element.CIRCUMSTANCE)
)
victim = (
    other_is_victim.is_true()
    .cite(C, "a victim of trafficking")
    .as_element(Element.CIRCUMSTANCE)
)

# What somebody knew, or should have known, is so: hence the fact stands beside it.
KNEW = "the person knew or reasonably should have known"
aggravated_2013 = any_of(
    all_of(minor, knew_age.is_true().cite(C, KNEW).as_element(Element.MENTAL_STATE)),
    all_of(victim, knew_victim.is_true().cite(C, KNEW).as_element(Element.MENTAL_STATE)),
)
aggravated_2016 = any_of(minor, victim)


def _no_felony(grave: Predicate) -> Predicate:
    return not_(grave).cite(B, "unless subsection (c) of this section makes it a felony")


def _version(
    days: Interval,
    offense: str,
    ways: Predicate,
    *follows: Consequence,
    aggravated: Predicate | None = None,
) -> Version:
    """Give the decision on the elements and the grade.

    Args:
        days: The days of the text.
        offense: What the offense is called then.
        ways: The ways of committing it.
        follows: What else the misdemeanor brings.
        aggravated: What makes it a felony; None where nothing does.
    """
    grave = None if aggravated is None else define("what makes it a felony", aggravated)
    less = made_out(
        "class A misdemeanor",
        (ways if grave is None else all_of(ways, _no_felony(grave))).cite(
            B, "The offense is a class A misdemeanor"
        ),
        offense,
        *follows,
    )
    guilty: tuple[Outcome, ...] = (less,)
    if grave is not None:
        felony = all_of(ways, grave).cite(C, "The offense is a class C felony")
        guilty = (made_out("class C felony", felony, offense), less)
    return Version(
        days=days,
        readings=(Reading(name="plain", outcomes=(*guilty, no_offense(*guilty))),),
        not_encoded=(
            NotEncoded(
                eid=EId.parse(ASKED),
                words="sexual conduct",
                reason="what counts as sexual conduct, our sources do not say",
            ),
        ),
    )


PATRONIZING = "patronizing a prostitute"

LAW = Law(
    encodings=(
        Encoding(
            name="us-ct/soliciting",
            title="Soliciting sexual acts, formerly patronizing a prostitute",
            work=WorkId.parse("us-ct/cgs/53a-83"),
            governed_by="day of the offense",
            versions=(
                _version(
                    Interval(start=date(2013, 10, 1), end=date(2016, 10, 1)),
                    PATRONIZING,
                    by_fee,
                    aggravated=aggravated_2013,
                ),
                _version(
                    Interval(start=date(2016, 10, 1), end=date(2017, 10, 1)),
                    PATRONIZING,
                    by_fee,
                    fine,
                    aggravated=aggravated_2016,
                ),
                _version(
                    Interval(start=date(2017, 10, 1), end=date(2021, 10, 1)),
                    PATRONIZING,
                    by_fee,
                    fine,
                ),
                _version(
                    Interval(start=date(2021, 10, 1)),
                    "soliciting sexual acts",
                    by_value,
                    fine,
                ),
            ),
        ),
    )
)
