"""How 60 sections nest, read by hand, beside what the program reads."""

from __future__ import annotations

import re
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.model.published import Edition, EditionKind, PublishedSection
from statuteline.model.text import block_text
from statuteline.publishers.us_ct.hierarchy import divide_section
from statuteline.publishers.us_ct.json_lines import read_json_lines
from statuteline.structure.scheme import CONNECTICUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.provision import Provision

pytestmark = pytest.mark.slow

GOLD = Path(__file__).parent / "gold" / "structure.txt"
EDITION = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)
_RIGHT = 56
"""Of the 60, those that the program reads exactly as a reader does."""
_RUN = re.compile(r"(\w+)\.\.(\w+)")


def _written_out(outline: str) -> str:
    """Write runs out, and drop the numbers in words behind a list: they open nothing."""
    return _RUN.sub(_run, re.sub(r"~\([^()]*\)", "~", outline))


def _run(match: re.Match[str]) -> str:
    first, last = match.groups()
    if first.isdigit():
        return " ".join(map(str, range(int(first), int(last) + 1)))
    return " ".join(map(chr, range(ord(first), ord(last) + 1)))


def _outline(provision: Provision, *, is_top: bool = True) -> str:
    if not provision.children:
        return "-" if is_top else ""
    parts = [
        child.label + (f"({inside})" if (inside := _outline(child, is_top=False)) else "")
        for child in provision.children
    ]
    words = [block_text(block) for block in provision.wrap_up]
    is_law = words and not (is_top and words[0].startswith(CONNECTICUT.behind))
    return " ".join([*parts, "~"] if is_law else parts)


def _gold() -> Iterator[tuple[str, str]]:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            number, outline = line.split(maxsplit=1)
            yield number, _written_out(outline)


def test_sections_nest_as_a_reader_reads_them(law_base: Path) -> None:
    gold = dict(_gold())
    assert len(gold) == 60
    found = {
        record.number: _outline(divide_section(record).provision)
        for record in read_json_lines(law_base.read_bytes(), EDITION, law_base.name)
        if isinstance(record, PublishedSection) and record.number in gold
    }
    wrong = {number for number, outline in gold.items() if found[number] != outline}
    for number in sorted(wrong):
        sys.stdout.write(f"{number}\n  by hand {gold[number]}\n  read    {found[number]}\n")
    assert len(gold) - len(wrong) >= _RIGHT
