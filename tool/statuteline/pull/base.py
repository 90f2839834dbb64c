"""What is asked for, how politely, and what a publisher's plug-in knows of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from statuteline.model.published import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which pages are wanted.

    Args:
        year: The year of the edition; None for the present one.
        title: Only this title; None for all.
        section: Only the pages that a section stands on; None for all.
        host: Scheme and host of a copy of the site; None for the publisher's own.
    """

    year: int | None = None
    title: str | None = None
    section: str | None = None
    host: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """What a plug-in knows of the pages of a jurisdiction's code.

    Args:
        summary: One sentence for the help text.
        imported: The kind of source under which ``import`` reads the pages.
        start: Gives the address of the first page, which lists others; raises
            IdentifierError if there can be no such title or section.
        check: Raises SourceError if the bytes from an address are not the page that should
            be there, such as an error page that came with status 200.
        edition: Reads from the bytes of the first page which edition it is; raises
            SourceError if the page does not say, or is not of the year that is wanted.
        links: Gives the addresses to visit next, from the address and bytes of a page;
            raises SourceError if what is wanted is not in the list that it holds.
    """

    summary: str
    imported: str
    start: Callable[[Scope], str]
    check: Callable[[str, bytes], None]
    edition: Callable[[Scope, bytes], Edition]
    links: Callable[[Scope, str, bytes], tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How we behave towards a publisher's server, and how much we take from it.

    Args:
        contact: Where the person who runs this can be reached: a web or mail address
            that the server's staff sees. None to give none.
        ca_file: Certificates that are trusted beside those of the system.
        pause: Seconds from the start of one request to the start of the next.
        attempts: How often a page is asked for if the server is busy or silent.
        patience: The longest wait in seconds that a server may ask for; what asks for
            more ends the run.
        silence: Seconds without a byte after which an answer counts as lost.
        page_seconds: Seconds that one page may take.
        page_bytes: Bytes that one page may have, unpacked.
        total_seconds: Seconds that a run may take.
        total_bytes: Bytes that a run may fetch, unpacked.
        redirects: How often one page may send us on.
        failures: Failed pages in a row that end a run.
    """

    contact: str | None = None
    ca_file: Path | None = None
    pause: float = 1.0
    attempts: int = 4
    patience: float = 300.0
    silence: float = 30.0
    page_seconds: float = 120.0
    page_bytes: int = 32_000_000
    total_seconds: float = 6 * 3600.0
    total_bytes: int = 1_000_000_000
    redirects: int = 3
    failures: int = 5


class Clock(Protocol):
    """The time, and waiting: the command line has a real one, tests have their own."""

    def now(self) -> datetime:
        """Give the time in UTC."""

    def monotonic(self) -> float:
        """Give seconds since some moment; they never go back."""

    def sleep(self, seconds: float) -> None:
        """Wait."""
