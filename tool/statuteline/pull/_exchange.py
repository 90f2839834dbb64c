"""Question and answer at the pace that a server is owed, within the limits of a run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from statuteline.pull._answers import EndedError, Failed
from statuteline.pull._page import redirected
from statuteline.pull._web import BrokenOffError, TimedOutError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from statuteline.pull._web import Answer, Web
    from statuteline.pull.base import Clock, Policy

OK: Final = 200
_REDIRECTS: Final = {301, 302, 303, 307, 308}
_TOO_MANY: Final = 429
_SERVER_FAULT: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer that has fully arrived.

    Args:
        address: Where it came from in the end.
        status: The HTTP status.
        headers: Its headers; names in any case.
        data: The body, unpacked; empty unless the status is 200.
    """

    address: str
    status: int
    headers: Mapping[str, str]
    data: bytes


class Exchange:
    """Asks one host, one question at a time.

    Args:
        web: The way out.
        clock: The time.
        policy: Our manners, and the limits.
    """

    def __init__(self, web: Web, clock: Clock, policy: Policy) -> None:
        self._web = web
        self._clock = clock
        self._policy = policy
        self._last: float | None = None
        self._ends = clock.monotonic() + policy.total_seconds
        self._room = policy.total_bytes
        self._pause = policy.pause

    def slow_down(self, pause: float) -> None:
        """Keep a longer pause from one question to the next.

        Args:
            pause: In seconds; a shorter one than ours changes nothing.

        Raises:
            EndedError: If it is longer than our patience.
        """
        if pause > self._policy.patience:
            raise EndedError(f"the server asks for {pause:g} seconds a page")
        self._pause = max(self._pause, pause)

    def ask(
        self,
        url: str,
        headers: Mapping[str, str],
        *,
        refuse: Callable[[Mapping[str, str]], str | None],
        elsewhere: Callable[[str], str | None],
    ) -> Reply | Failed:
        """Ask for an address, wherever its host sends us.

        Args:
            url: The address.
            headers: What to send.
            refuse: Says from the headers of an answer why its body is not wanted; None
                if it is.
            elsewhere: Says why an address is not to be asked; None if it may be.

        Returns:
            The answer, unless it is a redirect, or never comes.

        Raises:
            EndedError: If the limits of the run are reached, or the server asks us to
                come back after more than our patience.
        """
        address = url
        for _ in range(self._policy.redirects + 1):
            why = elsewhere(address)
            if why is not None:
                return Failed(why)
            reply = self._patiently(address, headers, refuse)
            if isinstance(reply, Failed) or reply.status not in _REDIRECTS:
                return reply
            address, why = redirected(address, reply.headers.get("Location"))
            if why is not None:
                return Failed(why)
        return Failed(f"it sends us on more than {self._policy.redirects} times")

    def _patiently(
        self,
        url: str,
        headers: Mapping[str, str],
        refuse: Callable[[Mapping[str, str]], str | None],
    ) -> Reply | Failed:
        why, wait = "", 0.0
        for attempt in range(self._policy.attempts):
            self._clock.sleep(wait)
            self._take_turn()
            wait = self._pause * 2 ** (attempt + 1)
            try:
                reply = self._once(url, headers, refuse)
            except TimedOutError as error:
                why = str(error)
            except BrokenOffError as error:
                return Failed(str(error))
            else:
                if isinstance(reply, Failed) or not _is_busy(reply.status):
                    return reply
                why = f"the server answers with status {reply.status}"
                wait = max(wait, self._asked_wait(reply))
        return Failed(f"{why}, {self._policy.attempts} times")

    def _take_turn(self) -> None:
        if self._last is not None:
            early = self._last + self._pause - self._clock.monotonic()
            if early > 0:
                self._clock.sleep(early)
        self._last = self._clock.monotonic()
        if self._last >= self._ends:
            minutes = self._policy.total_seconds / 60
            raise EndedError(f"{minutes:g} minutes are over, the most of one run")

    def _once(
        self,
        url: str,
        headers: Mapping[str, str],
        refuse: Callable[[Mapping[str, str]], str | None],
    ) -> Reply | Failed:
        with self._web.ask(url, headers) as answer:
            data = b""
            if answer.status == OK:
                why = refuse(answer.headers)
                if why is not None:
                    return Failed(why)
                body = self._body(answer)
                if isinstance(body, Failed):
                    return body
                data = body
            return Reply(
                address=url, status=answer.status, headers=answer.headers, data=data
            )

    def _body(self, answer: Answer) -> bytes | Failed:
        begun = self._clock.monotonic()
        got = bytearray()
        for piece in answer.pieces:
            got += piece
            if len(got) > self._policy.page_bytes:
                return Failed(f"it is larger than {self._policy.page_bytes:,} bytes")
            if self._clock.monotonic() - begun > self._policy.page_seconds:
                raise TimedOutError(f"not whole after {self._policy.page_seconds:g} s")
            if len(got) > self._room:
                most = f"{self._policy.total_bytes:,} bytes"
                raise EndedError(f"{most} have been fetched, the most of one run")
        self._room -= len(got)
        return bytes(got)

    def _asked_wait(self, reply: Reply) -> float:
        seconds = _retry_after(reply.headers.get("Retry-After"), self._clock.now())
        if seconds > self._policy.patience:
            raise EndedError(f"the server asks to be left alone for {seconds:g} seconds")
        return seconds


def _is_busy(status: int) -> bool:
    return status == _TOO_MANY or status >= _SERVER_FAULT


def _retry_after(sent: str | None, now: datetime) -> float:
    if sent is None:
        return 0.0
    if sent.strip().isdecimal():
        return float(sent)
    try:
        at = parsedate_to_datetime(sent)
    except ValueError:
        return 0.0
    return (at.replace(tzinfo=at.tzinfo or UTC) - now).total_seconds()
