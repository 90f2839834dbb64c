"""A claim about one text, asked of another: in which texts is the same so?"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statuteline.rules.claimed_texts import Naming, terms_of, texts_named
from statuteline.rules.claims import Below, Ends, Every, Has, Meets, Some
from statuteline.rules.proving import prove

if TYPE_CHECKING:
    from statuteline.rules.claims import Claim, Proposition, Term, Text
    from statuteline.rules.encodings import Law
    from statuteline.rules.proving import Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """A claim that cannot be asked of a text.

    Args:
        why: What the text lacks, in one clause.
    """

    why: str


def is_about_one(proposition: Proposition) -> bool:
    """Tell whether a claim is about the cases of one text, so that others can be asked."""
    return isinstance(proposition, Every | Some) and len(texts_named(proposition)) == 1


def asked_of(claim: Claim, text: Text, law: Law) -> Proof | Unasked:
    """Put to one text what a claim says of another.

    An outcome that the text does not have is one in which no case ends: among several
    it is left out.

    Args:
        claim: A claim about one text.
        text: The other text.
        law: The encodings and proposals that both are in.

    Raises:
        RuleError: If there is no such text.
    """
    naming = Naming(claim=claim, law=law)
    held = naming.held(text)
    outcomes = {one.name for one in held.outcomes}
    steps = {one.name for one in held.requirements}
    facts = {fact.name for fact in naming.facts((text,))}
    asked: list[Term] = []
    for term in terms_of(claim.proposition):  # type: ignore[arg-type] # it is about cases
        match term:
            case Ends(outcomes=names):
                left = tuple(name for name in names if name in outcomes)
                if not left:
                    return Unasked(why=f"it has no outcome “{names[0]}”")
                asked.append(Ends(text=text, outcomes=left))
            case Meets(requirement=name):
                if name not in steps:
                    return Unasked(why=f"it has no step “{name}”")
                asked.append(Meets(text=text, requirement=name))
            case Has(fact=name) | Below(fact=name):
                if name not in facts:
                    return Unasked(why=f"it does not ask for “{name.replace('_', ' ')}”")
                asked.append(term)
    *given, last = asked
    proposition = (
        Some(terms=tuple(asked))
        if isinstance(claim.proposition, Some)
        else Every(given=tuple(given), then=last)
    )
    return prove(replace(claim, proposition=proposition), law)
