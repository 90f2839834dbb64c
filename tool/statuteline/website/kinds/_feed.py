"""Feeds of changes: of the whole site, of a part of a series, and of one statute."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from statuteline.audit.cited import act_cited
from statuteline.website.base import Alternate
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.ids import ProvisionRef
    from statuteline.website.latest import TextBegun
    from statuteline.website.source import Source

_MEDIA: Final = "application/atom+xml"


def feed(source: Source, path: str, told: tuple[TextBegun, ...], of: str = "") -> bytes:
    """Write a feed.

    Args:
        source: What the site is made from.
        path: Where it stands; the page that it belongs to stands beside it.
        told: The texts that it tells of, the latest first.
        of: What it is about, in a few words; empty for the whole site.
    """

    def cited(act: ProvisionRef) -> str:
        return act_cited(source.corpus, act)

    settings = source.corpus.settings
    folder = path.rpartition("/")[0]
    return filled(
        "changes.atom",
        path,
        settings=settings,
        about=f"{settings.name}, {of}" if of else settings.name,
        address=source.settings.address,
        folder=f"{folder}/" if folder else "",
        latest=told,
        updated=_moment(max(map(_day, told), default=source.settings.at)),
        moment=lambda one: _moment(_day(one)),
        cited=cited,
    ).encode()


def feed_link(path: str, of: str) -> Alternate:
    """Name a feed in the head of the page that it belongs to.

    Args:
        path: The feed.
        of: What it is about.
    """
    return Alternate(path=path, media=_MEDIA, title=f"What changed in {of}")


def _day(one: TextBegun) -> date:
    """Give the legal day; of a text without one, the day of its version."""
    return one.day or one.new.version


def _moment(day: date) -> str:
    """Write a day as feeds do."""
    return datetime.combine(day, time(), UTC).isoformat().replace("+00:00", "Z")
