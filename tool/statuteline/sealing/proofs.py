"""That one text is sealed, shown without the others: a proof to hand on with the text."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.errors import SealError
from statuteline.sealing.findings import tampering
from statuteline.sealing.keys import read_public_key
from statuteline.sealing.listing import Entry, read_listing, sha256
from statuteline.sealing.seal import read_seal, seal_bytes
from statuteline.sealing.signatures import is_signed
from statuteline.sealing.tree import inclusion_path, root_from_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.sealing.chain import Chain
    from statuteline.sealing.findings import SealFinding
    from statuteline.sealing.keys import PublicKey
    from statuteline.sealing.seal import Seal

SCHEMA: Final = "statuteline/seal-proof/1"
_LARGEST: Final = 65_536  # bytes: more than any proof has, and soon read
_OTHER_FORM: Final = re.compile(r'\{\s*"schema":\s*"(statuteline/seal-proof/\d{1,6})"')
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What shows that a text is sealed.

    Args:
        entry: The path of the text, and its digest.
        place: Which leaf of the tree it is, counted from zero.
        path: The digests beside its way to the root, the lowest first.
        seal: A seal over that tree.
        signature: The signature over the seal.
        key: The key that made it.
    """

    entry: Entry
    place: int
    path: tuple[str, ...]
    seal: Seal
    signature: bytes
    key: PublicKey


def proof_of(chain: Chain, path: str) -> Proof:
    """Show that a text is sealed, by the last seal.

    Args:
        chain: The seals.
        path: The file of the text, below the corpus folder.

    Raises:
        SealError: If no sound seal is over it.
    """
    entries = [entry for one in chain.seals for entry in one.added]
    place = next((n for n, entry in enumerate(entries) if entry.path == path), None)
    last = chain.last
    if place is None or last is None:
        raise SealError(
            "No sound seal is over this text",
            where=path,
            hint="`statuteline verify` tells what is sealed",
        )
    return Proof(
        entry=entries[place],
        place=place,
        path=inclusion_path([entry.line.encode() for entry in entries], place),
        seal=last.seal,
        signature=last.signature,
        key=last.key,
    )


def proof_bytes(proof: Proof) -> bytes:
    """Write a proof."""
    document = {
        "schema": SCHEMA,
        "line": proof.entry.line,
        "place": proof.place,
        "path": list(proof.path),
        "seal": seal_bytes(proof.seal).decode(),
        "signature": base64.b64encode(proof.signature).decode(),
        "key": proof.key.pem.decode(),
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def read_proof(data: bytes, where: str) -> Proof:
    """Read a proof; whether it shows anything is another question.

    Args:
        data: Its bytes.
        where: The file, for messages.

    Raises:
        SealError: If it is not, byte for byte, as :func:`proof_bytes` writes proofs.
    """
    try:
        proof = _of_document(json.loads(data[:_LARGEST].decode()), where)
        if proof_bytes(proof) == data:
            return proof
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    named = _OTHER_FORM.match(data[:_LARGEST].decode(errors="replace"))
    if named is not None and named[1] != SCHEMA:
        raise SealError(
            f"The proof is of the form {named[1]}, which this version does not know",
            where=where,
            hint="if it was not tampered with, a newer statuteline reads it",
        )
    raise SealError(f"The file is no proof of the form {SCHEMA}", where=where)


def proof_findings(
    proof: Proof, text: bytes, trusted: frozenset[str]
) -> Iterator[SealFinding]:
    """Find out whether a proof shows that a text is sealed.

    Args:
        proof: The proof.
        text: The bytes of the file of the text.
        trusted: Fingerprints of keys that are known to be right from elsewhere; empty to
            ask only whether the owner of the key in the proof sealed it.

    Raises:
        SealError: If ``cryptography`` is not installed.
    """
    entry, seal = proof.entry, proof.seal
    if sha256(text) != entry.digest:
        what = "The text is not the one that was sealed"
        yield tampering("altered", what, entry.path, "ask for it where it was sealed")
    if _root(proof) != seal.texts:
        what = "The path does not lead from this text to the root of the seal"
        yield tampering("tree", what, entry.path)
    signed = is_signed(seal_bytes(seal), proof.signature, proof.key)
    if proof.key.fingerprint != seal.key or not signed:
        what = "The signature was not made over this seal by the owner of its key"
        yield tampering("seal", what, entry.path)
    elif trusted and seal.key not in trusted:
        what = f"The seal is by {seal.key}, not by a key that you trust"
        hint = "if keys changed, `verify` of the whole corpus tells who named it"
        yield tampering("key", what, entry.path, hint)


def _root(proof: Proof) -> str:
    line = proof.entry.line.encode()
    try:
        return root_from_path(line, proof.place, proof.seal.texts_count, proof.path)
    except SealError:
        return ""


def _of_document(document: dict[str, object], where: str) -> Proof:
    """Take a proof out of its JSON; whoever calls compares the bytes."""
    (entry,) = read_listing(f"{document['line']}\n".encode(), where)
    place, path = document["place"], document["path"]
    if type(place) is not int or not isinstance(path, list):
        raise TypeError
    if not all(isinstance(one, str) and _DIGEST.fullmatch(one) for one in path):
        raise ValueError
    try:
        signature = base64.b64decode(str(document["signature"]), validate=True)
    except binascii.Error as error:
        raise ValueError from error
    return Proof(
        entry=entry,
        place=place,
        path=tuple(path),
        seal=read_seal(str(document["seal"]).encode(), where),
        signature=signature,
        key=read_public_key(str(document["key"]).encode(), where),
    )
