"""CGS 54-95c: vacating convictions of trafficking victims.

Four layers stay apart: the scope of the offense, the basis of the application, what must
be proved, and the procedure. A step of the procedure that is missed takes no relief away
here; it is reported beside the outcome.
"""

from __future__ import annotations

from datetime import date

from statuteline.law.us_ct._vacatur_facts import (
    any_prostitution,
    because_federal,
    could_investigate,
    has_victim,
    is_prostitution,
    level,
    notice_form,
    notice_sent,
    notice_tells,
    prison_years,
    prosecutor_heard,
    victim_heard,
    victim_of_federal,
    victim_of_trafficking,
)
from statuteline.law.us_ct._vacatur_parts import (
    burden,
    gaps,
    heads,
    may_vacate,
    no_relief,
    proof,
    shall_vacate,
)
from statuteline.law.us_ct._victims import because_trafficked
from statuteline.model.ids import WorkId
from statuteline.model.interval import Interval
from statuteline.rules.encodings import (
    Axiom,
    Encoding,
    Law,
    Reading,
    Requirement,
    Version,
)
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import (
    Predicate,
    all_of,
    any_of,
    define,
    not_,
    when,
)

SECTION = "sec_54-95c"
A = f"{SECTION}__subsec_a"
B = f"{SECTION}__subsec_b"
C = f"{SECTION}__subsec_c"
D = f"{SECTION}__subsec_d"
E = f"{SECTION}__subsec_e"

# Until 2021 the section is one block, and every word of it stands in the section itself.
prostitution_before = is_prostitution.is_true().cite(
    SECTION,
    "At any time after a judgment of conviction is entered for prostitution under section "
    "53a-82",
)
proof_before = proof(
    SECTION,
    "the defendant proves that, at the time of the offense, he or she was the victim of "
    "conduct described in subdivision (1) or (2) of this section",
)
procedure_before = (
    Requirement(
        name="prosecutor's opportunity to investigate",
        by="court",
        met=could_investigate.is_true().cite(
            SECTION,
            "Before it decides on the application, the court shall give the prosecutor a "
            "reasonable opportunity to investigate the claim",
        ),
    ),
    Requirement(
        name="prosecutor's opportunity to be heard",
        by="court",
        met=prosecutor_heard.is_true().cite(SECTION, "to be heard against it"),
    ),
)


def _reading_before(
    name: str, scope: Predicate, basis: Predicate, argued: str = ""
) -> Reading:
    made_out = define(
        "application made out",
        all_of(define("offense in scope", scope), basis, proof_before),
    )
    relief = shall_vacate(made_out, SECTION, SECTION)
    return Reading(name=name, outcomes=(relief, no_relief(relief)), argued=argued)


basis_2013 = define(
    "basis of the application",
    any_of(*heads(SECTION, victim_of_trafficking, victim_of_federal)).cite(
        SECTION,
        "The basis of the application is that the defendant was at the time of the offense "
        "the victim of another person's conduct",
    ),
)
version_2013 = Version(
    days=Interval(start=date(2013, 10, 1), end=date(2016, 10, 1)),
    readings=(_reading_before("plain", prostitution_before, basis_2013),),
    requirements=procedure_before,
    burdens=(burden(SECTION),),
    not_encoded=gaps(SECTION),
)

basis_2016 = define(
    "basis of the application",
    any_of(*heads(SECTION, because_trafficked, because_federal)).cite(
        SECTION,
        "The basis of the application is that the defendant took part in the offense as a "
        "result of having been the victim of another person's conduct",
    ),
)
version_2016 = Version(
    days=Interval(start=date(2016, 10, 1), end=date(2021, 10, 1)),
    readings=(
        _reading_before(
            "narrow",
            prostitution_before,
            basis_2016,
            "one of two readings in print: only the conviction for prostitution",
        ),
        _reading_before(
            "broad",
            any_prostitution.is_true()
            .cite(
                SECTION,
                "At any time after a judgment of conviction is entered for prostitution "
                "under section 53a-82",
            )
            .cite(SECTION, "to vacate any judgment of conviction"),
            basis_2016,
            "one of two readings in print: whoever has a conviction for prostitution may "
            "have any conviction vacated; commentators called that a drafting error",
        ),
    ),
    requirements=procedure_before,
    burdens=(burden(SECTION),),
    not_encoded=gaps(SECTION),
)

