"""The search finds what is in force, and says what it cannot do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from .conftest import Published


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def test_the_text_in_force_is_found(tab: Page, published: Published) -> None:
    tab.goto(f"{published.address}search.html?q=vacate+felony")
    # The manual may tell of the same words, and come before it.
    hit = tab.locator("[data-hits] li").filter(has_text="Vacating convictions").first
    hit.wait_for()
    assert "54-95c" in hit.get_by_role("link").inner_text()
    assert "vacate" in hit.locator("mark").all_inner_texts()
    assert tab.get_by_role("status").inner_text().endswith("found")
    hit.get_by_role("link").click()
    tab.wait_for_url("**/us-ct/cgs/54-95c/index.html**")


def test_no_text_that_is_past_is_found(tab: Page, published: Published) -> None:
    tab.goto(f"{published.address}search.html?q=prostitution")
    tab.locator("[data-hits] li").first.wait_for()
    links = tab.locator("[data-hits] a").evaluate_all("all => all.map(one => one.href)")
    assert links
    assert not [link for link in links if "/diff/" in link or "/20" in link]


@pytest.mark.parametrize("words", ["zzzz", "title:x^2 +-*", "§ (b)"])
def test_what_finds_nothing_ends_in_words(
    tab: Page, published: Published, words: str
) -> None:
    faults: list[str] = []
    tab.on("pageerror", lambda fault: faults.append(str(fault)))
    tab.goto(f"{published.address}search.html")
    box = tab.get_by_role("searchbox")
    box.wait_for()
    box.fill(words)
    tab.wait_for_timeout(400)
    assert faults == []
    assert (
        tab.locator("[data-hits] li").count() == 0 or tab.get_by_role("status").inner_text()
    )


def test_without_a_script_the_page_says_so(browser: Browser, published: Published) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{published.address}search.html")
    assert page.get_by_text("The search needs JavaScript").is_visible()
    assert not page.get_by_role("searchbox").is_visible()
    context.close()
