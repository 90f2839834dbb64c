"""A decision as SQL: the query that people and databases read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from statuteline.law import encoding
from statuteline.rules.asking import facts_asked
from statuteline.rules.deciding import decide
from statuteline.rules.sql import Column, query

HERE = Path(__file__).parent / "sql"


def test_the_query_is_as_expected(*, update_golden: bool) -> None:
    day = date(2021, 10, 1)
    known = decide(
        encoding("us-ct/vacatur"), {}, at=day, governed=day, known=day, texts=None
    )
    version = known.decisions[0].version
    assert version is not None
    facts = facts_asked(version, known.decisions[0].axioms)
    found = query(known.decisions, [Column(name=fact.name) for fact in facts]).sql
    path = HERE / f"vacatur@{day}.sql"
    if update_golden:
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")
