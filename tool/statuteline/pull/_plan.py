"""What a run would ask for, told without asking anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.pull._kept import Kept
from statuteline.pull._page import checked_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.publishers.saved_pages import PageFolder
    from statuteline.publishers.visits import Visit
    from statuteline.pull.base import Publisher, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A page that would be asked for.

    Args:
        url: Its address.
        kept: The visit that last found it; None if it is not kept, so that nobody knows
            yet which pages it lists.
    """

    url: str
    kept: Visit | None


def plan(publisher: Publisher, scope: Scope, folder: PageFolder) -> Iterator[Planned]:
    """Follow the lists that are kept, from the first page on.

    Args:
        publisher: What is known of the pages.
        scope: Which are wanted.
        folder: Where they are kept.

    Yields:
        Each page in the order of a run.

    Raises:
        PullError: If the address is not a safe one.
        SourceError: If the folder is damaged, or a list lacks what is wanted.
        IdentifierError: If there can be no such title or section.
    """
    kept = Kept(folder)
    waiting = [checked_address(publisher.start(scope))]
    seen = set(waiting)
    while waiting:
        url = waiting.pop(0)
        page = kept.page(url)
        yield Planned(url=url, kept=page[0] if page is not None else None)
        if page is None:
            continue
        found = [one for one in publisher.links(scope, url, page[1]) if one not in seen]
        seen.update(found)
        waiting[:0] = found
