"""The chain of seals: each names the one before, so that none can be changed unseen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.errors import SealError
from statuteline.sealing.findings import tampering, unsealed
from statuteline.sealing.keys import read_public_key
from statuteline.sealing.listing import read_listing, sha256
from statuteline.sealing.seal import read_seal
from statuteline.sealing.signatures import check_installed, is_signed
from statuteline.sealing.tree import Tree, grown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.sealing.findings import SealFinding
    from statuteline.sealing.keys import PublicKey
    from statuteline.sealing.listing import Entry
    from statuteline.sealing.seal import Seal

SEAL: Final = "seal.json"
SIGNATURE: Final = "seal.sig"
KEY: Final = "key.pem"
ADDED: Final = "added.sha256"
OTHERS: Final = "others.sha256"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A seal as it lies on the disk.

    Args:
        place: Its folder, below the corpus folder.
        number: The number that is the folder's name.
        seal: The bytes of ``seal.json``; those of a file that is missing are empty.
        signature: The bytes of ``seal.sig``.
        key: The bytes of ``key.pem``.
        added: The bytes of ``added.sha256``.
        others: The bytes of ``others.sha256``.
    """

    place: str
    number: int
    seal: bytes
    signature: bytes
    key: bytes
    added: bytes
    others: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """A seal that is sound, with what it is over.

    Args:
        seal: The seal.
        digest: Its digest, which the next one names.
        signature: The signature over it.
        key: The key that signed it.
        is_named: Whether the seal before names this key, or was signed with it; so is
            the first.
        added: The texts that it adds.
        others: All other files that the corpus had.
        tree: The tree over all texts sealed so far.
    """

    seal: Seal
    digest: str
    signature: bytes
    key: PublicKey
    is_named: bool
    added: tuple[Entry, ...]
    others: tuple[Entry, ...]
    tree: Tree

    @property
    def next_key(self) -> str:
        """The fingerprint of the key that must sign the next seal."""
        return self.seal.next_key or self.seal.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The seals of a corpus, up to the first that is not sound.

    Args:
        seals: Those that are sound and vouched for, the first one first.
        findings: Why others are not among them.
        rest: How many others there are.
    """

    seals: tuple[Sealed, ...]
    findings: tuple[SealFinding, ...]
    rest: int

    @property
    def texts(self) -> dict[str, str]:
        """All sealed texts: from path to digest."""
        return {path: digest for one in self.seals for path, digest in one.added}

    @property
    def last(self) -> Sealed | None:
        """The last seal; None if there is none."""
        return self.seals[-1] if self.seals else None


def read_chain(stored: tuple[Stored, ...], trusted: frozenset[str] = frozenset()) -> Chain:
    """Check seals, one after the other.

    A seal that a trusted key signed vouches for all before it, since it names them. From
    there on each seal must be by the key that the one before names.

    Args:
        stored: The seals, by number.
        trusted: Fingerprints of keys that are known to be right from elsewhere. Empty to
            check only that the seals fit together.

    Returns:
        The chain. What follows a seal that is not sound is not looked at.

    Raises:
        SealError: If ``cryptography`` is not installed.
    """
    if stored:
        check_installed()  # else each seal would be told to be unsound
    seals: list[Sealed] = []
    findings: list[SealFinding] = []
    sealed: set[str] = set()
    for one in stored:
        before = seals[-1] if seals else None
        try:
            seal, key = _signed(one)
            findings += _against_the_one_before(seal, before, one)
            if findings:
                break
            found = _over_its_lists(seal, key, before, one)
        except SealError as error:
            hint = error.hint or _RESTORE
            findings.append(tampering("seal", error.what, error.where, hint))
            break
        findings += _sealed_again(found, sealed)
        if findings:
            break
        sealed |= {path for path, _ in found.added}
        seals.append(found)
    vouched, doubt = _vouched(tuple(seals), trusted)
    if doubt is not None and not findings:
        place = stored[doubt.seal.number - 1].place
        findings.append(_doubted(doubt, seals[-1], trusted, f"{place}/{KEY}"))
    if not stored:
        findings.append(unsealed("no-seal", "This corpus has no seal", "seals", _FIRST))
    return Chain(seals=vouched, findings=tuple(findings), rest=len(stored) - len(vouched))


_RESTORE: Final = "restore the folder `seals` from where this corpus came from"
_FIRST: Final = "nobody vouches for its files; `statuteline seal --key FILE` makes one"


def _signed(one: Stored) -> tuple[Seal, PublicKey]:
    """Check that a seal is signed by the key beside it.

    Raises:
        SealError: If not.
    """
    seal = read_seal(one.seal, f"{one.place}/{SEAL}")
    try:
        key = read_public_key(one.key, "")
    except SealError:
        key = None
    if key is None or key.pem != one.key or key.fingerprint != seal.key:
        raise SealError(
            "The key is not the one that the seal names", where=f"{one.place}/{KEY}"
        )
    if not is_signed(one.seal, one.signature, key):
        raise SealError(
            "The signature was not made over this seal by the owner of its key",
            where=f"{one.place}/{SIGNATURE}",
        )
    return seal, key


def _over_its_lists(
    seal: Seal, key: PublicKey, before: Sealed | None, one: Stored
) -> Sealed:
    """Check that a seal is over the lists beside it, and those of all seals before.

    Raises:
        SealError: If not.
    """
    added = _listed(one.added, seal.added, seal.added_count, f"{one.place}/{ADDED}")
    others = _listed(one.others, seal.others, seal.others_count, f"{one.place}/{OTHERS}")
    tree = grown(before.tree if before else Tree(), (e.line.encode() for e in added))
    if (tree.root, tree.count) != (seal.texts, seal.texts_count):
        raise SealError(
            "The tree over all texts sealed so far is not the one that is named",
            where=f"{one.place}/{SEAL}",
        )
    return Sealed(
        seal=seal,
        digest=sha256(one.seal),
        signature=one.signature,
        key=key,
        is_named=before is None or before.next_key == seal.key,
        added=added,
        others=others,
        tree=tree,
    )


def _listed(data: bytes, digest: str, count: int, where: str) -> tuple[Entry, ...]:
    if sha256(data) != digest:
        raise SealError("The list is not the one that was sealed", where=where)
    entries = read_listing(data, where)
    if len(entries) != count:
        raise SealError("The list is not as long as the seal says", where=where)
    return entries


def _against_the_one_before(
    seal: Seal, before: Sealed | None, stored: Stored
) -> Iterator[SealFinding]:
    where = f"{stored.place}/{SEAL}"
    number = before.seal.number + 1 if before else 1
    if not seal.number == stored.number == number:
        what = f"Seal {number} is missing: in its place stands seal {seal.number}"
        yield tampering("missing-seal", what, stored.place, _RESTORE)
    elif seal.previous != (before.digest if before else ""):
        what = f"Seal {number} does not follow the seal before it"
        hint = "one of them is of another history: compare with an older copy, --against"
        yield tampering("chain", what, where, hint)
    elif before is not None and seal.day < before.seal.day:
        what = f"Seal {number} is of {seal.day}, before the seal before it"
        yield tampering("day", what, where, _RESTORE)


def _sealed_again(found: Sealed, sealed: set[str]) -> Iterator[SealFinding]:
    for path in (path for path, _ in found.added if path in sealed):
        yield tampering(
            "sealed-again",
            f"The text was sealed before, and seal {found.seal.number} seals it anew",
            path,
            "a text is sealed once: whoever sealed it anew wanted other bytes in its place",
        )


def _vouched(
    seals: tuple[Sealed, ...], trusted: frozenset[str]
) -> tuple[tuple[Sealed, ...], Sealed | None]:
    """Cut the chain where no key vouches for it any more; give the first seal behind."""
    known = [place for place, one in enumerate(seals) if one.seal.key in trusted]
    if trusted and not known:
        return (), seals[0] if seals else None
    sure = known[-1] if known else -1
    for place in range(sure + 1, len(seals)):
        if not seals[place].is_named:
            return seals[:place], seals[place]
    return seals, None


def _doubted(
    doubt: Sealed, last: Sealed, trusted: frozenset[str], where: str
) -> SealFinding:
    if not doubt.is_named:
        return tampering(
            "key",
            f"Seal {doubt.seal.number} is by a key that no seal before it names",
            where,
            "if the owner has lost the key before, ask them for the fingerprint of this "
            f"one, and say that you trust it: --fingerprint {doubt.seal.key}",
        )
    if last.next_key in trusted:
        return tampering(
            "key",
            "The key that you trust is named as the next one, but has not sealed yet",
            where,
            "until it has, ask with the key before it",
        )
    return tampering(
        "key",
        "No seal is by the key that you trust",
        where,
        f"the first is by {doubt.seal.key}; was everything sealed anew by somebody else?",
    )
