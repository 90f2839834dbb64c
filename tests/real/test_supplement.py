"""A whole real code and its supplement: every section that differs is told, no other."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.cli.main import _status
from statuteline.model.text import block_text, prose_text

from .connecticut import EDITIONS, SOURCE, sections, write

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The base and its supplement, each as one Akoma Ntoso file."""
    if not SOURCE.is_dir():
        pytest.skip("../shared/corpora/ct-general-statutes is absent")
    folder = tmp_path_factory.mktemp("editions")
    for edition in EDITIONS:
        assert write(edition, folder / f"{edition}.xml") > 1_900
    return folder


def words(edition: str) -> dict[str, tuple[str, ...]]:
    """Give what each title, chapter and section of an edition says, by eId."""
    found: dict[str, tuple[str, ...]] = {}
    for section in sections(edition):
        title, chapter = section.position.title, section.position.chapter
        found[f"title_{title.number}"] = (title.name,)
        found[f"chp_{chapter.number}"] = (chapter.name,)
        found[f"sec_{section.number}"] = (
            prose_text(section.heading),
            *map(block_text, section.body),
        )
    return found


def test_a_supplement_is_told_section_by_section(
    editions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(editions / f"{edition}.xml") for edition in EDITIONS]
    command = ["compare", *files, "--supplement", "--format", "json", "--jobs", "2"]
    assert _status(command) == 1
    told: list[dict[str, Any]] = [
        json.loads(line) for line in capsys.readouterr().out.splitlines()
    ]
    base, supplement = words("base"), words("supplement")
    differing = {eid for eid, text in supplement.items() if base.get(eid) != text}
    assert len(differing) > 1_900
    rows = {row["new"]: row for row in told}
    assert len(rows) == len(told)
    assert None not in rows, "repealed, although the supplement only leaves it out"
    assert differing - set(rows) == set()
    beside = [rows[eid] for eid in set(rows) - differing]
    kinds = {change["kind"] for row in beside for change in row["changes"]}
    assert kinds <= {"moved"}, "words differ where the supplement changes none"
