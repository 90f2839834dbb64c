"""What is asked of a case about vacating a conviction."""

from __future__ import annotations

from statuteline.rules.facts import Choice, Whole, YesNo

# The conviction.
is_prostitution = YesNo(
    name="conviction_for_prostitution",
    ask="Is this conviction for prostitution under section 53a-82?",
)
any_prostitution = YesNo(
    name="has_any_prostitution_conviction",
    ask="Has the defendant any conviction for prostitution under section 53a-82, this one "
    "or another?",
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
victim_of_trafficking = YesNo(
    name="victim_of_trafficking_at_time_of_offense",
    ask="Was the defendant, at the time of the offense, the victim of another's "
    "trafficking in persons?",
    judgement=True,
)
victim_of_federal = YesNo(
    name="victim_of_federal_crime_at_time_of_offense",
    ask="Was the defendant, at the time of the offense, the victim of another's crime "
    "under chapter 77 of title 18 of the United States Code?",
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
notice_tells = YesNo(
    name="notice_tells_of_hearing",
    ask="Did the notice tell of the application and of the opportunity to be heard on it?",
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
