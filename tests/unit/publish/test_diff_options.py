"""``diff`` writes files, refuses to send bytes to a terminal, and checks its choices."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.cli.main import run

if TYPE_CHECKING:
    from collections.abc import Callable

DIFF = ("diff", "54-95c", "2016-10-01", "2021-10-01")


@pytest.fixture
def status() -> Callable[..., int]:
    """Run a command and give its exit status."""

    def run_it(*arguments: str) -> int:
        with pytest.raises(SystemExit) as ended:
            run([*arguments])
        return int(str(ended.value.code))

    return run_it


def test_output_goes_to_a_file(
    status: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "new" / "redline.docx"
    assert status(*DIFF, "--format", "docx", "--output", str(path)) == 1
    assert zipfile.is_zipfile(path)
    assert status(*DIFF, "--output", str(path)) == 1
    assert "Subsection (b) is added" in path.read_text("utf-8")
    assert [p.name for p in path.parent.iterdir()] == ["redline.docx"]
    assert capsys.readouterr() == ("", "")


def test_what_is_no_file_is_never_replaced(
    status: Callable[..., int], tmp_path: Path
) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs named pipes")
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    assert status(*DIFF, "--stat", "--output", str(path)) == 1
    assert b"5 changes" in os.read(reader, 10_000)
    os.close(reader)
    assert path.is_fifo()


def test_a_folder_cannot_be_written(
    status: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status(*DIFF, "--output", str(tmp_path)) == 2
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.parametrize("output", [(), ("--output", "-")])
def test_bytes_go_to_standard_output_if_asked(
    status: Callable[..., int],
    capfdbinary: pytest.CaptureFixture[bytes],
    output: tuple[str, ...],
) -> None:
    assert status(*DIFF, "--format", "xlsx", *output) == 1
    assert zipfile.is_zipfile(io.BytesIO(capfdbinary.readouterr().out))


@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_a_terminal_gets_no_bytes(
    status: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    form: str,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert status(*DIFF, "--format", form) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "--output FILE" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "csv", "--stat"), "text"),
        (("--format", "json", "--only", "changed"), "text"),
        (("--format", "docx", "--context", "1"), "html"),
        (("--profile", "strike"), "docx, html"),
        (("--format", "ct", "--layout", "side-by-side"), "text"),
        (("--format", "html", "--layout", "side-by-side"), "text"),
    ],
)
def test_a_choice_that_would_do_nothing_is_refused(
    status: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    told: str,
) -> None:
    assert status(*DIFF, *arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "has no use for --" in err
    assert told in err.partition("it is for ")[2]


def test_less_is_shown_if_asked(
    status: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    shown = {}
    for choice in (("--stat",), ("--summary",), ("--only", "changed"), ()):
        assert status(*DIFF, *choice) == 1
        shown[choice] = capsys.readouterr().out
    assert shown["--stat",].endswith(" inserted.\n")
    assert "5. Subsection (e) is added" in shown["--summary",]
    assert "Marks:" not in shown["--summary",]
    assert len(shown["--only", "changed"]) < len(shown[()])


def test_two_columns_take_the_width_there_is(
    status: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for width, widest in ((60, 60), (80, 79), (150, 149), (400, 199)):
        monkeypatch.setenv("COLUMNS", str(width))
        assert status(*DIFF, "--layout", "side-by-side") == 1
        out, err = capsys.readouterr()
        assert err == ""
        rule = next(line for line in out.splitlines() if "╬" in line)
        assert len(rule) in {widest, widest - 1}


def test_too_narrow_for_two_columns_is_said(
    status: Callable[..., int],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "59")
    assert status(*DIFF, "--layout", "inline") == 1
    inline, _ = capsys.readouterr()
    assert status(*DIFF, "--layout", "side-by-side") == 1
    out, err = capsys.readouterr()
    assert out == inline
    assert err == (
        "Note: two columns need a width of 60, and here are 59; the texts are shown "
        "inline.\n"
    )


def test_akoma_ntoso_uses_the_corpus_at_hand(
    status: Callable[..., int], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path / "own"
    assert status("init", str(folder)) == 0
    capsys.readouterr()
    statutes = Path(__file__).parents[3] / "statutes"
    one, other = sorted((statutes / "us-ct/cgs/54-95c").glob("*.xml"))[:2]
    assert status("--corpus", str(folder), "diff", str(one), str(other),
                  "--format", "akn") == 1  # fmt: skip
    assert 'showAs="statuteline user"' in capsys.readouterr().out
