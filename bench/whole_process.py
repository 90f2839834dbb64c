"""Time whole processes: our diff beside git's word diff of the same two files."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "statutes" / "us-ct" / "cgs" / "54-95c"
OLD, NEW = "2016-10-01", "2021-10-01"
ROUNDS = 15


def seconds(command: list[str]) -> float:
    """Run a comparison and give the time it took.

    Raises:
        RuntimeError: If it did not end with status 1, "the texts differ".
    """
    start = time.perf_counter()
    run = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    taken = time.perf_counter() - start
    if run.returncode != 1:
        raise RuntimeError(f"{command}: status {run.returncode}\n{run.stderr.decode()}")
    return taken


def main() -> None:
    """Print one table; the programs take turns, so that load falls on both."""
    program = str(Path(sys.executable).with_name("statuteline"))
    ours = [program, "diff", "54-95c", OLD, NEW]
    git = [shutil.which("git") or "git", "--no-pager", "diff", "--no-index", "--word-diff"]
    git += [str(FOLDER / f"eng@{day}.xml") for day in (OLD, NEW)]
    commands = {
        "git diff --no-index --word-diff": git,
        "python -c 'raise SystemExit(1)'": _python("raise SystemExit(1)"),
        "python -c 'import click, lxml.etree …'": _python(
            "import click, lxml.etree; raise SystemExit(1)"
        ),
        f"statuteline diff 54-95c {OLD} {NEW}": ours,
    }
    turns = [[seconds(command) for command in commands.values()] for _ in range(ROUNDS)]
    medians = [statistics.median(taken) for taken in zip(*turns, strict=True)]
    print(f"\n## One comparison, whole process\n\nMedian of {ROUNDS} runs, taking turns.\n")
    print(
        "Most of ours is start-up: Python's own, and the imports listed below. No program"
    )
    print("with a command line of click and XML of lxml can take less than both take.\n")
    print("| command | milliseconds | ratio |")
    print("|---|--:|--:|")
    for name, taken in zip(commands, medians, strict=True):
        print(f"| `{name}` | {taken * 1000:.0f} | {taken / medians[0]:.1f} |")


def _python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


if __name__ == "__main__":
    main()
