"""Time searches in a corpus of the size of a real code, beside grep and plain reading."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generated_code.sections import write_sections
from measure import Cost, Meter, NotMeasured

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECTIONS: Final = 33_000
_QUICK: Final = 1_000
_SEED: Final = 11
_READING: Final = """
import sys
from pathlib import Path
import statuteline
from statuteline.corpus.search_text import search_text

corpus = statuteline.open_corpus(Path(sys.argv[1]))
for work in corpus.works():
    for text in corpus.expressions(work):
        assert "no such word" not in search_text(text).words
"""
_QUERIES: Final = (
    ("a rare word", ("orchard", "ladder", "mill")),
    ("a phrase", ('"fourteen days after"',)),
    ("a section number", ("12-5",)),
    ("two common words", ("library", "book*")),
    ("the commonest word", ("the",)),
)


def main() -> None:
    """Make the corpus, measure the index and the searches, and print a section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few sections")
    sections = _QUICK if parser.parse_args().quick else _SECTIONS
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "corpus"
        characters = write_sections(folder, sections, _SEED)
        program = str(Path(sys.executable).with_name("statuteline"))
        ours = [program, "--corpus", str(folder)]
        index = folder / ".index"
        read = cost([sys.executable, "-c", _READING, str(folder)])
        afresh = ["sh", "-c", 'rm -rf "$0"; exec "$@"', str(index)]
        made = cost([*afresh, *ours, "search", "zzz"])
        size = (index / "search.sqlite3").stat().st_size / 1e6
        print(f"\n## Searching {sections:,} sections\n")
        print(f"An invented code of {characters:,} characters, one file a text. Processor")
        print("seconds of whole processes, Python's start-up included.\n")
        print("| what | seconds | memory, MB |")
        print("|---|--:|--:|")
        print(f"| the first search, which makes an index of {size:.0f} MB {tail(made)}")
        print(f"| reading every text without an index {tail(read)}")
        print(f"| `status` {tail(cost([*ours, 'status']))}")
        print(
            "\n| looked for | search | `grep -r` | grep / search | reading all / search |"
        )
        print("|---|--:|--:|--:|--:|")
        for name, words in _QUERIES:
            mine = cost([*ours, "search", *words])
            plain = words[0].strip('"*')
            grep = cost(["grep", "-r", "-l", "-i", "-F", plain, str(folder / "us-ct")])
            print(row(name, mine, grep, read))


def cost(command: Sequence[str]) -> Cost:
    """Measure a program.

    Raises:
        TypeError: If it could not do its work.
    """
    found = Meter(900).of_command(command)
    if isinstance(found, NotMeasured):
        raise TypeError(f"{command}: {found.why}")
    return found


def tail(found: Cost) -> str:
    """Write the end of a row: seconds and memory."""
    return f"| {found.whole:.2f} | {found.peak:.0f} |"


def row(name: str, mine: Cost, grep: Cost, read: Cost) -> str:
    """Write a search beside grep for the first of its words, and beside reading all."""
    return (
        f"| {name} | {mine.whole:.2f} | {grep.whole:.2f} | {grep.whole / mine.whole:.1f} "
        f"| {read.whole / mine.whole:.0f} |"
    )


if __name__ == "__main__":
    main()
