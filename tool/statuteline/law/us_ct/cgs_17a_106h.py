"""CGS 17a-106h: who must be trained on human trafficking, and how often."""

from __future__ import annotations

from datetime import date

from statuteline.model.ids import EId, WorkId
from statuteline.model.interval import Interval
from statuteline.rules.encodings import (
    Encoding,
    Law,
    NotEncoded,
    Outcome,
    Reading,
    Version,
)
from statuteline.rules.facts import Choice, Day, YesNo
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import Predicate, all_of, any_of, define, not_
from statuteline.rules.schedules import After, Deadline, Duty, Recurrence

A = "sec_17a-106h__subsec_a"
B = "sec_17a-106h__subsec_b"
C = "sec_17a-106h__subsec_c"

POLICE = "law enforcement personnel"
JUDGE = "judge of the Superior Court"
PROSECUTOR = "prosecutor"
PUBLIC_DEFENDER = "public defender"
DEFENSE = "other criminal defense attorney"
EMERGENCY_ROOM = "staff of a hospital emergency room or urgent care facility"
AMBULANCE = "emergency medical services personnel"
SCHOOL = "staff of a local or regional board of education"
COLLEGE = "staff of a public institution of higher education"

occupation = Choice(
    name="occupation",
    ask="What is the person's work? Ask again for each post, if there are several.",
    values=(
        POLICE,
        JUDGE,
        PROSECUTOR,
        PUBLIC_DEFENDER,
        DEFENSE,
        EMERGENCY_ROOM,
        AMBULANCE,
        SCHOOL,
        COLLEGE,
        "other work",
    ),
)
with_patients = YesNo(
    name="work_brings_contact_with_patients",
    ask="Does the work bring the person into contact with patients?",
)
with_students = YesNo(
    name="work_brings_contact_with_students",
    ask="Does the work bring the person into contact with students?",
)
started = Day(name="started_work", ask="On which day did the person start work?")


def _covered(places: tuple[str, ...], *, ambulance: bool) -> Predicate:
    """Ask for one of the six groups.

    Args:
        places: The provision of each, in order.
        ambulance: Whether emergency medical services personnel are of the fifth.
    """
    police, judge, prosecutor, defense, patients, students = places
    clinical = [
        occupation.is_(EMERGENCY_ROOM).cite(
            patients, "staff of hospital emergency rooms and urgent care facilities"
        )
    ]
    if ambulance:
        clinical.append(occupation.is_(AMBULANCE).cite(patients, AMBULANCE))
    return define(
        "covered by the training",
        any_of(
            occupation.is_(POLICE).cite(police, POLICE),
            occupation.is_(JUDGE).cite(judge, "judges of the Superior Court"),
            occupation.is_(PROSECUTOR).cite(prosecutor, "prosecutors"),
            occupation.one_of(PUBLIC_DEFENDER, DEFENSE).cite(
                defense, "public defenders and other criminal defense attorneys"
            ),
            all_of(
                any_of(*clinical),
                with_patients.is_true().cite(
                    patients, "whose work brings them into contact with patients"
                ),
            ),
            all_of(
                occupation.one_of(SCHOOL, COLLEGE).cite(
                    students,
                    "staff of local and regional boards of education and of public "
                    "institutions of higher education",
                ),
                with_students.is_true().cite(
                    students, "whose work brings them into contact with students"
                ),
            ),
        ),
    )


initial = Deadline(
    name="initial training",
    latest_of=(date(2018, 7, 1), After(fact=started, months=6)),
    cited=cited(
        C,
        "shall complete the initial training by July 1, 2018, or within six months of "
        "starting work, whichever is later",
    ),
)
programs = Duty(
    name="create an initial and a refresher training program",
    by="Commissioner of Children and Families, in consultation with the Commissioner of "
    "Emergency Services and Public Protection",
    to="",
    until=None,
    cited=cited(
        A,
        "The Commissioner of Children and Families shall create, in consultation with the "
        "Commissioner of Emergency Services and Public Protection, an initial and a "
        "refresher training program on how to recognize and report suspected human "
        "trafficking accurately and promptly",
    ),
)


def _version(
    days: Interval,
    covered: Predicate,
    refresher: Recurrence,
    *not_encoded: NotEncoded,
) -> Version:
    return Version(
        days=days,
        readings=(
            Reading(
                name="plain",
                outcomes=(
                    Outcome(
                        name="covered",
                        when=covered.cite(
                            C,
                            "A person named in subsection (b) of this section shall "
                            "complete the initial training",
                        ),
                        means="The person must complete the initial and the refresher "
                        "training.",
                    ),
                    Outcome(
                        name="not covered",
                        when=not_(covered),
                        means="This section requires no training of the person.",
                    ),
                ),
            ),
        ),
        deadlines=(initial,),
        recurrences=(refresher,),
        duties=(programs,),
        not_encoded=not_encoded,
    )


version_2017 = _version(
    Interval(start=date(2017, 10, 1), end=date(2021, 10, 1)),
    _covered((B,) * 6, ambulance=False),
    Recurrence(
        name="refresher training",
        every=12,
        cited=cited(C, "the refresher training every year thereafter"),
    ),
)
version_2021 = _version(
    Interval(start=date(2021, 10, 1)),
    _covered(tuple(f"{B}__subdiv_{number}" for number in range(1, 7)), ambulance=True),
    Recurrence(
        name="refresher training",
        every=36,
        cited=cited(C, "the refresher training every three years thereafter"),
    ),
    NotEncoded(
        eid=EId.parse(C),
        words="by July 1, 2018",
        reason="the words give emergency medical services personnel already at work in "
        "October 2021 a day that had passed; our sources do not say what held for them",
    ),
)

LAW = Law(
    encodings=(
        Encoding(
            name="us-ct/training",
            title="Training on human trafficking",
            work=WorkId.parse("us-ct/cgs/17a-106h"),
            governed_by="day of compliance",
            versions=(version_2017, version_2021),
        ),
    )
)
