"""Law that the real code prints before it has effect: parted, and put in its place."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.acts.coming import coming_section
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, WId
from statuteline.model.provision import Level, Provision
from statuteline.model.published import Edition, EditionKind, PublishedSection
from statuteline.model.text import block_text, canonical, prose_text
from statuteline.publishers.us_ct.future_law import part_future_law
from statuteline.publishers.us_ct.json_lines import read_json_lines
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT

from .sections import words, words_in_order

if TYPE_CHECKING:
    from statuteline.model.text import Block
    from statuteline.publishers.us_ct.future_law import PartedSection

pytestmark = pytest.mark.slow

REPORT = Path(__file__).resolve().parents[2] / "build" / "future-law-together.txt"

_FILES = {
    2025: ("base-2025.jsonl.xz", EditionKind.REVISION),
    2026: ("supplement-2026.jsonl.xz", EditionKind.SUPPLEMENT),
}
_HEADINGS = {2025: 38, 2026: 45}
"""Headings that point to the end of the section."""
_TEXTS = {2025: 38, 2026: 46}
_STARTS = {2025: 13, 2026: 27}
_ENDS = {2025: 54, 2026: 0}
_BUILT = 81
"""Sections put together with their coming text, of 84 in both editions."""

Parted = tuple[tuple[PublishedSection, "PartedSection"], ...]


def _edition(year: int, folder: Path) -> Parted:
    name, kind = _FILES[year]
    edition = Edition(revised_to=date(year, 1, 1), kind=kind)
    records = read_json_lines((folder / name).read_bytes(), edition, name)
    sections = (one for one in records if isinstance(one, PublishedSection))
    return tuple((one, part_future_law(one)) for one in sections)


@pytest.fixture(scope="module")
def editions(law_base: Path) -> dict[int, Parted]:
    return {year: _edition(year, law_base.parent) for year in _FILES}


def _present(parted: PartedSection) -> Provision:
    top = Provision(
        level=Level.SECTION, eid=EId("sec_1"), wid=WId("sec_1"), heading=parted.heading
    )
    return divide(top, parted.body, CONNECTICUT)


def _words(blocks: tuple[Block, ...]) -> list[str]:
    return words(" ".join(canonical(block_text(block)) for block in blocks))


@pytest.mark.parametrize("year", _FILES)
def test_all_coming_texts_are_parted(year: int, editions: dict[int, Parted]) -> None:
    count: Counter[str] = Counter()
    for section, parted in editions[year]:
        points = "See end of section" in prose_text(section.heading)
        count["headings"] += points
        count["texts"] += len(parted.pending)
        count["sources"] += sum(bool(one.sources) for one in parted.pending)
        count["starts"] += parted.starts is not None
        count["ends"] += parted.ends is not None
        count["unread"] += len(parted.unread)
        assert points == bool(parted.pending)
        assert "See end of section" not in prose_text(parted.heading)
        assert "(Note:" not in prose_text(parted.heading)
    assert count["headings"] == _HEADINGS[year]
    assert count["texts"] == count["sources"] == _TEXTS[year]
    assert count["starts"] == _STARTS[year]
    assert count["ends"] == _ENDS[year]
    assert not count["unread"]


def test_nothing_is_lost(editions: dict[int, Parted]) -> None:
    for section, parted in (one for year in _FILES for one in editions[year]):
        whole, present = _squeezed(section.body), _squeezed(parted.body)
        assert whole.startswith(present), section.numbers
        rest = whole[len(present) :]
        for pending in parted.pending:
            front, found, rest = rest.partition(_squeezed(pending.body))
            assert found, section.numbers
            # Between them stand the note, and number and heading of a coming section.
            note, told, heading = front.partition("toreadasfollows:")
            assert told, section.numbers
            assert note.startswith("Note:Onandafter"), section.numbers
            assert not heading or heading.startswith("Sec."), section.numbers
        assert not rest, section.numbers


def _squeezed(blocks: tuple[Block, ...]) -> str:
    """Give the characters of a text without white space, asterisks and quotation marks."""
    return re.sub(r"[\s*“”]", "", "".join(map(block_text, blocks)))


def test_coming_texts_are_put_in_their_place(editions: dict[int, Parted]) -> None:
    built = 0
    together = []
    for section, parted in (one for year in _FILES for one in editions[year]):
        for pending in parted.pending:
            coming = coming_section(_present(parted), pending)
            if coming is None:
                together.append(f"{section.edition.name}\t{section.numbers[0]}")
                continue
            built += 1
            text = words(" ".join(words_in_order(coming)))
            if not pending.note.scope:
                assert text == _words(pending.body), section.numbers
            assert (
                not Counter(_words(pending.body)) - Counter(text)
                or len(pending.note.scope) <= 1
            )
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(together) + "\n", encoding="utf-8")
    assert built >= _BUILT, together


def test_what_was_to_come_is_what_came(editions: dict[int, Parted]) -> None:
    """The next edition prints the coming text, where no later act changed it."""
    printed = {section.numbers: parted for section, parted in editions[2026]}
    same = differs = 0
    for section, parted in editions[2025]:
        later = printed.get(section.numbers)
        for pending in parted.pending:
            coming = coming_section(_present(parted), pending)
            if coming is None or later is None:
                continue
            assert pending.note.commencement == OnDate(day=date(2025, 7, 1))
            assert coming.heading == later.heading
            if words(" ".join(words_in_order(coming))) == _words(later.body):
                same += 1
            else:
                differs += 1
                assert "P.A. 25-" in prose_text(later.notes[0].words), section.numbers
    assert same >= 1
    assert same + differs == 5
