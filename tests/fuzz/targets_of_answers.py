"""Readers of what is typed, decided, judged and sealed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import seeds
from statuteline.cases.case_file import read_case
from statuteline.cases.case_rows import read_rows
from statuteline.cases.tables import read_table
from statuteline.corpus.checksums import read_journal, read_sums
from statuteline.corpus.editions import read_editions
from statuteline.corpus.judged import read_judged
from statuteline.corpus.judgements import read_judgements
from statuteline.corpus.settings import read_corpus_settings, read_jurisdiction
from statuteline.corpus.store import open_corpus
from statuteline.errors import StatutelineError
from statuteline.law import encoding, encodings
from statuteline.model.ids import EId, ExpressionId, WId, WorkId, parse_date
from statuteline.model.query import parse_query
from statuteline.rules.asking import facts_of_encoding
from statuteline.rules.facts import Choice, Whole, YesNo
from statuteline.rules.json_place import parsed
from statuteline.rules.read_document import encoding_from
from statuteline.sealing.keys import read_public_key
from statuteline.sealing.listing import listing_bytes, read_listing
from statuteline.sealing.proofs import proof_bytes, proof_findings, read_proof
from statuteline.sealing.seal import read_seal, seal_bytes
from statuteline.sealing.signatures import is_signed, read_private_key
from target import Target, in_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CORPUS = open_corpus(seeds.CORPUS)
_ENCODINGS = encodings()
_ASKED = facts_of_encoding(encoding("us-ct/vacatur"))
_KINDS = (WorkId.parse, ExpressionId.parse, EId.parse, WId.parse, parse_date)


def ids(data: bytes) -> None:
    """Read an id of every kind; what is one is written as it was."""
    words = data.decode(errors="replace")
    for parse in _KINDS:
        try:
            found = parse(words)
        except StatutelineError:
            continue
        assert parse(str(found)) == found, f"{found} is another id when it is read again"


def citation(data: bytes) -> None:
    """Read a citation; as it is printed it must be read as the same."""
    found = _CORPUS.cite(data.decode(errors="replace"))
    printed = _CORPUS.cited(found)
    assert _CORPUS.cite(printed) == found, f"{printed} is another citation"


def facts(kind: str) -> Callable[[bytes], object]:
    """Read the facts of a case from a file of one kind."""
    return lambda data: read_case(data, f"facts.{kind}").facts(_ASKED)


def seal(data: bytes) -> None:
    """Read a seal; whatever is one has no second form."""
    assert seal_bytes(read_seal(data, "seal.json")) == data


def listing(data: bytes) -> None:
    """Read a list of digests; whatever is one has no second form."""
    assert listing_bytes(read_listing(data, "added.sha256")) == data


def proof(data: bytes) -> None:
    """Read a proof and check a text by it; written and read again it is the same."""
    found = read_proof(data, "proof.json")
    list(proof_findings(found, b"", frozenset()))
    assert read_proof(proof_bytes(found), "proof.json") == found


def keys(data: bytes) -> None:
    """Read a public key and a signature, then a private key."""
    try:
        is_signed(b"", data[-64:], read_public_key(data, "key.pem"))
    except StatutelineError:
        read_private_key(data, "key.pem")


def case_files(kind: str) -> Iterator[bytes]:
    """Give the facts of a case in a file of one kind: of each sort of fact one."""
    raw: dict[str, object] = {}
    for fact in _ASKED:
        match fact:
            case YesNo():
                raw[fact.name] = True
            case Choice():
                raw[fact.name] = fact.values[0]
            case Whole():
                raw[fact.name] = 12
            case _:
                raw[fact.name] = "unknown"
    days = {"governed": "2022-01-01", "known": "2022-02-01"}
    if kind == "json":
        yield json.dumps({"days": days, "facts": raw}).encode()
    elif kind == "toml":
        told = (f"{name} = {json.dumps(value)}" for name, value in raw.items())
        yield "\n".join(("[days]", "governed = 2022-01-01", "[facts]", *told)).encode()
    else:
        named = {"name": "one"} if kind == "rows" else {}
        cells = {**named, "governed": "2022-01-01", **raw}
        header = ",".join(cells)
        yield f"{header}\n{','.join(map(str, cells.values()))}\n".encode()


TARGETS = (
    Target(
        name="ids",
        read=ids,
        seeds=lambda: seeds.words(
            "us-ct/cgs/54-95c",
            "us-ct/cgs/54-95c/eng@2021-10-01~2022-01-01.2",
            "sec_54-95c__subsec_a",
            "sec_1__subsec_b@2021-10-01",
            "2021-10-01",
        ),
        largest=300,
    ),
    Target(
        name="citations",
        read=citation,
        seeds=lambda: seeds.words(
            "54-95c(d)(2)",
            "C.G.S. § 54-95c (a)",
            "P.A. 21-103, S. 7",
            "us-ct/cgs/54-95c",
            "Public Act 21-103, June Special Session",
        ),
        largest=300,
    ),
    Target(
        name="queries",
        read=lambda data: parse_query(data.decode(errors="replace")),
        seeds=lambda: seeds.words('"a bell" AND (gong* OR NOT b) NEAR/3 c', "§ 54-95c(a)"),
        largest=2_000,
    ),
    Target(name="facts-toml", read=facts("toml"), seeds=lambda: case_files("toml")),
    Target(
        name="facts-json",
        read=facts("json"),
        seeds=lambda: case_files("json"),
    ),
    Target(
        name="facts-csv",
        read=facts("csv"),
        seeds=lambda: case_files("csv"),
    ),
    Target(
        name="case-rows",
        read=lambda data: read_rows(data, "cases.csv", _ASKED),
        seeds=lambda: case_files("rows"),
    ),
    Target(
        name="case-table",
        read=lambda data: read_table(data, "cases.toml", _ENCODINGS),
        seeds=lambda: seeds.files("statutes/us-ct/cases/*.toml"),
    ),
    Target(
        name="rules",
        read=lambda data: encoding_from(
            parsed(data.decode(errors="replace"), "rules.json")
        ),
        seeds=seeds.rule_documents,
        largest=60_000,
    ),
    Target(
        name="seal",
        read=seal,
        seeds=lambda: seeds.files("tests/golden/verify/corpus/seals/*/seal.json"),
    ),
    Target(
        name="seal-list",
        read=listing,
        seeds=lambda: seeds.files("tests/golden/verify/corpus/seals/*/*.sha256"),
    ),
    Target(
        name="proof",
        read=proof,
        seeds=seeds.proofs,
    ),
    Target(
        name="keys",
        read=keys,
        seeds=lambda: seeds.files("tests/golden/verify/corpus/seals/*/key.pem"),
    ),
    Target(
        name="digests",
        read=in_file("SHA256SUMS", read_sums),
        seeds=lambda: seeds.files("statutes/SHA256SUMS"),
    ),
    Target(
        name="journal",
        read=in_file("SHA256SUMS.unfinished", read_journal),
        seeds=lambda: seeds.files("tests/golden/verify/corpus/SHA256SUMS"),
    ),
    Target(
        name="judgements",
        read=in_file("judgements.toml", read_judgements),
        seeds=lambda: (
            *seeds.files("tests/golden/verify/corpus/judgements.toml"),
            *(data[:6_000] for data in seeds.files("statutes/judgements.toml")),
        ),
    ),
    Target(
        name="judged-words",
        read=in_file("judged.jsonl", read_judged),
        seeds=lambda: (data[:6_000] for data in seeds.files("statutes/judged.jsonl")),
    ),
    Target(
        name="corpus-settings",
        read=in_file(
            "corpus.toml", lambda root: read_corpus_settings(root / "corpus.toml")
        ),
        seeds=lambda: seeds.files("statutes/corpus.toml"),
    ),
    Target(
        name="jurisdiction",
        read=in_file(
            "us-ct/jurisdiction.toml",
            lambda root: read_jurisdiction(root / "us-ct" / "jurisdiction.toml"),
        ),
        seeds=lambda: seeds.files("statutes/us-ct/jurisdiction.toml"),
    ),
    Target(
        name="editions",
        read=in_file("us-ct/editions.toml", lambda root: read_editions(root, "us-ct")),
        seeds=seeds.editions,
    ),
)
