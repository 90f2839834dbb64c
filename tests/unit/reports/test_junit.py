from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from lxml import etree

from statuteline.reports import findings_report

if TYPE_CHECKING:
    from statuteline.reports.base import Checked


def suite_of(checked: Checked) -> etree._Element:
    root = etree.fromstring(findings_report(checked, "junit"))
    (suite,) = root.findall("testsuite")
    assert (root.get("tests"), root.get("failures")) == (
        suite.get("tests"),
        suite.get("failures"),
    )
    return suite


def test_a_suite_an_encoding_a_case_a_link(checked: Checked) -> None:
    suite = suite_of(checked)
    assert suite.get("name") == "us-ct/rain"
    assert [suite.get(name) for name in ("tests", "failures", "skipped")] == [
        "11",
        "7",
        "3",
    ]
    verdicts = [[part.tag for part in case] for case in suite]
    assert verdicts == [[], ["skipped"], ["skipped"], *[["failure"]] * 7, ["skipped"]]


def test_a_waiver_is_skipped_with_what_is_told_of_it(checked: Checked) -> None:
    (skipped, *_) = suite_of(checked).iter("skipped")
    assert skipped.get("message") == "told of plain words"
    failure = next(suite_of(checked).iter("failure"))
    assert failure.text == "law/rain, or so.py:7"


def test_hostile_words_are_xml(hostile: Checked) -> None:
    suite = suite_of(hostile)
    assert len(suite) == 11
    words = "".join(
        value for one in suite.iter() for value in map(str, one.attrib.values())
    )
    assert not any(unicodedata.category(letter).startswith("C") for letter in words)
