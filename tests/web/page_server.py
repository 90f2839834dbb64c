"""A server of this computer, with pages that can be made to fail."""

from __future__ import annotations

import gzip
import socket
import struct
import threading
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator, Mapping

    Answering = Callable[["Handler", bytes], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as it is told for each path; otherwise as a good server does."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers.items())))
        data = self.server.pages.get(self.path, b"")
        told = self.server.told.get(self.path, [])
        if told:
            told.pop(0)(self, data)
        elif self.path not in self.server.pages:
            self.answer(404)
        else:
            self.good(data)

    def good(self, data: bytes) -> None:
        tag = f'"{sha256(data).hexdigest()[:12]}"'
        if self.headers.get("If-None-Match") == tag:
            self.answer(304, b"", {"ETag": tag})
        else:
            self.answer(200, data, {"Content-Type": "text/html", "ETag": tag})

    def answer(
        self, status: int, data: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def begin(self, headers: Mapping[str, str]) -> None:
        """Send the head of a page, and leave the body to the caller."""
        self.close_connection = True
        self.send_response(200)
        for name, value in ({"Content-Type": "text/html"} | dict(headers)).items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Pages by path; what is told for a path is used up, one answer a request."""

    daemon_threads = True

    def __init__(self, pages: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages = dict(pages)
        self.told: dict[str, list[Answering]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.host = f"http://127.0.0.1:{self.server_port}"
        self.stopping = threading.Event()

    def paths(self) -> list[str]:
        """Give the paths that were asked for, in order, and forget them."""
        asked = [path for path, _ in self.asked]
        self.asked.clear()
        return asked

    def handle_error(self, *_: object) -> None:
        """Say nothing: clients hang up when they have had enough."""


@contextmanager
def serving(pages: dict[str, bytes], tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    with Server(pages) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
            server.host = f"https://localhost:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.stopping.set()
            server.shutdown()
            thread.join()


def status(code: int, **headers: str) -> Answering:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler, _: handler.answer(code, b"", named)


def moved(to: str) -> Answering:
    return status(302, Location=to)


def of_type(sent: str) -> Answering:
    return lambda handler, data: handler.answer(200, data, {"Content-Type": sent})


def with_the_body(change: Callable[[bytes], bytes]) -> Answering:
    return lambda handler, data: handler.answer(
        200, change(data), {"Content-Type": "text/html"}
    )


def packed(handler: Handler, data: bytes) -> None:
    sent = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    handler.answer(200, gzip.compress(data), sent)


def packed_badly(handler: Handler, data: bytes) -> None:
    sent = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    handler.answer(200, gzip.compress(data)[:-20], sent)


def too_short(handler: Handler, data: bytes) -> None:
    """Promise more bytes than are sent."""
    handler.begin({"Content-Length": str(len(data) + 10)})
    handler.wfile.write(data)


def chunks_without_end(handler: Handler, data: bytes) -> None:
    handler.begin({"Transfer-Encoding": "chunked"})
    handler.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")


def silent(handler: Handler, _: bytes) -> None:
    """Say nothing until the test is over."""
    handler.close_connection = True
    handler.server.stopping.wait(5)


def dripping(handler: Handler, data: bytes) -> None:
    """Send a byte now and then, never so late that it counts as silence."""
    handler.begin({"Content-Length": str(len(data))})
    for byte in data:
        if handler.server.stopping.wait(0.2):
            break
        handler.wfile.write(bytes([byte]))


def huge(handler: Handler, _: bytes) -> None:
    """Send and send, without saying how much."""
    handler.begin({})
    while not handler.server.stopping.is_set():
        handler.wfile.write(b"<p>more</p>" * 1000)


def reset(handler: Handler, _: bytes) -> None:
    """Hang up in the rudest way."""
    handler.close_connection = True
    hard = struct.pack("ii", 1, 0)
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, hard)
    handler.connection.close()


NOT_WHOLE: dict[str, Answering] = {
    "forbidden": status(403),
    "of another type": of_type("application/pdf"),
    "cut short": with_the_body(lambda data: data[:-10]),
    "shorter than promised": too_short,
    "without an end": chunks_without_end,
    "packed badly": packed_badly,
    "too large": huge,
    "hung up on": reset,
    "sent elsewhere": moved("/error.htm"),
}
"""Answers that never bring the whole page, however often they are given."""
