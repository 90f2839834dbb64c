"""Figures of the README and the manual are those of the program or of a measurement.

`site/benchmarks.md` and `site/measurements.md` are measurements; `make bench` and `make
test-all` make and hold them. Elsewhere a figure with a unit, or of more than three digits,
stands in a sentence that is written here anew from where the figure comes from.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.drafts import _expression
from statuteline.drafts import base as drafts
from statuteline.drafts._passages import WRAPPED
from statuteline.model.work import Kind
from statuteline.pdf import document as pdf
from statuteline.publish import _workbook, format_names
from statuteline.pull import Policy
from statuteline.reports import github, sarif
from statuteline.rules.grid import LIMIT

ROOT = Path(__file__).resolve().parents[2]
MADE = {
    "python.md",
    "reference.md",
}  # of the program, by tests/docs/test_reference_pages.py
MANUAL = sorted((ROOT / "site" / "manual").glob("*.md"))
PAGES = (ROOT / "README.md", *(page for page in MANUAL if page.name not in MADE))
MIB = 1024 * 1024
WORDS = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
)
UNITS = (
    *("%", "per cent", "MB", "MiB", "GB", "KB", "ms", "seconds?", "minutes?", "hours?"),
    *("pages", "characters", "results", "places", "cases", "links", "times", "processes"),
    *("megabytes", "million", "thousand"),
)
NUMBER = (
    r"(?:\d[\d,.]*\d|\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty))"
)
FIGURE = re.compile(
    rf"(?<![\w.§/@-])(?:{NUMBER} (?:{'|'.join(UNITS)})(?!\w)|\d{{1,3}}(?:,\d{{3}})+)"
)
# What reads like a figure of ours and is none: an example, or the law's own number.
NO_FIGURES = {
    "law-as-code.md": (
        "a field with 15 cases",
        "these are 403,317 cases",  # tests/agreement/test_manual.py counts them
    ),
    "site.md": ("the first twelve characters",),  # enough to compare by eye; no measure
}


def judged_officially() -> tuple[int, int]:
    """Give how many links of the official texts are judged, and not, as measured."""
    test = (ROOT / "tests" / "real" / "test_official_judgements.py").read_text("utf-8")
    found = re.search(r'"ok": (\d+), "unreviewed": (\d+)', test)
    assert found is not None
    return int(found[1]), int(found[2])


def records() -> int:
    """Give how many records the largest grid has, as a test counts them."""
    test = (ROOT / "tests" / "unit" / "rules" / "test_beyond_clauses.py").read_text("utf-8")
    found = re.search(r"laid\.grid\.size, missed, .+ == \((\d+), ", test)
    assert found is not None
    return int(found[1])


def held() -> dict[str, tuple[str, ...]]:
    """Write each sentence with a figure from where the figure comes from."""
    policy = Policy()
    judged, unjudged = judged_officially()
    sections = len(open_corpus(shipped()).works(Kind.STATUTE_SECTION))
    assert LIMIT // 1_000_000 == 4
    assert WORDS[int(policy.total_seconds // 3600)] == "six"
    amended = f"the {WORDS[sections - 1]} sections that Connecticut's Public Act 21-103"
    largest, longest = policy.page_bytes // 1_000_000, int(policy.page_seconds // 60)
    first, *others = (int(policy.pause * 2 ** (n + 1)) for n in range(policy.attempts - 1))
    waits = f"{first}, {' and '.join(map(str, others))} seconds"
    return {
        "README.md": (
            f"{amended} amended, and one it rests on",
            f"in {WORDS[len(format_names())]} output formats",
        ),
        "formats.md": (
            f"longer than {WRAPPED} characters",
            f"longer than the {_workbook._LONGEST:,} characters",
            f"Files over {drafts.MAX_BYTES // MIB} MiB are refused",
            f"paragraphs of more than {_expression._LONGEST:,} characters",
            f"no more than {drafts.MAX_BYTES // MIB} MiB are unpacked",
            f"more than {pdf.MAX_PAGES:,} pages are refused",
            f"Hosts keep {sarif._MOST:,} results of a run",
            f"with up to {sarif._MOST_RELATED} places",
            f"the {WORDS[github._MOST]} gravest errors",
        ),
        "law-as-code.md": (
            "more than four million cases",
            "a decision with more than four million records",
            f"For the vacatur of 2021 there are {records():,} records",
            f"of {judged + unjudged} links {judged} are judged. The other {unjudged} ",
        ),
        "pull.md": (
            f"silent, {WORDS[policy.attempts]} times at most, after {waits}",
            f"more than {WORDS[int(policy.patience // 60)]} minutes is left alone",
            f"too large ({largest} MB), too slow ({WORDS[longest]} minutes)",
            f"A run takes at most {policy.total_bytes // 1_000_000:,} MB and six hours",
        ),
    }


def figures(text: str) -> list[str]:
    """Find figures in a page, code blocks aside."""
    return FIGURE.findall(prose(text))


def prose(text: str) -> str:
    """Give a page on one line, without its code blocks."""
    kept = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return " ".join(kept.split())


@pytest.mark.parametrize("name", held())
def test_a_figure_is_the_one_of_its_source(name: str) -> None:
    (page,) = (page for page in PAGES if page.name == name)
    text = " ".join(page.read_text("utf-8").split())
    assert [words for words in held()[name] if words not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_other_figure_is_told(page: Path) -> None:
    text = prose(page.read_text("utf-8"))
    for words in (*held().get(page.name, ()), *NO_FIGURES.get(page.name, ())):
        text = text.replace(words, "")
    assert FIGURE.findall(text) == []


def test_figures_are_found() -> None:
    text = (
        "It takes 0.3 seconds and 34 MB on 30,571 sections, twelve times; C.G.S. § 54-95c."
    )
    assert figures(text) == ["0.3 seconds", "34 MB", "30,571", "twelve times"]
