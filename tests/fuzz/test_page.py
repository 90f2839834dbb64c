"""The page of the site tells a run of every target, and its sums are right."""

from __future__ import annotations

import re

from every_target import TARGETS
from target import ROOT

PAGE = (ROOT / "site" / "fuzzing.md").read_text("utf-8")
ROW = re.compile(r"^\| `([a-z-]+)` \| ([\d,]+) \| [\d,]+ \| (\d+) \|$", re.MULTILINE)
TOTAL = re.compile(r"\*\*([\d,]+) executions, (no|\d+)\s+findings\*\*")


def number(text: str) -> int:
    return 0 if text == "no" else int(text.replace(",", ""))


def test_each_target_has_its_row() -> None:
    assert [name for name, _, _ in ROW.findall(PAGE)] == [one.name for one in TARGETS]


def test_sums_are_those_of_the_rows() -> None:
    (total,) = TOTAL.findall(PAGE)
    rows = ROW.findall(PAGE)
    assert number(total[0]) == sum(number(executed) for _, executed, _ in rows)
    assert number(total[1]) == sum(number(findings) for _, _, findings in rows)
