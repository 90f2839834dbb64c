"""The words of a built site of ours as Markdown, for another theme to build.

Every page has the same name and the same words, block by block; what marks and links add
is left out, to the peer's advantage.
"""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Final

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_BLOCKS: Final = ("h1", "h2", "h3", "p", "li")
_SETTINGS: Final = {
    "site_name": "Invented code",
    "docs_dir": "docs",
    "use_directory_urls": False,
    "theme": {"name": "material", "font": False},
    "plugins": ["search"],
    # Pages in a navigation stand on every page: its cost would be that of the square.
    "nav": [{"Law": "index.md"}],
    "not_in_nav": "*",
}


def write_material(folder: Path, site: Path) -> None:
    """Write a project with as many pages as a site of ours, and their words.

    Args:
        folder: Where; it must not exist yet.
        site: The built site.
    """
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(json.dumps(_SETTINGS), "utf-8")
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site).with_suffix(".md")
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(_blocks(page)) + "\n", "utf-8")


def material(folder: Path, output: Path) -> Sequence[str]:
    """Give the command that builds a project."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file"]
    return [*command, str(folder / "mkdocs.yml"), "--site-dir", str(output)]


def _blocks(page: Path) -> Iterator[str]:
    (main,) = html.fromstring(page.read_bytes()).iter("main")
    for block in main.iter(*_BLOCKS):
        if block.tag == "li" and block.find(".//p") is not None:
            continue
        words = re.sub(
            r"([\\`*_{}\[\]<>()#+\-.!|])", r"\\\1", "".join(map(str, block.itertext()))
        )
        rank = int(block.tag[1]) if block.tag in {"h1", "h2", "h3"} else 0
        yield f"{'#' * rank} {' '.join(words.split())}".strip()
