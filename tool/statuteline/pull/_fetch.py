"""From an address to a whole page, to what else the answer means, or to a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from statuteline.errors import PullError
from statuteline.pull._answers import Failed, Fetched, Result, Vanished
from statuteline.pull._exchange import OK
from statuteline.pull._page import cut_off, is_same_page, wrong_type
from statuteline.pull._robots import NO_RULES, NOTHING, Robots, robots

if TYPE_CHECKING:
    from statuteline.publishers.visits import Visit
    from statuteline.pull._exchange import Exchange, Reply

_NOT_MODIFIED: Final = 304
_GONE: Final = {404, 410}
_FORBIDDEN: Final = {401, 403}
_CLIENT_FAULTS: Final = range(400, 500)


def rules(exchange: Exchange, url: str) -> Robots:
    """Read what a host allows, before anything else is asked of it.

    Args:
        exchange: The way to ask.
        url: Any address on the host.

    Raises:
        PullError: If it cannot be read, so that nothing may be asked.
        EndedError: If the host asks us to come back later.
    """
    address = urljoin(url, "/robots.txt")
    reply = exchange.ask(address, {}, refuse=lambda _: None, elsewhere=lambda _: None)
    if not isinstance(reply, Failed):
        if reply.status == OK:
            return robots(reply.data)
        if reply.status in _FORBIDDEN:
            return NOTHING
        if reply.status in _CLIENT_FAULTS:
            return NO_RULES
    raise PullError(
        f"What the server allows cannot be read: {_told(reply)}",
        where=address,
        hint="try again later; without it nothing is asked of the server",
    )


def fetch(
    exchange: Exchange, allowed: Robots, url: str, kept: tuple[Visit, bytes] | None
) -> Result:
    """Fetch a page.

    Args:
        exchange: The way to ask.
        allowed: What the host allows.
        url: The page.
        kept: The visit that last found it, and its bytes; None if it is not kept. It is
            sent again only if it has changed since.

    Raises:
        EndedError: If the run must end here.
        PullError: If the host cannot prove who it is.
    """

    def elsewhere(address: str) -> str | None:
        if not is_same_page(url, address):
            return f"it sends us on to another page, {address}"
        if not allowed.allows(address):
            return "the server's robots.txt asks not to fetch it"
        return None

    headers = _conditions(kept[0]) if kept is not None else {}
    reply = exchange.ask(url, headers, refuse=wrong_type, elsewhere=elsewhere)
    if isinstance(reply, Failed):
        return reply
    if reply.status == OK:
        why = cut_off(reply.data)
        return Failed(why) if why is not None else _fetched(reply, reply.data)
    if reply.status == _NOT_MODIFIED and headers and kept is not None:
        return _fetched(reply, kept[1], kept[0])
    if reply.status in _GONE:
        return Vanished(reply.status)
    return Failed(_told(reply))


def _conditions(visit: Visit) -> dict[str, str]:
    known = {"If-None-Match": visit.etag, "If-Modified-Since": visit.last_modified}
    return {name: value for name, value in known.items() if value is not None}


def _fetched(reply: Reply, data: bytes, before: Visit | None = None) -> Fetched:
    sent = reply.headers
    return Fetched(
        status=reply.status,
        data=data,
        address=reply.address,
        etag=sent.get("ETag") or (before.etag if before else None),
        last_modified=sent.get("Last-Modified")
        or (before.last_modified if before else None),
        content_type=sent.get("Content-Type") or (before.content_type if before else None),
    )


def _told(reply: Reply | Failed) -> str:
    if isinstance(reply, Failed):
        return reply.why
    return f"the server answers with status {reply.status}"
