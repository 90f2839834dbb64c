"""What the texts of CGS 54-95c of 2013, 2016 and 2021 give, held against each other."""

from __future__ import annotations

from statuteline.law.us_ct._claimed import (
    broad_2016,
    narrow_2016,
    refuted,
    shall_2013,
    shall_2021,
    shall_broad,
    shall_narrow,
    some_2021,
    vacatur_2013,
    vacatur_2021,
)
from statuteline.rules.claims import (
    AlwaysOne,
    Claim,
    Every,
    Has,
    Meets,
    NeverTwo,
    Proposition,
    Result,
    Text,
)
from statuteline.rules.encodings import Law

TEXTS = (
    ("2013", "2013", vacatur_2013),
    ("2016-narrow", "2016, read narrowly", narrow_2016),
    ("2016-broad", "2016, read broadly", broad_2016),
    ("2021", "2021", vacatur_2021),
)


def _claim(name: str, says: str, proposition: Proposition) -> Claim:
    return Claim(
        name=f"us-ct/vacatur/{name}",
        says=says,
        about=(),
        proposition=proposition,
        expected=Result.PROVED,
    )


def _one_outcome(name: str, told: str, text: Text) -> tuple[Claim, Claim]:
    return (
        _claim(
            f"{name}-never-two",
            f"By the text of {told}, the court never both must and may vacate, nor either "
            "where there is no relief.",
            NeverTwo(text=text),
        ),
        _claim(
            f"{name}-always-one",
            f"By the text of {told}, every case has an outcome.",
            AlwaysOne(text=text),
        ),
    )


LAW = Law(
    claims=(
        _claim(
            "2016-narrow-implies-2021-shall",
            "Whom the text of 2016, read narrowly, gave relief, the court must give it "
            "since 2021.",
            Every(given=(shall_narrow,), then=shall_2021),
        ),
        refuted(
            _claim(
                "2016-broad-implies-2021-relief",
                "Whom the text of 2016, read broadly, gave relief, the court must or may "
                "give it since 2021.",
                Every(given=(shall_broad,), then=some_2021),
            ),
            "Convictions outside the list of 2021 lost the relief that the broad reading "
            "gave them.",
        ),
        refuted(
            _claim(
                "2013-implies-2016",
                "Whom the text of 2013 gave relief, the narrow 2016 reading gave it too.",
                Every(given=(shall_2013,), then=shall_narrow),
            ),
            "Victims whose participation did not result from it lost the relief of 2013.",
        ),
        refuted(
            _claim(
                "2013-implies-2016-broad",
                "Whom the text of 2013 gave relief, the broad 2016 reading gave it too.",
                Every(given=(shall_2013,), then=shall_broad),
            )
        ),
        refuted(
            _claim(
                "2013-implies-2021",
                "Whom the text of 2013 gave relief, the court must or may give it now.",
                Every(given=(shall_2013,), then=some_2021),
            )
        ),
        _claim(
            "2016-narrow-implies-2016-broad",
            "Whom the narrow reading of 2016 gives relief, the broad one gives it too.",
            Every(given=(shall_narrow,), then=shall_broad),
        ),
        refuted(
            _claim(
                "2016-procedure-implies-2021-procedure",
                "Where there was relief by the narrow reading of 2016 and all its steps of "
                "procedure were taken, notice is given to the victim as since 2021.",
                Every(
                    given=(
                        shall_narrow,
                        Meets(
                            text=narrow_2016,
                            requirement="prosecutor's opportunity to investigate",
                        ),
                        Meets(
                            text=narrow_2016,
                            requirement="prosecutor's opportunity to be heard",
                        ),
                        Has(fact="crime_has_victim", values=(True,)),
                    ),
                    then=Meets(text=vacatur_2021, requirement="notice to the victim"),
                ),
            ),
            "A new step of procedure; the relief itself is the same.",
        ),
        *(claim for one in TEXTS for claim in _one_outcome(*one)),
    )
)
