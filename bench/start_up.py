"""Profile what commands import: the total, and the ten modules that take longest."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = (
    ("--help",),
    ("show", "54-95c", "--at", "2021-10-01"),
    ("diff", "54-95c", "2016-10-01", "2021-10-01"),
)
LINE = re.compile(r"^import time:\s+(\d+) \|\s+(\d+) \| *(\S+)$", re.MULTILINE)


def imports(arguments: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """Run a command; give own and cumulative microseconds of each module it imports.

    Raises:
        RuntimeError: If the command could not do its work.
    """
    program = Path(sys.executable).with_name("statuteline")
    run = subprocess.run(
        [sys.executable, "-X", "importtime", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode not in {0, 1} or "Traceback" in run.stderr:
        raise RuntimeError(f"{arguments}: status {run.returncode}\n{run.stderr[-2000:]}")
    return [(int(own), int(all_), name) for own, all_, name in LINE.findall(run.stderr)]


def main() -> None:
    """Print one table a command."""
    print("\n## Imports at start-up")
    for arguments in COMMANDS:
        imports(arguments)  # warms the caches of byte code and files
        found = imports(arguments)
        total = sum(own for own, _, _ in found) / 1000
        print(f"\n### `statuteline {' '.join(arguments)}`\n")
        print(f"{len(found)} modules, {total:.0f} ms in all.\n")
        print("| module | own ms | with all it imports |")
        print("|---|--:|--:|")
        for own, cumulative, name in sorted(found, reverse=True)[:10]:
            print(f"| `{name}` | {own / 1000:.1f} | {cumulative / 1000:.1f} |")


if __name__ == "__main__":
    main()
