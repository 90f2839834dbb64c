from __future__ import annotations

import pytest

from statuteline.errors import IdentifierError
from statuteline.model.published import EditionKind
from statuteline.publishers.us_ct.addresses import (
    PageKind,
    edition_of,
    page_kind,
    title_of,
    title_page,
    titles_address,
)


@pytest.mark.parametrize(
    ("year", "kind", "folder"),
    [
        (2015, EditionKind.REVISION, "2015/pub"),
        (2025, EditionKind.REVISION, "2025/pub"),
        (2026, EditionKind.SUPPLEMENT, "2026/sup"),
    ],
)
def test_odd_years_revise_and_even_years_supplement(
    year: int, kind: EditionKind, folder: str
) -> None:
    assert edition_of(year).kind is kind
    assert edition_of(year).revised_to.isoformat() == f"{year}-01-01"
    assert titles_address(year) == f"https://www.cga.ct.gov/{folder}/titles.htm"


def test_a_copy_of_the_site_has_the_same_folders() -> None:
    assert titles_address(None, "http://127.0.0.1:80") == (
        "http://127.0.0.1:80/current/pub/titles.htm"
    )


@pytest.mark.parametrize(
    ("section", "title"),
    [("1-1", "1"), ("54-95c", "54"), ("53a-117l", "53a"), ("42a-2A-101", "42a")],
)
def test_a_section_belongs_to_the_title_before_its_first_hyphen(
    section: str, title: str
) -> None:
    assert title_of(section) == title


@pytest.mark.parametrize("words", ["", "54", "54-", "54 - 95c", "0-1", "100-1", "§ 1-1"])
def test_what_is_no_section(words: str) -> None:
    with pytest.raises(IdentifierError, match="not the number of a section"):
        title_of(words)


@pytest.mark.parametrize("title", ["1", "01"])
def test_a_title_has_two_digits_in_an_address(title: str) -> None:
    assert title_page(title) == "title_01.htm"


@pytest.mark.parametrize("words", ["", "0", "100", "a", "42A", "42aa", "../1"])
def test_what_is_no_title(words: str) -> None:
    with pytest.raises(IdentifierError, match="not the number of a title"):
        title_page(words)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("titles.htm", PageKind.TITLES),
        ("title_01.htm", PageKind.TITLE),
        ("title_42a.htm", PageKind.TITLE),
        ("chap_001.htm", PageKind.CHAPTER),
        ("chap_743jj.htm", PageKind.CHAPTER),
        ("chap_231-235.htm", PageKind.CHAPTER),
        ("chap_299-318c.htm", PageKind.CHAPTER),
        ("art_002A.htm", PageKind.ARTICLE),
        ("chap_1.htm", None),
        ("chap_001.htm?x", None),
        ("chap_001.pdf", None),
        ("index.htm", None),
        ("../chap_001.htm", None),
    ],
)
def test_a_page_is_known_by_its_name(name: str, kind: PageKind | None) -> None:
    assert page_kind(name) is kind
