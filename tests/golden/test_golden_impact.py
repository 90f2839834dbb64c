"""What ``impact`` says of real changes: files that a lawyer can open and judge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.cli._impact_text import impact_lines
from statuteline.law import encoding
from statuteline.model.ids import parse_date
from statuteline.rules.impact import impact

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = Path(__file__).resolve().parent / "impact"
_CASES = sorted(path.name for path in _FOLDER.iterdir())


def _lines(case: str) -> Iterator[str]:
    name, before, after = case.removesuffix(".txt").split("~")
    found = impact(encoding(f"us-ct/{name}"), parse_date(before), parse_date(after))
    yield from impact_lines(found, None)


@pytest.mark.parametrize("case", _CASES)
def test_a_change_is_told_as_before(
    case: str, *, update_golden: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    path = _FOLDER / case
    told = "".join(f"{line}\n" for line in _lines(case))
    if update_golden:
        path.write_text(told, "utf-8")
    assert path.read_text("utf-8") == told
