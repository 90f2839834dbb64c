"""A search for large sites: Pagefind puts an index in small parts into a built site.

The index of MkDocs is one file, which a reader loads whole. This one is read part by
part, as words are asked for. It holds what pages mark for it: texts in force, and pages
that are no law.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from statuteline.errors import StatutelineError

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = "pagefind"
"""Where the index stands in a site."""
_NO_WORDS: Final = ".permalink, .headerlink, details.code"
"""What stands among the words of a page and is none of them: marks of links, and code."""
_ITS_OWN_PAGES: Final = (
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "pagefind-modular-ui.*",
    "pagefind-ui.*",
)
"""Files for search boxes of its own, which no page of ours uses; 400 kB."""


def check_pagefind() -> None:
    """Make sure that Pagefind is installed.

    Raises:
        StatutelineError: If it is not.
    """
    if find_spec("pagefind") is None or find_spec("pagefind_bin") is None:
        raise StatutelineError(
            "Pagefind, which makes the index of the search, is not installed",
            hint="run: pip install 'statuteline[search]'",
        )


def add_index(site: Path) -> None:
    """Put an index into a built site; one that stands there is replaced.

    Args:
        site: The folder of the site.

    Raises:
        StatutelineError: If Pagefind fails.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(site)]
    options = ["--output-subdir", FOLDER, "--keep-index-url", "--quiet"]
    options += ["--exclude-selectors", _NO_WORDS]
    run = subprocess.run(  # noqa: S603 - no word of a stranger is in it
        [*command, *options], capture_output=True, text=True, check=False
    )
    if run.returncode:
        told = (run.stderr or run.stdout).strip().splitlines()
        raise StatutelineError(
            f"Pagefind could not make the index of the search: {(told or ['?'])[-1]}",
            where=str(site),
        )
    for names in _ITS_OWN_PAGES:
        for path in (site / FOLDER).glob(names):
            path.unlink()
