"""The only door to the network: one request, its answer in pieces, and what can fail."""

from __future__ import annotations

import ssl
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import HTTPError, NewConnectionError, SSLError
from urllib3.exceptions import TimeoutError as NoAnswer

from statuteline.errors import PullError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from statuteline.pull.base import Policy

_PIECE: Final = 65_536
# OpenSSL's numbers for "the certificate above this one is not at hand".
_NO_ISSUER: Final = {2, 20, 21}


class TimedOutError(Exception):
    """The server said nothing for too long."""


class BrokenOffError(Exception):
    """The connection could not be made, or ended before the answer did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The head of an answer, and its body as it arrives.

    Args:
        status: The HTTP status.
        headers: Its headers; names in any case.
        pieces: The body, unpacked.
    """

    status: int
    headers: Mapping[str, str]
    pieces: Iterator[bytes]


class Web:
    """Asks servers for pages. Certificates are always verified.

    Args:
        policy: Who we are, whom we trust, how long we wait.

    Raises:
        PullError: If the certificates cannot be read, or the contact cannot be sent.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._pool = urllib3.PoolManager(
            ssl_context=_trust(policy.ca_file),
            headers={
                "User-Agent": agent(policy.contact),
                "Accept": "text/html, */*;q=0.1",
                "Accept-Encoding": "gzip",
            },
            timeout=urllib3.Timeout(connect=policy.silence, read=policy.silence),
            retries=False,
        )

    def close(self) -> None:
        """Hang up."""
        self._pool.clear()

    @contextmanager
    def ask(self, url: str, headers: Mapping[str, str]) -> Iterator[Answer]:
        """Send one request, without following a redirect or trying again.

        Args:
            url: The address.
            headers: What to send beside who we are.

        Yields:
            The answer; reading its body may raise the same errors.

        Raises:
            TimedOutError: If nothing comes for too long.
            BrokenOffError: If the connection fails.
            PullError: If the server cannot prove who it is.
        """
        response: urllib3.BaseHTTPResponse | None = None
        try:
            response = self._pool.request(
                "GET",
                url,
                headers={**self._pool.headers, **headers},
                preload_content=False,
                redirect=False,
            )
            yield Answer(
                status=response.status,
                headers=response.headers,
                pieces=_pieces(response),
            )
        except SSLError as error:
            raise _not_verified(url, error) from error
        except NewConnectionError as error:  # urllib3 counts it among the time-outs
            raise BrokenOffError(_reason(error)) from error
        except NoAnswer as error:
            raise TimedOutError(f"no answer within {self._policy.silence:g} s") from error
        except HTTPError as error:
            raise BrokenOffError(_reason(error)) from error
        finally:
            if response is not None:
                response.close()


def agent(contact: str | None) -> str:
    """Say who we are: the program, its version, and whom to write to if that is known.

    Args:
        contact: A web or mail address; None or empty for none.

    Raises:
        PullError: If it has characters that no header can have.

    Example:
        >>> agent("https://example.org/our-crawl").partition(" ")[2]
        '(+https://example.org/our-crawl)'
    """
    if contact and not (contact.isascii() and contact.isprintable()):
        raise PullError(
            "The contact address has characters that cannot be sent",
            where=repr(contact),
            hint="give a web or mail address in plain letters",
        )
    name = f"statuteline/{version('statuteline')}"
    return f"{name} (+{contact})" if contact else name


def _pieces(response: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
    # Not stream(): it waits until a piece is full, so that a server that drips bytes
    # would never be noticed.
    while piece := response.read1(_PIECE, decode_content=True):
        yield piece


def _trust(ca_file: Path | None) -> ssl.SSLContext:
    context = ssl.create_default_context()
    # From Python 3.13 on any certificate given would be trusted for itself; one in
    # between must lead to a root.
    context.verify_flags &= ~ssl.VERIFY_X509_PARTIAL_CHAIN
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except OSError as error:
            raise PullError(
                f"The certificates cannot be read: {error.strerror or error}",
                where=str(ca_file),
                hint="give a file of certificates in PEM form, as openssl x509 writes it",
            ) from error
    return context


def _not_verified(url: str, error: SSLError) -> PullError | BrokenOffError:
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, ssl.SSLCertVerificationError):
        inner = cause.args[0] if cause.args else None
        cause = inner if isinstance(inner, BaseException) else cause.__cause__
    if cause is None:
        return BrokenOffError(_reason(error))
    if cause.verify_code not in _NO_ISSUER:
        return PullError(
            f"The server does not prove who it is: {cause.verify_message}",
            where=url,
            hint="check the address and the clock of this computer; nothing was fetched",
        )
    host = urlsplit(url).netloc
    address = host if ":" in host else f"{host}:443"
    return PullError(
        "The server's certificate cannot be followed to one that this computer trusts; "
        "perhaps the server leaves out the certificate in between",
        where=url,
        hint="`openssl s_client -connect "
        f"{address} </dev/null | openssl x509 -noout -ext authorityInfoAccess` tells "
        "where its issuer keeps that certificate (CA Issuers); fetch it, turn it into "
        "PEM with `openssl x509 -inform DER -in FILE -out issuer.pem`, and give "
        "--ca-file issuer.pem",
    )


def _reason(error: BaseException) -> str:
    told = str(error.args[0] if error.args else error)
    _, _, without_connection = told.partition("): ")
    return f"the connection failed: {without_connection or told}"
