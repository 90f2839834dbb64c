"""The search of large sites finds the same texts, with one look, part by part."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from .conftest import Look, Scheme


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A project with a page of its own, the law, and the search of large sites."""
    project = tmp_path_factory.mktemp("large")
    (project / "docs").mkdir()
    (project / "docs" / "guide.md").write_text("# A guide\n\nTo a court.\n", "utf-8")
    law = {"at": "2026-11-27", "files": False, "pagefind": True}
    settings = {
        "site_name": "Large",
        "use_directory_urls": False,
        "theme": {"name": "statuteline"},
        "plugins": [{"statuteline": law}],
        "nav": [{"Law": "index.md"}, {"Guide": "guide.md"}],
    }
    (project / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    folder = project / "site"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """A window in which nothing may complain, and no other host may be asked."""
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    page.on(
        "request",
        lambda one: None if one.url.startswith(address) else complaints.append(one.url),
    )
    yield page
    assert complaints == []
    context.close()


def test_a_text_in_force_is_found_by_keyboard_alone(tab: Page, address: str) -> None:
    tab.goto(f"{address}search.html")
    box = tab.get_by_role("searchbox")
    box.wait_for()
    tab.keyboard.type("vacate felony")
    hit = tab.locator("[data-hits] li").first
    hit.wait_for()
    assert "54-95c" in hit.get_by_role("link").inner_text()
    assert hit.locator("mark").count()
    assert tab.get_by_role("status").inner_text().endswith("found")
    tab.keyboard.press("Tab")
    while tab.evaluate("document.activeElement.tagName") == "SELECT":
        tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/us-ct/cgs/54-95c/index.html")


def test_no_text_that_is_past_is_found(tab: Page, address: str) -> None:
    tab.goto(f"{address}search.html?q=prostitution")
    tab.locator("[data-hits] li").first.wait_for()
    links = tab.locator("[data-hits] a").evaluate_all("all => all.map(one => one.href)")
    assert links
    assert not [one for one in links if "/diff/" in one or "/20" in one or "/law/" in one]


def test_words_are_found_within_a_series_alone(tab: Page, address: str) -> None:
    tab.goto(f"{address}search.html?q=court")
    tab.locator("[data-hits] li").first.wait_for()
    assert tab.locator("[data-hits] li").count() > 1
    tab.get_by_label("Only in").select_option("Manual")
    expect(tab.locator("[data-hits] li")).to_have_count(1)
    assert tab.locator("[data-hits] a").inner_text() == "A guide"


@pytest.mark.parametrize("words", ["zzzzqqq", "<img src=x onerror=alert(1)>", "+-*§"])
def test_any_words_end_in_words(tab: Page, address: str, words: str) -> None:
    tab.goto(f"{address}search.html")
    box = tab.get_by_role("searchbox")
    box.wait_for()
    box.fill(words)
    expect(tab.get_by_role("status")).not_to_be_empty()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
def test_the_page_is_accessible_and_fits(
    look: Look, address: str, scheme: Scheme, width: int
) -> None:
    seen = look(f"{address}search.html?q=court", scheme=scheme, width=width)
    assert seen.violations == ()
    assert seen.complaints == ()
    assert seen.overflow == 0


def test_without_a_script_the_page_says_so(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}search.html")
    assert page.get_by_text("The search needs JavaScript").is_visible()
    context.close()


def test_only_the_page_of_the_search_may_run_its_program(tab: Page, address: str) -> None:
    allowed = "'wasm-unsafe-eval'"
    for path in ("index.html", "us-ct/cgs/54-95c/index.html", "search.html"):
        tab.goto(f"{address}{path}")
        policy = tab.locator("meta[http-equiv=Content-Security-Policy]").first
        assert (allowed in str(policy.get_attribute("content"))) == (path == "search.html")
