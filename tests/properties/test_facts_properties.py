"""What the index keeps of a text can be read back, equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from statuteline.corpus.facts_json import facts_of, facts_text
from statuteline.history.facts import text_facts

from .expressions import expressions

if TYPE_CHECKING:
    from statuteline.model.work import Expression


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(expressions())
def test_facts_are_read_back_as_they_were_written(expression: Expression) -> None:
    facts = text_facts(expression)
    written = facts_text(facts)
    assert "\n" not in written
    assert facts_of(written) == facts
