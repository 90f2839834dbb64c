from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from statuteline.cli import _reported

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

Run = Callable[..., Any]


def test_a_report_goes_to_a_file_with_the_status_of_the_check(
    run: Run, copy: Path, tmp_path: Path
) -> None:
    (copy / "judgements.toml").unlink(missing_ok=True)
    path = tmp_path / "check.sarif"
    told = run("--corpus", copy, "check", "--format", "sarif", "--output", path)
    assert (told.status, told.out) == (1, "")
    (result, *_) = json.loads(path.read_text("utf-8"))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith(".py")
    (related,) = result["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"].endswith(".xml")
    assert related["physicalLocation"]["region"]["startLine"] > 10


def test_the_lines_named_are_those_of_the_provisions(run: Run, copy: Path) -> None:
    told = run("--corpus", copy, "check", "us-ct/vacatur", "--all", "--format", "json")
    texts = [one["text"] for one in json.loads(told.out)["findings"] if "text" in one]
    assert len(texts) > 50
    for text in texts:
        path, _, line = text["place"].rpartition(":")
        with open(path, encoding="utf-8") as lines:  # noqa: PTH123
            assert f'eId="{text["found"]}"' in lines.readlines()[int(line) - 1]


def test_a_form_that_there_is_not_is_refused(run: Run) -> None:
    told = run("check", "--format", "sarf")
    assert told.status == 2
    assert "sarif" in told.err


def test_a_workbook_is_not_written_to_a_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_reported, "is_terminal", lambda: True)
    told = run("check", "--format", "xlsx")
    assert told.status == 2
    assert "--output" in told.err
