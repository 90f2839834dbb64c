"""Pages of the legislature's site say what the JSON lines say, and lose no character."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.model.published import Edition, EditionKind, PublishedSection
from statuteline.model.text import block_text, prose_text
from statuteline.publishers.us_ct.chapter_page import ChapterPage, read_chapter
from statuteline.publishers.us_ct.json_lines import read_json_lines
from statuteline.publishers.us_ct.page import page_body
from statuteline.publishers.us_ct.title_page import read_title

from .conftest import CORPORA

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

PAGES = CORPORA / "ct-pages"
SITE = {
    "current_chap_319uu_first-half.htm": ("base-2025.jsonl.xz", 7, 12),
    "2026sup_chap_319uu.htm": ("supplement-2026.jsonl.xz", 1, 0),
}
EDITION = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)


def _page(path: Path) -> bytes:
    if not path.exists():
        pytest.skip(f"../shared/corpora/ct-pages is absent: {path.name}")
    return path.read_bytes()


def _bare(words: Iterable[str]) -> str:
    return "".join("".join(words).split())


def _words(page: ChapterPage) -> list[str]:
    return [
        *(w for h in (page.chapter, *page.headings) for w in (h.number, h.name)),
        *(prose_text(front.note.words) for front in page.front_notes),
        *page.contents,
        *page.navigation,
        *page.rest,
        *(words for section in page.sections for words in _words_of(section)),
    ]


def _words_of(section: PublishedSection) -> list[str]:
    return [
        section.printed,
        f"(Formerly Sec. {section.former})." if section.former else "",
        prose_text(section.heading),
        *map(block_text, section.body),
        *(prose_text(note.words) for note in section.notes),
    ]


@pytest.mark.parametrize("name", SITE)
def test_a_page_of_the_site_says_what_the_lines_say(name: str) -> None:
    lines, count, missing = SITE[name]
    page = read_chapter(_page(PAGES / "site" / name), EDITION, name)
    path = CORPORA / "ct-general-statutes" / lines
    if not path.exists():
        pytest.skip("../shared/corpora/ct-general-statutes is absent")
    given = {
        record.number: record
        for record in read_json_lines(path.read_bytes(), EDITION, lines)
        if isinstance(record, PublishedSection)
    }
    assert len(page.sections) == count
    assert len(page.missing) == missing  # one page is only the first half of it
    assert not page.rest
    assert not page.wrong_anchors
    for section in page.sections:
        same = given[section.number]
        assert _bare(map(block_text, section.body)) == _bare(map(block_text, same.body))
        assert (section.numbers, section.is_range) == (same.numbers, same.is_range)
        assert (section.printed, section.former) == (same.printed, same.former)
        assert section.status is same.status
        assert prose_text(section.heading) == prose_text(same.heading)


@pytest.mark.parametrize(
    "name",
    [
        *(f"site/{name}" for name in SITE),
        *(
            f"shortened/{name}.htm"
            for name in (
                "art_001",
                "basic_chapter",
                "repealed_subsection",
                "reserved_sections",
                "tables_chapter",
                "transferred_sections",
            )
        ),
    ],
)
def test_no_character_of_a_page_is_lost(name: str) -> None:
    data = _page(PAGES / name)
    page = read_chapter(data, EDITION, name)
    had = Counter(_bare(map(str, page_body(data, name).itertext())))
    assert had == Counter(_bare(_words(page)))
    assert not page.rest


def test_lists_of_chapters() -> None:
    page = read_title(_page(PAGES / "site" / "current_title_17b.htm"), "title_17b.htm")
    assert len(page.chapters) == 21
    assert page.chapters[7].file == "chap_319aa.htm"
    articles = read_title(_page(PAGES / "shortened" / "title_42a.htm"), "title_42a.htm")
    assert [listed.file for listed in articles.chapters] == [
        "art_001.htm",
        "art_002.htm",
        "art_002a.htm",
    ]
