"""The decision that is measured, and two cases of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from statuteline.law import encoding

if TYPE_CHECKING:
    from statuteline.rules.facts import Constant

DAY: Final = date(2021, 11, 1)
ENCODING: Final = encoding("us-ct/vacatur")
VERSION: Final = next(version for version in ENCODING.versions if DAY in version.days)
OUTCOMES: Final = VERSION.readings[0].outcomes
GUARDS: Final = tuple(outcome.when for outcome in OUTCOMES)
AXIOMS: Final = ENCODING.axioms_at(DAY)

KNOWN: Final[dict[str, Constant]] = {
    "offense_level": "unclassified felony",
    "longest_prison_term": 8,
    "took_part_as_result_of_trafficking": True,
    "took_part_as_result_of_federal_crime": False,
    "proved_victim_at_time_of_offense": True,
    "conviction_for_prostitution": False,
}
"""All that the outcome asks: it may be vacated."""

OPEN: Final = {
    name: value
    for name, value in KNOWN.items()
    if name not in {"longest_prison_term", "proved_victim_at_time_of_offense"}
}
"""Two facts unknown, and both still matter."""
