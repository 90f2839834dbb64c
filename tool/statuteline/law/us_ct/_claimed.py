"""What the claims on P.A. 21-103 speak of: texts, and statements of two documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.rules.claims import Claim, Ends, InForce, Result

if TYPE_CHECKING:
    from statuteline.rules.claims import Proposition

BEFORE, SINCE = date(2021, 9, 30), date(2021, 10, 1)
"""The last day before most of the act had effect, and the first one with it."""

SUMMARY = WorkId.parse("us-ct/summary/pa-21-103")
FAQ = WorkId.parse("us-ct/faq/vacatur")

SHALL, MAY, NONE = "shall vacate", "may vacate", "no relief"
PROSTITUTION = "conviction_for_prostitution"
BECAUSE_TRAFFICKED = "took_part_as_result_of_trafficking"
PROVED_VICTIM = "proved_victim_at_time_of_offense"

vacatur_2013 = InForce(encoding="us-ct/vacatur", at=date(2013, 10, 1))
narrow_2016 = InForce(encoding="us-ct/vacatur", at=BEFORE, reading="narrow")
broad_2016 = InForce(encoding="us-ct/vacatur", at=BEFORE, reading="broad")
vacatur_2021 = InForce(encoding="us-ct/vacatur", at=SINCE)

shall_2013 = Ends(text=vacatur_2013, outcomes=(SHALL,))
shall_narrow = Ends(text=narrow_2016, outcomes=(SHALL,))
shall_broad = Ends(text=broad_2016, outcomes=(SHALL,))
shall_2021 = Ends(text=vacatur_2021, outcomes=(SHALL,))
may_2021 = Ends(text=vacatur_2021, outcomes=(MAY,))
some_2021 = Ends(text=vacatur_2021, outcomes=(SHALL, MAY))


POINT = "part_summary__para_1__subpara_{}"
"""The address of a numbered point of the act summary."""


def of_summary(
    name: str, says: str, eids: tuple[str, ...], proposition: Proposition
) -> Claim:
    """Claim something that statements of the act summary say, and expect a proof.

    Args:
        name: What the claim is called, after the name of the summary.
        says: The sentence.
        eids: The addresses of the statements.
        proposition: What it says.
    """
    return Claim(
        name=f"{SUMMARY}/{name}",
        says=says,
        about=tuple(ProvisionRef(SUMMARY, EId.parse(eid)) for eid in eids),
        proposition=proposition,
        expected=Result.PROVED,
    )


def faq(*eids: str) -> tuple[ProvisionRef, ...]:
    """Name statements of the questions and answers on vacatur by their addresses."""
    return tuple(ProvisionRef(FAQ, EId.parse(eid)) for eid in eids)


def refuted(claim: Claim, note: str = "") -> Claim:
    """Expect of a claim that it is refuted.

    Args:
        claim: The claim.
        note: What a reader should know of that.
    """
    return replace(claim, expected=Result.REFUTED, note=note)
