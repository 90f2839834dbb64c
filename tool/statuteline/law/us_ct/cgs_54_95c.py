"""CGS 54-95c: vacating convictions of trafficking victims."""

from __future__ import annotations

from datetime import date

from statuteline.model.ids import EId, WorkId
from statuteline.model.interval import Interval
from statuteline.rules.encodings import (
    Axiom,
    Burden,
    Encoding,
    Law,
    NotEncoded,
    Outcome,
    Reading,
    Requirement,
    Version,
)
from statuteline.rules.facts import Choice, Whole, YesNo
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import all_of, any_of, define, none_of, not_, when

SECTION = "sec_54-95c"
A = f"{SECTION}__subsec_a"
B = f"{SECTION}__subsec_b"
C = f"{SECTION}__subsec_c"
D = f"{SECTION}__subsec_d"

# The conviction.
is_prostitution = YesNo(
    name="conviction_for_prostitution",
    ask="Is this conviction for prostitution under section 53a-82?",
)
level = Choice(
    name="offense_level",
    ask="What kind of offense was the conviction for?",
    values=(
        "violation",
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
    name="longest_prison_term",
    ask="What is the longest prison term that the offense carries, in years begun?",
    unit="years",
)

# The basis and the proof.
because_trafficked = YesNo(
    name="took_part_as_result_of_trafficking",
    ask="Did the defendant take part as a result of having been a victim of trafficking?",
    judgement=True,
)
because_federal = YesNo(
    name="took_part_as_result_of_federal_crime",
    ask="Did the defendant take part as a result of having been a victim of a crime under "
    "chapter 77 of title 18 of the United States Code?",
    judgement=True,
)
proved_victim = YesNo(
    name="proved_victim_at_time_of_offense",
    ask="Has the defendant proved having been such a victim at the time of the offense?",
    judgement=True,
)

# The procedure.
has_victim = YesNo(
    name="crime_has_victim", ask="Is there a victim of the crime to be notified?"
)
notice_sent = YesNo(
    name="victim_notified_by_registered_or_certified_mail",
    ask="Did the applicant notify every victim by registered or certified mail?",
)
notice_form = YesNo(
    name="notice_on_prescribed_form",
    ask="Was the notice on the form that the Office of the Chief Court Administrator "
    "prescribes?",
)
could_investigate = YesNo(
    name="prosecutor_could_investigate",
    ask="Did the court give the prosecutor a reasonable opportunity to investigate?",
)
prosecutor_heard = YesNo(
    name="prosecutor_could_be_heard",
    ask="Did the court give the prosecutor an opportunity to be heard?",
)
victim_heard = YesNo(
    name="victim_could_be_heard",
    ask="Did the court give the victim an opportunity to be heard?",
)

scope_2021 = define(
    "offense in scope",
    any_of(
        level.is_("misdemeanor").cite(A, "any misdemeanor"),
        level.one_of("class C felony", "class D felony", "class E felony").cite(
            A, "a class C, D or E felony"
        ),
        all_of(level.is_("unclassified felony"), prison_years.at_most(10)).cite(
            A, "an unclassified felony that carries a prison term of at most ten years"
        ),
    ),
)
basis_2021 = define(
    "basis of the application",
    any_of(
        because_trafficked.is_true().cite(
            f"{A}__subdiv_1", "trafficking in persons under section 53a-192a"
        ),
        because_federal.is_true().cite(
            f"{A}__subdiv_2",
            "a crime under chapter 77 of title 18 of the United States Code",
        ),
    ).cite(A, "took part in the offense as a result of having been the victim"),
)
proof_2021 = define(
    "victim at the time of the offense",
    proved_victim.is_true().cite(
        D, "the defendant proves that, at the time of the offense"
    ),
)
prostitution = is_prostitution.is_true().cite(
    f"{D}__subdiv_1", "if it is for prostitution under section 53a-82"
)
entitled_2021 = define("application made out", all_of(scope_2021, basis_2021, proof_2021))
shall_2021 = all_of(entitled_2021, prostitution).cite(f"{D}__subdiv_1", "shall vacate")
may_2021 = all_of(entitled_2021, not_(prostitution)).cite(
    f"{D}__subdiv_2", "may, in its discretion, vacate"
)

version_2021 = Version(
    days=Interval(start=date(2021, 10, 1)),
    readings=(
        Reading(
            name="plain",
            outcomes=(
                Outcome(
                    name="shall vacate",
                    when=shall_2021,
                    means="The court must vacate the judgment and dismiss the charges.",
                ),
                Outcome(
                    name="may vacate",
                    when=may_2021,
                    means="The court may vacate the judgment, and must then dismiss the "
                    "charges.",
                ),
                Outcome(
                    name="no relief",
                    when=none_of(shall_2021, may_2021),
                    means="This section gives no relief.",
                ),
            ),
        ),
    ),
    requirements=(
        Requirement(
            name="notice to the victim",
            by="applicant",
            met=when(
                has_victim.is_true().cite(B, "any victim of the crime"),
                all_of(
                    notice_sent.is_true().cite(B, "by registered or certified mail"),
                    notice_form.is_true().cite(B, "on the form that the Office"),
                ),
            ),
        ),
        Requirement(
            name="opportunity to investigate",
            by="court",
            met=could_investigate.is_true().cite(
                C, "the prosecutor a reasonable opportunity to investigate the claim"
            ),
        ),
        Requirement(
            name="opportunity to be heard",
            by="court",
            met=all_of(
                prosecutor_heard.is_true().cite(C, "the prosecutor and the victim"),
                when(has_victim.is_true(), victim_heard.is_true()).cite(
                    C, "an opportunity to be heard"
                ),
            ),
        ),
    ),
    burdens=(
        Burden(
            on="defendant",
            of="having been a victim at the time of the offense",
            standard=None,
            cited=cited(D, "If the defendant proves"),
        ),
    ),
    not_encoded=(
        NotEncoded(
            eid=EId.parse(A),
            words="apply to the Superior Court",
            reason="which court it is, is no fact of the case",
        ),
    ),
)

prostitution_is_misdemeanor = Axiom(
    name="prostitution is a misdemeanor",
    holds=when(is_prostitution.is_true(), level.is_("misdemeanor")),
    cited=cited("sec_53a-82", "class A misdemeanor", work="us-ct/cgs/53a-82"),
    days=Interval(start=date(2013, 10, 1)),
)

LAW = Law(
    encodings=(
        Encoding(
            name="us-ct/vacatur",
            title="Vacating a conviction of a trafficking victim",
            work=WorkId.parse("us-ct/cgs/54-95c"),
            governed_by="day of the application",
            versions=(version_2021,),
            axioms=(prostitution_is_misdemeanor,),
        ),
    )
)
