"""Sealing a corpus, and holding it against its seals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003
from pathlib import Path
from typing import TYPE_CHECKING, Final

from statuteline.corpus.checksums import FILE_NAME, read_sums
from statuteline.corpus.holding import held
from statuteline.corpus.inventory import inventory
from statuteline.corpus.locate import file_of
from statuteline.corpus.seal_store import add_seal, read_seals
from statuteline.errors import CorpusError, SealError
from statuteline.sealing.chain import SEAL, read_chain
from statuteline.sealing.comparing import changed_since, file_findings, history_findings
from statuteline.sealing.keys import read_fingerprint
from statuteline.sealing.listing import sha256
from statuteline.sealing.making import next_seal, place_of
from statuteline.sealing.proofs import proof_bytes, proof_findings, proof_of, read_proof
from statuteline.sealing.seal import read_seal

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from statuteline.model.ids import ExpressionId
    from statuteline.sealing.chain import Chain
    from statuteline.sealing.comparing import Present, Since
    from statuteline.sealing.findings import SealFinding
    from statuteline.sealing.making import Wish
    from statuteline.sealing.proofs import Proof
    from statuteline.sealing.seal import Seal
    from statuteline.sealing.signatures import Signer

    Watch = Callable[[Generator[Path, None, None]], Iterable[Path]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a corpus is to be held against, beside its own seals.

    Args:
        trusted: Fingerprints of keys that are known to be right from elsewhere.
        older: Older seals, each by digest and, where it is known, number.
        since: The seal since which changes are asked for; None for none.
    """

    trusted: frozenset[str] = frozenset()
    older: tuple[tuple[str, int | None], ...] = ()
    since: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What came of holding a corpus against its seals.

    Args:
        chain: The seals that are sound.
        present: The files.
        findings: What is not as the seals say; empty if all is.
        since: What changed, where that was asked for.
    """

    chain: Chain
    present: Present
    findings: tuple[SealFinding, ...]
    since: Since | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSeal:
    """What a page says of a corpus, so that a reader can check it.

    Args:
        number: The number of its last seal.
        place: The folder of that seal, below the corpus folder.
        day: Its day.
        by: Who made it; may be empty.
        digest: Its digest.
        key: The fingerprint of the key that signed it.
    """

    number: int
    place: str
    day: date
    by: str
    digest: str
    key: str


def verify_corpus(root: Path, question: Question, watch: Watch = iter) -> Verification:
    """Hold a corpus against its seals.

    Args:
        root: The corpus folder.
        question: Which keys and older seals are known, and what else is asked.
        watch: Hands the files on, to be read one by one.

    Returns:
        What was found.

    Raises:
        CorpusError: If a file cannot be read.
        SealError: If the question names a seal that is not there, or ``cryptography`` is
            not installed.
    """
    stored, strays = read_seals(root)
    chain = read_chain(stored, question.trusted)
    since = None if question.since is None else changed_since(chain, question.since)
    present = inventory(root, watch)
    findings = list(chain.findings)
    for digest, number in question.older:
        findings += history_findings(chain, digest, number)
    findings += [*strays, *file_findings(chain, present)]
    return Verification(chain=chain, present=present, findings=tuple(findings), since=since)


def seal_corpus(
    root: Path, signer: Signer, wish: Wish, watch: Watch = iter
) -> LastSeal | None:
    """Seal a corpus as it is.

    Args:
        root: The corpus folder.
        signer: The key.
        wish: The day, and the like.
        watch: Hands the files on, to be read one by one.

    Returns:
        The new seal; None where everything is sealed as it is.

    Raises:
        HeldError: If somebody else writes to the corpus.
        CorpusError: If a text is not as it was recorded, or the disk refuses.
        SealError: If something is not as an earlier seal says, or the wish cannot be
            fulfilled. Nothing is then changed.
    """
    with held(root):
        stored, _ = read_seals(root)
        has_sealed = any(one.key == signer.key.pem for one in stored)
        # What others have put behind the seals of this key is not vouched for with it.
        trusted = frozenset({signer.key.fingerprint}) if has_sealed else _last_key(root)
        found = verify_corpus(root, Question(trusted=trusted), watch)
        _check_recorded(root, found.present)
        made = next_seal(found.chain, found.present, found.findings, signer, wish)
        if made is None:
            return None
        add_seal(root, made)
    return _told(read_seal(made.seal, made.place), made.seal)


def text_proof(root: Path, expression: ExpressionId) -> bytes:
    """Show that one text is sealed, for whoever gets only that text.

    Args:
        root: The corpus folder.
        expression: The text.

    Returns:
        The proof, a JSON document; :func:`check_proof` takes it.

    Raises:
        CorpusError: If the text or a seal cannot be read.
        SealError: If the text is not sealed, or it or a seal is not as it was sealed, or
            ``cryptography`` is not installed.
    """
    stored, _ = read_seals(root)
    chain = read_chain(stored, _last_key(root))
    for found in chain.findings:
        raise SealError(found.what, where=found.where, hint=found.hint)
    path = file_of(root, expression)
    proof = proof_of(chain, path.relative_to(root).as_posix())
    for found in proof_findings(proof, _read(path), frozenset()):
        raise SealError(found.what, where=str(path), hint=found.hint)
    return proof_bytes(proof)


def check_proof(
    proof: Path, text: Path, trusted: frozenset[str]
) -> tuple[Proof, tuple[SealFinding, ...]]:
    """Find out whether a proof shows that a text is sealed, without any corpus.

    Args:
        proof: The file of the proof.
        text: The file of the text.
        trusted: Fingerprints of keys that are known to be right from elsewhere.

    Returns:
        The proof, and what is wrong; nothing if it shows it.

    Raises:
        CorpusError: If a file cannot be read.
        SealError: If the proof is none, or ``cryptography`` is not installed.
    """
    read = read_proof(_read(proof), str(proof))
    return read, tuple(proof_findings(read, _read(text), trusted))


def last_seal(root: Path) -> LastSeal | None:
    """Read the last seal of a corpus, without checking it: `verify` does that.

    Args:
        root: The corpus folder.

    Returns:
        The last seal; None where there is none.

    Raises:
        CorpusError: If it cannot be read.
        SealError: If it is no seal.

    Example:
        >>> from statuteline.corpus.locate import shipped
        >>> last_seal(shipped()) is None
        True
    """
    stored, _ = read_seals(root)
    if not stored:
        return None
    data = stored[-1].seal
    return _told(read_seal(data, f"{stored[-1].place}/{SEAL}"), data)


def older_seal(words: str) -> tuple[str, int | None]:
    """Read which older seal somebody means.

    Args:
        words: A file, ``seal.json`` of an older copy; or the digest of one.

    Returns:
        Its digest, and its number where that is known.

    Raises:
        SealError: If it is neither.
    """
    path = Path(words)
    if not path.exists():
        return read_fingerprint(words, "--against"), None
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SealError(
            f"The older seal cannot be read: {error.strerror}",
            where=words,
            hint=f"name its {SEAL}, or type its digest",
        ) from error
    return sha256(data), read_seal(data, words).number


def _last_key(root: Path) -> frozenset[str]:
    """Give the key of the last seal; none where there is no seal.

    Which keys were lost is for readers to judge: whoever seals goes on from the last.
    """
    last = last_seal(root)
    return frozenset() if last is None else frozenset({last.key})


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CorpusError(
            f"The file cannot be read: {error.strerror}", where=str(path)
        ) from error


def _told(seal: Seal, data: bytes) -> LastSeal:
    return LastSeal(
        number=seal.number,
        place=place_of(seal.number),
        day=seal.day,
        by=seal.by,
        digest=sha256(data),
        key=seal.key,
    )


_VALIDATE: Final = (
    "`statuteline validate` tells everything; only what is recorded is sealed"
)


def _check_recorded(root: Path, present: Present) -> None:
    """Make sure that all texts are recorded, and are what was recorded."""
    known = {path: one.digest for path, one in read_sums(root).items()}
    texts = dict(present.texts)
    for path in sorted(known.keys() | texts.keys()):
        if known.get(path) != texts.get(path):
            raise CorpusError(
                f"{path} is not as {FILE_NAME} says", where=str(root / path), hint=_VALIDATE
            )
