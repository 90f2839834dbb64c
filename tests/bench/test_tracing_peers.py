"""The other programs are set up as they should be: all in order, and a fault is told."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from generated_code.traced import LINKS, PROVISIONS, Section, write_traced
from tracing_peers import doorstop, sphinx_needs, write_doorstop, write_sphinx_needs

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path) -> tuple[Section, ...]:
    return write_traced(tmp_path / "ours", 2, 3)


def told(command: Sequence[str], folder: Path) -> str:
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return run.stderr


def test_the_corpus_is_of_the_size_it_says(
    content: tuple[Section, ...], tmp_path: Path
) -> None:
    assert [len(one.words) for one in content] == [PROVISIONS] * 2
    assert [len(one.units) for one in content] == [LINKS] * 2
    assert len(list((tmp_path / "ours" / "xx" / "law").iterdir())) == 2


def test_doorstop_finds_a_changed_text_and_nothing_else(
    content: tuple[Section, ...], tmp_path: Path
) -> None:
    folder = tmp_path / "doorstop"
    write_doorstop(folder, content)
    before = told(doorstop(), folder).splitlines()
    # Provisions without code have no link; that is all there is to say.
    assert len(before) == 2 * (PROVISIONS - LINKS)
    assert all("no links from child document" in line for line in before)
    path = folder / "LAW" / "LAW00002.yml"
    path.write_text(path.read_text("utf-8").replace("text: |\n  ", "text: |\n  Not "))
    after = set(told(doorstop(), folder).splitlines()) - set(before)
    assert any("suspect link: LAW00002" in line for line in after)
    assert all("LAW00002" in line for line in after)


def test_sphinx_needs_finds_a_link_without_end_and_nothing_else(
    content: tuple[Section, ...], tmp_path: Path
) -> None:
    folder = tmp_path / "sphinx"
    write_sphinx_needs(folder, content)
    assert told(sphinx_needs(folder), folder) == ""
    path = folder / "section-1.rst"
    path.write_text(path.read_text("utf-8").replace(":id: LAW_1_2", ":id: LAW_1_22"))
    assert "LAW_1_2" in told(sphinx_needs(folder), folder)
