from __future__ import annotations

import gzip
from datetime import date
from typing import TYPE_CHECKING

from lxml import etree

from statuteline.website.sitemap import write_sitemap

if TYPE_CHECKING:
    from pathlib import Path


def test_pages_have_their_legal_days_and_others_none(tmp_path: Path) -> None:
    pages = {"": None, "a/index.html": date(2021, 10, 1), "b&c.html": None}
    write_sitemap(tmp_path, "https://law.example.org/x/", pages)
    data = (tmp_path / "sitemap.xml").read_bytes()
    assert gzip.decompress((tmp_path / "sitemap.xml.gz").read_bytes()) == data
    found = [[child.text for child in one] for one in etree.fromstring(data)]
    assert found == [
        ["https://law.example.org/x/"],
        ["https://law.example.org/x/a/index.html", "2021-10-01"],
        ["https://law.example.org/x/b&c.html"],
    ]
