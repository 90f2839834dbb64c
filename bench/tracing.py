"""Time a check of all links of a large corpus with its code, beside other programs."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generated_code.traced import LINKS, PROVISIONS, write_traced
from measure import Cost, Meter, NotMeasured
from tracing_peers import doorstop, sphinx_needs, write_doorstop, write_sphinx_needs

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECTIONS: Final = (100, 1_000)
_QUICK: Final = (20,)
_SEED: Final = 3
_CAP: Final = 300
"""Seconds of the clock after which a program is stopped."""
_ABOUT: Final = f"""\
Invented sections, each with {PROVISIONS} provisions and an encoding with {LINKS} links,
all judged. Ours are files of Akoma Ntoso and JSON. Doorstop has a file an item and stamps
each link. sphinx-needs has a page a section, writes no page, and asks only that links have
ends: it does not see that a text has changed. Neither has texts of several days.

Processor seconds of whole processes, start-up included. What takes {_CAP} seconds by the
clock is stopped, and told with what it had taken by then.
"""
_SECONDS: Final = 3.0
_FASTER: Final = 10


def main() -> None:
    """Print the part of the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few sections")
    quick = parser.parse_args().quick
    print("\n## Checking code against law\n")
    print(_ABOUT)
    print("| program | provisions | links | seconds | memory, MB | times ours |")
    print("|---|--:|--:|--:|--:|--:|")
    for sections in _QUICK if quick else _SECTIONS:
        costs = measured(sections)
        for name, cost in costs.items():
            print(row(name, sections, cost, costs["statuteline check"]))
    if not quick:
        print("\n| target | measured | |")
        print("|---|--:|---|")
        print("\n".join(targets(costs)))


def measured(sections: int) -> dict[str, Cost | NotMeasured]:
    """Check the same content with each program, ours first.

    Raises:
        RuntimeError: If ours finds what it should not, or misses a changed word.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        content = write_traced(folder / "ours", sections, _SEED)
        write_doorstop(folder / "doorstop", content)
        write_sphinx_needs(folder / "sphinx", content)
        ours = [str(Path(sys.executable).with_name("statuteline"))]
        ours += ["--corpus", str(folder / "ours")]
        names = [f"xx/matter-{one.number}" for one in content]
        subprocess.run(
            [*ours, "review", *names, "--by", "nobody"], check=True, capture_output=True
        )
        ask(ours, folder / "ours", content[-1].number)
        meter = Meter(_CAP)
        at_doorstop = [sys.executable, "-c", _INSIDE, str(folder / "doorstop")]
        return {
            "statuteline check": meter.of_command([*ours, "check"]),
            "Doorstop": meter.of_command([*at_doorstop, *doorstop()]),
            "sphinx-needs": meter.of_command(sphinx_needs(folder / "sphinx")),
        }


_INSIDE: Final = (
    "import os, sys; os.chdir(sys.argv[1]); os.execv(sys.argv[2], sys.argv[2:])"
)
"""A small program that starts another one in a folder: Doorstop looks where it is."""


def ask(ours: Sequence[str], corpus: Path, number: str) -> None:
    """Make sure that all is in order, and that a changed word is not.

    Raises:
        RuntimeError: If it is otherwise.
    """
    (path,) = (corpus / "xx" / "code" / number).iterdir()
    text = path.read_text("utf-8")
    for words, status in (("<p>", 0), ("<p>Not ", 1)):
        path.write_text(text.replace("<p>", words, 1), "utf-8")
        found = subprocess.run([*ours, "check"], check=False, capture_output=True)
        if found.returncode != status:
            raise RuntimeError(f"check gives {found.returncode}, not {status}")
    path.write_text(text, "utf-8")


def row(
    name: str, sections: int, cost: Cost | NotMeasured, ours: Cost | NotMeasured
) -> str:
    """Write what one program took."""
    head = f"| {name} | {sections * PROVISIONS:,} | {sections * LINKS:,} "
    if isinstance(cost, NotMeasured):
        why = cost.why if cost.spent is None else f"> {cost.spent:.0f}"
        return f"{head}| {why} | | {told(times(cost, ours))} |"
    return f"{head}| {cost.whole:.2f} | {cost.peak:.0f} | {told(times(cost, ours))} |"


def times(cost: Cost | NotMeasured, ours: Cost | NotMeasured) -> tuple[float, bool] | None:
    """Give how often ours would have been done, and whether that is a lower bound."""
    if not isinstance(ours, Cost):
        return None
    if isinstance(cost, Cost):
        return cost.whole / ours.whole, False
    return (cost.spent / ours.whole, True) if cost.spent is not None else None


def told(found: tuple[float, bool] | None) -> str:
    """Write a ratio; of a program that was stopped it is more."""
    if found is None:
        return ""
    return f"{'> ' if found[1] else ''}{found[0]:.1f}"


def targets(costs: dict[str, Cost | NotMeasured]) -> list[str]:
    """Hold the largest size against what was aimed at."""
    ours = costs["statuteline check"]
    if not isinstance(ours, Cost):
        return [f"| statuteline check | {ours.why} | not measured |"]
    verdict = "met" if ours.whole <= _SECONDS else "missed"
    rows = [f"| at most {_SECONDS:g} seconds | {ours.whole:.2f} | {verdict} |"]
    for name in ("Doorstop", "sphinx-needs"):
        ratio = times(costs[name], ours)
        verdict = "met" if ratio is not None and ratio[0] >= _FASTER else "missed"
        what = f"at least {_FASTER} times faster than {name}"
        rows.append(f"| {what} | {told(ratio)} | {verdict} |")
    return rows


if __name__ == "__main__":
    main()
