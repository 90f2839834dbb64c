"""The form on a decision's page: it answers as Python does, and keeps it to itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.cases.tables import read_table
from statuteline.law import encoding, encodings
from statuteline.rules.deciding import decide
from statuteline.website.addresses import of_decision_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Request

    from statuteline.rules.answers import Answer, Decision
    from statuteline.rules.cases import GoldenCase
    from statuteline.rules.encodings import Encoding

    from .conftest import Published

CASES = Path(__file__).parents[2] / "statutes" / "us-ct" / "cases"

ASSETS = Path(__file__).parents[2] / "tool" / "statuteline" / "website" / "assets"

FILL = """([facts, day]) => {
    const form = document.getElementById("the-questions");
    for (const one of form.querySelectorAll("input")) {
        if (one.type === "radio") one.checked = false;
        else if (one.type !== "checkbox") one.value = "";
    }
    document.getElementById("i--day").value = day;
    for (const [name, value] of Object.entries(facts)) {
        const inputs = [...document.querySelectorAll(`#q-${name} input`)];
        const chosen = inputs.find((one) =>
            [one.value, one.parentElement.textContent.trim()].includes(value));
        if (inputs[0].type === "radio") chosen.checked = true;
        else inputs[0].value = value;
    }
    form.dispatchEvent(new Event("input", { bubbles: true }));
    const all = (selector, from = document) => [...from.querySelectorAll(selector)];
    return {
        status: document.getElementById("the-status").textContent,
        told: document.getElementById("the-details").textContent,
        shown: all("[data-fact]")
            .filter((one) => one.checkVisibility())
            .map((one) => one.dataset.fact),
        ask: all("#still-to-ask [data-ask]").map((one) => one.dataset.ask),
        readings: all("[data-reading]").map((one) => [
            one.dataset.reading,
            one.dataset.ask.split(" ").filter(Boolean),
            all("[data-outcome]", one).map((line) => [
                line.dataset.outcome, line.dataset.stands,
            ]),
        ]),
        steps: all("[data-step]").map((one) => [one.dataset.step, one.dataset.stands]),
        deadlines: all("[data-deadline]").map((one) => one.textContent),
    };
}"""


class Tab:
    """A page of a decision, and what the browser saw of it."""

    def __init__(self, browser: Browser, address: str, *, script: bool = True) -> None:
        self.context = browser.new_context(java_script_enabled=script)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._asked)
        self.page.goto(address)

    def _asked(self, request: Request) -> None:
        if not request.url.endswith("/icon.svg"):  # the window asks for it at some time
            self.requests.append(request.url)


@pytest.fixture
def vacatur(browser: Browser, published: Published) -> Iterator[Tab]:
    tab = Tab(
        browser, published.address + of_decision_text("us-ct/vacatur", date(2021, 10, 1))
    )
    yield tab
    tab.context.close()
    assert tab.complaints == []
    foreign = [url for url in tab.requests if not url.startswith(published.address)]
    assert foreign == []


def tables() -> list[tuple[Encoding, tuple[GoldenCase, ...]]]:
    found = (
        read_table(path.read_bytes(), path.name, encodings())
        for path in sorted(CASES.glob("*.toml"))
    )
    return [(encoding(table.encoding), table.cases) for table in found]


def typed(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def answered(case: GoldenCase, of: Encoding) -> Answer:
    day = case.at
    return decide(of, dict(case.facts), at=day, governed=day, known=day, texts=None)


def readings_told(decision: Decision) -> list[list[Any]]:
    """Say what the page must show of each reading."""
    return [
        [
            one.reading.name,
            [fact.name for fact in one.settlement.ask],
            [
                [
                    outcome.name,
                    "yes"
                    if one.settlement.settled == outcome.name
                    else "still possible"
                    if outcome.name in one.settlement.possible
                    else "no",
                ]
                for outcome in one.reading.outcomes
            ],
        ]
        for one in decision.readings
    ]


@pytest.mark.parametrize(
    ("of", "cases"), tables(), ids=lambda one: getattr(one, "name", "")
)
def test_the_page_answers_as_python_does(
    browser: Browser, published: Published, of: Encoding, cases: tuple[GoldenCase, ...]
) -> None:
    decided = 0
    for version in of.versions:
        tab = Tab(
            browser, published.address + of_decision_text(of.name, version.days.start)
        )
        for case in cases:
            told = tab.page.evaluate(
                FILL,
                [{n: typed(v) for n, v in case.facts if asked(tab.page, n)}, str(case.at)],
            )
            if case.at not in version.days:
                assert "was not in force on" in told["status"], case.name
                assert told["readings"] == []
                continue
            decided += 1
            check(told, answered(case, of), case)
        assert tab.complaints == []
        tab.context.close()
    assert decided == sum(of.version_at(case.at) is not None for case in cases)


def asked(page: Page, name: str) -> bool:
    """Tell whether the page asks for a fact: another version may alone ask for it."""
    return page.locator(f"#q-{name}").count() == 1


def check(told: dict[str, Any], answer: Answer, case: GoldenCase) -> None:
    (decision,) = answer.decisions
    if decision.impossible:
        assert "This cannot be" in told["status"], case.name
        for axiom in decision.impossible:
            assert axiom.name in told["told"], case.name
        return
    assert told["readings"] == readings_told(decision), case.name
    assert told["ask"] == [fact.name for fact in answer.ask], case.name
    assert set(told["ask"]) <= set(told["shown"]), case.name
    assert told["steps"] == [
        [one.requirement.name, one.result.replace("unknown", "not known")]
        for one in decision.requirements
    ], case.name
    if answer.outcome is not None:
        assert told["status"].startswith(f"Outcome: {answer.result}"), case.name
        assert answer.outcome.means in told["status"]
    elif answer.ask:
        assert told["status"].startswith("Cannot tell yet, because"), case.name
        for name in answer.possible:
            assert name in told["status"]
    else:
        assert told["status"].startswith("The readings differ"), case.name
    for deadline, line in zip(decision.deadlines, told["deadlines"], strict=True):
        if deadline.day is not None:
            year = str(deadline.day.year)
            assert f"by {deadline.day.day} " in line
            assert year in line
        else:
            assert "not known" in line


def status(tab: Tab) -> str:
    return tab.page.locator("#the-status").inner_text()


def reach(tab: Tab, selector: str) -> None:
    """Walk on by the tab key to a control: it must come."""
    for _ in range(120):
        tab.page.keyboard.press("Tab")
        if tab.page.evaluate("(one) => document.activeElement.matches(one)", selector):
            return
    pytest.fail(f"The keyboard does not come to {selector}")


def choose(tab: Tab, fact: str, moves: int) -> None:
    """Answer by keyboard: the first choice with the space bar, others by arrows."""
    reach(tab, f'[name="{fact}"]')
    tab.page.keyboard.press("Space")
    for _ in range(moves):
        tab.page.keyboard.press("ArrowDown")


def test_a_walk_by_keyboard_to_every_kind_of_answer(vacatur: Tab) -> None:
    assert status(vacatur).startswith("Cannot tell yet, because 6 answers are not known.")
    vacatur.page.focus("#i--day")
    choose(vacatur, "took_part_as_result_of_trafficking", 0)
    choose(vacatur, "proved_victim_at_time_of_offense", 0)
    assert status(vacatur).startswith("Cannot tell yet, because")
    hidden = vacatur.page.locator("#q-took_part_as_result_of_federal_crime")
    assert not hidden.is_visible()  # it can no longer change the answer
    choose(vacatur, "conviction_for_prostitution", 0)
    assert status(vacatur).startswith("Outcome: shall vacate")
    reach(vacatur, "[type=submit]")
    vacatur.page.keyboard.press("Enter")
    assert vacatur.page.evaluate("document.activeElement.id") == "the-answer"
    vacatur.page.focus("#q-conviction_for_prostitution input")
    vacatur.page.keyboard.press("ArrowDown")
    assert status(vacatur).startswith("Cannot tell yet, because")
    vacatur.page.focus("#i--day")
    reach(vacatur, '[name="offense_level"]')
    vacatur.page.keyboard.press("Space")  # a violation
    assert status(vacatur).startswith("Outcome: no relief")
    vacatur.page.focus("[type=reset]")
    vacatur.page.keyboard.press("Enter")
    vacatur.page.wait_for_function("document.activeElement.id === 'i--day'")
    assert status(vacatur).startswith("Cannot tell yet, because 6 answers are not known.")


def test_an_answer_leaves_the_page_in_no_way(vacatur: Tab) -> None:
    before = vacatur.page.url
    asked_before = len(vacatur.requests)
    vacatur.page.evaluate(FILL, [{"conviction_for_prostitution": "true"}, "2022-01-01"])
    vacatur.page.locator("#still-to-ask button").first.click()
    vacatur.page.locator("[type=submit]").click()
    assert vacatur.page.url == before
    assert len(vacatur.requests) == asked_before
    kept = vacatur.page.evaluate(
        "async () => [localStorage.length, sessionStorage.length, document.cookie, "
        "history.length, (await indexedDB.databases()).length, "
        "(await caches.keys()).length]"
    )
    assert kept == [0, 0, "", 2, 0, 0]
    refused = vacatur.page.evaluate(
        "() => fetch('index.html').then(() => false, () => true)"
    )
    assert refused
    assert any("connect-src 'none'" in one for one in vacatur.complaints)
    vacatur.complaints.clear()  # those of the request that this test made
    scripts = sorted(ASSETS.glob("questionnaire*.mjs"))
    assert len(scripts) == 4
    source = "".join(path.read_text("utf-8") for path in scripts)
    for word in ("Storage", "cookie", "fetch", "history.", "location", "innerHTML"):
        assert word not in source


def test_what_cannot_be_names_what_it_contradicts(vacatur: Tab) -> None:
    facts = {"conviction_for_prostitution": "true", "offense_level": "class C felony"}
    told = vacatur.page.evaluate(FILL, [facts, ""])
    assert told["status"].startswith("This cannot be: these answers contradict")
    assert "prostitution is a misdemeanor" in told["told"]
    assert "Prostitution is a class A misdemeanor" in told["told"]


def test_a_number_that_is_none_is_told_and_led_to(vacatur: Tab) -> None:
    vacatur.page.fill('[name="longest_prison_term"]', "ten")
    error = vacatur.page.locator("#e-longest_prison_term")
    assert error.inner_text() == "Error: Enter a whole number of years, in digits."
    assert not vacatur.page.locator("#the-problems").is_visible()
    vacatur.page.locator("[type=submit]").click()
    assert vacatur.page.evaluate("document.activeElement.id") == "the-problems"
    vacatur.page.locator("#the-problems button").click()
    focused = vacatur.page.evaluate("document.activeElement.name")
    assert focused == "longest_prison_term"
    vacatur.page.fill('[name="longest_prison_term"]', "10")
    assert not error.is_visible()
    assert not vacatur.page.locator("#the-problems").is_visible()


@pytest.mark.parametrize("words", ["12345-01-01", "0000-01-01"])
def test_a_day_that_no_calendar_of_ours_has_is_told(vacatur: Tab, words: str) -> None:
    vacatur.page.evaluate(
        """(words) => {
            const day = document.getElementById("i--day");
            day.type = "text";  // as a browser without a calendar has it
            day.value = words;
            day.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        words,
    )
    assert vacatur.page.locator("#e--day").inner_text() == "Error: Enter a whole day."
    assert status(vacatur).startswith("Cannot tell yet")


