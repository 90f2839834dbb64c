"""Measure how the cost of comparing two whole codes grows with their size."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from chart import Series, growth_chart
from measure import Cost, Meter, NotMeasured
from targets import TARGETS
from variants import OURS, Variant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from targets import Costs

GENERATOR: Final = Path(__file__).with_name("generate_code.py")
PROGRAM: Final = str(Path(sys.executable).with_name("statuteline"))
SIZES: Final = (100, 300, 1_000, 3_000, 10_000, 30_000)
CAP: Final = 60.0
"""Seconds of the clock after which a program is stopped."""
QUICK_CAP: Final = 8.0
QUICK: Final = 3_000
"""Largest size of a quick run."""

PARSE, GIT, XMLDIFF, REDLINES = "parse", "git", "xmldiff", "redlines"
MOST: Final = {XMLDIFF: 1_000, REDLINES: 300}
"""Sections up to which a slow peer is asked."""
OUR_NAMES: Final = tuple(variant.name for variant in OURS)
NAMES: Final = (PARSE, GIT, *OUR_NAMES, XMLDIFF, REDLINES)


@dataclass(frozen=True, slots=True)
class Measured:
    """All figures, by name and size.

    Args:
        costs: What each subject takes.
        whole: What our commands take as whole processes.
    """

    costs: dict[tuple[str, int], Cost | NotMeasured] = field(default_factory=dict)
    whole: dict[tuple[str, int], Cost | NotMeasured] = field(default_factory=dict)


class Bench:
    """Measures everything at one size after the other.

    Args:
        meter: What measures.
        folder: Where the codes are made, and deleted again.
    """

    def __init__(self, meter: Meter, folder: Path) -> None:
        self._meter = meter
        self._folder = folder
        self.found = Measured()

    def measure(self, size: int) -> None:
        """Measure everything at one size."""
        code = self._folder / str(size)
        subprocess.run(
            [sys.executable, str(GENERATOR), str(size), str(code)],
            check=True,
            capture_output=True,
        )
        old, new = str(code / "v1.xml"), str(code / "v2.xml")
        costs = self.found.costs
        costs[PARSE, size] = self._meter.of_function(PARSE, old, new)
        costs[GIT, size] = self._git(old, new)
        for peer, most in MOST.items():
            if size <= most:
                costs[peer, size] = self._meter.of_function(peer, old, new)
        for variant in OURS:
            self._ours(variant, size, code)
        shutil.rmtree(code)

    def _git(self, old: str, new: str) -> Cost | NotMeasured:
        git = shutil.which("git")
        if git is None:
            return NotMeasured("git is absent")
        options = ["--no-pager", "diff", "--no-index", "--word-diff", "--histogram"]
        return self._meter.of_command([git, *options, old, new])

    def _ours(self, variant: Variant, size: int, code: Path) -> None:
        key = variant.name, size
        absent = variant.missing()
        if absent is not None:
            self.found.costs[key] = NotMeasured(f"there is no command {absent}")
            return
        own = code / variant.name.replace(" ", "-")
        own.mkdir()
        files = {"old": own / "v1.xml", "new": own / "v2.xml"}
        for path in files.values():
            variant.lay_out(code / path.name, path)
        for step in variant.prepare:
            subprocess.run(
                [PROGRAM, *(word.format(**files) for word in step)],
                check=True,
                capture_output=True,
            )
        arguments = [word.format(**files) for word in variant.arguments]
        self.found.costs[key] = self._meter.of_function("ours", *arguments)
        self.found.whole[key] = self._meter.of_command([PROGRAM, *arguments])
        shutil.rmtree(own)


def report(found: Measured, sizes: tuple[int, ...], cap: float) -> Iterator[str]:
    """Write the part of the page that tells of growth, line by line."""
    told = "Processor seconds against sections, both axes logarithmic"
    yield from (
        "\n## Growth of two whole codes\n",
        "An invented code of so many sections and its next edition, in which some of them",
        "differ: `bench/generate_code.py` makes them, and `second_version.py` beside it",
        "tells what is changed how often.",
        "The figures are processor seconds, user and system: the median of three runs, or",
        f"one run of more than three seconds. What took more than {cap:g} s was stopped.\n",
        "* `parse` is the floor: lxml parses both files and does no more.",
        "* `git` is `git diff --no-index --word-diff --histogram`, a whole process. All",
        "  others are functions or commands without start-up and imports.",
        "* `xmldiff` matches fast (`fast_match`); `redlines` gets the words alone.",
        *(f"* {variant.name}, of ours: {variant.told}." for variant in OURS),
        "",
        *_table(NAMES, sizes, found.costs, lambda cost: f"{cost.inside:.3f}"),
        f"\n![{told}](assets/growth.svg)",
        "\n### Times the floor\n",
        *_table(NAMES, sizes, _in_floors(found.costs), lambda cost: f"{cost.inside:.1f}"),
        "\n### Our commands as whole processes: seconds\n",
        *_table(OUR_NAMES, sizes, found.whole, lambda cost: f"{cost.whole:.2f}"),
        "\n### Our commands as whole processes: largest memory, MB\n",
        *_table(OUR_NAMES, sizes, found.whole, lambda cost: f"{cost.peak:.0f}"),
        "\n### Targets\n",
        "| what | at | target | measured | |",
        "|---|--:|--:|--:|---|",
        *(t.row(found.costs, found.whole) for t in TARGETS if t.sections in sizes),
        *_not_measured(found.costs),
    )


def _table(
    names: tuple[str, ...],
    sizes: tuple[int, ...],
    costs: Costs,
    told: Callable[[Cost], str],
) -> Iterator[str]:
    yield f"| sections | {' | '.join(names)} |"
    yield "|--:" * (len(names) + 1) + "|"
    for size in sizes:
        cells = [_cell(costs.get((name, size)), told) for name in names]
        yield f"| {size:,} | {' | '.join(cells)} |"


def _in_floors(costs: Costs) -> Costs:
    """Give each figure as a multiple of the floor at its size."""
    found: dict[tuple[str, int], Cost | NotMeasured] = {}
    for (name, size), cost in costs.items():
        floor = costs[PARSE, size]
        if isinstance(cost, Cost) and isinstance(floor, Cost):
            found[name, size] = replace(cost, inside=cost.inside / floor.inside)
        else:
            found[name, size] = cost
    return found


def _cell(cost: Cost | NotMeasured | None, told: Callable[[Cost], str]) -> str:
    if isinstance(cost, Cost):
        return told(cost)
    return cost.why if cost is not None and cost.stopped_after else ""


def _not_measured(costs: Costs) -> Iterator[str]:
    """Tell once for each reason what has no figure; what was stopped is in the tables."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for (name, size), cost in costs.items():
        if isinstance(cost, NotMeasured) and not cost.stopped_after:
            reasons.setdefault((name, cost.why), []).append(f"{size:,}")
    for (name, why), sizes in reasons.items():
        yield f"\nnot measured: {name} at {', '.join(sizes)}: {why}"


def chart(found: Measured, sizes: tuple[int, ...]) -> str:
    """Draw what was measured."""
    series = []
    for name in NAMES:
        costs = [(size, found.costs.get((name, size))) for size in sizes]
        points = tuple(
            (size, cost.inside) for size, cost in costs if isinstance(cost, Cost)
        )
        if points:
            series.append(Series(name=name, points=points, ours=name in OUR_NAMES))
    return growth_chart(series)


def main() -> None:
    """Print the part of the page, and write the chart."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("chart", type=Path, help="where the chart is written")
    parser.add_argument("--quick", action="store_true", help=f"up to {QUICK} sections")
    given = parser.parse_args()
    sizes = tuple(size for size in SIZES if not given.quick or size <= QUICK)
    cap = QUICK_CAP if given.quick else CAP
    with TemporaryDirectory() as folder:
        bench = Bench(Meter(cap), Path(folder))
        for size in sizes:
            bench.measure(size)
    print("\n".join(report(bench.found, sizes, cap)))
    given.chart.write_text(chart(bench.found, sizes), encoding="utf-8")


if __name__ == "__main__":
    main()
