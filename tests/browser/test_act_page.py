"""The page of an act in a real browser: what belongs together is lit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from .conftest import Published

ACT = "us-ct/pa/21-103/index.html"
CHANGE = "article[id^=change-]"


@pytest.fixture
def tab(browser: Browser, published: Published) -> Iterator[Page]:
    said: list[str] = []
    asked: list[str] = []
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    opened = context.new_page()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(published.address + ACT)
    yield opened
    context.close()
    assert said == []
    assert [url for url in asked if not url.startswith(published.address)] == []


def lit(tab: Page) -> set[str]:
    found: list[str] = tab.locator(".item.lit").evaluate_all("all => all.map(x => x.id)")
    return set(found)


def together(tab: Page, anchor: str) -> set[str]:
    return set((tab.locator(f"#{anchor}").get_attribute("data-with") or "").split())


def test_pointing_at_an_item_lights_what_belongs_to_it_and_nothing_else(tab: Page) -> None:
    for anchor in ("summary-pa-21-103-2", "change-28", "code-27", "claim-28"):
        tab.locator(f"#{anchor}").hover()
        assert lit(tab) == together(tab, anchor) != set()
        assert tab.locator(".item.chosen").get_attribute("id") == anchor


def test_what_is_lit_is_told_by_words_too(tab: Page) -> None:
    tab.locator("#change-28").hover()
    tag = "one => getComputedStyle(one, '::after').content"
    assert tab.locator("#summary-pa-21-103-2").evaluate(tag) == '"belongs to it"'
    assert tab.locator("#summary-pa-21-103-9").evaluate(tag) == "none"
    counts = tab.locator(".act-band").last.locator("h4").all_inner_texts()
    statements = sum(name.startswith("summary") for name in together(tab, "change-28"))
    assert counts[0] == f"What is said {statements} belong to it"


def test_the_keyboard_does_the_same(tab: Page) -> None:
    tab.locator("#change-28 .label a").focus()
    assert lit(tab) == together(tab, "change-28")
    tab.keyboard.press("Tab")
    assert lit(tab) == together(tab, "change-28")
    tab.keyboard.press("Escape")
    assert lit(tab) == set()


def test_an_address_with_an_item_lights_it(tab: Page, published: Published) -> None:
    tab.goto(f"{published.address}{ACT}#claim-30")
    assert lit(tab) == together(tab, "claim-30")
    tab.goto(f"{published.address}{ACT}#%E0%ZZ")
    assert lit(tab) == set()
    tab.locator("#claim-30 .with summary").click()
    tab.locator("#claim-30 .with a[href='#change-28']").click()
    assert tab.url.endswith("#change-28")
    assert lit(tab) == together(tab, "change-28")


def test_columns_stand_beside_each_other_where_there_is_room(tab: Page) -> None:
    tops = "all => new Set(all.map(x => x.getBoundingClientRect().top)).size"
    columns = tab.locator(".act-band").last.locator(".column")
    assert columns.evaluate_all(tops) == 1
    tab.set_viewport_size({"width": 900, "height": 900})
    assert columns.evaluate_all(tops) == 2
    tab.set_viewport_size({"width": 400, "height": 900})
    assert columns.evaluate_all(tops) == 4
    assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_nothing_moves_when_an_item_is_lit(tab: Page) -> None:
    places = "all => all.map(x => x.getBoundingClientRect().top + scrollY)"
    items = tab.locator(".item")
    before = items.evaluate_all(places)
    tab.locator("#change-28 .label a").focus()
    assert items.evaluate_all(places) == before


def test_without_a_script_links_lead_to_what_belongs_together(
    browser: Browser, published: Published
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(published.address + ACT)
    assert tab.locator(".hint").is_hidden()
    tab.locator("#claim-28 .with summary").click()
    tab.locator("#claim-28 .with a[href='#change-28']").click()
    assert tab.url.endswith("#change-28")
    width = tab.locator("#change-28:target").evaluate(
        "x => getComputedStyle(x).outlineWidth"
    )
    assert width == "3px"
    context.close()


def test_forced_colours_and_paper_keep_what_is_marked(tab: Page) -> None:
    tab.emulate_media(forced_colors="active")
    tab.locator("#change-28").hover()
    style = "x => getComputedStyle(x).outlineStyle"
    assert tab.locator(".item.chosen").evaluate(style) == "dashed"
    assert tab.locator("#summary-pa-21-103-2").evaluate(style) == "solid"
    tab.emulate_media(forced_colors="none", media="print")
    assert tab.locator("#change-28 del").first.is_visible()
    assert tab.locator("#change-28 .with").is_hidden()