def test_money_is_read_as_cents_without_fractions(vacatur: Tab) -> None:
    read = vacatur.page.evaluate(
        """async (texts) => {
            const script = document.querySelector('script[src*=questionnaire]');
            const typed = new URL("questionnaire_typed.mjs", script.src);
            const { cents, monthsAfter } = await import(typed.href);
            return [texts.map((text) => cents(text).value ?? null),
                    [monthsAfter("2021-08-31", 6), monthsAfter("2023-12-15", 12)]];
        }""",
        ["0.07", "$1,250.00", "1250", "19.99", "1,25", "20.5", "-1", "1e3", "9" * 30, ""],
    )
    assert read == [
        [7, 125000, 125000, 1999, None, None, None, None, None, None],
        ["2022-02-28", "2024-12-15"],
    ]


def test_another_day_leads_to_its_own_text(vacatur: Tab) -> None:
    told = vacatur.page.evaluate(FILL, [{}, "2016-10-01"])
    assert told["status"].startswith("The text of this page was not in force on")
    vacatur.page.locator("#the-status a").click()
    assert vacatur.page.url.endswith(of_decision_text("us-ct/vacatur", date(2016, 10, 1)))


def test_an_answer_says_that_what_is_unknown_does_not_matter(vacatur: Tab) -> None:
    facts = {
        "took_part_as_result_of_trafficking": "true",
        "proved_victim_at_time_of_offense": "true",
        "conviction_for_prostitution": "true",
    }
    told = vacatur.page.evaluate(FILL, [facts, ""])
    assert told["status"].startswith(
        "Outcome: shall vacate, whatever the answers are that are not known."
    )
    tree = vacatur.page.locator("#the-details > details").first
    tree.locator("summary").click()
    lines = tree.locator("p").all_inner_texts()
    assert "application made out: all of these: not known" in lines
    assert "conviction for prostitution: yes: met (answered: yes)" in lines
    told = vacatur.page.evaluate(FILL, [facts | {"offense_level": "misdemeanor"}, ""])
    assert told["status"].startswith("Outcome: shall vacate.The court must")
    assert tree.locator("p").first.is_visible()  # it stays open when answers change


