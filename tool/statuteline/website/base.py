"""What a site consists of: pages, files, and the kinds of pages that give them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from statuteline.website.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One entry of a page's own table of contents.

    Args:
        anchor: The id of its heading.
        title: Its words.
    """

    anchor: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """The same as a page in another form.

    Args:
        path: The file, from the root of the site's law.
        media: Its media type.
        title: What it is, in a few words.
    """

    path: str
    media: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A page above another.

    Args:
        path: The page.
        title: Its name there, in few words.
    """

    path: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a page holds.

    Args:
        title: What the page is called, in a window's title and in lists.
        body: HTML for the main part, from its ``h1`` on; all that comes from outside is
            escaped in it.
        description: What the page is about, in one sentence.
        sections: Its table of contents; empty for a short page.
        alternates: The same in other forms.
        canonical: The path of the page that stands for this one; empty for itself.
        data: Linked data about it (JSON-LD); empty for none.
        scripts: Modules that it needs, as paths from the root of the site's law.
        fetches: Whether a script of it asks this site for files. No page may ask
            another site.
        searched: The HTML that the site's search looks in: of a statute, its title and
            its text in force, and nothing that it once said; empty to be left out.
        changed: The legal day of what it shows; None where it has none.
        crumbs: The pages above it, outermost first.
    """

    title: str
    body: str
    description: str = ""
    sections: tuple[Section, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    canonical: str = ""
    data: str = ""
    scripts: tuple[str, ...] = ()
    fetches: bool = False
    searched: str = ""
    changed: date | None = None
    crumbs: tuple[Crumb, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page.

    Args:
        path: Where it stands, from the root of the site's law; it ends with
            ``index.html``, so that every way to name folders gives the same address.
        write: Writes what it holds.
    """

    path: str
    write: Callable[[], Content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One file beside the pages.

    Args:
        path: Where it stands, from the root of the site's law.
        write: Gives its bytes.
    """

    path: str
    write: Callable[[], bytes]


Item: TypeAlias = Page | Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """One kind of pages.

    Args:
        summary: One sentence about them.
        order: Where they come among the others; kinds of one order come by name.
        items: Lists its pages and files, those of one work one behind another. It should
            read no more than it needs to name them: what they hold is read when each is
            written, in the same order.
    """

    summary: str
    order: int
    items: Callable[[Source], Iterator[Item]]
