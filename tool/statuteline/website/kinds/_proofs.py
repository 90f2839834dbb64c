"""What came of claims, in words for a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.audit.cited import cited_in_full
from statuteline.model.ids import ProvisionRef
from statuteline.rules.claim_words import (
    case_words,
    ends_words,
    proposition_words,
    text_words,
    texts_words,
)
from statuteline.rules.claims import InForce, Result
from statuteline.website.kinds._leads import text_of
from statuteline.website.kinds._text import place_of

if TYPE_CHECKING:
    from statuteline.rules.claims import Text
    from statuteline.rules.proving import Case, Needed, Proof
    from statuteline.website.source import Source

RESULTS: Final = {
    Result.PROVED: ("✓", "proved"),
    Result.REFUTED: ("✗", "refuted"),
    Result.EMPTY: ("○", "about no case"),
}
"""Of each result a symbol, and a word or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldText:
    """A text that a claim speaks of.

    Args:
        letter: What the claim's sentence calls it.
        words: What it is.
        to: The page of the law as code under it; None if there is none.
    """

    letter: str
    words: str
    to: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCase:
    """A case in words.

    Args:
        facts: What is so in it, a line each.
        ends: How it ends under each text.
    """

    facts: tuple[str, ...]
    ends: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAxiom:
    """An axiom that a proof needs.

    Args:
        name: What it is called.
        cited: The provision it rests on.
        quoted: The words it rests on.
        to: The page of that provision; None for what is not held.
        without: The case that it alone keeps from being possible.
    """

    name: str
    cited: str
    quoted: str
    to: str | None
    without: ToldCase


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldProof:
    """What came of a claim.

    Args:
        name: The claim's name.
        says: Its sentence.
        symbol: A sign for the result.
        result: The result in a word or two.
        expected: The result that was expected; empty where it is that.
        texts: The texts that it speaks of.
        tried: What exactly was tried.
        count: How many cases it was tried on; empty for a claim about data.
        found: What the data holds; empty for a claim about cases.
        witness: The case that shows the result; None where there is none.
        axioms: The axioms that it needs.
        note: What a reader should know of it.
    """

    name: str
    says: str
    symbol: str
    result: str
    expected: str
    texts: tuple[ToldText, ...]
    tried: str
    count: str
    found: str
    witness: ToldCase | None
    axioms: tuple[ToldAxiom, ...]
    note: str


def told_proof(source: Source, proof: Proof) -> ToldProof:
    """Tell what came of a claim."""
    claim = proof.claim
    by = texts_words(claim.proposition)
    symbol, result = RESULTS[proof.result]
    return ToldProof(
        name=claim.name,
        says=claim.says,
        symbol=symbol,
        result=result,
        expected="" if proof.as_expected else RESULTS[claim.expected][1],
        texts=tuple(
            ToldText(
                letter=letter,
                words=text_words(text),
                to=text_of(source, text) if isinstance(text, InForce) else None,
            )
            for text, letter in by.items()
        ),
        tried=proposition_words(claim.proposition),
        count=_count(proof),
        found=proof.found,
        witness=_case(proof.witness, by) if proof.witness is not None else None,
        axioms=tuple(_axiom(source, needed, by) for needed in proof.needed),
        note=claim.note,
    )


def _count(proof: Proof) -> str:
    if proof.cases is None:
        return ""
    return f"{proof.cases:,} distinguishable case{'' if proof.cases == 1 else 's'}"


def _case(case: Case, by: dict[Text, str]) -> ToldCase:
    return ToldCase(
        facts=case_words(case),
        ends=tuple(f"By {by[text]}: {ends_words(names)}" for text, names in case.ends),
    )


def _axiom(source: Source, needed: Needed, by: dict[Text, str]) -> ToldAxiom:
    cited = needed.axiom.cited
    if cited.work is None:
        place, to = "", None
    else:
        ref = ProvisionRef(cited.work, cited.eid)
        place = cited_in_full(source.corpus, ref)
        to = place_of(source, ref)
    return ToldAxiom(
        name=needed.axiom.name,
        cited=place,
        quoted=cited.words,
        to=to,
        without=_case(needed.without, by),
    )
