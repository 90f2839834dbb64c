"""One seal: what is signed, and its bytes, of which there is one form only."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.errors import IdentifierError, SealError
from statuteline.model.ids import parse_date

if TYPE_CHECKING:
    from datetime import date

SCHEMA: Final = "statuteline/seal/1"
LONGEST_NAME: Final = 200
"""How many characters the name of who seals may have."""
_LARGEST: Final = 65_536  # bytes: more than any seal has, and soon read
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_OTHER_FORM: Final = re.compile(r'\{\s*"schema":\s*"(statuteline/seal/\d{1,6})"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What is signed.

    Args:
        number: Its place in the chain, counted from one.
        day: The day on which it was made, as its maker says.
        by: Who made it; may be empty.
        key: The fingerprint of the key that signs it.
        next_key: The fingerprint of the key that signs the next seal; empty if that is
            the same.
        previous: The digest of the seal before; empty for the first.
        added_count: How many texts were added since the seal before.
        added: The digest of their list.
        texts_count: How many texts are sealed by this seal and all before.
        texts: The root of the tree over the lines of all their lists.
        others_count: How many other files the corpus had.
        others: The digest of their list.
    """

    number: int
    day: date
    by: str
    key: str
    next_key: str
    previous: str
    added_count: int
    added: str
    texts_count: int
    texts: str
    others_count: int
    others: str


def can_name(by: str) -> bool:
    """Tell whether words can name who made a seal."""
    return by.isprintable() and by == by.strip() and len(by) <= LONGEST_NAME


def seal_bytes(seal: Seal) -> bytes:
    """Write a seal: the bytes that are signed, and whose digest the next seal names."""
    document = {
        "schema": SCHEMA,
        "number": seal.number,
        "day": seal.day.isoformat(),
        "by": seal.by,
        "key": seal.key,
        "next_key": seal.next_key or None,
        "previous": seal.previous or None,
        "added": {"count": seal.added_count, "sha256": seal.added},
        "expressions": {"count": seal.texts_count, "root": seal.texts},
        "others": {"count": seal.others_count, "sha256": seal.others},
    }
    return f"{json.dumps(document, ensure_ascii=False, indent=2)}\n".encode()


def read_seal(data: bytes, where: str) -> Seal:
    """Read a seal.

    Args:
        data: Its bytes.
        where: The file, for messages.

    Raises:
        SealError: If it is not, byte for byte, as :func:`seal_bytes` writes seals.
    """
    head = data[:_LARGEST]
    try:
        seal = _of_document(json.loads(head.decode()))
        if seal_bytes(seal) == data:
            return seal
    except (ValueError, KeyError, TypeError, RecursionError, IdentifierError):
        pass
    named = _OTHER_FORM.match(head.decode(errors="replace"))
    if named is not None and named[1] != SCHEMA:
        raise SealError(
            f"The seal is of the form {named[1]}, which this version does not know",
            where=where,
            hint="if it was not tampered with, a newer statuteline reads it",
        )
    raise SealError(f"The file is no seal of the form {SCHEMA}", where=where)


def _of_document(document: dict[str, object]) -> Seal:
    """Take a seal out of its JSON; whoever calls compares the bytes."""
    added, texts, others = (document[name] for name in ("added", "expressions", "others"))
    if not isinstance(added, dict) or not isinstance(texts, dict):
        raise TypeError
    if not isinstance(others, dict):
        raise TypeError
    by = document["by"]
    if not isinstance(by, str) or not can_name(by):
        raise ValueError
    return Seal(
        number=_count(document["number"]),
        day=parse_date(str(document["day"])),
        by=by,
        key=_digest(document["key"]),
        next_key=_digest(document["next_key"]) if document["next_key"] is not None else "",
        previous=_digest(document["previous"]) if document["previous"] is not None else "",
        added_count=_count(added["count"]),
        added=_digest(added["sha256"]),
        texts_count=_count(texts["count"]),
        texts=_digest(texts["root"]),
        others_count=_count(others["count"]),
        others=_digest(others["sha256"]),
    )


def _digest(value: object) -> str:
    if not isinstance(value, str) or _DIGEST.fullmatch(value) is None:
        raise ValueError
    return value


def _count(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError
    return value
