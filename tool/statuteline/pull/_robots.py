"""What a server's ``robots.txt`` allows us."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.robotparser import RobotFileParser

if TYPE_CHECKING:
    from collections.abc import Callable

NAME: Final = "statuteline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules for us.

    Args:
        allows: Tells whether we may fetch an address.
        pause: The seconds between two requests that are asked of us.
    """

    allows: Callable[[str], bool]
    pause: float = 0.0


NO_RULES: Final = Robots(allows=lambda _: True)
"""Those of a server that has no ``robots.txt``."""
NOTHING: Final = Robots(allows=lambda _: False)
"""Those of a server that lets nobody read its ``robots.txt``."""


def robots(data: bytes) -> Robots:
    r"""Read a ``robots.txt``.

    Args:
        data: Its bytes; what is not UTF-8 in it is no rule, and neither is a line that
            names what can be no address.

    Example:
        >>> rules = robots(b"User-agent: *\nDisallow: /private/\nCrawl-delay: 3")
        >>> rules.allows("https://example.org/private/a.htm"), rules.pause
        (False, 3.0)
    """
    parser = RobotFileParser()
    lines = data.decode("utf-8-sig", errors="replace").splitlines()
    parser.parse([line for line in lines if _can_be_read(line)])
    delay, rate = parser.crawl_delay(NAME), parser.request_rate(NAME)
    pause = float(delay or 0)
    if rate is not None and rate.requests:
        pause = max(pause, rate.seconds / rate.requests)
    return Robots(allows=lambda url: parser.can_fetch(NAME, url), pause=pause)


def _can_be_read(line: str) -> bool:
    try:
        RobotFileParser().parse(("User-agent: *", line))
    except ValueError:  # of an address such as //[
        return False
    return True
