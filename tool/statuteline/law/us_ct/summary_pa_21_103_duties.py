"""What the act summary says of training, the council and witnesses."""

from __future__ import annotations

from datetime import date

from statuteline.law.us_ct._claimed import (
    BEFORE,
    POINT,
    SINCE,
    of_summary,
    refuted,
)
from statuteline.rules.claims import (
    DueBy,
    Ends,
    Every,
    Has,
    InForce,
    Recurs,
    Seated,
    SeatsAdded,
    Some,
)
from statuteline.rules.encodings import Law

TRAINING = "us-ct/training"
REFRESHER, STAFF = ("part_6__para_1", "part_6__para_2")
ambulance = (
    Has(fact="occupation", values=("emergency medical services personnel",)),
    Has(fact="work_brings_contact_with_patients", values=(True,)),
)
covered_before, covered_since = (
    Ends(text=InForce(encoding=TRAINING, at=at), outcomes=("covered",))
    for at in (BEFORE, SINCE)
)
training = (
    of_summary(
        "7-refresher-was-yearly",
        "Before the act the refresher training was due every year.",
        (POINT.format("5"), REFRESHER),
        Recurs(encoding=TRAINING, at=BEFORE, name="refresher training", months=12),
    ),
    of_summary(
        "7-refresher-every-three-years",
        "Since the act the refresher training is due every three years.",
        (POINT.format("5"), REFRESHER),
        Recurs(encoding=TRAINING, at=SINCE, name="refresher training", months=36),
    ),
    of_summary(
        "7-ambulance-staff-covered",
        "Since the act emergency medical services personnel with patient contact must be "
        "trained.",
        (POINT.format("5"), STAFF),
        Every(given=ambulance, then=covered_since),
    ),
    refuted(
        of_summary(
            "7-ambulance-staff-not-covered-before",
            "Before the act emergency medical services personnel with patient contact had "
            "to be trained.",
            (POINT.format("5"), STAFF),
            Every(given=ambulance, then=covered_before),
        )
    ),
    of_summary(
        "7-nobody-is-let-off",
        "Whoever had to be trained before the act must be trained since.",
        (STAFF,),
        Every(given=(covered_before,), then=covered_since),
    ),
)

COUNCIL = "us-ct/council"
JUNE, JULY = date(2021, 6, 30), date(2021, 7, 1)
REPORT = date(2022, 1, 1)
COALITION = (
    "representative of a coalition of children's advocacy centers and multidisciplinary "
    "teams dedicated to serving child abuse victims and their families"
)
HOMELESSNESS = "representative of the Connecticut Coalition to End Homelessness"
LAWYERS = "representative of the Connecticut Criminal Defense Lawyers Association"
ADULTS = "representative of an organization that works with adult trafficking victims"
EIGHT_SEATS = (
    ("Superior Court judge", "Chief Court Administrator", 1),
    ("state's attorney", "Chief State's Attorney", 1),
    ("public defender", "Chief Public Defender", 1),
    (COALITION, "Governor", 1),
    (HOMELESSNESS, "majority leader of the Senate", 1),
    (LAWYERS, "majority leader of the House of Representatives", 1),
    ("representative of massage therapists", "minority leader of the Senate", 1),
    (ADULTS, "minority leader of the House of Representatives", 1),
)
council = (
    of_summary(
        "8-council-had-27-seats",
        "Before the act the council had 27 seats.",
        (POINT.format("6"), "part_1__para_1"),
        Seated(encoding=COUNCIL, at=JUNE, seats=27),
    ),
    of_summary(
        "8-council-has-35-seats",
        "Since the act the council has 35 seats.",
        (POINT.format("6"), "part_1__para_1"),
        Seated(encoding=COUNCIL, at=JULY, seats=35),
    ),
    of_summary(
        "8-eight-seats-added",
        "The eight seats are a judge, a state's attorney, a public defender, and five "
        "public members, each with the qualification that the table lists.",
        ("part_1__para_1", "part_1__para_2", "part_1__para_3"),
        SeatsAdded(
            encoding=COUNCIL,
            before=JUNE,
            after=JULY,
            added=EIGHT_SEATS,
        ),
    ),
    of_summary(
        "8-council-examines-grooming",
        "The council has to examine by 1 January 2022 how traffickers use the internet.",
        (POINT.format("6__cl_a"),),
        DueBy(
            encoding="us-ct/council-report",
            at=JULY,
            name="examine how traffickers use the internet to groom minors",
            until=REPORT,
        ),
    ),
    of_summary(
        "8-council-reports",
        "The council has to report what it finds by 1 January 2022.",
        (POINT.format("6__cl_b"),),
        DueBy(
            encoding="us-ct/council-report",
            at=JULY,
            name="report what it finds and how it would combat such grooming",
            until=REPORT,
        ),
    ),
)

WITNESSES = (POINT.format("7"), "part_2__para_2")
order_before, order_since = (
    Ends(
        text=InForce(encoding="us-ct/compelled-testimony", at=at),
        outcomes=("may apply for an order",),
    )
    for at in (BEFORE, SINCE)
)
delinquency = Has(fact="proceeding", values=("delinquency proceeding",))
witnesses = (
    of_summary(
        "9-order-in-delinquency-proceedings",
        "In some delinquency proceeding an order can be asked for since the act.",
        WITNESSES,
        Some(terms=(delinquency, order_since)),
    ),
    refuted(
        of_summary(
            "9-no-order-in-delinquency-proceedings-before",
            "In some delinquency proceeding an order could be asked for before the act.",
            WITNESSES,
            Some(terms=(delinquency, order_before)),
        )
    ),
    of_summary(
        "9-other-proceedings-as-before",
        "Where an order could be asked for before the act, it can be since.",
        WITNESSES,
        Every(given=(order_before,), then=order_since),
    ),
)

LAW = Law(claims=(*training, *council, *witnesses))
