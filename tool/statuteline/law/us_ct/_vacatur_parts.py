"""What the texts on vacating a conviction have in common, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.law.us_ct._vacatur_facts import proved_victim
from statuteline.model.ids import EId
from statuteline.rules.encodings import Burden, Consequence, NotEncoded, Outcome
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import Predicate, define, none_of

if TYPE_CHECKING:
    from statuteline.rules.facts import YesNo


def heads(place: str, trafficking: YesNo, federal: YesNo) -> tuple[Predicate, Predicate]:
    """Ask for each head of the conduct that the defendant was a victim of.

    Args:
        place: The provision above both heads.
        trafficking: The fact on trafficking in persons.
        federal: The fact on the federal crimes.
    """
    return (
        trafficking.is_true().cite(
            f"{place}__subdiv_1", "trafficking in persons under section 53a-192a"
        ),
        federal.is_true().cite(
            f"{place}__subdiv_2",
            "a crime under chapter 77 of title 18 of the United States Code",
        ),
    )


def proof(place: str, words: str) -> Predicate:
    """Ask for the proof of having been a victim at the time, which is no basis yet."""
    return define(
        "victim at the time of the offense", proved_victim.is_true().cite(place, words)
    )


def shall_vacate(when: Predicate, place: str, compensation: str) -> Outcome:
    """Give relief by duty.

    Args:
        when: When the court must vacate.
        place: The provision that says so.
        compensation: The provision on compensation.
    """
    return Outcome(
        name="shall vacate",
        when=when.cite(place, "shall vacate the judgment of conviction"),
        means="The court must vacate the judgment of conviction and dismiss the charges.",
        follows=_follows(place, "dismiss any charges related to the offense", compensation),
    )


def may_vacate(when: Predicate, place: str, compensation: str) -> Outcome:
    """Give relief by discretion.

    Args:
        when: When the court may vacate.
        place: The provision that says so.
        compensation: The provision on compensation.
    """
    return Outcome(
        name="may vacate",
        when=when.cite(
            place,
            "may, in its discretion, vacate the judgment of conviction, if it is for any "
            "other misdemeanor or for a felony described in subsection (a) of this section",
        ),
        means="The court may vacate the judgment of conviction, in its discretion, and "
        "must then dismiss the charges.",
        follows=_follows(
            place, "shall then dismiss any charges related to the offense", compensation
        ),
    )


def no_relief(*others: Outcome) -> Outcome:
    """Give the outcome of every case that ends in none of the others."""
    return Outcome(
        name="no relief",
        when=none_of(*(outcome.when for outcome in others)),
        means="This section gives no relief.",
    )


def _follows(place: str, dismissal: str, compensation: str) -> tuple[Consequence, ...]:
    return (
        Consequence(
            says="On vacating, the court must dismiss any charges related to the offense.",
            cited=cited(place, dismissal),
        ),
        Consequence(
            says="Neither the vacating nor the dismissal is a ground for compensation for "
            "wrongful arrest, prosecution, conviction or imprisonment.",
            cited=cited(
                compensation,
                "Vacating a judgment of conviction and dismissing charges under this "
                "section are no ground for compensation for wrongful arrest, prosecution, "
                "conviction or imprisonment under section 54-102uu or any other statutory "
                "provision",
            ),
        ),
    )


def burden(place: str) -> Burden:
    """Give the burden of proof, which no text gives a standard for."""
    return Burden(
        on="defendant",
        of="having been a victim at the time of the offense",
        standard=None,
        cited=cited(place, "If the defendant proves that"),
    )


def gaps(place: str) -> tuple[NotEncoded, ...]:
    """Name what no text's version encodes.

    Args:
        place: The provision on the application, above the two heads of conduct.
    """
    return (
        NotEncoded(
            eid=EId.parse(place),
            words="apply to the Superior Court",
            reason="which court it is, is no fact of the case",
        ),
        NotEncoded(
            eid=EId.parse(f"{place}__subdiv_1"),
            words="",
            reason="whether the conduct was trafficking is found by the court, never "
            "computed from elements",
        ),
        NotEncoded(
            eid=EId.parse(f"{place}__subdiv_2"),
            words="",
            reason="the federal chapter is not in our sources",
        ),
    )
