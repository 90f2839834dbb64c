"""Measure the comparison of texts that are hard to compare, at full and at half size."""

from __future__ import annotations

import argparse
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generated_code.worst_cases import WORST_CASES
from measure import Cost, Meter

if TYPE_CHECKING:
    from measure import NotMeasured

CAP, QUICK_CAP = 60.0, 10.0


def _another_process() -> ProcessPoolExecutor:
    """Start a process to make texts: what is measured inherits the size of its parent."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"))


def _write(name: str, size: int, folder: str) -> tuple[Path, Path]:
    return WORST_CASES[name].write(size, Path(folder))


def _cells(costs: list[Cost | NotMeasured]) -> str:
    seconds = [f"{c.inside:.2f}" if isinstance(c, Cost) else c.why for c in costs]
    half, full = costs
    growth = ""
    if isinstance(half, Cost) and isinstance(full, Cost):
        growth = f"{full.inside / half.inside:.1f}"
    peak = f"{full.peak:.0f}" if isinstance(full, Cost) else ""
    return f"{' | '.join(seconds)} | {growth} | {peak} |"


def main() -> None:
    """Print one table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="at a tenth of the sizes")
    given = parser.parse_args()
    meter = Meter(QUICK_CAP if given.quick else CAP)
    print("\n## Worst cases\n")
    print("`statuteline compare` of one section in two versions, without start-up and")
    print("imports. Twice the size at twice the seconds is growth in line with the size;")
    print(f"what took more than {meter.cap:g} s was stopped.\n")
    print("| what | size | seconds at half | seconds | growth | memory, MB |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, case in WORST_CASES.items():
        size = case.size // 10 if given.quick else case.size
        costs = []
        for part in (size // 2, size):
            with TemporaryDirectory() as folder, _another_process() as maker:
                old, new = maker.submit(_write, name, part, folder).result()
                costs.append(meter.of_function("ours", "compare", str(old), str(new)))
        print(f"| {case.told} | {size:,} {case.unit} | {_cells(costs)}")


if __name__ == "__main__":
    main()
