from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sealed_corpora import signer, text_path
from statuteline.corpus.seal_store import read_seals
from statuteline.errors import SealError
from statuteline.sealing.chain import Chain, read_chain
from statuteline.sealing.proofs import (
    Proof,
    proof_bytes,
    proof_findings,
    proof_of,
    read_proof,
)
from statuteline.sealing.seal import seal_bytes

ROOT = Path(__file__).parents[2] / "golden" / "verify" / "corpus"
NUMBERS = ("1-1", "1-2", "1-3", "1-4", "1-5", "1-10")
TEXT = (ROOT / text_path("1-3")).read_bytes()


@pytest.fixture(scope="module")
def chain() -> Chain:
    return read_chain(read_seals(ROOT)[0])


@pytest.fixture(scope="module")
def proof(chain: Chain) -> Proof:
    return proof_of(chain, text_path("1-3"))


def rules(proof: Proof, text: bytes = TEXT, key: int | None = None) -> list[str]:
    trusted = frozenset() if key is None else frozenset({signer(key).key.fingerprint})
    return [one.rule for one in proof_findings(proof, text, trusted)]


@pytest.mark.parametrize("number", NUMBERS)
def test_every_text_has_a_proof_that_reads_back(number: str, chain: Chain) -> None:
    proof = proof_of(chain, text_path(number))
    assert read_proof(proof_bytes(proof), "proof") == proof
    assert rules(proof, (ROOT / text_path(number)).read_bytes(), 2) == []


def test_what_is_not_sealed_has_none(chain: Chain) -> None:
    for path in (text_path("9-9"), "corpus.toml"):
        with pytest.raises(SealError, match="No sound seal"):
            proof_of(chain, path)
    with pytest.raises(SealError, match="No sound seal"):
        proof_of(read_chain(()), text_path("1-1"))


def test_a_proof_is_of_one_text_and_by_one_key(chain: Chain, proof: Proof) -> None:
    other = proof_of(chain, text_path("1-4"))
    assert rules(proof, b"") == ["altered"]
    assert rules(replace(proof, entry=other.entry)) == ["altered", "tree"]
    assert rules(replace(proof, path=other.path)) == ["tree"]
    assert rules(replace(proof, place=other.place)) == ["tree"]
    assert rules(replace(proof, place=6)) == ["tree"]
    assert rules(replace(proof, path=proof.path[1:])) == ["tree"]
    assert rules(replace(proof, seal=chain.seals[1].seal)) == ["tree", "seal"]
    assert rules(replace(proof, signature=chain.seals[1].signature)) == ["seal"]
    assert rules(replace(proof, key=signer(1).key)) == ["seal"]
    assert rules(proof, key=1) == ["key"]


def test_a_forged_seal_is_by_nobody_who_is_trusted(proof: Proof) -> None:
    forger = signer(3)
    seal = replace(proof.seal, by="Grace H.", key=forger.key.fingerprint)
    signature = forger.sign(seal_bytes(seal))
    forged = replace(proof, seal=seal, key=forger.key, signature=signature)
    assert rules(forged) == []  # nobody was named whom to trust
    assert rules(forged, key=2) == ["key"]


def test_every_byte_of_a_proof_counts(proof: Proof) -> None:
    data = proof_bytes(proof)
    for place in range(len(data)):
        broken = bytearray(data)
        broken[place] ^= 1 << place % 8
        try:
            read = read_proof(bytes(broken), "proof")
        except SealError:
            continue
        assert rules(read, key=2), place


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("schema", "statuteline/seal-proof/2"),
        ("line", ""),
        ("line", "a\nb"),
        ("place", True),
        ("place", "2"),
        ("path", {}),
        ("path", ["ab"]),
        ("path", [1]),
        ("seal", "{}"),
        ("signature", "é"),
        ("key", ""),
        ("more", 1),
    ],
)
def test_another_form_is_refused(name: str, value: object, proof: Proof) -> None:
    document = json.loads(proof_bytes(proof)) | {name: value}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    with pytest.raises(SealError):
        read_proof(f"{text}\n".encode(), "proof")


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"null", b"[" * 60_000])
def test_what_is_no_proof_is_refused(data: bytes) -> None:
    with pytest.raises(SealError, match="no proof of the form"):
        read_proof(data, "proof")
