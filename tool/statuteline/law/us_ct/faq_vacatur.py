"""The questions and answers on expanding vacatur: what they say of the law and propose.

The document was written before the act. What it proposes was never law; it is encoded as
far as the document tells it, and no further: that it leaves open which crimes it covers is
asked as a fact.
"""

from __future__ import annotations

from statuteline.law.us_ct._claimed import (
    BECAUSE_TRAFFICKED,
    FAQ,
    MAY,
    NONE,
    PROSTITUTION,
    PROVED_VICTIM,
    faq,
    narrow_2016,
    refuted,
    shall_2021,
    shall_narrow,
    vacatur_2021,
)
from statuteline.law.us_ct._vacatur_facts import could_investigate, prosecutor_heard
from statuteline.law.us_ct._victims import because_trafficked
from statuteline.model.ids import EId
from statuteline.rules.claims import (
    AddsStep,
    Claim,
    Ends,
    Every,
    Has,
    KeepsStep,
    Proposed,
    Proposition,
    Result,
    Some,
)
from statuteline.rules.encodings import (
    Law,
    NotEncoded,
    Outcome,
    Proposal,
    Reading,
    Requirement,
)
from statuteline.rules.facts import YesNo
from statuteline.rules.predicates import all_of, not_

NAME = "us-ct/faq/vacatur/proposal"
OF_2016, CRIMES, DISCRETION, PROCEDURE = (
    "part_1__para_1__subpara_1",
    "part_3__para_1__subpara_1",
    "part_3__para_1__subpara_2",
    "part_3__para_1__subpara_3",
)
NARROW_LAW = "part_2__para_1__subpara_2"

covered = YesNo(
    name="crime_covered_by_proposal",
    ask="Is it a conviction for prostitution or another crime that the proposal covers?",
)
notified = YesNo(name="victim_notified", ask="Was the victim notified, in whatever way?")
considered = YesNo(
    name="victim_input_considered", ask="Did the court consider the victim's input?"
)

request = all_of(
    covered.is_true().cite(
        CRIMES, "request vacatur for crimes other than prostitution", work=str(FAQ)
    ),
    because_trafficked.is_true().cite(
        DISCRETION, "the crime occurred as a result of trafficking", work=str(FAQ)
    ),
)
proposal = Proposal(
    name=NAME,
    title="What the advocates' questions and answers proposed before the act",
    source=FAQ,
    reading=Reading(
        name="as the document tells it",
        outcomes=(
            Outcome(
                name=MAY,
                when=request.cite(
                    DISCRETION, "retain discretion to deny any request", work=str(FAQ)
                ),
                means="The court may vacate the conviction, and may refuse to.",
            ),
            Outcome(
                name=NONE,
                when=not_(request),
                means="The proposal gives no relief.",
            ),
        ),
    ),
    requirements=(
        Requirement(
            name="prosecutor's opportunity to investigate",
            by="court",
            met=could_investigate.is_true().cite(
                PROCEDURE,
                "preserves existing procedures for prosecutorial notification and input",
                work=str(FAQ),
            ),
        ),
        Requirement(
            name="prosecutor's opportunity to be heard",
            by="court",
            met=prosecutor_heard.is_true().cite(
                PROCEDURE,
                "preserves existing procedures for prosecutorial notification and input",
                work=str(FAQ),
            ),
        ),
        Requirement(
            name="notice to the victim",
            by="applicant",
            met=notified.is_true().cite(
                PROCEDURE, "a provision mandating victim notification", work=str(FAQ)
            ),
        ),
        Requirement(
            name="victim's input considered",
            by="court",
            met=considered.is_true().cite(
                PROCEDURE, "requiring the Court to consider victim input", work=str(FAQ)
            ),
        ),
    ),
    not_encoded=(
        NotEncoded(
            eid=EId.parse(CRIMES),
            words="crimes other than prostitution",
            reason="which crimes these are, the document does not say",
        ),
        NotEncoded(
            eid=EId.parse(PROCEDURE),
            words="victim notification",
            reason="who notifies the victim, and how, the document does not say; the "
            "applicant is put for whoever asks the court",
        ),
    ),
)

