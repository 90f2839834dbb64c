"""Every kind of page by keyboard alone: nothing holds the focus, and it is always seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from .test_site import KINDS, largest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from .conftest import Published

_STEPS = 60
_WALKED = [kind for kind in KINDS if kind != "search"]
"""The search takes the focus by itself when it is ready; its own tests tell of it."""
_FOCUSED = """() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    window.numbered ??= new Map();
    if (!window.numbered.has(one)) window.numbered.set(one, window.numbered.size);
    return {
        name: `${one.tagName} ${one.textContent.trim().slice(0, 40)}`,
        number: window.numbered.get(one),
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        inside: box.width > 0 && box.height > 0 && box.bottom > 0
            && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""


def walked(tab: Page) -> list[dict[str, Any]]:
    """Press the tab key until the page ends, or often enough."""
    found: list[dict[str, Any]] = []
    for _ in range(_STEPS):
        tab.keyboard.press("Tab")
        focused = tab.evaluate(_FOCUSED)
        if focused is None:
            break
        # A field for a day has several stops: they are one.
        if not found or found[-1]["number"] != focused["number"]:
            found.append(focused)
    return found


@pytest.mark.parametrize("kind", _WALKED)
def test_the_focus_goes_on_and_is_seen(
    kind: str, browser: Browser, published: Published
) -> None:
    context = browser.new_context(
        viewport={"width": 1000, "height": 800}, reduced_motion="reduce"
    )
    tab = context.new_page()
    tab.goto(published.address + largest(published, kind))
    steps = walked(tab)
    numbers = [one["number"] for one in steps]
    assert len(steps) > 3
    assert len(numbers) == len(set(numbers)), "the focus came back before the page ended"
    assert [one["name"] for one in steps if not one["outlined"]] == []
    assert [one["name"] for one in steps if not one["inside"]] == []
    context.close()


@pytest.mark.parametrize("kind", _WALKED)
def test_the_first_stop_leads_past_the_navigation(
    kind: str, browser: Browser, published: Published
) -> None:
    tab = browser.new_page()
    tab.goto(published.address + largest(published, kind))
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent").startswith("Skip to the ")
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.tagName") in {"MAIN", "H2"}
    tab.close()


def test_motion_is_left_out_for_those_who_ask(
    browser: Browser, published: Published
) -> None:
    context = browser.new_context(reduced_motion="reduce")
    tab = context.new_page()
    tab.goto(published.address)
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert tab.evaluate(behaviour) == "auto"
    tab.emulate_media(reduced_motion="no-preference")
    assert tab.evaluate(behaviour) == "smooth"
    context.close()


@pytest.mark.parametrize("kind", ["redline", "act", "impact"])
def test_nothing_is_lost_in_forced_colours(
    kind: str, browser: Browser, published: Published
) -> None:
    """Where the reader's colours rule, marks must not be told by a background alone."""
    context = browser.new_context(forced_colors="active")
    tab = context.new_page()
    tab.goto(published.address + largest(published, kind))
    assert tab.locator("ins, del").count() > 0
    unmarked = tab.evaluate("""() => [...document.querySelectorAll("ins, del")]
        .filter((one) => getComputedStyle(one).textDecorationLine === "none")
        .map((one) => one.textContent)""")
    assert unmarked == []
    context.close()
