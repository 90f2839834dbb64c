"""Cases decided: folders that a lawyer can open and judge.

Each folder of ``decide`` holds the case, the options of the command, and the answer, but
for the last line: the receipt, which every new file of the corpus changes.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from statuteline.cli.main import _status

_FOLDER = Path(__file__).resolve().parent / "decide"
_CASES = sorted(path.name for path in _FOLDER.iterdir())


@pytest.mark.parametrize("case", _CASES)
def test_the_answer_is_the_golden_one(
    case: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _FOLDER / case
    monkeypatch.setenv("COLUMNS", "92")
    options = (folder / "options.txt").read_text("utf-8").split()
    assert _status(["decide", *options, "--facts", str(folder / "case.toml")]) == 0
    answer, receipt, _ = capsys.readouterr().out.rpartition("\nReceipt ")
    assert receipt
    assert answer == (folder / "answer.txt").read_text("utf-8")


def test_there_are_golden_cases() -> None:
    assert len(_CASES) >= 4
