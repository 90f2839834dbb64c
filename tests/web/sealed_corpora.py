"""Small corpora with seals, and keys that are the same in every run."""

from __future__ import annotations

import base64
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from statuteline.corpus.checksums import FILE_NAME, read_sums, sums_text
from statuteline.corpus.seals import Question, seal_corpus, verify_corpus
from statuteline.sealing.findings import Weight
from statuteline.sealing.listing import sha256
from statuteline.sealing.making import Wish
from statuteline.sealing.signatures import Signer, read_private_key

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.sealing.keys import PublicKey

FIRST_DAY: Final = date(2026, 1, 1)
_PRIVATE: Final = bytes.fromhex("302e020100300506032b657004220420")


def private_pem(number: int) -> bytes:
    """Give a private key that everybody knows: the same for the same number."""
    words = base64.b64encode(_PRIVATE + bytes([number] * 32))
    return b"-----BEGIN PRIVATE KEY-----\n%b\n-----END PRIVATE KEY-----\n" % words


def signer(number: int) -> Signer:
    """Give what signs with that key."""
    return read_private_key(private_pem(number), "a test")


def small_corpus(root: Path, *numbers: str) -> Path:
    """Make a corpus folder: settings, a table of cases, and one text a number."""
    for path, words in (
        ("corpus.toml", "name = 'Invented'\n"),
        ("judgements.toml", "judgements = [\n]\n"),
        ("us-ct/jurisdiction.toml", "name = 'Nowhere'\n"),
        ("us-ct/cases/fees.toml", "[[case]]\n"),
    ):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(words, "utf-8")
    add_texts(root, *(numbers or ("1-1", "1-2")))
    return root


def text_path(number: str) -> str:
    """Give the path of a text."""
    return f"us-ct/cgs/{number}/eng@2001-10-01.xml"


def add_texts(root: Path, *numbers: str, words: str = "Some words.") -> None:
    """Record texts, as an import would; one that is there already is replaced."""
    known = {path: one.digest for path, one in read_sums(root).items()}
    for number in numbers:
        file = root / text_path(number)
        file.parent.mkdir(parents=True, exist_ok=True)
        data = f"<text>{number}: {words}</text>\n".encode()
        file.write_bytes(data)
        known[text_path(number)] = sha256(data)
    (root / FILE_NAME).write_bytes(sums_text(known))


def seal(  # noqa: PLR0913 - what a seal can be made of
    root: Path,
    key: int = 1,
    *,
    day: int = 0,
    by: str = "",
    next_key: PublicKey | None = None,
    key_lost: bool = False,
) -> str:
    """Seal a corpus; give the digest of the seal."""
    on = FIRST_DAY + timedelta(days=day)
    wish = Wish(on=on, by=by, next_key=next_key, key_lost=key_lost)
    made = seal_corpus(root, signer(key), wish)
    assert made is not None
    return made.digest


def three_seals(root: Path, by: str = "Ada") -> Path:
    """Make a corpus with three seals; the second names the key of the third."""
    small_corpus(root)
    seal(root, 1, by=by)
    add_texts(root, "1-3", "1-4", "1-5")
    seal(root, 1, day=1, next_key=signer(2).key)
    add_texts(root, "1-10")
    (root / "judgements.toml").write_text("judgements = [ ]\n", "utf-8")
    seal(root, 2, day=2, by="Grace")
    return root


def rules(
    root: Path,
    *,
    trusted: int | None = None,
    older: tuple[tuple[str, int | None], ...] = (),
    weight: Weight | None = None,
) -> list[str]:
    """Verify a corpus; give the rules of what is found, perhaps of one weight only."""
    keys = frozenset() if trusted is None else frozenset({signer(trusted).key.fingerprint})
    found = verify_corpus(root, Question(trusted=keys, older=older))
    return [one.rule for one in found.findings if weight in {None, one.weight}]


def tampering(root: Path) -> list[str]:
    """Verify a corpus; give the rules of what tells of tampering."""
    return rules(root, weight=Weight.TAMPERING)
