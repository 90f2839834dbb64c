"""What several encodings ask about a victim of trafficking."""

from __future__ import annotations

from statuteline.rules.facts import YesNo

because_trafficked = YesNo(
    name="took_part_as_result_of_trafficking",
    ask="Did the defendant take part as a result of having been a victim of trafficking?",
    judgement=True,
)
