"""Making the next seal of a chain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.errors import SealError
from statuteline.sealing.chain import Stored
from statuteline.sealing.findings import Weight
from statuteline.sealing.listing import Entry, listing_bytes, sha256
from statuteline.sealing.seal import LONGEST_NAME, Seal, can_name, seal_bytes
from statuteline.sealing.tree import Tree, grown

if TYPE_CHECKING:
    from datetime import date

    from statuteline.sealing.chain import Chain, Sealed
    from statuteline.sealing.comparing import Present
    from statuteline.sealing.findings import SealFinding
    from statuteline.sealing.keys import PublicKey
    from statuteline.sealing.signatures import Signer

FOLDER: Final = "seals"
"""Where seals lie, below the corpus folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants sealed.

    Args:
        on: The day of the seal.
        by: Who makes it; may be empty.
        next_key: The key for the seals after this one; None to keep the same.
        key_lost: Whether the key that should sign is lost, so that another one does.
    """

    on: date
    by: str = ""
    next_key: PublicKey | None = None
    key_lost: bool = False


def next_seal(
    chain: Chain,
    present: Present,
    findings: tuple[SealFinding, ...],
    signer: Signer,
    wish: Wish,
) -> Stored | None:
    """Make the next seal.

    Args:
        chain: The seals so far.
        present: What lies in the folder.
        findings: What is not as those seals say.
        signer: The key.
        wish: The day, and the like.

    Returns:
        The seal; None where everything is sealed as it is and no key is to change.

    Raises:
        SealError: If something was tampered with, the key is not the one that must
            sign, or the day is before that of the last seal.
    """
    for found in findings:
        if found.weight is Weight.TAMPERING or found.rule == "odd":
            raise SealError(
                f"Nothing is sealed over what is not sound: {found.what}",
                where=found.where,
                hint=found.hint or "`statuteline verify` tells everything",
            )
    last = chain.last
    _check_wish(last, signer, wish)
    if last is not None and not findings and wish.next_key is None and not wish.key_lost:
        return None
    sealed = chain.texts
    added = [entry for entry in present.texts if entry.path not in sealed]
    return _signed(last, added, present.others, signer, wish)


def _check_wish(last: Sealed | None, signer: Signer, wish: Wish) -> None:
    key = signer.key.fingerprint
    if not can_name(wish.by):
        told = f"A seal cannot be by {wish.by!r}"
        hint = f"use printable words, at most {LONGEST_NAME} characters"
        raise SealError(told, where="--by", hint=hint)
    if wish.next_key is not None and wish.next_key.fingerprint == key:
        raise SealError(
            "The next key is the same as the one that signs", where="--next-key"
        )
    if last is None:
        if wish.key_lost:
            raise SealError(
                "This corpus has no seal, so no key is lost", where="--key-lost"
            )
        return
    if wish.on < last.seal.day:
        raise SealError(
            f"The last seal is of {last.seal.day}, after {wish.on}",
            where="--on",
            hint="seals follow each other; is the clock of this computer right?",
        )
    if (key == last.next_key) is wish.key_lost:
        raise SealError(
            "The key that must sign is this one: it is not lost"
            if wish.key_lost
            else f"The next seal must be by the key {last.next_key}, and this is {key}",
            where="--key-lost" if wish.key_lost else "--key",
            hint=""
            if wish.key_lost
            else "was the last seal made by somebody else? `statuteline verify --key` with "
            "the public key that you know tells; --key-lost is for a key lost for good",
        )


def _signed(
    last: Sealed | None,
    added: list[Entry],
    others: tuple[Entry, ...],
    signer: Signer,
    wish: Wish,
) -> Stored:
    added_list, others_list = listing_bytes(added), listing_bytes(others)
    lines = (entry.line.encode() for entry in sorted(added))
    tree = grown(last.tree if last else Tree(), lines)
    number = last.seal.number + 1 if last else 1
    data = seal_bytes(
        Seal(
            number=number,
            day=wish.on,
            by=wish.by,
            key=signer.key.fingerprint,
            next_key=wish.next_key.fingerprint if wish.next_key else "",
            previous=last.digest if last else "",
            added_count=len(added),
            added=sha256(added_list),
            texts_count=tree.count,
            texts=tree.root,
            others_count=len(others),
            others=sha256(others_list),
        )
    )
    return Stored(
        place=place_of(number),
        number=number,
        seal=data,
        signature=signer.sign(data),
        key=signer.key.pem,
        added=added_list,
        others=others_list,
    )


def place_of(number: int) -> str:
    """Give the folder of a seal, below the corpus folder."""
    return f"{FOLDER}/{number:04}"
