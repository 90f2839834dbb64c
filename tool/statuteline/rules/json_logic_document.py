"""One version of an encoding in JSON-Logic, described by the schema ``json-logic-1``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules.document import days_json
from statuteline.rules.json_form import facts_json, logic_digest
from statuteline.rules.json_logic import rails

if TYPE_CHECKING:
    from statuteline.rules.encodings import Encoding, Reading, Version
    from statuteline.rules.json_form import Json
    from statuteline.rules.predicates import Predicate

SCHEMA = "statuteline/json-logic/1"


def json_logic_document(encoding: Encoding, version: Version) -> dict[str, Json]:
    """Write the outcomes and the procedure of one version as rules of JSON-Logic.

    Axioms stay behind: no clause asks them.

    Args:
        encoding: The encoding.
        version: One of its versions.

    Returns:
        An object that keeps to the schema ``json-logic-1``.

    Raises:
        RuleError: If two different facts have one name.
    """
    return {
        "schema": SCHEMA,
        "encoding": encoding.name,
        "title": encoding.title,
        "work": str(encoding.work),
        "governed-by": encoding.governed_by,
        "days": days_json(version.days),
        "facts": facts_json(*version.predicates),
        "readings": [_reading(reading) for reading in version.readings],
        "requirements": [
            {"name": one.name, "by": one.by, **_rules(one.met)}
            for one in version.requirements
        ],
        "digest": logic_digest(*version.predicates),
    }


def _reading(reading: Reading) -> Json:
    return {
        "name": reading.name,
        "argued": reading.argued,
        "outcomes": [
            {"name": one.name, "means": one.means, **_rules(one.when)}
            for one in reading.outcomes
        ],
    }


def _rules(predicate: Predicate) -> dict[str, Json]:
    both = rails(predicate)
    return {"surely-yes": both.yes, "surely-no": both.no}
