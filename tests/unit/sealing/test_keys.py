from __future__ import annotations

import sys

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from sealed_corpora import private_pem, signer
from statuteline.errors import SealError
from statuteline.sealing.keys import read_fingerprint, read_public_key
from statuteline.sealing.signatures import is_signed, new_private_key, read_private_key

PKCS8 = PrivateFormat.PKCS8


def test_a_public_key_reads_back() -> None:
    key = signer(1).key
    assert read_public_key(key.pem, "key") == key
    assert read_public_key(b"\n" + key.pem.replace(b"\n", b"\r\n"), "key") == key


def test_its_pem_is_that_of_the_library() -> None:
    key = ed25519.Ed25519PrivateKey.from_private_bytes(bytes([1] * 32)).public_key()
    assert signer(1).key.pem == key.public_bytes(
        Encoding.PEM, PublicFormat.SubjectPublicKeyInfo
    )


def other_public_key() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1()).public_key()
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        other_public_key(),
        signer(1).key.pem.replace(b"MCow", b"MC*w"),
        signer(1).key.pem.replace(b"=\n", b"\n"),
        signer(1).key.pem * 2,
    ],
)
def test_what_is_no_such_public_key_is_refused(data: bytes) -> None:
    with pytest.raises(SealError, match="no public key of the kind Ed25519"):
        read_public_key(data, "key")


def test_a_private_key_in_the_place_of_a_public_one_is_told() -> None:
    with pytest.raises(SealError, match="is a private key") as caught:
        read_public_key(private_pem(1), "key")
    assert "-pubout" in caught.value.hint


def test_what_is_signed_is_signed_by_one_key_only() -> None:
    signature = signer(1).sign(b"words")
    assert is_signed(b"words", signature, signer(1).key)
    assert not is_signed(b"word", signature, signer(1).key)
    assert not is_signed(b"words", signature, signer(2).key)
    assert not is_signed(b"words", signature[:-1], signer(1).key)
    assert not is_signed(b"words", b"", signer(1).key)


def test_a_new_key_is_another_each_time() -> None:
    first, second = new_private_key(), new_private_key()
    assert first != second
    assert read_private_key(first, "key").key != read_private_key(second, "key").key


def test_a_key_with_a_passphrase_is_told() -> None:
    key = ed25519.Ed25519PrivateKey.generate()
    data = key.private_bytes(Encoding.PEM, PKCS8, BestAvailableEncryption(b"word"))
    with pytest.raises(SealError, match="passphrase") as caught:
        read_private_key(data, "key")
    assert "openssl pkey" in caught.value.hint


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"words",
        signer(1).key.pem,
        private_pem(1)[:-40],
        ec.generate_private_key(ec.SECP256R1()).private_bytes(
            Encoding.PEM, PKCS8, NoEncryption()
        ),
    ],
)
def test_what_is_no_such_private_key_is_refused(data: bytes) -> None:
    with pytest.raises(SealError, match="no private key of the kind Ed25519"):
        read_private_key(data, "key")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "cryptography.hazmat.primitives.asymmetric"
    key = signer(1).key
    monkeypatch.setitem(sys.modules, name, None)
    for call in (
        new_private_key,
        lambda: read_private_key(private_pem(1), "key"),
        lambda: is_signed(b"", b"", key),
    ):
        with pytest.raises(SealError, match="cryptography") as caught:
            call()
        assert caught.value.hint == "pip install 'statuteline[seal]'"


@pytest.mark.parametrize("text", ["", "ab", "g" * 64, "a" * 63, "a" * 65])
def test_what_is_no_fingerprint_is_refused(text: str) -> None:
    with pytest.raises(SealError, match="64 hexadecimal digits"):
        read_fingerprint(text, "--fingerprint")
