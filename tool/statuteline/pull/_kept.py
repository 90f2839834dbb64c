"""What a folder knows of each page: when it was last kept, and whether just now."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from statuteline.publishers.visits import Completed, Visit

if TYPE_CHECKING:
    from datetime import datetime

    from statuteline.publishers.saved_pages import PageFolder

RESUMED: Final = timedelta(hours=24)
"""How long what a stopped run has visited counts as visited."""


class Kept:
    """The visits of earlier runs.

    Args:
        folder: The folder of pages.
    """

    def __init__(self, folder: PageFolder) -> None:
        self._folder = folder
        self._kept: dict[str, Visit] = {}
        self._open: dict[str, Visit] = {}
        for entry in folder.entries():
            if isinstance(entry, Completed):
                self._open.clear()
                continue
            self._open[entry.url] = entry
            if entry.sha256 is not None:
                self._kept[entry.url] = entry

    def page(self, url: str) -> tuple[Visit, bytes] | None:
        """Give a page that is kept, and the visit that found it; None for none.

        Raises:
            SourceError: If its file was changed since.
        """
        visit = self._kept.get(url)
        if visit is None or visit.sha256 is None or not self._folder.holds(visit.sha256):
            return None
        return visit, self._folder.read(visit.sha256)

    def digest(self, url: str) -> str | None:
        """Give the digest that a page had when it was last fetched; None if never."""
        visit = self._kept.get(url)
        return visit.sha256 if visit is not None else None

    def visited(self, url: str, now: datetime) -> Visit | None:
        """Give the visit of a run that was stopped; None if there is nothing to resume.

        Args:
            url: The page.
            now: The time; what is older than a day is asked for again.
        """
        visit = self._open.get(url)
        if visit is None or now - visit.at >= RESUMED:
            return None
        if visit.sha256 is not None and not self._folder.holds(visit.sha256):
            return None
        return visit
