"""A page of the code is known by the name of its file, which stands inside it."""

from __future__ import annotations

import pytest

from statuteline.errors import SourceError
from statuteline.publishers.us_ct.page import page_body, words_of


def page(name: str) -> bytes:
    return f'<html><body><div id="{name}"><p>Books</p></div></body></html>'.encode()


@pytest.mark.parametrize(
    "name",
    ["titles.htm", "title_42a.htm", "chap_009ll.htm", "art_002A.htm", "chap_231-235.htm"],
)
def test_a_page_that_names_its_file(name: str) -> None:
    assert words_of(page_body(page(name), name)) == "Books"


@pytest.mark.parametrize("name", ["", "main", "chap_1-2.htm", "chap_009.pdf"])
def test_any_other_page(name: str) -> None:
    with pytest.raises(SourceError, match="no page of the General Statutes"):
        page_body(page(name), "x")
