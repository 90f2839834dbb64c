"""Who a server is, is always verified."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import trustme

from authority import trusted
from page_server import serving
from statuteline.errors import PullError
from statuteline.pull._exchange import Exchange
from statuteline.pull._fetch import fetch
from statuteline.pull._robots import NO_RULES
from statuteline.pull._web import Web
from statuteline.pull.base import Policy

from .library import StillClock, page

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.pull._answers import Result

BOOK = page("A book on bicycles")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    return trusted(tmp_path, monkeypatch)


def context(leaf: trustme.LeafCert, *, whole_chain: bool = True) -> ssl.SSLContext:
    """Give a server its certificate, and those above it unless they are left out."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if whole_chain:
        leaf.configure_cert(tls)
    else:
        with (
            leaf.private_key_pem.tempfile() as key,
            leaf.cert_chain_pems[0].tempfile() as certificate,
        ):
            tls.load_cert_chain(certificate, key)
    return tls


def ask(tls: ssl.SSLContext, ca_file: Path | None = None, host: str = "") -> Result:
    policy = Policy(silence=5.0, attempts=1, ca_file=ca_file)
    with serving({"/book.htm": BOOK}, tls) as server:
        exchange = Exchange(Web(policy), StillClock(), policy)
        address = server.host.replace("localhost", host or "localhost")
        return fetch(exchange, NO_RULES, f"{address}/book.htm", None)


def test_a_server_that_proves_who_it_is(root: trustme.CA) -> None:
    between = root.create_child_ca()
    result = ask(context(between.issue_cert("localhost")))
    assert getattr(result, "data", None) == BOOK


def test_a_missing_certificate_in_between_is_told_with_a_way_out(
    root: trustme.CA, tmp_path: Path
) -> None:
    between = root.create_child_ca()
    tls = context(between.issue_cert("localhost"), whole_chain=False)
    with pytest.raises(PullError, match="leaves out the certificate in between") as error:
        ask(tls)
    assert "openssl s_client -connect localhost:" in error.value.hint
    assert "--ca-file" in error.value.hint
    between.cert_pem.write_to_path(str(tmp_path / "between.pem"))
    result = ask(tls, tmp_path / "between.pem")
    assert getattr(result, "data", None) == BOOK


@pytest.mark.usefixtures("root")
def test_a_certificate_in_between_does_not_stand_for_a_root(tmp_path: Path) -> None:
    between = trustme.CA().create_child_ca()
    between.cert_pem.write_to_path(str(tmp_path / "between.pem"))
    tls = context(between.issue_cert("localhost"), whole_chain=False)
    with pytest.raises(PullError, match="cannot be followed"):
        ask(tls, tmp_path / "between.pem")


def test_a_root_of_ones_own_can_be_added(root: trustme.CA, tmp_path: Path) -> None:
    own = trustme.CA()
    own.cert_pem.write_to_path(str(tmp_path / "own.pem"))
    for authority in (own, root):
        result = ask(context(authority.issue_cert("localhost")), tmp_path / "own.pem")
        assert getattr(result, "data", None) == BOOK


@pytest.mark.parametrize("fault", ["host", "time", "stranger"])
def test_a_server_that_is_somebody_else(fault: str, root: trustme.CA) -> None:
    past = datetime(2020, 1, 1, tzinfo=UTC) if fault == "time" else None
    authority = trustme.CA() if fault == "stranger" else root
    leaf = authority.issue_cert(
        "example.org" if fault == "host" else "localhost", not_after=past
    )
    with pytest.raises(PullError) as error:
        ask(context(leaf))
    told = {
        "host": "Hostname mismatch",
        "time": "expired",
        "stranger": "cannot be followed",
    }
    assert told[fault] in error.value.what


@pytest.mark.parametrize("kind", ["gone", "no certificate"])
def test_certificates_that_cannot_be_read(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "issuer.pem"
    if kind != "gone":
        file.write_text("not a certificate", encoding="utf-8")
    with pytest.raises(PullError, match="certificates cannot be read") as error:
        Web(Policy(ca_file=file))
    assert error.value.where == str(file)


def test_the_way_out_works_as_it_is_told(root: trustme.CA, tmp_path: Path) -> None:
    """The commands of the hint turn an issuer's file, in DER form, into one in PEM."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    between = root.create_child_ca()
    der = ssl.PEM_cert_to_DER_cert(between.cert_pem.bytes().decode("ascii"))
    (tmp_path / "FILE").write_bytes(der)
    words = "x509 -inform DER -in FILE -out issuer.pem"
    subprocess.run([openssl, *words.split()], cwd=tmp_path, check=True)
    tls = context(between.issue_cert("localhost"), whole_chain=False)
    with pytest.raises(PullError) as error:
        ask(tls)
    assert words in error.value.hint
    result = ask(tls, tmp_path / "issuer.pem")
    assert getattr(result, "data", None) == BOOK
