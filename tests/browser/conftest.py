"""A real browser, the page under test, and what the browser saw of a page."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage

Scheme: TypeAlias = Literal["light", "dark"]

ROOT = Path(__file__).resolve().parents[2]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--no-first-run",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the browser saw of a page.

    Args:
        violations: The accessibility rules it breaks, each with a report.
        complaints: Errors and warnings of the console.
        requests: Every address that was asked for, but for the page itself.
        outline: The accessibility tree in words.
        overflow: Pixels by which the page is wider than the window.
    """

    violations: tuple[str, ...]
    complaints: tuple[str, ...]
    requests: tuple[str, ...]
    outline: str
    overflow: int


class Look(Protocol):
    """Opens a page in a window and tells what was seen."""

    def __call__(self, page: Path | str, *, scheme: Scheme, width: int) -> Seen: ...


@pytest.fixture(scope="session")
def chromium() -> str:
    """The program; without it a test is skipped, or fails where it is required."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    if "chromium" in os.environ.get("STATUTELINE_REQUIRE", "").split(","):
        pytest.fail("Chromium is required here and not installed: apt-get install chromium")
    pytest.skip("needs Chromium: apt-get install chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    # Chromium's sandbox refuses to run for the root user.
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium, args=[*QUIET, *sandbox]
        )
        yield running
        running.close()


@pytest.fixture(scope="session")
def look(browser: Browser) -> Look:
    def look_at(page: Path | str, *, scheme: Scheme, width: int) -> Seen:
        address = page.as_uri() if isinstance(page, Path) else page

        def complain(message: ConsoleMessage) -> None:
            # The worker of MkDocs's search tells how it gets on.
            if message.type in {"error", "warning"}:
                complaints.append(message.text)

        complaints: list[str] = []
        requests: list[str] = []
        context = browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 900}
        )
        tab = context.new_page()
        tab.on("console", complain)
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("request", lambda request: requests.append(request.url))
        tab.goto(address)
        result = Axe().run(tab, options={"runOnly": RULES})
        seen = Seen(
            violations=tuple(
                f"{rule['id']}: {rule['nodes'][0]['failureSummary']}"
                for rule in result.response["violations"]
            ),
            complaints=tuple(complaints),
            requests=tuple(url for url in requests if url != address),
            outline=tab.locator("body").aria_snapshot(),
            overflow=tab.evaluate(
                "document.documentElement.scrollWidth - window.innerWidth"
            ),
        )
        context.close()
        return seen

    return look_at


@pytest.fixture(scope="session")
def redline_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a real comparison, made as a user would make it."""
    program = Path(sys.executable).with_name("statuteline")
    run = subprocess.run(
        [program, "diff", "54-95c", "2016-10-01", "2021-10-01", "--format", "html"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    # Status 1 says that the texts differ.
    assert run.returncode == 1, run.stderr.decode()
    assert run.stdout, run.stderr.decode()
    page = tmp_path_factory.mktemp("pages") / "54-95c.html"
    page.write_bytes(run.stdout)
    return page


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The site of this project, built and served on this computer.

    Args:
        folder: Where its files are.
        address: Where it is served, with a slash at its end.
    """

    folder: Path
    address: str

    def pages(self) -> tuple[str, ...]:
        """List its pages, as paths from its folder."""
        found = (one.relative_to(self.folder) for one in self.folder.rglob("*.html"))
        return tuple(sorted(one.as_posix() for one in found))


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """Build the site as ``make site`` does, and serve it: modules need a server."""
    folder = tmp_path_factory.mktemp("site")
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield Published(folder=folder, address=f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
        thread.join()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        pass
