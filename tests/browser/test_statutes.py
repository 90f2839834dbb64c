"""Pages of statutes in a browser: a day is picked, and provisions are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from .conftest import Published

STATUTE = "us-ct/cgs/54-95c/"


@pytest.fixture
def tab(browser: Browser, published: Published) -> Iterator[Page]:
    """A statute in a window that may write to the clipboard; nothing is complained of."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{published.address}{STATUTE}index.html")
    yield page
    assert complaints == []
    assert [url for url in asked if not url.startswith(published.address)] == []
    context.close()


def copied(tab: Page) -> str:
    return str(tab.evaluate("navigator.clipboard.readText()"))


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2013-10-01", "2013-10-01"),
        ("2016-09-30", "2013-10-01"),
        ("2016-10-01", "2016-10-01"),
        ("2021-09-30", "2016-10-01"),
    ],
)
def test_a_day_leads_to_its_text(tab: Page, day: str, text: str) -> None:
    tab.get_by_label("Show the text of").fill(day)
    tab.get_by_role("button", name="Go").click()
    tab.wait_for_url(f"**/{STATUTE}{text}/index.html")
    assert tab.locator(".of-day").count() == 1


def test_a_day_of_the_text_in_force_stays_and_says_so(tab: Page) -> None:
    tab.get_by_label("Show the text of").fill("2024-02-29")
    tab.keyboard.press("Enter")
    assert tab.locator(".found").inner_text() == (
        "The text of 29 February 2024 is the one on this page."
    )
    assert tab.evaluate("document.activeElement.id") == "the-text"


def test_a_day_without_a_text_is_said_to_have_none(tab: Page) -> None:
    tab.get_by_label("Show the text of").fill("2010-01-01")
    tab.keyboard.press("Enter")
    told = tab.locator(".found")
    assert told.get_attribute("role") == "status"
    assert told.inner_text() == (
        "There is no text for 1 January 2010 here. The first text here is of "
        "1 October 2013. The timeline tells which texts there are."
    )


def test_a_provision_is_cited_with_its_day_its_lasting_address_and_its_file(
    tab: Page, published: Published
) -> None:
    tab.get_by_role("link", name="Link to (d)(1)", exact=True).focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**#sec_54-95c__subsec_d__subdiv_1")
    tab.wait_for_function("document.activeElement.className === 'permalink'")
    tab.keyboard.press("Tab")
    button = tab.get_by_role("button", name="Copy citation of (d)(1)")
    assert button.evaluate("one => one === document.activeElement")
    tab.keyboard.press("Enter")
    tab.locator(".copied:not(:empty)").wait_for()
    address = f"{published.address}{STATUTE}2021-10-01/index.html"
    start = (
        "C.G.S. § 54-95c(d)(1) (text of 1 October 2021), "
        f"{address}#sec_54-95c__subsec_d__subdiv_1 [SHA-256 "
    )
    assert copied(tab).startswith(start)
    digest = copied(tab).removeprefix(start).removesuffix("]")
    page = (published.folder / STATUTE / "2021-10-01/index.html").read_text("utf-8")
    assert f"<code>{digest}" in page
    assert tab.locator(".copied").inner_text() == f"Citation copied: {copied(tab)}"
    tab.goto(copied(tab).partition(", ")[2].partition(" [")[0])
    assert tab.locator(":target").inner_text().startswith("(1) shall vacate")


def test_a_link_is_copied_for_the_provision_that_was_chosen(
    tab: Page, published: Published
) -> None:
    tab.get_by_role("link", name="Link to (b)", exact=True).click()
    tab.get_by_role("button", name="Copy link of (b)").click()
    tab.locator(".copied:not(:empty)").wait_for()
    address = f"{published.address}{STATUTE}index.html#sec_54-95c__subsec_b"
    assert copied(tab) == address


def test_a_browser_that_does_not_copy_shows_the_words(
    browser: Browser, published: Published
) -> None:
    tab = browser.new_page()
    tab.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    )
    tab.goto(f"{published.address}{STATUTE}index.html")
    tab.get_by_role("button", name="Copy citation of C.G.S. § 54-95c").click()
    told = tab.locator(".copied").inner_text()
    assert told.startswith(
        "The browser did not let the page copy. Citation: C.G.S. § 54-95c ("
    )
    tab.close()


def test_without_a_script_the_list_is_the_way(
    browser: Browser, published: Published
) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{published.address}{STATUTE}index.html")
    assert not tab.locator(".picker").is_visible()
    assert tab.get_by_role("button").count() == 0
    tab.get_by_role("list").get_by_role("link", name="1 October 2016", exact=True).click()
    assert tab.url.endswith(f"{STATUTE}2016-10-01/index.html")
    context.close()


def test_every_link_and_button_is_reached_and_is_large_enough(tab: Page) -> None:
    tab.locator(".code summary").first.click()
    expected = tab.evaluate(
        "[...document.querySelectorAll('main :is(a[href], button, input, summary)')]"
        ".filter(one => one.tabIndex >= 0 && one.checkVisibility()).length"
    )
    tab.locator("#content").focus()
    stops = 0
    for _ in range(expected + 30):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(
            "(() => { const one = document.activeElement;"
            " if (!one.closest('main')) return null;"
            " window.reached = (window.reached ?? new Set()).add(one);"
            " const box = one.getBoundingClientRect();"
            " return [window.reached.size, one.className, box.width, box.height]; })()"
        )
        if stop is None:
            break
        stops = stop[0]
        if stop[1] == "permalink":
            assert min(stop[2], stop[3]) >= 24
    assert stops == expected


def test_printed_pages_hold_the_law_and_no_controls(tab: Page) -> None:
    tab.emulate_media(media="print")
    for hidden in (".picker", ".copy", ".permalink", ".code", ".files"):
        assert not tab.locator(hidden).first.is_visible()
    assert tab.get_by_text("In force since 1 October 2021.").is_visible()
    assert tab.get_by_text("The applicant shall notify").is_visible()
    assert tab.get_by_role("heading", name="Timeline").is_visible()
    assert f"{STATUTE}2021-10-01/index.html" in tab.locator(".stays").inner_text()


def test_the_tree_of_accessibility_names_the_text_in_force(tab: Page) -> None:
    outline = tab.locator("main").aria_snapshot()
    assert 'heading "C.G.S. § 54-95c Vacating convictions' in outline
    assert 'heading "1 October 2021 in force"' in outline
    assert tab.locator("ol [aria-current]").inner_text() == "1 October 2021"
    assert tab.locator(".drawn").get_attribute("aria-hidden") == "true"