def test_without_a_script_there_are_words_and_a_table(
    browser: Browser, published: Published
) -> None:
    address = published.address + of_decision_text("us-ct/vacatur", date(2016, 10, 1))
    tab = Tab(browser, address, script=False)
    assert tab.page.get_by_text("needs JavaScript").is_visible()
    assert not tab.page.locator("#the-questions").is_visible()
    assert not tab.page.locator("#the-answer-part").is_visible()
    assert tab.page.locator("#reading-1, #reading-2").count() == 2
    assert tab.page.locator("table.ways").count() == 2
    tab.context.close()


def test_an_answer_prints_with_what_it_rests_on(vacatur: Tab) -> None:
    page = vacatur.page
    page.evaluate(FILL, [{"proved_victim_at_time_of_offense": "false"}, "2022-01-01"])
    page.evaluate(
        """() => {
            window.print = () => {
                const root = document.querySelector(".as-code");
                window.printed = [
                    root.classList.contains("printing-answer"),
                    root.querySelectorAll("#the-details > details:not([open])").length,
                ];
            };
        }"""
    )
    page.locator("#print-answer").click()
    assert page.evaluate("window.printed") == [True, 0]
    page.emulate_media(media="print")
    page.evaluate("document.querySelector('.as-code').classList.add('printing-answer')")
    assert page.locator("#the-status").is_visible()
    assert page.locator("#q-proved_victim_at_time_of_offense").is_visible()
    assert not page.locator("#q-offense_level").is_visible()
    assert not page.locator("#the-rule").is_visible()
