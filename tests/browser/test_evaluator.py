"""The JavaScript evaluator decides in a browser."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from statuteline.law import encoding
from statuteline.rules.document import document

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PACKAGE = Path(__file__).parents[2] / "tool" / "statuteline"
DECIDE = """async ([source, document, day, cases]) => {
    const blob = new Blob([source], { type: "text/javascript" });
    const { deciding, readRule } = await import(URL.createObjectURL(blob));
    const decide = deciding(readRule(document), day);
    return cases.map((facts) => decide(facts).readings[0].settlement);
}"""


def test_a_case_is_decided(browser: Browser) -> None:
    source = (PACKAGE / "rules" / "evaluator.mjs").read_text("utf-8")
    vacatur = encoding("us-ct/vacatur")
    version = vacatur.version_at(date(2021, 11, 1))
    assert version is not None
    proved = {
        "took_part_as_result_of_trafficking": True,
        "proved_victim_at_time_of_offense": True,
    }
    cases = [proved, proved | {"conviction_for_prostitution": True}]
    page = browser.new_page()
    told = page.evaluate(DECIDE, [source, document(vacatur, version), "2021-11-01", cases])
    page.close()
    assert [one["settled"] for one in told] == [None, "shall vacate"]
    assert told[0]["ask"] == [
        "offense_level",
        "longest_prison_term",
        "conviction_for_prostitution",
    ]
