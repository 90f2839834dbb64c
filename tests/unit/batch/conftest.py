from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.batch import Summary, Task, batch, decide_table
from statuteline.law import encoding
from statuteline.rules.deciding import decide

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.rules.answers import Answer

DAY = date(2021, 11, 1)
Decided = Callable[..., tuple[Summary, list[dict[str, str]]]]


def nothing_known(at: date = DAY, governed: date | None = None) -> Answer:
    """Decide on vacating in a case of which nothing is known."""
    return decide(
        encoding("us-ct/vacatur"),
        {},
        at=at,
        governed=governed or at,
        known=DAY,
        texts=None,
    )


@pytest.fixture
def decided(tmp_path: Path) -> Decided:
    """Decide a table of the given bytes in DuckDB; give the summary and the rows."""

    def run(
        table: bytes | str,
        *passed: str,
        known: Answer | None = None,
        name: str = "cases.csv",
    ) -> tuple[Summary, list[dict[str, str]]]:
        cases, answers = tmp_path / name, tmp_path / "answers.csv"
        cases.write_bytes(table if isinstance(table, bytes) else table.encode())
        task = Task(cases=cases, answers=answers, passed=passed, replace=True)
        summary = decide_table(batch("duckdb"), known or nothing_known(), task)
        with answers.open(encoding="utf-8", newline="") as stream:
            return summary, list(csv.DictReader(stream))

    return run
