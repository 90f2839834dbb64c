"""What the act summary says of the elements of three crimes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.law.us_ct._claimed import (
    BEFORE,
    POINT,
    SINCE,
    of_summary,
    refuted,
)
from statuteline.law.us_ct._offenses import FEE, OTHER_VALUE
from statuteline.rules.claims import (
    Ends,
    Every,
    Has,
    InForce,
    Some,
)
from statuteline.rules.encodings import Law

if TYPE_CHECKING:
    from datetime import date

CRIME, NO_CRIME = "elements made out: {}", "no offense under this section"
VALUE = Has(fact="exchanged", values=(OTHER_VALUE,))
PAID = Has(fact="exchanged", values=(FEE,))
ANYTHING = (POINT.format("4"), "part_3-5__subpart_2__para_1")


def _guilty(encoding: str, at: date, *grades: str) -> Ends:
    return Ends(
        text=InForce(encoding=encoding, at=at),
        outcomes=tuple(CRIME.format(grade) for grade in grades),
    )


def _innocent(encoding: str, at: date) -> Ends:
    return Ends(text=InForce(encoding=encoding, at=at), outcomes=(NO_CRIME,))


TRAFFICKING = "us-ct/trafficking"
trafficking_before = _guilty(TRAFFICKING, BEFORE, "class A felony")
trafficking_since = _guilty(TRAFFICKING, SINCE, "class A felony")
knowingly = Has(fact="acted_knowingly", values=(True,))
KNOWINGLY = (POINT.format("3"), "part_3-5__subpart_1__para_2")
elements = (
    of_summary(
        "5-trafficking-needs-knowingly",
        "Since the act nobody commits trafficking who does not act knowingly.",
        KNOWINGLY,
        Every(given=(trafficking_since,), then=knowingly),
    ),
    of_summary(
        "5-knowingly-is-new",
        "Before the act some conduct was trafficking that was not done knowingly, and is "
        "none since.",
        KNOWINGLY,
        Some(
            terms=(
                trafficking_before,
                Has(fact="acted_knowingly", values=(False,)),
                _innocent(TRAFFICKING, SINCE),
            )
        ),
    ),
    refuted(
        of_summary(
            "5-trafficking-is-narrowed",
            "Whatever is trafficking since the act was trafficking before.",
            KNOWINGLY,
            Every(given=(trafficking_since,), then=trafficking_before),
        ),
        "The same section broadened sex trafficking, as the summary says elsewhere.",
    ),
    of_summary(
        "5-trafficking-is-narrowed-but-for-value",
        "Whatever is trafficking for a fee since the act was trafficking before.",
        KNOWINGLY,
        Every(given=(trafficking_since, PAID), then=trafficking_before),
    ),
    of_summary(
        "6-trafficking-is-broadened-where-knowingly",
        "What was trafficking before the act and done knowingly is trafficking since.",
        ANYTHING,
        Every(given=(trafficking_before, knowingly), then=trafficking_since),
    ),
    *(
        of_summary(
            f"6-{short}-for-anything-of-value",
            f"Some conduct in exchange for something else than a fee is {crime} since the "
            "act, and was no offense under the section before.",
            ANYTHING,
            Some(
                terms=(VALUE, _innocent(encoding, BEFORE), _guilty(encoding, SINCE, grade))
            ),
        )
        for short, crime, encoding, grade in (
            ("sex-trafficking", "sex trafficking", TRAFFICKING, "class A felony"),
            (
                "soliciting",
                "soliciting sexual acts",
                "us-ct/soliciting",
                "class A misdemeanor",
            ),
            (
                "minor",
                "commercial sexual abuse of a minor",
                "us-ct/commercial-sexual-abuse",
                "class B felony",
            ),
        )
    ),
    *(
        claim
        for short, encoding, grades in (
            ("soliciting", "us-ct/soliciting", ("class A misdemeanor",)),
            (
                "minor",
                "us-ct/commercial-sexual-abuse",
                ("class A felony", "class B felony"),
            ),
        )
        for claim in (
            of_summary(
                f"6-{short}-before-only-for-a-fee",
                "Before the act it was an offense only in exchange for a fee.",
                ANYTHING,
                Every(given=(_guilty(encoding, BEFORE, *grades),), then=PAID),
            ),
            of_summary(
                f"6-{short}-stays-an-offense",
                "Whatever was the offense before the act is the offense since.",
                ANYTHING,
                Every(
                    given=(_guilty(encoding, BEFORE, *grades),),
                    then=_guilty(encoding, SINCE, *grades),
                ),
            ),
        )
    ),
)

LAW = Law(claims=elements)
