"""Time searches in a corpus of the size of a real code, beside grep and plain reading."""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generated_code.sections import write_sections
from measure import Cost, Meter, NotMeasured

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECTIONS: Final = 33_000
_QUICK: Final = 1_000
_SEED: Final = 11
_ROUNDS: Final = 5
_QUERIES: Final = (
    ("a rare word", ("orchard", "ladder", "mill")),
    ("a phrase", ('"fourteen days after"',)),
    ("a section number", ("12-5",)),
    ("two common words", ("library", "book*")),
    ("the commonest word", ("the",)),
)


def seconds(command: Sequence[str], statuses: frozenset[int] = frozenset({0, 1})) -> float:
    """Run a program and give the seconds of the clock that it took.

    Raises:
        RuntimeError: If it could not do its work.
    """
    start = time.perf_counter()
    run = subprocess.run([*command], capture_output=True, check=False)
    taken = time.perf_counter() - start
    if run.returncode not in statuses:
        raise RuntimeError(f"{command}: status {run.returncode}\n{run.stderr.decode()}")
    return taken


def reading(folder: Path) -> float:
    """Give the seconds that it takes to read every text of a corpus as search reads it."""
    program = (
        "import sys; from pathlib import Path; import statuteline as s; "
        "from statuteline.corpus.search_text import search_text; "
        "c = s.open_corpus(Path(sys.argv[1])); "
        "any('no such word' in search_text(t).words "
        "for w in c.works() for t in c.expressions(w))"
    )
    return seconds([sys.executable, "-c", program, str(folder)])


def building(program: Sequence[str], index: Path) -> str:
    """Measure a search that has to make the index; say what it took."""
    afresh = ["sh", "-c", 'rm -rf "$0"; exec "$@"', str(index)]
    cost = Meter(900).of_command([*afresh, *program, "zzz"])
    match cost:
        case Cost():
            return f"{cost.whole:.1f} s of processor time, {cost.peak:.0f} MB of memory"
        case NotMeasured():
            return f"not measured: {cost.why}"


def main() -> None:
    """Make the corpus, time the index and the searches, and print a section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few sections")
    sections = _QUICK if parser.parse_args().quick else _SECTIONS
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "corpus"
        characters = write_sections(folder, sections, _SEED)
        ours = [str(Path(sys.executable).with_name("statuteline")), "--corpus", str(folder)]
        ours += ["search"]
        read = reading(folder)
        print(f"\n## Searching {sections:,} sections\n")
        print(f"An invented code of {characters:,} characters, one file a text.\n")
        print(f"Making the index: {building(ours, folder / '.index')},")
        size = (folder / ".index" / "search.sqlite3").stat().st_size
        shutil.rmtree(folder / ".index")
        first = seconds([*ours, "zzz"])
        print(
            f"{first:.1f} s of the clock, {size / 1e6:.0f} MB of disk. Reading every text"
        )
        print(f"without keeping an index: {read:.1f} s of the clock.\n")
        print(f"Median of {_ROUNDS} runs of whole processes, taking turns, milliseconds.\n")
        print("| looked for | search | `grep -r` | grep / search | reading all / search |")
        print("|---|--:|--:|--:|--:|")
        for name, words in _QUERIES:
            print(row(name, words, ours, folder, read))


def row(
    name: str, words: tuple[str, ...], ours: list[str], folder: Path, read: float
) -> str:
    """Time one search beside grep for the first of its words; give a row."""
    plain = words[0].strip('"*')
    grep = ["grep", "-r", "-l", "-i", "-F", plain, str(folder / "us-ct")]
    turns = [(seconds([*ours, *words]), seconds(grep)) for _ in range(_ROUNDS)]
    mine, greps = map(statistics.median, zip(*turns, strict=True))
    return (
        f"| {name} | {mine * 1000:.0f} | {greps * 1000:.0f} | {greps / mine:.1f} | "
        f"{read / mine:.0f} |"
    )


if __name__ == "__main__":
    main()
