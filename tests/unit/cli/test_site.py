from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from .conftest import Result

PROGRAM = Path(sys.executable).with_name("statuteline")


def test_a_site_is_built(run: Callable[..., Result], tmp_path: Path) -> None:
    folder = tmp_path / "site"
    done = run("site", "build", "--output", folder, "--at", "2026-11-27")
    assert done.status == 0, done.err
    assert done.out.endswith(f"pages in {folder}, the law of 2026-11-27\n")
    page = (folder / "us-ct" / "cgs" / "54-95c" / "index.html").read_text("utf-8")
    assert "27 November 2026" in page


@pytest.mark.parametrize("option", ["--address", "--repository"])
def test_an_address_that_is_none_is_refused(
    run: Callable[..., Result], tmp_path: Path, option: str
) -> None:
    done = run("site", "build", "--output", tmp_path / "site", option, "law.example")
    assert done.status == 2
    assert "no address of the web" in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_somebodys_own_is_refused(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    done = run("site", "build", "--output", tmp_path)
    assert done.status == 2
    assert "holds other things than a site" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_site_is_served(free_port: int) -> None:
    command = [str(PROGRAM), "site", "serve", "--port", str(free_port)]
    page = f"http://127.0.0.1:{free_port}/us-ct/cgs/54-95c/index.html"
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            page = _asked(
                f"http://127.0.0.1:{free_port}/us-ct/cgs/54-95c/index.html", server
            )
            assert "Vacating convictions" in page
        finally:
            server.terminate()


def _asked(address: str, server: subprocess.Popen[str]) -> str:
    """Ask until the server answers, or has ended."""
    while server.poll() is None:
        try:
            with urlopen(address, timeout=5) as answer:  # noqa: S310 - of this computer
                text: str = answer.read().decode()
                return text
        except URLError:
            continue
    raise AssertionError(server.communicate()[1])
