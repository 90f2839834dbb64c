"""Both rules of a predicate, asked of a JSON-Logic that others wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from json_logic import jsonLogic

from statuteline.rules.json_form import constant_json

if TYPE_CHECKING:
    from statuteline.rules.facts import Facts
    from statuteline.rules.json_logic import Rails


def verdict(rules: Rails, facts: Facts) -> bool | None:
    """Ask both rules; they must give true or false, and never both be true."""
    data = {name: constant_json(value) for name, value in facts.items()}
    yes, no = jsonLogic(rules.yes, data), jsonLogic(rules.no, data)
    assert (yes, no) in {(True, False), (False, True), (False, False)}
    return True if yes else False if no else None
