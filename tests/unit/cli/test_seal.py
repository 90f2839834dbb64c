"""``seal`` and ``verify`` as people type them, and openssl and sha256sum beside them."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from sealed_corpora import private_pem, signer, small_corpus

Run = Callable[..., Any]
Files = Callable[[Path], dict[str, bytes | None]]
SCHEMAS = Path(__file__).parents[3] / "site" / "schemas"
TEXT = "us-ct/cgs/54-95c/eng@2016-10-01.xml"


def check_schema(name: str, document: object) -> None:
    schema = json.loads((SCHEMAS / f"{name}-1.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema)


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """A folder with the pairs of keys 1, 2 and 3."""
    folder = tmp_path / "keys"
    folder.mkdir()
    for number in (1, 2, 3):
        private = folder / f"{number}.pem"
        private.write_bytes(private_pem(number))
        private.chmod(0o600)
        (folder / f"{number}.pem.pub").write_bytes(signer(number).key.pem)
    return folder


@pytest.fixture
def sealed(run: Run, copy: Path, keys: Path) -> Path:
    """A copy of the shipped corpus with one seal."""
    words = ("--key", keys / "1.pem", "--by", "Ada", "--on", "2026-12-01")
    done = run("seal", *words, "--corpus", copy)
    assert (done.status, done.err) == (0, "")
    return copy


def test_the_shipped_corpus_is_not_sealed_and_says_so(run: Run) -> None:
    found = run("verify")
    assert (found.status, found.err) == (1, "")
    assert "This corpus has no seal" in found.out


def test_a_pair_of_keys_is_made_and_seals(
    run: Run, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = run("seal", "--new-key", "office.pem")
    assert (made.status, made.err) == (0, "")
    fingerprint = made.out.split()[-1]
    done = run("seal", "--key", "office.pem", "--by", "The Clerk", "--corpus", copy)
    assert done.status == 0
    assert f"Seal 1 of {run_day(copy)} is in" in done.out
    assert fingerprint in done.out
    for words in (
        ["--key", "office.pem.pub"],
        ["--fingerprint", fingerprint.upper()],
        ["--against", copy / "seals" / "0001" / "seal.json"],
        [],
    ):
        found = run("verify", *words, "--corpus", copy)
        assert (found.status, found.err) == (0, "")
        assert "All is as it was sealed." in found.out
        assert ("No key was given" in found.out) is (not fingerprint_given(words))


def run_day(root: Path) -> str:
    seal = json.loads((root / "seals" / "0001" / "seal.json").read_text("utf-8"))
    return str(seal["day"])


def fingerprint_given(words: list[Any]) -> bool:
    return bool(words) and words[0] != "--against"


def test_a_seal_keeps_to_its_published_schema(sealed: Path) -> None:
    document = json.loads((sealed / "seals" / "0001" / "seal.json").read_text("utf-8"))
    check_schema("seal", document)
    assert (document["number"], document["day"]) == (1, "2026-12-01")
    assert document["by"] == "Ada"


def test_a_sealed_corpus_is_a_sound_corpus(run: Run, sealed: Path) -> None:
    assert run("validate", "--corpus", sealed).status == 0
    assert run("list", "--corpus", sealed).status == 0


def test_standard_tools_check_a_seal_too(sealed: Path, openssl: str) -> None:
    folder = sealed / "seals" / "0001"
    seal = json.loads((folder / "seal.json").read_text("utf-8"))
    for name, listed in (("added", seal["added"]), ("others", seal["others"])):
        data = (folder / f"{name}.sha256").read_bytes()
        assert hashlib.sha256(data).hexdigest() == listed["sha256"]
        for line in data.decode().splitlines():
            digest, _, path = line.partition("  ")
            assert hashlib.sha256((sealed / path).read_bytes()).hexdigest() == digest
    words = [
        "pkeyutl",
        "-verify",
        "-pubin",
        "-inkey",
        "key.pem",
        "-rawin",
        "-in",
        "seal.json",
        "-sigfile",
        "seal.sig",
    ]
    done = subprocess.run([openssl, *words], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    as_der = [openssl, *["pkey", "-pubin", "-in", "key.pem", "-outform", "DER"]]
    der = subprocess.run(as_der, cwd=folder, capture_output=True, check=True).stdout
    assert hashlib.sha256(der).hexdigest() == seal["key"]
    with (folder / "seal.json").open("ab") as stream:
        stream.write(b" ")
    done = subprocess.run([openssl, *words], cwd=folder, capture_output=True, check=False)
    assert done.returncode != 0


def test_a_key_that_openssl_made_seals(
    run: Run, copy: Path, tmp_path: Path, openssl: str
) -> None:
    private, public = tmp_path / "made.pem", tmp_path / "made.pub"
    for words in (
        ("genpkey", "-algorithm", "ed25519", "-out", private),
        ("pkey", "-in", private, "-pubout", "-out", public),
    ):
        subprocess.run([openssl, *words], check=True)
    private.chmod(0o600)
    assert run("seal", "--key", private, "--corpus", copy).status == 0
    assert run("verify", "--key", public, "--corpus", copy).status == 0


def test_a_key_comes_from_standard_input(
    run: Run, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(private_pem(1))))
    assert run("seal", "--key", "-", "--corpus", copy).status == 0


def test_what_is_sealed_is_left_alone(
    run: Run, sealed: Path, keys: Path, files: Files
) -> None:
    before = files(sealed)
    done = run("seal", "--key", keys / "1.pem", "--on", "2026-12-02", "--corpus", sealed)
    assert (done.status, done.out) == (0, "All is sealed as it is. Nothing was written.\n")
    assert files(sealed) == before


def test_keys_change_hands_and_a_reader_of_either_knows(
    run: Run, sealed: Path, keys: Path
) -> None:
    first = ("--key", keys / "1.pem", "--on", "2026-12-02", "--corpus", sealed)
    assert run("seal", *first, "--next-key", keys / "2.pem.pub").status == 0
    (sealed / "judgements.toml").write_text("judgements = []\n", "utf-8")
    refused = run("seal", *first)
    assert refused.status == 2
    assert "--key-lost" in refused.err
    second = ("--key", keys / "2.pem", "--on", "2026-12-03", "--corpus", sealed)
    assert run("seal", *second).status == 0
    for number, status in ((1, 0), (2, 0), (3, 1)):
        words = ("--key", keys / f"{number}.pem.pub", "--corpus", sealed)
        assert run("verify", *words).status == status
    (sealed / "judgements.toml").write_text("judgements = [ ]\n", "utf-8")
    third = ("--key", keys / "3.pem", "--on", "2026-12-04", "--corpus", sealed)
    assert run("seal", *third, "--key-lost").status == 0
    for number, status in ((1, 1), (2, 1), (3, 0)):
        words = ("--key", keys / f"{number}.pem.pub", "--corpus", sealed)
        assert run("verify", *words).status == status
    both = (arg for number in (1, 3) for arg in ("--key", keys / f"{number}.pem.pub"))
    told = run("verify", *both, "--corpus", sealed)
    assert told.status == 0
    assert "from seal 4, named by no seal before" in told.out


@pytest.mark.parametrize(
    ("path", "words", "weight"),
    [
        (TEXT, b"<akomaNtoso/>", "tampering"),
        (TEXT, None, "tampering"),
        ("us-ct/cgs/54-95c/eng@2030-10-01.xml", b"", "unsealed"),
        ("judgements.toml", b"", "unsealed"),
        ("us-ct/jurisdiction.toml", b"\xff", "unsealed"),
        ("corpus.toml", b"", "unsealed"),
        ("seals/0001/seal.sig", b"", "tampering"),
        ("seals/0001/seal.json", b"\x1b[2J", "tampering"),
        ("seals/\x1b[2J", b"", "unsealed"),
    ],
)
def test_what_is_wrong_is_told_apart_in_json(
    path: str, words: bytes | None, weight: str, run: Run, sealed: Path
) -> None:
    if words is None:
        (sealed / path).unlink()
    else:
        (sealed / path).write_bytes(words)
    found = run("verify", "--since", "1", "--format", "json", "--corpus", sealed)
    if "seals/0001" in path:
        assert found.status == 2  # there is no sound seal to begin with
        found = run("verify", "--format", "json", "--corpus", sealed)
    assert found.status == 1
    document = json.loads(found.out)
    check_schema("verify", document)
    assert [one["weight"] for one in document["findings"]] == [weight]
    told = run("verify", "--corpus", sealed)
    assert told.status == 1
    assert "\x1b" not in told.out
    assert ("NOT as it was sealed" in told.out) is (weight == "tampering")


def test_one_text_is_shown_to_be_sealed(
    run: Run, sealed: Path, keys: Path, tmp_path: Path
) -> None:
    made = run("proof", TEXT.removesuffix(".xml"), "--corpus", sealed)
    assert (made.status, made.err) == (0, "")
    check_schema("seal-proof", json.loads(made.out))
    proof, text = tmp_path / "proof.json", tmp_path / "text.xml"
    proof.write_text(made.out, "utf-8")
    shutil.copy(sealed / TEXT, text)
    shutil.rmtree(sealed)
    for words, status, told in (
        ((), 0, "No key was given"),
        (
            ("--key", keys / "1.pem.pub"),
            0,
            f"{TEXT.removesuffix('.xml')}, as it was sealed",
        ),
        (("--fingerprint", signer(2).key.fingerprint), 1, "not by a key that you trust"),
    ):
        found = run("proof", "--check", proof, text, *words)
        assert found.status == status
        assert told in found.out
    text.write_bytes(text.read_bytes() + b" ")
    found = run("proof", "--check", proof, text, "--key", keys / "1.pem.pub")
    assert found.status == 1
    assert "does NOT show" in found.out


def test_no_proof_of_what_is_not_as_it_was_sealed(
    run: Run, sealed: Path, keys: Path
) -> None:
    name = TEXT.removesuffix(".xml")
    for words in (
        (TEXT,),
        ("54-95c",),
        ("us-ct/cgs/54-95c/eng@1999-10-01",),
        (name, "--key", keys / "1.pem.pub"),
        ("--check", "gone.json", sealed / TEXT),
        ("--check", sealed / "corpus.toml", sealed / TEXT),
    ):
        found = run("proof", *words, "--corpus", sealed)
        assert (found.status, found.out) == (2, "")
    (sealed / TEXT).write_bytes(b"")
    assert run("proof", name, "--corpus", sealed).status == 2
    (sealed / TEXT).unlink()
    assert run("proof", name, "--corpus", sealed).status == 2
    (sealed / "seals" / "0001" / "seal.sig").unlink()
    other = "us-ct/cgs/54-95c/eng@2021-10-01"
    assert run("proof", other, "--corpus", sealed).status == 2
    shutil.rmtree(sealed / "seals")
    assert run("proof", other, "--corpus", sealed).status == 2


def test_nothing_is_sealed_over_what_was_tampered_with(
    run: Run, sealed: Path, keys: Path, files: Files
) -> None:
    (sealed / "seals" / "0001" / "seal.sig").write_bytes(bytes(64))
    before = files(sealed)
    refused = run("seal", "--key", keys / "1.pem", "--corpus", sealed)
    assert refused.status == 2
    assert "Nothing is sealed over what is not sound" in refused.err
    assert files(sealed) == before


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--by", "Ada"],
        ["--key", "a.pem", "--new-key", "b.pem"],
        ["--new-key", "b.pem", "--by", "Ada"],
        ["--new-key", "b.pem", "--key-lost"],
        ["--key", "gone.pem"],
        ["--key", "corpus.toml"],
        ["--key", "key.pem", "--next-key", "key.pem"],
        ["--key", "key.pem", "--next-key", "gone.pub"],
        ["--key", "key.pem", "--key-lost"],
        ["--key", "key.pem", "--by", "a\nb"],
        ["--key", "key.pem", "--on", "tomorrow"],
    ],
)
def test_wrong_words_change_nothing(  # noqa: PLR0913, PLR0917 - fixtures
    words: list[str],
    run: Run,
    copy: Path,
    tmp_path: Path,
    files: Files,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("key.pem").write_bytes(private_pem(1))
    Path("key.pem").chmod(0o600)
    shutil.copy(copy / "corpus.toml", "corpus.toml")
    shutil.move("corpus.toml", "plain.toml")
    before = files(tmp_path)
    told = [word.replace("corpus.toml", "plain.toml") for word in words]
    assert run("--corpus", copy, "seal", *told).status == 2
    assert files(tmp_path) == before


@pytest.mark.parametrize(
    "words",
    [
        ["--key", "gone.pub"],
        ["--fingerprint", "abc"],
        ["--against", "gone.json"],
        ["--since", "1"],
        ["--since", "x"],
    ],
)
def test_what_cannot_be_found_out_ends_with_two(
    words: list[str], run: Run, tmp_path: Path
) -> None:
    root = small_corpus(tmp_path / "own")
    found = run("verify", *words, "--corpus", root)
    assert (found.status, found.out) == (2, "")


def test_a_missing_package_is_named(
    run: Run, sealed: Path, keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.asymmetric", None)
    for words in (
        ("verify",),
        ("seal", "--key", keys / "1.pem"),
    ):
        found = run("--corpus", sealed, *words)
        assert found.status == 2
        assert "pip install 'statuteline[seal]'" in found.err
