"""Any two texts compared in the browser: the choice, the address, and what may fail."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

    from .conftest import Published

PAIRS = "us-ct/cgs/53a-192a/diff/index.html"
OLD, MID, NEW = "2013-10-01", "2016-10-01", "2017-10-01"
SHOWN = "[data-shown]:not([hidden])"


@pytest.fixture
def tab(browser: Browser, published: Published) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(published.address + PAIRS)
    page.locator("[data-choice]:not([hidden])").wait_for()
    yield page
    context.close()
    assert errors == []


def told(tab: Page) -> str:
    return tab.locator("[data-told]").inner_text().strip()


def choose(tab: Page, old: str, new: str) -> None:
    tab.locator("#old").select_option(old)
    tab.locator("#new").select_option(new)
    tab.get_by_role("button", name="Show what changed").click()


def test_two_texts_are_chosen_and_the_address_holds_them(tab: Page) -> None:
    assert told(tab) == ""
    choose(tab, OLD, NEW)
    tab.locator(SHOWN).wait_for()
    assert tab.url.endswith(f"#{OLD}..{NEW}")
    assert told(tab).startswith("Shown below. 8 changes")
    assert tab.title().startswith(f"{OLD} and {NEW}: ")
    choose(tab, OLD, MID)
    expect(tab).to_have_title(re.compile(r"and 2016-10-01: "))
    tab.go_back()
    expect(tab).to_have_title(re.compile(r"and 2017-10-01: "))
    assert tab.locator(SHOWN).count() == 1
    assert tab.locator("#new").input_value() == NEW
    tab.go_back()
    tab.locator(SHOWN).wait_for(state="detached")
    assert told(tab) == ""
    tab.go_forward()
    tab.locator(SHOWN).wait_for()


def test_a_place_in_a_pair_has_an_address_too(tab: Page, published: Published) -> None:
    choose(tab, OLD, NEW)
    tab.locator(SHOWN).wait_for()
    tab.locator("[data-changes] a").last.click()
    place = f"#{OLD}..{NEW}/sec_53a-192a__subsec_b"
    assert tab.url.endswith(place)
    assert tab.locator(SHOWN).count() == 1
    tab.keyboard.press("n")
    tab.wait_for_url("**/change-1")
    tab.goto("about:blank")
    tab.goto(published.address + PAIRS + place)
    tab.locator(".provision:target").wait_for()
    expect(tab.locator(".provision:target")).to_be_in_viewport()


def test_a_pair_with_a_page_of_its_own_leads_there(tab: Page, published: Published) -> None:
    choose(tab, OLD, "2021-10-01")
    tab.wait_for_url(f"**/{OLD}..2021-10-01/index.html")
    tab.go_back()
    tab.wait_for_url(f"**/{PAIRS}")
    tab.goto("about:blank")
    tab.goto(f"{published.address}{PAIRS}#{OLD}..2021-10-01")
    tab.wait_for_url(f"**/{OLD}..2021-10-01/index.html")
    tab.go_back()  # not back to an address that leads here again
    assert tab.url == "about:blank"


def test_the_older_text_is_the_old_one_and_one_text_is_no_pair(tab: Page) -> None:
    choose(tab, OLD, OLD)
    assert told(tab) == "Both are the same text. Choose two different ones."
    choose(tab, NEW, OLD)
    tab.locator(SHOWN).wait_for()
    assert tab.url.endswith(f"#{OLD}..{NEW}")
    assert tab.locator("#old").input_value() == OLD


@pytest.mark.parametrize("name", [f"{NEW}..{OLD}", "a..b", "2013-10-01..<b>", "%3Cb%3E.."])
def test_an_address_of_no_pair_is_told(tab: Page, name: str) -> None:
    tab.evaluate("name => { location.hash = name; }", name)
    expect(tab.locator("[data-told]")).to_contain_text("There is no comparison of ")
    assert tab.locator(SHOWN).count() == 0
    assert tab.locator("[data-told] *").count() == 0


def test_what_cannot_be_read_is_told(tab: Page) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    tab.route("**/*.json", refuse)
    choose(tab, OLD, NEW)
    tab.get_by_text("the site did not answer. Try again.").wait_for()
    tab.unroute("**/*.json")
    tab.route(f"**/{OLD}.json", lambda route: route.fulfill(status=404))
    tab.get_by_role("button", name="Show what changed").click()
    tab.get_by_text("the site answered 404").wait_for()
    tab.unroute(f"**/{OLD}.json")
    tab.route(f"**/{OLD}.json", lambda route: route.fulfill(body="<p>sorry"))
    tab.get_by_role("button", name="Show what changed").click()
    tab.get_by_text("it is no JSON").wait_for()
    tab.unroute(f"**/{OLD}.json")
    tab.route(f"**/{OLD}.json", lambda route: route.fulfill(body='{"schema": "other"}'))
    tab.get_by_role("button", name="Show what changed").click()
    tab.get_by_text("it is not of statuteline/words/1").wait_for()
    tab.unroute(f"**/{OLD}.json")
    assert tab.locator(SHOWN).count() == 0
    tab.get_by_role("button", name="Show what changed").click()
    tab.locator(SHOWN).wait_for()


def test_a_comparison_of_other_words_is_not_shown(tab: Page, published: Published) -> None:
    file = published.folder / PAIRS.replace("index.html", f"{OLD}.json")
    text = json.loads(file.read_text("utf-8"))
    text["provisions"][1]["intro"] += " and more"
    tab.route(f"**/{OLD}.json", lambda route: route.fulfill(body=json.dumps(text)))
    choose(tab, OLD, NEW)
    tab.get_by_text("does not give back both texts, so it is not shown").wait_for()
    assert tab.locator(SHOWN).count() == 0


def test_without_script_the_page_says_what_to_do(
    browser: Browser, published: Published
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for address in (published.address + PAIRS, (published.folder / PAIRS).as_uri()):
        page.goto(address)
        assert page.get_by_text("Choosing needs JavaScript").is_visible()
        assert not page.locator("#old").is_visible()
        other = page.locator(f"[id='{OLD}..{NEW}'] code").inner_text()
        work = "us-ct/cgs/53a-192a"
        assert other == f"statuteline diff {work}/eng@{OLD} {work}/eng@{NEW}"
        written = page.get_by_role("link", name="From the text of 1 October 2013 to")
        assert written.count() == 2
    context.close()
