"""The map of a site for search engines: each page with the legal day of what it shows."""

from __future__ import annotations

import gzip
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OPEN = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def write_sitemap(folder: Path, address: str, pages: Mapping[str, date | None]) -> None:
    """Write the map, plain and packed, in place of the one that MkDocs has written.

    That one calls every page changed on the day of the build.

    Args:
        folder: The built site.
        address: Where the site is published.
        pages: The pages, from the root of the site, each with its legal day; None where
            it has none, and nothing is then said.
    """
    rows = "".join(
        f"<url><loc>{escape(urljoin(address, page))}</loc>{_day(day)}</url>\n"
        for page, day in pages.items()
    )
    data = f"{_HEAD}{_OPEN}{rows}</urlset>\n".encode()
    (folder / "sitemap.xml").write_bytes(data)
    # Without a name and a time in it, the packed file is the same each time.
    (folder / "sitemap.xml.gz").write_bytes(gzip.compress(data, mtime=0))


def _day(day: date | None) -> str:
    return f"<lastmod>{day}</lastmod>" if day is not None else ""
