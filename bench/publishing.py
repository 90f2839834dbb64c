"""Build the site of a large code, beside Material for MkDocs with the same words."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from generated_code.two_texts import write_two_texts
from measure import Cost, Meter, NotMeasured
from site_peers import material, write_material
from statuteline.corpus.locate import shipped

_SECTIONS: Final = 2_000
_QUICK: Final = 30
_SEED: Final = 7
_CAP: Final = 900
"""Seconds of the clock after which a program is stopped."""
_AT: Final = "2026-11-27"
_ABOUT: Final = f"""\
Invented sections with two texts each: a page for the statute, each text, their redline and
the choice of two texts. Ours reads the corpus, compares the texts, writes the pages, their
index for the search, feeds and linked data, and then checks every link. Material for MkDocs
has as many pages with the words of ours as Markdown, none of them in its navigation; it
compares nothing and checks no link in HTML. Both have the search of MkDocs.

Processor seconds of whole processes, start-up included. What takes {_CAP} seconds by the
clock is stopped.
"""
_SECONDS: Final = 12
_MEMORY: Final = 300
_BYTES: Final = 40_000
_ALONE: Final = "statuteline site build --no-files"
_FILES: Final = "statuteline site build"
_PEER: Final = "Material for MkDocs"


def main() -> None:
    """Print the part of the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few sections")
    quick = parser.parse_args().quick
    print("\n## Building the site\n")
    print(_ABOUT)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        write_two_texts(folder / "code", _QUICK if quick else _SECTIONS, _SEED)
        costs = measured(folder)
        pages = sum(1 for _ in (folder / "alone").rglob("*.html"))
        print("| program | pages | seconds | memory, MB | bytes a page | times ours |")
        print("|---|--:|--:|--:|--:|--:|")
        places = ((_ALONE, "alone"), (_FILES, "files"), (_PEER, "material"))
        for name, place in places:
            print(row(name, costs[name], costs[_ALONE], folder / place))
        build(shipped(), folder / "shipped")
        largest = max(statute_page(folder / place) for place in ("alone", "shipped"))
    print("\n| target | measured | |")
    print("|---|--:|---|")
    ours = costs[_ALONE]
    if isinstance(ours, Cost) and not quick:
        for told, limit, found in (
            ("processor seconds", _SECONDS, ours.whole),
            ("memory, MB", _MEMORY, ours.peak),
        ):
            print(target(f"{pages:,} pages, without files: {told}", limit, found))
    print(target("the longest page of a statute, bytes", _BYTES, largest))


def measured(folder: Path) -> dict[str, Cost | NotMeasured]:
    """Build the same pages with each program, ours first.

    Args:
        folder: It has the corpus ``code``; the sites are put beside it.
    """
    meter = Meter(_CAP)
    ours = ["--corpus", str(folder / "code"), "site", "build", "--at", _AT, "--output"]
    program = str(Path(sys.executable).with_name("statuteline"))
    costs = {
        _ALONE: meter.of_command([program, *ours, str(folder / "alone"), "--no-files"]),
        _FILES: meter.of_command([program, *ours, str(folder / "files")]),
    }
    write_material(folder / "markdown", folder / "alone")
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # else it prints an advertisement
    costs[_PEER] = meter.of_command(material(folder / "markdown", folder / "material"))
    return costs


def build(corpus: Path, output: Path) -> None:
    """Build our site of a corpus, without measuring it."""
    program = str(Path(sys.executable).with_name("statuteline"))
    command = [program, "--corpus", str(corpus), "site", "build", "--at", _AT]
    subprocess.run([*command, "--output", str(output)], check=True, capture_output=True)


def statute_page(site: Path) -> int:
    """Give the bytes of the longest page of a statute."""
    return max(one.stat().st_size for one in site.glob("us-ct/cgs/*/index.html"))


def row(name: str, cost: Cost | NotMeasured, ours: Cost | NotMeasured, site: Path) -> str:
    """Write what one program took."""
    sizes = [one.stat().st_size for one in site.rglob("*.html")]
    head = f"| {name} | {len(sizes):,} "
    if isinstance(cost, NotMeasured) or not sizes:
        why = cost.why if isinstance(cost, NotMeasured) else "no page"
        return f"{head}| {why} | | | |"
    times = f"{cost.whole / ours.whole:.1f}" if isinstance(ours, Cost) else ""
    each = sum(sizes) // len(sizes)
    return f"{head}| {cost.whole:.1f} | {cost.peak:.0f} | {each:,} | {times} |"


def target(told: str, limit: int, found: float) -> str:
    """Write a target beside what was measured."""
    verdict = "met" if found <= limit else "missed"
    return f"| {told} ≤ {limit:,} | {found:,.0f} | {verdict} |"


if __name__ == "__main__":
    main()
