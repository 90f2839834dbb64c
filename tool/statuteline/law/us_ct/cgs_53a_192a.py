"""CGS 53a-192a: trafficking in persons, and the defense of a trafficked minor.

It is encoded from October 2016 on. Of the text of 2015 one head is not restated, so that
nothing could be decided by it.
"""

from __future__ import annotations

from datetime import date

from statuteline.law.us_ct._offenses import (
    COMMITTED,
    for_fee,
    for_value,
    made_out,
    no_offense,
    other_age,
)
from statuteline.law.us_ct._victims import because_trafficked
from statuteline.model.ids import EId, WorkId
from statuteline.model.interval import Interval
from statuteline.rules.encodings import (
    Burden,
    Encoding,
    Law,
    NotEncoded,
    Outcome,
    Reading,
    Version,
)
from statuteline.rules.facts import Choice, Whole, YesNo
from statuteline.rules.nodes import Element, cited
from statuteline.rules.predicates import Predicate, all_of, any_of, define, not_

WORK = WorkId.parse("us-ct/cgs/53a-192a")
A = "sec_53a-192a__subsec_a"
B = "sec_53a-192a__subsec_b"
C = "sec_53a-192a__subsec_c"
BY_MEANS, OF_MINOR, SEX_TRAFFICKING = (f"{A}__subdiv_{number}" for number in (1, 2, 3))

knowingly = YesNo(
    name="acted_knowingly", ask="Did the person act knowingly?", judgement=True
)
compels = YesNo(
    name="compels_or_induces", ask="Did the person compel or induce another person?"
)
to_contact = YesNo(
    name="to_sexual_contact_with_third_persons",
    ask="Was the other person to have sexual contact with one or more third persons?",
)
to_labor = YesNo(
    name="to_labor_or_services_that_may_be_refused",
    ask="Was the other person to provide labor or services that he or she has a legal "
    "right to refuse?",
)
by_force = YesNo(
    name="by_force_or_threat", ask="Was it done by force or by the threat of force?"
)
by_fraud = YesNo(name="by_fraud", ask="Was it done by fraud?")
by_coercion = YesNo(name="by_coercion", ask="Was it done by coercion?")
third_person_chargeable = YesNo(
    name="third_person_may_be_charged",
    ask="Is it sexual contact for which the third person may be charged with an offense?",
)
provides = YesNo(
    name="recruits_harbors_transports_or_provides",
    ask="Did the person recruit, harbor, transport or provide a person for sexual conduct "
    "with somebody else?",
)


def _compels(place: str) -> Predicate:
    return (
        compels.is_true()
        .cite(place, "compels or induces another person")
        .as_element(Element.CONDUCT)
    )


def _contact(place: str) -> Predicate:
    return (
        to_contact.is_true()
        .cite(place, "sexual contact with one or more third persons")
        .as_element(Element.CONDUCT)
    )


def _knowingly(place: str, words: str) -> Predicate:
    return knowingly.is_true().cite(place, words).as_element(Element.MENTAL_STATE)


means = define(
    "by force, fraud or coercion",
    any_of(
        by_force.is_true()
        .cite(f"{BY_MEANS}__subpara_A", "force or the threat of force")
        .as_element(Element.CONDUCT),
        by_fraud.is_true()
        .cite(f"{BY_MEANS}__subpara_B", "fraud")
        .as_element(Element.CONDUCT),
        by_coercion.is_true()
        .cite(f"{BY_MEANS}__subpara_C", "coercion")
        .as_element(Element.CONDUCT),
    ).cite(BY_MEANS, "by any of these means"),
)
labor = (
    to_labor.is_true()
    .cite(
        BY_MEANS,
        "to provide labor or services that the other person has a legal right to refuse",
    )
    .as_element(Element.CONDUCT)
)
forced = define(
    "compelling or inducing by force, fraud or coercion",
    all_of(_compels(BY_MEANS), any_of(_contact(BY_MEANS), labor), means),
)


def _of_minor(conduct: str, minor: str, age: str) -> Predicate:
    """Ask for the same with a minor, no force needed.

    Args:
        conduct: The provision on the conduct.
        minor: The provision on the age of the other person.
        age: Its words.
    """
    return define(
        "compelling or inducing a minor",
        all_of(
            _compels(conduct),
            _contact(conduct),
            third_person_chargeable.is_true()
            .cite(conduct, "for which the third person may be charged with an offense")
            .as_element(Element.CIRCUMSTANCE),
            other_age.below(18).cite(minor, age).as_element(Element.CIRCUMSTANCE),
        ),
    )


def _sex_trafficking(exchange: Predicate) -> Predicate:
    return define(
        "sex trafficking",
        all_of(
            provides.is_true()
            .cite(
                SEX_TRAFFICKING,
                "to recruit, harbor, transport or provide a person for sexual conduct with "
                "somebody else",
            )
            .as_element(Element.CONDUCT),
            exchange,
        ),
    )


