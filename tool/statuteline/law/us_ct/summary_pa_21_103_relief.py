"""What the act summary says of relief and of the defense of a trafficked minor."""

from __future__ import annotations

from statuteline.law.us_ct._claimed import (
    BECAUSE_TRAFFICKED,
    NONE,
    POINT,
    PROSTITUTION,
    PROVED_VICTIM,
    SINCE,
    may_2021,
    narrow_2016,
    of_summary,
    refuted,
    shall_2021,
    shall_broad,
    shall_narrow,
    some_2021,
    vacatur_2021,
)
from statuteline.rules.claims import (
    AddsStep,
    Below,
    Ends,
    Every,
    Has,
    InForce,
    Meets,
    Some,
)
from statuteline.rules.encodings import Law

prostitution = Has(fact=PROSTITUTION, values=(True,))
because = Has(fact=BECAUSE_TRAFFICKED, values=(True,))
proof = Has(fact=PROVED_VICTIM, values=(True,))

ELIGIBLE = (POINT.format("1__cl_a"), "part_7__subpart_1__para_1")
NOTICE = (POINT.format("1__cl_b"), "part_7__subpart_2__para_2")
RELIEF = (POINT.format("1__cl_c"), "part_7__subpart_3__para_1")
relief = (
    of_summary(
        "1-relief-reaches-other-convictions",
        "Some conviction other than prostitution that had no relief may be vacated now.",
        ELIGIBLE,
        Some(
            terms=(
                Has(fact=PROSTITUTION, values=(False,)),
                Ends(text=narrow_2016, outcomes=(NONE,)),
                may_2021,
            )
        ),
    ),
    of_summary(
        "1-before-only-prostitution",
        "Before the act, read narrowly, relief was for prostitution alone.",
        ELIGIBLE,
        Every(given=(shall_narrow,), then=prostitution),
    ),
    refuted(
        of_summary(
            "1-before-only-prostitution-broad",
            "Before the act, read broadly, relief was for prostitution alone.",
            ELIGIBLE,
            Every(given=(shall_broad,), then=prostitution),
        ),
        "The summary follows the narrow reading.",
    ),
    of_summary(
        "1-only-listed-convictions",
        "Relief since the act is for a misdemeanor, a class C, D or E felony or an "
        "unclassified felony.",
        ELIGIBLE,
        Every(
            given=(some_2021,),
            then=Has(
                fact="offense_level",
                values=(
                    "misdemeanor",
                    "class C felony",
                    "class D felony",
                    "class E felony",
                    "unclassified felony",
                ),
            ),
        ),
    ),
    of_summary(
        "1-unclassified-felony-of-ten-years",
        "Relief for an unclassified felony is for one of at most ten years in prison.",
        ELIGIBLE,
        Every(
            given=(some_2021, Has(fact="offense_level", values=("unclassified felony",))),
            then=Below(fact="longest_prison_term", value=11),
        ),
    ),
    of_summary(
        "1-no-relief-lost",
        "Whoever had relief before the act, read narrowly, has it since.",
        ELIGIBLE,
        Every(given=(shall_narrow,), then=some_2021),
    ),
    of_summary(
        "2-victim-notice-is-new",
        "The act adds notice to the victim to the procedure.",
        NOTICE,
        AddsStep(
            before=narrow_2016, after=vacatur_2021, requirement="notice to the victim"
        ),
    ),
    of_summary(
        "2-victim-notice-by-mail",
        "Where the crime has a victim, notice is given by registered or certified mail.",
        NOTICE,
        Every(
            given=(
                Has(fact="crime_has_victim", values=(True,)),
                Meets(text=vacatur_2021, requirement="notice to the victim"),
            ),
            then=Has(
                fact="victim_notified_by_registered_or_certified_mail", values=(True,)
            ),
        ),
    ),
    of_summary(
        "2-victim-hearing-is-new",
        "The act adds an opportunity for the victim to be heard.",
        ("part_7__subpart_2__para_1",),
        AddsStep(
            before=narrow_2016,
            after=vacatur_2021,
            requirement="victim's opportunity to be heard",
        ),
    ),
    of_summary(
        "3-discretion-except-prostitution",
        "Where the court has discretion, the conviction is for something else than "
        "prostitution.",
        RELIEF,
        Every(given=(may_2021,), then=Has(fact=PROSTITUTION, values=(False,))),
    ),
    of_summary(
        "3-mandatory-for-prostitution-alone",
        "Where the court must vacate, the conviction is for prostitution.",
        RELIEF,
        Every(given=(shall_2021,), then=prostitution),
    ),
    of_summary(
        "3-mandatory-stays-mandatory",
        "The court must vacate a prostitution conviction if participation resulted from "
        "trafficking and victimhood at the time is proved.",
        RELIEF,
        Every(given=(prostitution, because, proof), then=shall_2021),
    ),
    refuted(
        of_summary(
            "3-mandatory-on-result-alone",
            "The court must vacate a prostitution conviction if participation resulted "
            "from trafficking, and nothing more is needed.",
            ("part_7__subpart_3__para_1",),
            Every(given=(prostitution, because), then=shall_2021),
        ),
        "The summary names the result alone; the section also has the defendant prove "
        "victimhood at the time of the offense.",
    ),
)

DEFENSE = (POINT.format("2"), "part_3__para_1")
defense = Ends(
    text=InForce(encoding="us-ct/trafficking-defense", at=SINCE),
    outcomes=("affirmative defense",),
)
minor = Below(fact="age_of_defendant", value=18)
defenses = (
    of_summary(
        "4-defense-for-trafficked-minor",
        "A minor who took part as a result of trafficking has an affirmative defense, in a "
        "prosecution and in a delinquency proceeding.",
        DEFENSE,
        Every(
            given=(
                minor,
                because,
                Has(
                    fact="proceeding_for_trafficking",
                    values=(
                        "prosecution for trafficking in persons",
                        "delinquency proceeding for trafficking in persons",
                    ),
                ),
            ),
            then=defense,
        ),
    ),
    of_summary(
        "4-defense-for-minors-alone",
        "Nobody of eighteen or more has this defense.",
        DEFENSE,
        Every(given=(defense,), then=minor),
    ),
)

LAW = Law(claims=(*relief, *defenses))