scope_2021 = define(
    "offense in scope",
    any_of(
        level.is_("misdemeanor").cite(A, "any misdemeanor"),
        level.one_of("class C felony", "class D felony", "class E felony").cite(
            A, "a class C, D or E felony"
        ),
        all_of(
            level.is_("unclassified felony").cite(A, "an unclassified felony"),
            prison_years.at_most(10).cite(
                A, "that carries a prison term of at most ten years"
            ),
        ),
    ),
)
basis_2021 = define(
    "basis of the application",
    any_of(*heads(A, because_trafficked, because_federal)).cite(
        A,
        "The basis of the application is that the defendant took part in the offense as a "
        "result of having been the victim of another person's conduct",
    ),
)
prostitution_2021 = is_prostitution.is_true().cite(
    f"{D}__subdiv_1", "if it is for prostitution under section 53a-82"
)
proof_2021 = proof(
    D,
    "the defendant proves that, at the time of the offense named in the application, he or "
    "she was the victim of conduct described in subdivision (1) or (2) of subsection (a) "
    "of this section",
)
made_out_2021 = define(
    "application made out",
    all_of(scope_2021, basis_2021, proof_2021).cite(
        A, "At any time after a judgment of conviction is entered"
    ),
)
shall_2021 = shall_vacate(all_of(made_out_2021, prostitution_2021), f"{D}__subdiv_1", E)
may_2021 = may_vacate(all_of(made_out_2021, not_(prostitution_2021)), f"{D}__subdiv_2", E)
victim_2021 = has_victim.is_true().cite(
    B, "The applicant shall notify any victim of the crime"
)

version_2021 = Version(
    days=Interval(start=date(2021, 10, 1)),
    readings=(
        Reading(
            name="plain",
            outcomes=(shall_2021, may_2021, no_relief(shall_2021, may_2021)),
        ),
    ),
    requirements=(
        Requirement(
            name="notice to the victim",
            by="applicant",
            met=when(
                victim_2021,
                all_of(
                    notice_sent.is_true().cite(
                        B, "The notice goes by registered or certified mail"
                    ),
                    notice_form.is_true().cite(
                        B,
                        "on the form that the Office of the Chief Court Administrator "
                        "prescribes",
                    ),
                    notice_tells.is_true().cite(
                        B, "of the application and of the opportunity to be heard on it"
                    ),
                ),
            ),
        ),
        Requirement(
            name="prosecutor's opportunity to investigate",
            by="court",
            met=could_investigate.is_true().cite(
                C,
                "Before it decides on the application, the court shall give the prosecutor "
                "a reasonable opportunity to investigate the claim",
            ),
        ),
        Requirement(
            name="prosecutor's opportunity to be heard",
            by="court",
            met=prosecutor_heard.is_true().cite(
                C, "both the prosecutor and the victim an opportunity to be heard"
            ),
        ),
        Requirement(
            name="victim's opportunity to be heard",
            by="court",
            met=when(
                victim_2021,
                victim_heard.is_true().cite(
                    C, "both the prosecutor and the victim an opportunity to be heard"
                ),
            ),
        ),
    ),
    burdens=(burden(D),),
    not_encoded=gaps(A),
)

# Both texts of 53a-82 say so, one in (e), the later in (d): hence cited as a whole.
prostitution_is_misdemeanor = Axiom(
    name="prostitution is a misdemeanor",
    holds=when(is_prostitution.is_true(), level.is_("misdemeanor")),
    cited=cited(
        "sec_53a-82", "Prostitution is a class A misdemeanor", work="us-ct/cgs/53a-82"
    ),
    days=Interval(start=date(2013, 10, 1)),
)
one_is_any = Axiom(
    name="a conviction for prostitution is some conviction for prostitution",
    holds=when(is_prostitution.is_true(), any_prostitution.is_true()),
    cited=cited(SECTION, "for prostitution under section 53a-82"),
    days=Interval(start=date(2013, 10, 1)),
)

LAW = Law(
    encodings=(
        Encoding(
            name="us-ct/vacatur",
            title="Vacating a conviction of a trafficking victim",
            work=WorkId.parse("us-ct/cgs/54-95c"),
            governed_by="day of the application",
            versions=(version_2013, version_2016, version_2021),
            axioms=(prostitution_is_misdemeanor, one_is_any),
        ),
    )
)