def _version(
    grade: str,
    place: str,
    days: Interval,
    *ways: Predicate,
    not_encoded: tuple[NotEncoded, ...] = (),
) -> Version:
    """Give the decision on the elements.

    Args:
        grade: The grade of the offense.
        place: The provision that sets it.
        days: The days of the text.
        ways: The ways of committing it.
        not_encoded: What is left out beside the meaning of sexual contact.
    """
    elements = define("trafficking in persons", any_of(*ways).cite(A, COMMITTED))
    guilty = made_out(
        grade,
        elements.cite(place, f"The offense is a {grade}"),
        "trafficking in persons",
    )
    return Version(
        days=days,
        readings=(Reading(name="plain", outcomes=(guilty, no_offense(guilty))),),
        not_encoded=(
            NotEncoded(
                eid=EId.parse(A),
                words='The meaning that this section gives to "sexual contact"',
                reason="our sources do not give that meaning",
            ),
            *not_encoded,
        ),
    )


minor_before = _of_minor(OF_MINOR, OF_MINOR, "who is under eighteen years of age")
version_2016 = _version(
    "class B felony",
    B,
    Interval(start=date(2016, 10, 1), end=date(2017, 10, 1)),
    forced,
    minor_before,
)
version_2017 = _version(
    "class A felony",
    B,
    Interval(start=date(2017, 10, 1), end=date(2021, 10, 1)),
    forced,
    minor_before,
    _sex_trafficking(for_fee(SEX_TRAFFICKING, "in exchange for a fee")),
)
version_2021 = _version(
    "class A felony",
    C,
    Interval(start=date(2021, 10, 1)),
    all_of(_knowingly(BY_MEANS, "knowingly compels or induces"), forced),
    all_of(
        _knowingly(f"{OF_MINOR}__subpara_A", "knowingly compels or induces"),
        _of_minor(
            f"{OF_MINOR}__subpara_A",
            f"{OF_MINOR}__subpara_B",
            "the other person is under eighteen years of age",
        ),
    ),
    all_of(
        _knowingly(SEX_TRAFFICKING, "knowingly commits sex trafficking"),
        _sex_trafficking(for_value(SEX_TRAFFICKING, "in exchange for anything of value")),
    ),
    not_encoded=(
        NotEncoded(
            eid=EId.parse(B),
            words="",
            reason="the affirmative defense is decided apart: us-ct/trafficking-defense",
        ),
    ),
)

# The affirmative defense is a decision of its own: it is never joined to the elements.
proceeding = Choice(
    name="proceeding_for_trafficking",
    ask="What proceeding is it?",
    values=(
        "prosecution for trafficking in persons",
        "delinquency proceeding for trafficking in persons",
        "another proceeding",
    ),
)
defendant_age = Whole(
    name="age_of_defendant", ask="How old was the defendant, in full years?", unit="years"
)
defended = all_of(
    proceeding.one_of(
        "prosecution for trafficking in persons",
        "delinquency proceeding for trafficking in persons",
    ).cite(B, "In a prosecution or delinquency proceeding for trafficking in persons"),
    defendant_age.below(18).cite(B, "was under eighteen years of age"),
    because_trafficked.is_true().cite(
        B,
        "took part in the offense as a result of having been the victim of trafficking in "
        "persons by another",
    ),
)
defense_2021 = Version(
    days=Interval(start=date(2021, 10, 1)),
    readings=(
        Reading(
            name="plain",
            outcomes=(
                Outcome(
                    name="affirmative defense",
                    when=defended.cite(B, "the defendant has an affirmative defense"),
                    means="The defendant has an affirmative defense.",
                ),
                Outcome(
                    name="no affirmative defense under this section",
                    when=not_(defended),
                    means="This section gives no affirmative defense.",
                ),
            ),
        ),
    ),
    burdens=(
        Burden(
            on="defendant",
            of="the age, and having taken part as a result of being a victim",
            standard=None,
            cited=cited(B, "the defendant has an affirmative defense"),
        ),
    ),
    not_encoded=(
        NotEncoded(
            eid=EId.parse(B),
            words="was under eighteen years of age",
            reason="on which day the age counts, our sources do not say",
        ),
        NotEncoded(
            eid=EId.parse(A),
            words="",
            reason="the elements are decided apart: us-ct/trafficking",
        ),
        NotEncoded(
            eid=EId.parse(C),
            words="",
            reason="the grade is decided apart: us-ct/trafficking",
        ),
    ),
)

LAW = Law(
    encodings=(
        Encoding(
            name="us-ct/trafficking",
            title="Trafficking in persons: the elements",
            work=WORK,
            governed_by="day of the offense",
            versions=(version_2016, version_2017, version_2021),
        ),
        Encoding(
            name="us-ct/trafficking-defense",
            title="Affirmative defense of a trafficked minor",
            work=WORK,
            governed_by="day of the offense",
            versions=(defense_2021,),
        ),
    )
)
