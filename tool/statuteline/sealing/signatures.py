"""Signing and checking signatures: the only door to ``cryptography``.

The extra ``seal`` brings that package. It is Ed25519 throughout (RFC 8032).
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from statuteline.errors import SealError
from statuteline.sealing.keys import PublicKey

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


class Signer:
    """A private key that can sign.

    Args:
        private: The key.
    """

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.key = PublicKey(raw=private.public_key().public_bytes_raw())

    def sign(self, data: bytes) -> bytes:
        """Give the signature over bytes, 64 bytes."""
        return self._private.sign(data)


def new_private_key() -> bytes:
    """Make a private key from the randomness of this computer.

    Returns:
        Its PEM form, PKCS #8, without a passphrase.

    Raises:
        SealError: If ``cryptography`` is not installed.
    """
    with _package():
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415
        from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
            Encoding,
            NoEncryption,
            PrivateFormat,
        )
    private = ed25519.Ed25519PrivateKey.generate()
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def read_private_key(data: bytes, where: str) -> Signer:
    """Read a private key.

    Args:
        data: A PEM file, PKCS #8, without a passphrase.
        where: The file, for messages.

    Raises:
        SealError: If it is no private key, has a passphrase, is of another kind than
            Ed25519, or ``cryptography`` is not installed.
    """
    with _package():
        from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415
        from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415
    try:
        found = serialization.load_pem_private_key(data, password=None)
    except TypeError as error:
        raise SealError(
            "The key has a passphrase",
            where=where,
            hint="open it as you seal: openssl pkey -in FILE | statuteline seal --key -",
        ) from error
    except (ValueError, UnsupportedAlgorithm):
        found = None
    if not isinstance(found, ed25519.Ed25519PrivateKey):
        raise SealError(
            "This is no private key of the kind Ed25519, in PEM form",
            where=where,
            hint="`statuteline seal --new-key FILE` makes one",
        )
    return Signer(found)


def is_signed(data: bytes, signature: bytes, key: PublicKey) -> bool:
    """Tell whether the owner of a key made a signature over these bytes.

    Raises:
        SealError: If ``cryptography`` is not installed.
    """
    with _package():
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415
    try:
        ed25519.Ed25519PublicKey.from_public_bytes(key.raw).verify(signature, data)
    except InvalidSignature:
        return False
    return True


def check_installed() -> None:
    """Make sure that signatures can be checked, before any is.

    Raises:
        SealError: If ``cryptography`` is not installed.
    """
    with _package():
        from cryptography.hazmat.primitives.asymmetric import (  # noqa: F401, PLC0415
            ed25519,
        )


@contextmanager
def _package() -> Iterator[None]:
    """Say what brings the package, where it is missing."""
    try:
        yield
    except ImportError as error:
        raise SealError(
            "Seals need the package cryptography, which is not installed",
            hint="pip install 'statuteline[seal]'",
        ) from error
