"""Is an answer the page that was asked for, and whole?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from statuteline.errors import PullError

if TYPE_CHECKING:
    from collections.abc import Mapping

_HTML: Final = {"text/html", "application/xhtml+xml"}
_END: Final = b"</html>"
_TAIL: Final = 1024  # bytes; some servers write a comment behind the end
_OF_THIS_COMPUTER: Final = {("http", host) for host in ("127.0.0.1", "::1", "localhost")}


def wrong_type(headers: Mapping[str, str]) -> str | None:
    """Say what is wrong with the type of an answer; None if it is a page."""
    sent = headers.get("Content-Type")
    if sent is None:
        return "the server does not say that it is a page"
    media = sent.partition(";")[0].strip().lower()
    return None if media in _HTML else f"it is {media or 'of no type'}, not a page"


def cut_off(data: bytes) -> str | None:
    """Say that a page ends too early; None if it has its end."""
    if _END in data[-_TAIL:].lower():
        return None
    return "the page is cut off: its last line is not there"


def redirected(url: str, location: str | None) -> tuple[str, str | None]:
    """Tell where an address sends us, and why we do not go there.

    Args:
        url: The address.
        location: What the server sent.

    Returns:
        The new address, and None or the reason in words.

    Example:
        >>> redirected("https://example.org/a/b.htm", "/c/b.htm")
        ('https://example.org/c/b.htm', None)
        >>> redirected("https://example.org/a/b.htm", "http://example.org/a/b.htm")[1]
        'it sends us on to http://example.org/a/b.htm, which is not the same host, safely'
    """
    if not location:
        return url, "it sends us on, but does not say where to"
    try:
        target = urljoin(url, location)
        old, new = urlsplit(url), urlsplit(target)
    except ValueError:
        return url, f"it sends us on to {location!r}, which is no address"
    if (new.scheme, new.netloc.lower()) != (old.scheme, old.netloc.lower()):
        return target, f"it sends us on to {target}, which is not the same host, safely"
    return target, None


def is_same_page(url: str, target: str) -> bool:
    """Tell whether an address may stand for a page: only one of the same file name.

    An error page that answers with status 200 would pass for the page otherwise.

    Example:
        >>> is_same_page("https://example.org/a/b.htm", "https://example.org/c/B.htm")
        True
        >>> is_same_page("https://example.org/a/b.htm", "https://example.org/error.htm")
        False
    """
    return _name(url) == _name(target)


def checked_address(url: str) -> str:
    """Give an address back if it is encrypted, or of this computer.

    Raises:
        PullError: If it is neither.

    Example:
        >>> checked_address("https://example.org/a.htm")
        'https://example.org/a.htm'
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        host = None
    if host and (parts.scheme == "https" or (parts.scheme, host) in _OF_THIS_COMPUTER):
        return url
    raise PullError(
        "Pages are fetched over https only",
        where=url,
        hint="give an address that begins with https://; http:// is for 127.0.0.1 alone",
    )


def _name(url: str) -> str:
    return urlsplit(url).path.rpartition("/")[2].lower()
