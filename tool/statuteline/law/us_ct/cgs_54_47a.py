"""CGS 54-47a: compelling a witness to testify."""

from __future__ import annotations

from datetime import date

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
from statuteline.rules.facts import Choice, Whole, YesNo
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import Predicate, all_of, any_of, define, not_

A = "sec_54-47a__subsec_a"
B = "sec_54-47a__subsec_b"
CRIMINAL, GRAND_JURY, DELINQUENCY = (f"{A}__subdiv_{number}" for number in (1, 2, 3))

applicant = Choice(
    name="applicant",
    ask="Who asks the court for the order?",
    values=(
        "state's attorney",
        "Chief State's Attorney",
        "deputy chief state's attorney",
        "somebody else",
    ),
)
claimed = YesNo(
    name="witness_claimed_privilege",
    ask="Has the witness claimed the privilege against self-incrimination?",
)
noticed = YesNo(name="witness_given_notice", ask="Has the witness been given notice?")
necessary = YesNo(
    name="determined_necessary_to_public_interest",
    ask="Has the applicant determined that the testimony or evidence is necessary to the "
    "public interest?",
)
proceeding = Choice(
    name="proceeding",
    ask="What is the testimony or evidence for?",
    values=(
        "criminal proceeding",
        "investigatory grand jury",
        "delinquency proceeding",
        "something else",
    ),
)
listed = YesNo(
    name="crime_is_listed",
    ask="Is the criminal proceeding about one of the crimes that the section lists?",
)
level = Choice(
    name="crime_level",
    ask="What kind of offense is the criminal proceeding about?",
    values=(
        "misdemeanor",
        "class A felony",
        "class B felony",
        "class C felony",
        "class D felony",
        "class E felony",
        "unclassified felony",
    ),
)
prison_years = Whole(
    name="longest_prison_term_of_crime",
    ask="What is the longest prison term that it carries, in years begun?",
    unit="years",
)
no_other_means = YesNo(
    name="no_other_means_of_obtaining_information",
    ask="Is there no other means of obtaining the information?",
)

asked_properly = define(
    "an officer asks after claim and notice",
    all_of(
        applicant.one_of(
            "state's attorney", "Chief State's Attorney", "deputy chief state's attorney"
        ).cite(
            A,
            "A state's attorney, the Chief State's Attorney or the deputy chief state's "
            "attorney",
        ),
        claimed.is_true().cite(
            A, "once a witness has claimed the privilege against self-incrimination"
        ),
        noticed.is_true().cite(A, "has been given notice"),
        necessary.is_true().cite(
            A,
            "determines that the testimony or evidence is necessary to the public interest",
        ),
    ),
)


immunity = Consequence(
    says="A witness who is compelled has immunity, except for perjury and contempt.",
    cited=cited(
        B,
        "A witness who is compelled in this way has immunity, except for perjury and "
        "contempt",
    ),
)


def _criminal(place: str) -> Predicate:
    """Ask for a criminal proceeding in which the order can be asked for."""
    return define(
        "criminal proceeding of the kind",
        all_of(
            proceeding.is_("criminal proceeding").cite(place, "a criminal proceeding"),
            any_of(
                listed.is_true().cite(place, "about one of certain listed crimes"),
                all_of(
                    no_other_means.is_true().cite(
                        place,
                        "where there is no other means of obtaining the information",
                    ),
                    any_of(
                        level.one_of(
                            "class A felony", "class B felony", "class C felony"
                        ).cite(place, "a class A, B or C felony"),
                        all_of(
                            level.is_("unclassified felony").cite(
                                place, "an unclassified felony"
                            ),
                            prison_years.above(5).cite(
                                place, "that carries a prison term of more than five years"
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


def _grand_jury(place: str) -> Predicate:
    return proceeding.is_("investigatory grand jury").cite(
        place, "an investigation by an investigatory grand jury"
    )


def _version(days: Interval, criminal: str, *proceedings: Predicate) -> Version:
    """Give the decision.

    Args:
        days: The days of the text.
        criminal: The provision on criminal proceedings.
        proceedings: Where the order can be asked for.
    """
    may = all_of(asked_properly, any_of(*proceedings)).cite(
        A, "apply to the court for an order that the witness testify or produce evidence"
    )
    return Version(
        days=days,
        readings=(
            Reading(
                name="plain",
                outcomes=(
                    Outcome(
                        name="may apply for an order",
                        when=may,
                        means="The prosecutor may ask the court to order the witness to "
                        "testify or to produce evidence.",
                        follows=(immunity,),
                    ),
                    Outcome(
                        name="no order under this section",
                        when=not_(may),
                        means="This section lets nobody ask for an order.",
                    ),
                ),
            ),
        ),
        not_encoded=(
            NotEncoded(
                eid=EId.parse(criminal),
                words="certain listed crimes",
                reason="the list is not restated; whether a crime is on it is asked",
            ),
        ),
    )


LAW = Law(
    encodings=(
        Encoding(
            name="us-ct/compelled-testimony",
            title="Compelling a witness to testify",
            work=WorkId.parse("us-ct/cgs/54-47a"),
            governed_by="day of the hearing",
            versions=(
                _version(
                    Interval(start=date(1987, 10, 1), end=date(2021, 10, 1)),
                    A,
                    _criminal(A),
                    _grand_jury(A),
                ),
                _version(
                    Interval(start=date(2021, 10, 1)),
                    CRIMINAL,
                    _criminal(CRIMINAL),
                    _grand_jury(GRAND_JURY),
                    proceeding.is_("delinquency proceeding").cite(
                        DELINQUENCY, "any delinquency proceeding"
                    ),
                ),
            ),
        ),
    )
)
