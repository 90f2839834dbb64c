"""The law in a site of somebody else: its theme, its pages, a folder for the law."""

from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from statuteline.website.checking import dead_links, seen_pages

from .conftest import ROOT, Quiet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

_PROJECT = """\
site_name: A handbook
theme: {name: mkdocs, highlightjs: false}
plugins:
  - search
  - statuteline:
      corpus: CORPUS
      folder: law
"""


@pytest.fixture(scope="module", params=[True, False], ids=["folders", "files"])
def handbook(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, str]]:
    """A handbook with one page of its own, in either way to name pages."""
    project = tmp_path_factory.mktemp("handbook")
    (project / "docs").mkdir()
    (project / "docs" / "index.md").write_text("# A handbook\n", "utf-8")
    settings = _PROJECT.replace("CORPUS", str(ROOT / "statutes"))
    settings += f"use_directory_urls: {str(request.param).lower()}\n"
    (project / "mkdocs.yml").write_text(settings, "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    folder = project / "site"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield folder, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_every_link_leads_somewhere(handbook: tuple[Path, str]) -> None:
    folder, _ = handbook
    assert [
        str(one) for one in dead_links(folder, seen_pages(folder)) if one.page != "404.html"
    ] == []


def test_scripts_run_and_the_theme_keeps_its_look(
    handbook: tuple[Path, str], browser: Browser
) -> None:
    _, address = handbook
    tab = browser.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda fault: faults.append(str(fault)))
    tab.goto(address)
    look = "getComputedStyle(document.querySelector('h1')).fontFamily"
    own = tab.evaluate(look)
    tab.goto(f"{address}law/us-ct/cgs/54-95c/index.html")
    assert tab.evaluate(look) == own
    tab.locator("input[type=date]").fill("2018-05-01")
    tab.get_by_role("button", name="Go").click()
    tab.wait_for_url("**/law/us-ct/cgs/54-95c/2016-10-01/index.html*")
    assert faults == []
    tab.close()
