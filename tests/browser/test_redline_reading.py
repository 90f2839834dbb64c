"""Redlines of the site as people read them: by keys, without script, on paper, by ear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from pypdf import PdfReader

from .conftest import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from .conftest import Published

VACATUR = "us-ct/cgs/54-95c/diff/2016-10-01..2021-10-01/index.html"
PAIRS = "us-ct/cgs/53a-192a/diff/index.html"
PAIR = "2013-10-01..2017-10-01"
COUNCIL = "us-ct/cgs/46a-170/diff/2022-10-01..2023-07-01/index.html"


@pytest.fixture
def tab(browser: Browser, published: Published) -> Iterator[Page]:
    """A page of a silent console, which asks nobody else for anything."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    requests: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    yield page
    context.close()
    assert complaints == []
    assert [url for url in requests if not url.startswith(published.address)] == []


@pytest.fixture
def unscripted(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    yield context.new_page()
    context.close()


def announced(tab: Page) -> str:
    return tab.locator("[data-announced]").inner_text().strip()


def test_keys_go_from_change_to_change_and_say_which(
    tab: Page, published: Published
) -> None:
    tab.goto(published.address + VACATUR)
    tab.keyboard.press("p")
    assert "#" not in tab.url
    tab.keyboard.press("n")
    tab.wait_for_url("**#change-1")
    expect(tab.locator("#change-1")).to_be_focused()
    assert announced(tab).startswith("Change 1 of 6. The undivided text becomes")
    for number in range(2, 7):
        tab.keyboard.press("n")
        tab.wait_for_url(f"**#change-{number}")
    expect(tab.locator("#change-6")).to_be_in_viewport()
    tab.keyboard.press("n")
    assert announced(tab) == "This is the last change."
    tab.keyboard.press("p")
    tab.wait_for_url("**#change-5")
    expect(tab.locator("[data-announced]")).to_contain_text("Change 5 of 6. Subsection (d)")


def test_keys_can_be_turned_off_and_leave_others_alone(
    tab: Page, published: Published
) -> None:
    tab.goto(published.address + VACATUR)
    tab.keyboard.press("Control+n")
    assert "#" not in tab.url
    tab.get_by_label("go to the next and the previous change").uncheck()
    tab.keyboard.press("n")
    assert "#" not in tab.url


def test_links_go_from_change_to_change(unscripted: Page, published: Published) -> None:
    unscripted.goto(published.address + VACATUR)
    for number in range(2, 7):
        name = f"#change-{number - 1}"
        unscripted.locator(name).get_by_role("link", name="Next change").click()
        assert unscripted.url.endswith(f"#change-{number}")
    assert unscripted.locator("#change-6").get_by_text("Next change").count() == 0
    unscripted.locator("#change-6").get_by_role("link", name="Previous change").click()
    assert unscripted.url.endswith("#change-5")


def test_each_sentence_leads_to_its_place(unscripted: Page, published: Published) -> None:
    unscripted.goto(published.address + VACATUR)
    links = unscripted.locator(".changes a")
    assert links.count() == 5
    for at in range(5):
        links.nth(at).click()
        assert unscripted.locator(".provision:target").count() == 1


def test_two_texts_stand_side_by_side_without_script(
    unscripted: Page, published: Published
) -> None:
    unscripted.goto(published.address + VACATUR)
    assert unscripted.locator(".two-texts:visible, .again:visible").count() == 0
    unscripted.get_by_label("side by side").check()
    assert unscripted.locator(".one-text:visible").count() == 0
    old = unscripted.locator("#change-1").get_by_role("group", name="Old text")
    new = unscripted.locator("#change-1").get_by_role("group", name="New text")
    one, other = old.bounding_box(), new.bounding_box()
    assert one is not None
    assert other is not None
    assert one["y"] == other["y"]
    assert one["x"] + one["width"] <= other["x"]
    assert "prostitution under section 53a-82" in old.inner_text()
    assert "any misdemeanor" not in old.inner_text()
    assert "any misdemeanor" in new.inner_text()
    # Words that both texts have stand in both columns.
    same = unscripted.locator(".own:visible", has_text="(1) trafficking in persons").first
    assert same.inner_text().count("trafficking in persons") == 2
    assert unscripted.get_by_text("Nothing here in the old text.").count() > 0


def test_a_narrow_window_says_why_it_has_one_column(
    unscripted: Page, published: Published
) -> None:
    unscripted.set_viewport_size({"width": 320, "height": 800})
    unscripted.goto(published.address + VACATUR)
    assert not unscripted.get_by_label("side by side").is_visible()
    assert unscripted.get_by_text("A wider window also offers").is_visible()


@pytest.mark.parametrize("layout", ["one", "two"])
def test_only_changes_are_shown_without_script(
    unscripted: Page, published: Published, layout: str
) -> None:
    unscripted.goto(published.address + COUNCIL)
    unscripted.locator(f"[value={layout}]").check()
    every = unscripted.locator(".own:visible").count()
    assert unscripted.get_by_text("left out.").first.is_hidden()
    unscripted.get_by_label("Only changes").check()
    few = unscripted.locator(".own:visible").count()
    assert 0 < few < every
    assert unscripted.locator(".far:visible").count() == 0
    assert unscripted.get_by_text("unchanged provisions left out.").first.is_visible()
    changes = unscripted.locator(".changed")
    assert changes.count() == unscripted.locator(".changed:visible").count() > 0


def test_paper_shows_brackets_underlines_and_where_it_is_from(
    tab: Page, published: Published, tmp_path: Path
) -> None:
    tab.goto(published.address + VACATUR)
    tab.emulate_media(media="print")
    drawn = tab.locator(".law ins").first.evaluate(
        "one => [getComputedStyle(one).textDecorationLine,"
        " getComputedStyle(one).textDecorationColor]"
    )
    assert drawn == ["underline", "rgb(0, 0, 0)"]
    assert tab.locator(".choices:visible, .walk:visible").count() == 0
    file = tmp_path / "redline.pdf"
    tab.pdf(path=file, format="Letter")
    sheets = [sheet.extract_text() for sheet in PdfReader(file).pages]
    words = " ".join(" ".join(sheets).split())
    assert "[prostitution under section 53a-82]" in words
    foot = "/2016-10-01..2021-10-01/ · as held on "
    assert [foot in sheet for sheet in sheets] == [True] * 3


@pytest.mark.parametrize("page", [VACATUR, f"{PAIRS}#{PAIR}"])
@pytest.mark.parametrize("layout", ["one", "two"])
def test_assistive_technology_is_told_of_changes(
    tab: Page, published: Published, page: str, layout: str
) -> None:
    tab.goto(published.address + page)
    tab.locator(".law .own").first.wait_for()
    tab.locator(f"[value={layout}]").check()
    outline = tab.locator(".law:visible").aria_snapshot()
    assert "- insertion" in outline
    assert "- deletion" in outline
    assert "deleted: [" in outline
    result = Axe().run(tab, options={"runOnly": RULES})
    assert [rule["id"] for rule in result.response["violations"]] == []
    wide = tab.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
