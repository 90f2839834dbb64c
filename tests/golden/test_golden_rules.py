"""Encodings shown: pages that a lawyer can read beside the statute.

Each file of ``rules`` is named after an encoding, a day, and a format.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from statuteline.cli.main import _status

_FOLDER = Path(__file__).resolve().parent / "rules"
_CASES = sorted(path.stem for path in _FOLDER.iterdir())


@pytest.mark.parametrize("case", _CASES)
def test_the_page_is_the_golden_one(
    case: str,
    *,
    update_golden: bool,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name, day, form = case.split("~")
    monkeypatch.setenv("COLUMNS", "120")
    words = ["rules", f"us-ct/{name}", "--at", day, "--format", form]
    assert _status(words) == 0
    page = capsys.readouterr().out
    file = _FOLDER / f"{case}.txt"
    if update_golden:
        file.write_text(page, "utf-8")
    assert page == file.read_text("utf-8")


def test_there_are_golden_pages() -> None:
    assert len(_CASES) >= 5
