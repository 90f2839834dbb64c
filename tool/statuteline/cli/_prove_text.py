"""What ``prove`` says for people: each claim, its result, and the case that shows it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from statuteline.cli._rule_words import wrapped
from statuteline.rules.claim_words import (
    case_words,
    ends_words,
    proposition_words,
    text_words,
    texts_words,
)
from statuteline.rules.claims import Result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.claims import Text
    from statuteline.rules.proving import Case, Proof


def proofs_lines(proofs: tuple[Proof, ...], *, brief: bool) -> Iterator[str]:
    """Write what came of each claim, and the count.

    Args:
        proofs: What came of them.
        brief: Whether to write one line a claim.

    Yields:
        Lines without line feeds.
    """
    for proof in proofs:
        if brief:
            yield _head(proof)
        else:
            yield from _proof(proof)
            yield ""
    counts = Counter(proof.result for proof in proofs)
    told = ", ".join(f"{counts[one]} {one.value}" for one in Result if counts[one])
    flipped = [proof.claim.name for proof in proofs if not proof.as_expected]
    yield from wrapped(
        f"{len(proofs)} claim{'' if len(proofs) == 1 else 's'}: {told}; "
        + (f"not as expected: {', '.join(flipped)}." if flipped else "all as expected.")
    )


def _proof(proof: Proof) -> Iterator[str]:
    claim = proof.claim
    yield _head(proof)
    yield from wrapped(claim.says, 2)
    for ref in claim.about:
        yield from wrapped(f"of {ref}", 2)
    by = texts_words(claim.proposition)
    for text, letter in by.items():
        yield from wrapped(f"{letter}: {text_words(text)}", 2)
    yield from wrapped(f"Tried: {proposition_words(claim.proposition)}{_count(proof)}", 2)
    if proof.found:
        yield from wrapped(f"Found: {proof.found}.", 2)
    if proof.witness is not None:
        yield "  Shown by the case:"
        yield from _case(proof.witness, by)
    for needed in proof.needed:
        axiom = needed.axiom
        at = f" ({axiom.cited.work})" if axiom.cited.work else ""
        yield from wrapped(
            f"Rests on: {axiom.name}{at}. But for that, this case would turn the result:", 2
        )
        yield from _case(needed.without, by)
    if claim.note:
        yield from wrapped(f"Note: {claim.note}", 2)


def _head(proof: Proof) -> str:
    expected = proof.claim.expected.value
    but = "" if proof.as_expected else f", but expected to be {expected}"
    return f"{proof.claim.name}: {proof.result.value}{but}"


def _count(proof: Proof) -> str:
    if proof.cases is None:
        return ""
    some = f"{proof.cases:,} distinguishable case{'' if proof.cases == 1 else 's'}"
    return f" ({some})"


def _case(case: Case, by: dict[Text, str]) -> Iterator[str]:
    for line in case_words(case):
        yield from wrapped(line, 4)
    for text, outcomes in case.ends:
        yield from wrapped(f"{by[text]}: {ends_words(outcomes)}", 4)
