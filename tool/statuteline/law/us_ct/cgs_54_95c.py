"""CGS 54-95c: vacating convictions of trafficking victims.

Four layers stay apart: the scope of the offense, the basis of the application, what must
be proved, and the procedure. A step of the procedure that is missed takes no relief away
here; it is reported beside the outcome.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

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
    proved_victim,
    victim_heard,
    victim_of_federal,
    victim_of_trafficking,
)
from statuteline.law.us_ct._victims import because_trafficked
from statuteline.model.ids import EId, WorkId
from statuteline.model.interval import Interval
from statuteline.rules.encodings import (
    Axiom,
    Burden,
    Consequence,
    Encoding,
    Law,
    NotEncoded,
    Outcome,
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
    none_of,
    not_,
    when,
)

if TYPE_CHECKING:
    from statuteline.rules.facts import YesNo

SECTION = "sec_54-95c"
A = f"{SECTION}__subsec_a"
B = f"{SECTION}__subsec_b"
C = f"{SECTION}__subsec_c"
D = f"{SECTION}__subsec_d"
E = f"{SECTION}__subsec_e"

FEDERAL = "a crime under chapter 77 of title 18 of the United States Code"


def _heads(place: str, trafficking: YesNo, federal: YesNo) -> tuple[Predicate, Predicate]:
    """Ask for either head of the conduct that the defendant was a victim of."""
    return (
        trafficking.is_true().cite(
            f"{place}__subdiv_1", "trafficking in persons under section 53a-192a"
        ),
        federal.is_true().cite(f"{place}__subdiv_2", FEDERAL),
    )


def _proof(place: str) -> Predicate:
    return define(
        "victim at the time of the offense",
        proved_victim.is_true().cite(
            place, "the defendant proves that, at the time of the offense"
        ),
    )


def _outcomes(
    place: str, compensation: str, shall: Predicate, may: Predicate | None = None
) -> tuple[Outcome, ...]:
    """Give relief by duty, relief by discretion where there is any, and none.

    Args:
        place: The provision that orders the dismissal after a duty to vacate.
        compensation: The provision on compensation.
        shall: When the court must vacate.
        may: When it may; None where the text gives no discretion.
    """
    no_compensation = Consequence(
        says="Neither the vacating nor the dismissal is a ground for compensation for "
        "wrongful arrest, prosecution, conviction or imprisonment.",
        cited=cited(compensation, "are no ground for compensation"),
    )

    def relief(name: str, when_: Predicate, means: str, at: str, words: str) -> Outcome:
        dismissal = Consequence(
            says="On vacating, the court must dismiss any charges related to the offense.",
            cited=cited(at, words),
        )
        return Outcome(
            name=name, when=when_, means=means, follows=(dismissal, no_compensation)
        )

    given = [
        relief(
            "shall vacate",
            shall,
            "The court must vacate the judgment of conviction and dismiss the charges.",
            place,
            "dismiss any charges related to the offense",
        )
    ]
    if may is not None:
        given.append(
            relief(
                "may vacate",
                may,
                "The court may vacate the judgment of conviction, in its discretion, and "
                "must then dismiss the charges.",
                f"{D}__subdiv_2",
                "shall then dismiss any charges related to the offense",
            )
        )
    none = Outcome(
        name="no relief",
        when=none_of(*(outcome.when for outcome in given)),
        means="This section gives no relief.",
    )
    return (*given, none)


def _burden(place: str) -> Burden:
    return Burden(
        on="defendant",
        of="having been a victim at the time of the offense",
        standard=None,
        cited=cited(place, "If the defendant proves that"),
    )


def _gaps(place: str, conduct: str) -> tuple[NotEncoded, ...]:
    """Name what no version encodes.

    Args:
        place: The provision on the application.
        conduct: The provision above the two heads of conduct.
    """
    return (
        NotEncoded(
            eid=EId.parse(place),
            words="apply to the Superior Court",
            reason="which court it is, is no fact of the case",
        ),
        NotEncoded(
            eid=EId.parse(f"{conduct}__subdiv_1"),
            words="",
            reason="whether the conduct was trafficking is found by the court, never "
            "computed from elements",
        ),
        NotEncoded(
            eid=EId.parse(f"{conduct}__subdiv_2"),
            words="",
            reason="the federal chapter is not in our sources",
        ),
    )


# Until 2021 the section is one block, and every word of it stands in the section itself.
prostitution_before = is_prostitution.is_true().cite(
    SECTION, "a judgment of conviction is entered for prostitution under section 53a-82"
)
proof_before = _proof(SECTION)
procedure_before = (
    Requirement(
        name="prosecutor's opportunity to investigate",
        by="court",
        met=could_investigate.is_true().cite(
            SECTION, "the prosecutor a reasonable opportunity to investigate the claim"
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
    shall = made_out.cite(SECTION, "shall vacate the judgment of conviction")
    return Reading(name=name, outcomes=_outcomes(SECTION, SECTION, shall), argued=argued)


basis_2013 = define(
    "basis of the application",
    any_of(*_heads(SECTION, victim_of_trafficking, victim_of_federal)).cite(
        SECTION, "was at the time of the offense the victim of another person's conduct"
    ),
)
version_2013 = Version(
    days=Interval(start=date(2013, 10, 1), end=date(2016, 10, 1)),
    readings=(_reading_before("plain", prostitution_before, basis_2013),),
    requirements=procedure_before,
    burdens=(_burden(SECTION),),
    not_encoded=_gaps(SECTION, SECTION),
)

basis_2016 = define(
    "basis of the application",
    any_of(*_heads(SECTION, because_trafficked, because_federal)).cite(
        SECTION, "took part in the offense as a result of having been the victim"
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
            .cite(SECTION, "entered for prostitution under section 53a-82")
            .cite(SECTION, "to vacate any judgment of conviction"),
            basis_2016,
            "one of two readings in print: whoever has a conviction for prostitution may "
            "have any conviction vacated; commentators called that a drafting error",
        ),
    ),
    requirements=procedure_before,
    burdens=(_burden(SECTION),),
    not_encoded=_gaps(SECTION, SECTION),
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
    any_of(*_heads(A, because_trafficked, because_federal)).cite(
        A, "took part in the offense as a result of having been the victim"
    ),
)
prostitution_2021 = is_prostitution.is_true().cite(
    f"{D}__subdiv_1", "if it is for prostitution under section 53a-82"
)
made_out_2021 = define("application made out", all_of(scope_2021, basis_2021, _proof(D)))
shall_2021 = all_of(made_out_2021, prostitution_2021).cite(
    f"{D}__subdiv_1", "shall vacate the judgment of conviction"
)
may_2021 = all_of(made_out_2021, not_(prostitution_2021)).cite(
    f"{D}__subdiv_2", "may, in its discretion, vacate the judgment of conviction"
)
victim_2021 = has_victim.is_true().cite(B, "any victim of the crime")

version_2021 = Version(
    days=Interval(start=date(2021, 10, 1)),
    readings=(
        Reading(
            name="plain", outcomes=_outcomes(f"{D}__subdiv_1", E, shall_2021, may_2021)
        ),
    ),
    requirements=(
        Requirement(
            name="notice to the victim",
            by="applicant",
            met=when(
                victim_2021,
                all_of(
                    notice_sent.is_true().cite(B, "by registered or certified mail"),
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
                C, "the prosecutor a reasonable opportunity to investigate the claim"
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
    burdens=(_burden(D),),
    not_encoded=_gaps(A, A),
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
