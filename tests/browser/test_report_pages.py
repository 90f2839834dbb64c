"""Pages of reports in a real browser: for everybody, on any width, asking nobody."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Look, Scheme

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "check": ["check", "us-ct/vacatur", "--all"],
    "matrix": ["matrix", "--act", "PA 21-103"],
}


@pytest.fixture(scope="module", params=PAGES)
def report_page(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The page of a report, made as a user would make it."""
    page = tmp_path_factory.mktemp("pages") / f"{request.param}.html"
    program = Path(sys.executable).with_name("statuteline")
    words = [*PAGES[request.param], "--format", "html", "--output", str(page)]
    run = subprocess.run([program, *words], cwd=ROOT, capture_output=True, check=False)
    assert run.returncode in {0, 1}, run.stderr.decode()
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_report_is_for_everybody(
    look: Look, report_page: Path, scheme: Scheme, width: int
) -> None:
    seen = look(report_page, scheme=scheme, width=width)
    assert (seen.violations, seen.complaints, seen.requests) == ((), (), ())
    assert seen.overflow <= 0
    assert "- table" in seen.outline
