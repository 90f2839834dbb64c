"""Lists are narrowed by what is typed, and whole without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from .conftest import Published


def test_a_list_is_narrowed(browser: Browser, published: Published) -> None:
    tab = browser.new_page()
    tab.goto(published.address)
    tab.get_by_label("By number or by words of its title").fill("§ 54 CONVICTIONS")
    shown = tab.locator("[data-found] li:visible")
    assert shown.all_inner_texts() == [
        "54-95c\nVacating convictions of trafficking victims"
    ]
    assert tab.get_by_role("status").inner_text() == "1 of 8"
    tab.close()


def test_without_a_script_the_list_is_whole(browser: Browser, published: Published) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(published.address)
    assert tab.locator("[data-found] li:visible").count() == 8
    assert not tab.get_by_label("By number or by words of its title").is_visible()
    context.close()
