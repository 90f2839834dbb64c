"""Lines for a terminal: whoever wrote the words, they do not steer it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import statuteline.cli
from statuteline.cli._output import json_text, line_bytes, say, write_columns

if TYPE_CHECKING:
    import pytest

COMMANDS = Path(statuteline.cli.__file__).parent
DRAWN_BY_US = {"_output.py", "_pager.py", "_progress.py", "completion.py", "main.py"}


def test_words_are_shown_and_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b[2Jb\u202ec\n\td")
    say("a\x9bb", err=True)
    write_columns([("a\x1b", "b"), ("c", "\u200bd")])
    out, err = capsys.readouterr()
    assert out == "a⟨U+001B⟩[2Jb⟨U+202E⟩c\n\td\na⟨U+001B⟩  b\nc          ⟨U+200B⟩d\n"
    assert err == "a⟨U+009B⟩b\n"
    assert line_bytes("a\x07") == "a⟨U+0007⟩\n".encode()


def test_our_own_colours_stay_and_nothing_else_does() -> None:
    from click.testing import CliRunner  # noqa: PLC0415 - it keeps colours, capsys does not

    with CliRunner().isolation(color=True) as (out, _, _):
        say("\x1b[1mbold\x1b[0m \x1b[2J\x9b", styled=True)
        say("\x1b[1mbold\x1b[0m")
        assert out.getvalue().decode().splitlines() == [
            "\x1b[1mbold\x1b[0m ⟨U+001B⟩[2J⟨U+009B⟩",
            "⟨U+001B⟩[1mbold⟨U+001B⟩[0m",
        ]


def test_json_escapes_what_a_reader_would_obey() -> None:
    told = json_text("list", {"name": "a\u202eb\x9b§"})
    assert r"a\u202eb\u009b§" in told


def test_no_command_writes_lines_past_that_door() -> None:
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted(COMMANDS.glob("*.py"))
        if path.name not in DRAWN_BY_US
        for line in path.read_text("utf-8").splitlines()
        if re.search(r"click\.s?echo\(", line) and "nl=False" not in line
    ]
    assert found == []
