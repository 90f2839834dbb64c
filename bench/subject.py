"""Run one subject of a benchmark and report its processor seconds, imports left out."""

from __future__ import annotations

import gc
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def ours(*arguments: str) -> Callable[[], object]:
    """Prepare our command line, with all that comparing codes imports."""
    for module in ("cli.compare", "corpus.code_file", "diff.codes", "publish.json"):
        import_module(f"statuteline.{module}")
    from statuteline.cli.main import run as run_command  # noqa: PLC0415

    return lambda: run_command([*arguments])


def parse(*paths: str) -> Callable[[], object]:
    """Prepare the floor: lxml parses all files and keeps the trees."""
    from lxml import etree  # noqa: PLC0415

    return lambda: [etree.parse(path) for path in paths]


def xmldiff(old: str, new: str) -> Callable[[], object]:
    """Prepare xmldiff with its faster way of matching."""
    from xmldiff.main import diff_files  # noqa: PLC0415

    return lambda: diff_files(old, new, diff_options={"fast_match": True})


def redlines(old: str, new: str) -> Callable[[], object]:
    """Prepare redlines on the words of both files, without their structure."""
    from lxml import etree  # noqa: PLC0415
    from redlines import Redlines  # noqa: PLC0415

    before, after = (
        "".join(map(str, etree.parse(path).getroot().itertext())) for path in (old, new)
    )
    return lambda: Redlines(source=before, test=after).output_markdown


_SUBJECTS = {each.__name__: each for each in (ours, parse, xmldiff, redlines)}


def run(report: str, name: str, *arguments: str) -> None:
    """Prepare a subject, then time it alone.

    Args:
        report: The file for its processor seconds.
        name: The subject.
        arguments: Its arguments.
    """
    work = _SUBJECTS[name](*arguments)
    gc.collect()
    status = 0
    start = time.process_time()
    try:
        made = work()  # kept: freeing it is not the subject's work
    except SystemExit as end:  # our command line ends so, with 1 for "differs"
        made, status = None, int(end.code or 0)
    taken = time.process_time() - start
    Path(report).write_text(str(taken), encoding="utf-8")
    sys.stdout.flush()
    os._exit(status if made is None else 0)


if __name__ == "__main__":
    run(*sys.argv[1:])
