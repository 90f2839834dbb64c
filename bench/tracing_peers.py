"""The same provisions and code, linked in programs that others wrote.

Doorstop keeps a file an item, and stamps a link with the digest of the text above it.
sphinx-needs keeps objects in a documentation; it has no fingerprints, and only asks that
each link has an end.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from doorstop.core.types import Stamp

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generated_code.traced import Section

_DOCUMENT: Final = """\
settings:
  digits: 5
  itemformat: yaml
{parent}  prefix: {prefix}
  sep: ''
"""
_ITEM: Final = """\
active: true
derived: false
header: ''
level: {level}
links: {links}
normative: true
ref: ''
reviewed: {stamp}
text: |
  {text}
"""
_SETTINGS: Final = """\
project = "sections"
extensions = ["sphinx_needs"]
needs_types = [
    dict(directive=name, title=name, prefix=name, color="#fff", style="node")
    for name in ("provision", "unit")
]
"""


def write_doorstop(folder: Path, sections: Sequence[Section]) -> None:
    """Write two documents, one of provisions and one of code; all is reviewed.

    Args:
        folder: Where; it must not exist yet.
        sections: What is written.
    """
    for prefix, parent in (("LAW", ""), ("CODE", "  parent: LAW\n")):
        (folder / prefix).mkdir(parents=True)
        settings = _DOCUMENT.format(prefix=prefix, parent=parent)
        (folder / prefix / ".doorstop.yml").write_text(settings, "utf-8")
    laws = codes = 0
    for section in sections:
        stamps = []
        for words in section.words:
            laws += 1
            name = f"LAW{laws:05}"
            stamps.append((name, Stamp(name, words, "")))
            _item(folder / "LAW" / f"{name}.yml", laws, words, "[]", name)
        for unit, (law, stamp) in zip(section.units, stamps, strict=False):
            codes += 1
            name = f"CODE{codes:05}"
            path = folder / "CODE" / f"{name}.yml"
            _item(path, codes, unit, f"\n- {law}: {stamp}", name, law)
    (folder / ".git").mkdir()  # it looks for the top of a repository, and no further


def _item(path: Path, level: int, text: str, links: str, *stamped: str) -> None:
    name, *above = stamped
    stamp = Stamp(name, text, "", *above)
    path.write_text(
        _ITEM.format(level=f"{level}.1", links=links, stamp=stamp, text=text), "utf-8"
    )


def doorstop() -> list[str]:
    """Give the command that checks all links, and leaves the files as they are."""
    return [sys.executable, "-m", "doorstop.cli.main", "--no-reformat"]


def write_sphinx_needs(folder: Path, sections: Sequence[Section]) -> None:
    """Write a documentation with a page a section.

    Args:
        folder: Where; it must not exist yet.
        sections: What is written.
    """
    folder.mkdir(parents=True)
    (folder / "conf.py").write_text(_SETTINGS, "utf-8")
    names = [f"section-{one.number}" for one in sections]
    pages = "".join(f"   {name}\n" for name in names)
    index = f"Sections\n========\n\n.. toctree::\n\n{pages}"
    (folder / "index.rst").write_text(index, "utf-8")
    for name, section in zip(names, sections, strict=True):
        lines = [name, "=" * len(name), ""]
        for place, words in enumerate(section.words):
            law = f"LAW_{section.number}_{place}"
            lines += [f".. provision:: {law}", f"   :id: {law}", "", f"   {words}", ""]
        for place, unit in enumerate(section.units):
            code = f"CODE_{section.number}_{place}"
            above = f"LAW_{section.number}_{place}"
            lines += [f".. unit:: {unit}", f"   :id: {code}", f"   :links: {above}", ""]
        (folder / f"{name}.rst").write_text("\n".join(lines), "utf-8")


def sphinx_needs(folder: Path) -> list[str]:
    """Give the command that reads everything anew and writes no page."""
    build = [sys.executable, "-m", "sphinx", "-b", "dummy", "-q", "-E"]
    return [*build, str(folder), str(folder / "built")]