proposed = Proposed(proposal=NAME)
prostitution = Has(fact=PROSTITUTION, values=(True,))
another = Has(fact=PROSTITUTION, values=(False,))
because = Has(fact=BECAUSE_TRAFFICKED, values=(True,))
proof = Has(fact=PROVED_VICTIM, values=(True,))


def _claim(name: str, says: str, eid: str, proposition: Proposition) -> Claim:
    return Claim(
        name=f"us-ct/faq/vacatur/{name}",
        says=says,
        about=faq(eid),
        proposition=proposition,
        expected=Result.PROVED,
    )


LAW = Law(
    proposals=(proposal,),
    claims=(
        _claim(
            "2016-must-vacate-with-proof",
            "By the law of 2016 the court must vacate a prostitution conviction if "
            "participation resulted from trafficking and victimhood at the time is proved.",
            OF_2016,
            Every(given=(prostitution, because, proof), then=shall_narrow),
        ),
        refuted(
            _claim(
                "2016-must-vacate",
                "By the law of 2016 the court must vacate a prostitution conviction if "
                "participation resulted from trafficking, and nothing more is needed.",
                OF_2016,
                Every(given=(prostitution, because), then=shall_narrow),
            ),
            "The document names the result alone; the section also has the defendant "
            "prove victimhood at the time of the offense.",
        ),
        _claim(
            "other-convictions-ineligible",
            "By the law of 2016, read narrowly, there is relief for prostitution alone.",
            NARROW_LAW,
            Every(given=(shall_narrow,), then=prostitution),
        ),
        *(
            _claim(
                f"{name}-reaches-other-convictions",
                f"Under the {name} the court may vacate a conviction for another crime "
                "than prostitution, for which the law of 2016, read narrowly, has no "
                "relief.",
                CRIMES,
                Some(
                    terms=(
                        another,
                        Ends(text=narrow_2016, outcomes=(NONE,)),
                        Ends(text=text, outcomes=(MAY,)),
                    )
                ),
            )
            for name, text in (("proposal", proposed), ("act", vacatur_2021))
        ),
        _claim(
            "proposal-any-request-may-be-denied",
            "Under the proposal the court may deny any request, even where the crime "
            "resulted from trafficking.",
            DISCRETION,
            Every(given=(because,), then=Ends(text=proposed, outcomes=(MAY, NONE))),
        ),
        refuted(
            _claim(
                "act-any-request-may-be-denied",
                "Under the act as passed the court may deny any request, even where the "
                "crime resulted from trafficking.",
                DISCRETION,
                Every(given=(because,), then=Ends(text=vacatur_2021, outcomes=(MAY, NONE))),
            ),
            "The act as passed differs from the proposal: for prostitution the court must "
            "vacate.",
        ),
        _claim(
            "act-differs-from-proposal",
            "In some case the court must vacate under the act as passed and may refuse to "
            "under the proposal.",
            DISCRETION,
            Some(terms=(shall_2021, Ends(text=proposed, outcomes=(MAY,)))),
        ),
        *(
            _claim(
                f"{name}-keeps-{short}",
                f"The {name} keeps the {step}.",
                PROCEDURE,
                KeepsStep(before=narrow_2016, after=text, requirement=step),
            )
            for name, text in (("proposal", proposed), ("act", vacatur_2021))
            for short, step in (
                ("prosecutor-investigation", "prosecutor's opportunity to investigate"),
                ("prosecutor-hearing", "prosecutor's opportunity to be heard"),
            )
        ),
        *(
            _claim(
                f"{name}-adds-{short}",
                f"The {name} adds a step: {step}.",
                PROCEDURE,
                AddsStep(before=narrow_2016, after=text, requirement=step),
            )
            for name, text, short, step in (
                ("proposal", proposed, "victim-notice", "notice to the victim"),
                ("proposal", proposed, "victim-input", "victim's input considered"),
                ("act", vacatur_2021, "victim-notice", "notice to the victim"),
                (
                    "act",
                    vacatur_2021,
                    "victim-hearing",
                    "victim's opportunity to be heard",
                ),
            )
        ),
    ),
)
