"""Public keys, Ed25519 only, in the form that openssl reads and writes.

Source:
    RFC 8410, section 4: the key as a SubjectPublicKeyInfo, 12 fixed bytes and 32 more.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from typing import Final

from statuteline.errors import SealError
from statuteline.sealing.listing import sha256

_BEFORE: Final = bytes.fromhex("302a300506032b6570032100")
_LENGTH: Final = 32
_PEM: Final = re.compile(
    rb"\s*-----BEGIN PUBLIC KEY-----\s(.*)\s-----END PUBLIC KEY-----\s*", re.DOTALL
)
_FINGERPRINT: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """A public key.

    Args:
        raw: Its 32 bytes.
    """

    raw: bytes

    @property
    def fingerprint(self) -> str:
        """SHA-256 of its DER form, in lower-case hexadecimal.

        ``openssl pkey -pubin -in FILE -outform DER | sha256sum`` gives the same.
        """
        return sha256(_BEFORE + self.raw)

    @property
    def pem(self) -> bytes:
        """Its PEM form, as openssl writes it."""
        words = base64.b64encode(_BEFORE + self.raw)
        return b"-----BEGIN PUBLIC KEY-----\n%b\n-----END PUBLIC KEY-----\n" % words


def read_public_key(data: bytes, where: str) -> PublicKey:
    """Read a public key.

    Args:
        data: A PEM file.
        where: The file, for messages.

    Raises:
        SealError: If it is no public key, or one of another kind.
    """
    if b"PRIVATE KEY" in data:
        raise SealError(
            "This is a private key, and a public one is asked for",
            where=where,
            hint="`openssl pkey -in FILE -pubout` gives the public one; keep the other",
        )
    match = _PEM.fullmatch(data)
    try:
        der = base64.b64decode(b"".join(match[1].split()), validate=True) if match else b""
    except binascii.Error:
        der = b""
    if not der.startswith(_BEFORE) or len(der) != len(_BEFORE) + _LENGTH:
        raise SealError(
            "This is no public key of the kind Ed25519",
            where=where,
            hint="`statuteline seal --new-key FILE` makes a pair of keys",
        )
    return PublicKey(raw=der.removeprefix(_BEFORE))


def read_fingerprint(text: str, where: str) -> str:
    """Read a fingerprint or another digest that somebody typed.

    Args:
        text: 64 hexadecimal digits; capitals, spaces and colons between them are taken.
        where: The option, for messages.

    Returns:
        The digits in lower case.

    Raises:
        SealError: If they are no 64 digits.

    Example:
        >>> read_fingerprint("AB:CD " * 16, "--fingerprint")[:8]
        'abcdabcd'
    """
    found = re.sub(r"[\s:]", "", text).lower()
    if _FINGERPRINT.fullmatch(found) is None:
        raise SealError(
            f"{text!r} is not 64 hexadecimal digits",
            where=where,
            hint="`statuteline verify` prints fingerprints and digests in full",
        )
    return found
