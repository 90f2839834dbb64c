"""A run: from the first page to the last, each kept and recorded as soon as it is whole."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, assert_never

from statuteline.corpus.checksums import digest
from statuteline.corpus.holding import held
from statuteline.errors import PullError, SourceError
from statuteline.publishers.visits import Completed, Outcome, Visit
from statuteline.pull._answers import EndedError, Failed, Fetched, Vanished
from statuteline.pull._exchange import Exchange
from statuteline.pull._fetch import fetch, rules
from statuteline.pull._kept import Kept
from statuteline.pull._page import checked_address
from statuteline.pull._web import Web

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from statuteline.model.published import Edition
    from statuteline.publishers.saved_pages import PageFolder
    from statuteline.pull._answers import Result
    from statuteline.pull._robots import Robots
    from statuteline.pull.base import Clock, Policy, Publisher, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A page that could not be fetched.

    Args:
        url: Its address.
        why: In words, without a full stop.
    """

    url: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """The run came to an end before the last page; a later one goes on.

    Args:
        why: In words, without a full stop.
    """

    why: str


Step: TypeAlias = Visit | Missed | Ended
"""What a run tells, page by page."""


def run(
    publisher: Publisher, scope: Scope, folder: PageFolder, policy: Policy, clock: Clock
) -> Generator[Step, None, None]:
    """Fetch what is wanted into a folder.

    What a run visited that was stopped less than a day ago is told too, but not asked for
    again.

    Args:
        publisher: What is known of the pages.
        scope: Which are wanted.
        folder: Where they are kept.
        policy: Our manners.
        clock: The time.

    Yields:
        What became of each page, as soon as it is on the disk.

    Raises:
        PullError: If the first page cannot be fetched, or the host may not be asked.
        HeldError: If another run fetches into the folder.
        SourceError: If the folder is damaged, or a list is not as it should be, or lacks
            what is wanted.
        IdentifierError: If there can be no such title or section.
    """
    start = checked_address(publisher.start(scope))
    with held(folder.root), closing(Web(policy)) as web:
        kept = Kept(folder)
        exchange = Exchange(web, clock, policy)
        try:
            allowed = rules(exchange, start)
            exchange.slow_down(allowed.pause)
            yield from _Run(publisher, scope, folder, kept, exchange, allowed, clock).steps(
                start, policy.failures
            )
        except EndedError as error:
            yield Ended(why=str(error))


class _Run:
    def __init__(  # noqa: PLR0913, PLR0917 - what a run needs, for one caller
        self,
        publisher: Publisher,
        scope: Scope,
        folder: PageFolder,
        kept: Kept,
        exchange: Exchange,
        allowed: Robots,
        clock: Clock,
    ) -> None:
        self._publisher = publisher
        self._scope = scope
        self._folder = folder
        self._kept = kept
        self._exchange = exchange
        self._allowed = allowed
        self._clock = clock

    def steps(self, start: str, most_failures: int) -> Iterator[Step]:
        first = self._first(start)
        yield first
        waiting = list(self._links(first))
        seen = {start, *waiting}
        missed = in_a_row = 0
        while waiting:
            step = self._visit(waiting.pop(0), first.edition)
            if isinstance(step, Visit):
                in_a_row = 0
                found = [url for url in self._links(step) if url not in seen]
                seen.update(found)
                waiting[:0] = found
            else:
                missed += 1
                in_a_row += 1
            yield step
            if in_a_row == most_failures:
                raise EndedError(f"{in_a_row} pages in a row could not be fetched")
        if not missed:
            self._folder.record(Completed(at=self._clock.now()))

    def _first(self, url: str) -> Visit:
        earlier = self._kept.visited(url, self._clock.now())
        if earlier is not None and earlier.sha256 is not None:
            return earlier
        result = self._fetch(url)
        match result:
            case Fetched():
                edition = self._publisher.edition(self._scope, result.data)
                return self._keep(url, edition, result)
            case Vanished(status):
                raise PullError(
                    f"There is no such edition: the server answers with status {status}",
                    where=url,
                    hint="leave --edition out to fetch the present one",
                )
            case Failed(why):
                raise PullError(
                    f"The first page cannot be fetched: {why}",
                    where=url,
                    hint="see whether a browser shows it, and try again later",
                )
            case _:
                assert_never(result)

    def _visit(self, url: str, edition: Edition) -> Visit | Missed:
        earlier = self._kept.visited(url, self._clock.now())
        if earlier is not None and earlier.edition == edition:
            return earlier
        result = self._fetch(url)
        match result:
            case Fetched():
                return self._keep(url, edition, result)
            case Vanished(status):
                gone = Visit(
                    url=url,
                    edition=edition,
                    at=self._clock.now(),
                    outcome=Outcome.GONE,
                    status=status,
                )
                self._folder.record(gone)
                return gone
            case Failed(why):
                return Missed(url=url, why=why)
            case _:
                assert_never(result)

    def _fetch(self, url: str) -> Result:
        result = fetch(self._exchange, self._allowed, url, self._kept.page(url))
        if isinstance(result, Fetched):
            try:
                self._publisher.check(url, result.data)
            except SourceError as error:
                return Failed(error.what)
        return result

    def _keep(self, url: str, edition: Edition, page: Fetched) -> Visit:
        sha256 = digest(page.data)
        before = self._kept.digest(url)
        outcome = Outcome.NEW
        if before is not None:
            outcome = Outcome.UNCHANGED if before == sha256 else Outcome.CHANGED
        visit = Visit(
            url=url,
            edition=edition,
            at=self._clock.now(),
            outcome=outcome,
            status=page.status,
            sha256=sha256,
            redirected=page.address if page.address != url else None,
            etag=page.etag,
            last_modified=page.last_modified,
            content_type=page.content_type,
        )
        self._folder.keep(visit, page.data)
        return visit

    def _links(self, visit: Visit) -> tuple[str, ...]:
        if visit.sha256 is None:
            return ()
        data = self._folder.read(visit.sha256)
        return self._publisher.links(self._scope, visit.url, data)
