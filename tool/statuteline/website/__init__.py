"""The published site: pages and files made from a corpus, for any site that shows them.

What a page holds is made here, free of MkDocs; :mod:`statuteline.website.plugin` hands it
to MkDocs, in whatever theme a site has. Every link inside is relative and names a file,
so that pages also work from a folder on a disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.plugins import load_plugin, plugin_names
from statuteline.website import kinds
from statuteline.website.base import PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.website.base import Item
    from statuteline.website.source import Source

_GROUP = "statuteline.pages"


def page_kinds() -> tuple[PageKind, ...]:
    """List the kinds of pages, those of other packages too, in their order."""
    names = plugin_names(kinds, _GROUP)
    found = [load_plugin(kinds, _GROUP, name, "KIND", PageKind) for name in names]
    return tuple(sorted(found, key=lambda one: one.order))


def site_items(source: Source) -> Iterator[Item]:
    """List all pages and files of a site; nothing is written before it is asked for.

    Args:
        source: What the site is made from.

    Raises:
        StatutelineError: If the corpus or the law as code cannot be read.
    """
    for kind in page_kinds():
        yield from kind.items(source)
