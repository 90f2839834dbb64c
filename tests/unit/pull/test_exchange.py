"""One page, asked of a server that does not behave."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from page_server import (
    NOT_WHOLE,
    dripping,
    moved,
    of_type,
    packed,
    serving,
    silent,
    status,
    with_the_body,
)
from statuteline.cli._clock import SystemClock
from statuteline.pull._answers import EndedError, Failed, Fetched, Vanished
from statuteline.pull._exchange import Exchange
from statuteline.pull._fetch import fetch
from statuteline.pull._robots import NO_RULES
from statuteline.pull._web import Web

from .library import PROMPT, StillClock, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from page_server import Answering, Server
    from statuteline.pull._answers import Result
    from statuteline.pull.base import Clock, Policy

PATH = "/book.htm"
BOOK = page("A book on bicycles")


@pytest.fixture
def server() -> Iterator[Server]:
    with serving({PATH: BOOK, "/new/book.htm": BOOK, "/error.htm": BOOK}) as found:
        yield found


def ask(server: Server, policy: Policy = PROMPT, clock: Clock | None = None) -> Result:
    exchange = Exchange(Web(policy), clock or StillClock(), policy)
    return fetch(exchange, NO_RULES, server.host + PATH, None)


WHY_NOT_WHOLE = {
    "forbidden": "the server answers with status 403",
    "of another type": "it is application/pdf, not a page",
    "cut short": "the page is cut off",
    "shorter than promised": "the connection failed",
    "without an end": "the connection failed",
    "packed badly": "the page is cut off",
    "too large": "it is larger than 100,000 bytes",
    "hung up on": "the connection failed",
    "sent elsewhere": "it sends us on to another page",
}


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        *((answer, WHY_NOT_WHOLE[name]) for name, answer in NOT_WHOLE.items()),
        (status(204), "the server answers with status 204"),
        (status(304), "the server answers with status 304"),
        (of_type("text/plain; charset=utf-8"), "it is text/plain, not a page"),
        (with_the_body(lambda data: data + b" " * 2000), "the page is cut off"),
        (moved("http://localhost:9/book.htm"), "which is not the same host, safely"),
        (moved("https://127.0.0.1/book.htm"), "which is not the same host, safely"),
        (moved("http://[x"), "which is no address"),
        (moved(""), "does not say where to"),
    ],
)
def test_what_is_not_the_whole_page_is_refused_and_not_asked_for_again(
    answer: Answering, why: str, server: Server
) -> None:
    server.told = {PATH: [answer]}
    result = ask(server, replace(PROMPT, page_bytes=100_000))
    assert isinstance(result, Failed)
    assert why in result.why
    assert server.paths() == [PATH]


def test_a_page_without_a_type_is_refused(server: Server) -> None:
    server.told = {PATH: [lambda handler, data: handler.answer(200, data)]}
    assert ask(server) == Failed("the server does not say that it is a page")


@pytest.mark.parametrize("code", [404, 410])
def test_a_page_that_is_gone_is_no_failure(code: int, server: Server) -> None:
    server.told = {PATH: [status(code)]}
    assert ask(server) == Vanished(code)


@pytest.mark.parametrize("packing", [packed, with_the_body(bytes)])
def test_a_page_is_kept_unpacked(packing: Answering, server: Server) -> None:
    server.told = {PATH: [packing]}
    result = ask(server)
    assert isinstance(result, Fetched)
    assert result.data == BOOK


def test_a_small_answer_that_unpacks_to_too_much_is_refused(server: Server) -> None:
    server.told = {PATH: [packed]}
    server.pages[PATH] = b"<p>more</p>" * 1_000_000
    assert ask(server, replace(PROMPT, page_bytes=100_000)) == Failed(
        "it is larger than 100,000 bytes"
    )


def test_a_redirect_to_the_same_page_is_followed(server: Server) -> None:
    server.told = {PATH: [moved("/new/book.htm")]}
    result = ask(server)
    assert isinstance(result, Fetched)
    assert result.address == f"{server.host}/new/book.htm"


def test_a_loop_ends(server: Server) -> None:
    server.told = {PATH: [moved(PATH)] * 9}
    assert ask(server) == Failed("it sends us on more than 3 times")
    assert server.paths() == [PATH] * 4


@pytest.mark.parametrize("code", [429, 500, 502, 503])
def test_a_busy_server_is_asked_again_later_and_later(code: int, server: Server) -> None:
    server.told = {PATH: [status(code)] * 2}
    clock = StillClock()
    assert isinstance(ask(server, clock=clock), Fetched)
    assert clock.waits == [2.0, 4.0]


def test_a_server_that_stays_busy_is_left_alone(server: Server) -> None:
    server.told = {PATH: [status(503)] * 9}
    assert ask(server) == Failed("the server answers with status 503, 3 times")
    assert server.paths() == [PATH] * 3


@pytest.mark.parametrize(
    ("sent", "waits"),
    [
        ("7", 7.0),
        ("1", 2.0),
        ("Thu, 01 Jan 2026 00:00:40 GMT", 40.0),
        ("Thu, 01 Jan 2026 00:00:40 -0000", 40.0),
        ("Wed, 31 Dec 2025 00:00:00 GMT", 2.0),
        ("soon", 2.0),
        ("-5", 2.0),
        ("300", 300.0),
        ("Thu, 01 Jan 99999 00:00:00 GMT", 2.0),
    ],
)
def test_a_server_says_how_long_to_wait(sent: str, waits: float, server: Server) -> None:
    server.told = {PATH: [status(503, Retry_After=sent)]}
    clock = StillClock()
    assert isinstance(ask(server, clock=clock), Fetched)
    assert clock.waits == [waits]


def test_no_wait_is_longer_than_our_patience(server: Server) -> None:
    server.told = {PATH: [status(429, Retry_After="3600")]}
    clock = StillClock()
    with pytest.raises(EndedError, match="left alone for 3600 seconds"):
        ask(server, clock=clock)
    assert clock.waits == []


def test_silence_counts_as_a_lost_answer(server: Server) -> None:
    server.told = {PATH: [silent]}
    assert isinstance(ask(server, replace(PROMPT, silence=1.0)), Fetched)
    assert server.paths()[:2] == [PATH] * 2
    server.told = {PATH: [silent] * 2}
    policy = replace(PROMPT, silence=0.2, attempts=2)
    assert ask(server, policy) == Failed("no answer within 0.2 s, 2 times")


def test_a_page_that_drips_is_given_up(server: Server) -> None:
    server.told = {PATH: [dripping] * 2}
    policy = replace(PROMPT, attempts=2, pause=0.0, page_seconds=0.5)
    assert ask(server, policy, SystemClock()) == Failed("not whole after 0.5 s, 2 times")


def test_requests_keep_their_distance(server: Server) -> None:
    clock = StillClock()
    exchange = Exchange(Web(PROMPT), clock, PROMPT)
    for _ in range(3):
        fetch(exchange, NO_RULES, server.host + PATH, None)
    clock.seconds += 0.75
    fetch(exchange, NO_RULES, server.host + PATH, None)
    clock.seconds += 5
    fetch(exchange, NO_RULES, server.host + PATH, None)
    assert clock.waits == [1.0, 1.0, 0.25]


def test_we_say_who_we_are(server: Server) -> None:
    ask(server)
    ask(server, replace(PROMPT, contact="https://example.org/crawl"))
    plain, named = (headers["User-Agent"] for _, headers in server.asked)
    assert plain.startswith("statuteline/")
    assert named == f"{plain} (+https://example.org/crawl)"


def test_a_server_that_is_not_there(server: Server) -> None:
    server.host = "http://127.0.0.1:1"
    result = ask(server)
    assert isinstance(result, Failed)
    assert result.why.startswith("the connection failed: ")
