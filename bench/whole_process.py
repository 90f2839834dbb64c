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
    python = [sys.executable, "-c", "raise SystemExit(1)"]
    commands = [python, git, ours]
    turns = [[seconds(command) for command in commands] for _ in range(ROUNDS)]
    python_median, git_median, ours_median = map(
        statistics.median, zip(*turns, strict=True)
    )
    print(f"\n## One comparison, whole process\n\nMedian of {ROUNDS} runs, taking turns.\n")
    print("Most of ours is start-up: Python's own, and the imports listed below.\n")
    print("| command | milliseconds | ratio |")
    print("|---|--:|--:|")
    rows = {
        "git diff --no-index --word-diff": git_median,
        "python -c 'raise SystemExit(1)'": python_median,
        f"statuteline diff 54-95c {OLD} {NEW}": ours_median,
    }
    for name, taken in rows.items():
        print(f"| `{name}` | {taken * 1000:.0f} | {taken / git_median:.1f} |")


if __name__ == "__main__":
    main()
