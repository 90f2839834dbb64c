"""Why a predicate is met or not, in SQL: the first clause that decides it, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules.explaining import Verdict
from statuteline.rules.facts import Condition
from statuteline.rules.predicates import (
    AllOf,
    AnyOf,
    AtLeast,
    Define,
    NoneOf,
    Not,
    When,
    walk,
)
from statuteline.rules.sql_words import text

if TYPE_CHECKING:
    from statuteline.rules.nodes import Cited
    from statuteline.rules.predicates import Predicate
    from statuteline.rules.sql_clauses import Clauses


def reason(  # noqa: C901, PLR0911 - one answer a kind of node
    clauses: Clauses,
    predicate: Predicate,
    verdict: Verdict,
    within: Define | None = None,
) -> str:
    """Write the words of the first clause that decides a predicate.

    Where one part decides, it is looked for there. Where all parts do together, the
    predicate itself is told by its name or its citations, or else by its first part.

    Args:
        clauses: The columns of the clauses.
        predicate: The predicate.
        verdict: How it stands, which is not unknown.
        within: What gives it a name; None where it has none.

    Returns:
        An expression: a string in every record in which the predicate stands so.
    """
    met = verdict is Verdict.MET
    clause = predicate if within is None else within
    match predicate:
        case Define(part=part):
            return reason(clauses, part, verdict, predicate)
        case Not(part=part):
            return reason(clauses, part, _other(verdict), within)
        case AnyOf(parts=parts) | NoneOf(parts=parts) if met is isinstance(
            predicate, AnyOf
        ):
            return _first(clauses, parts, Verdict.MET)
        case AllOf(parts=parts) if not met:
            return _first(clauses, parts, Verdict.NOT_MET)
        case When(condition=condition, then=then):
            return _when(clauses, condition, then, verdict)
        case Condition():
            return text(_told(clause, verdict, predicate.fact.words))
        case _ if within is not None or predicate.citations:
            return text(_told(clause, verdict, ""))
        case AtLeast(parts=parts):
            return _first(clauses, parts, verdict)
        case AllOf(parts=(part, *_)):
            return reason(clauses, part, Verdict.MET)
        case AnyOf(parts=(part, *_)) | NoneOf(parts=(part, *_)):
            return reason(clauses, part, Verdict.NOT_MET)
        case _:
            raise TypeError(type(predicate))


def _first(clauses: Clauses, parts: tuple[Predicate, ...], verdict: Verdict) -> str:
    """Write the words of the first part that stands so."""
    if len(parts) == 1:
        return reason(clauses, parts[0], verdict)
    turned = "" if verdict is Verdict.MET else "NOT "
    branches = "".join(
        f" WHEN {turned}{clauses.of(part)} THEN {reason(clauses, part, verdict)}"
        for part in parts
    )
    return f"CASE{branches} END"


def _when(clauses: Clauses, condition: Predicate, then: Predicate, verdict: Verdict) -> str:
    if verdict is Verdict.NOT_MET:
        return reason(clauses, then, verdict)
    return (
        f"CASE WHEN NOT {clauses.of(condition)} "
        f"THEN {reason(clauses, condition, Verdict.NOT_MET)} "
        f"ELSE {reason(clauses, then, Verdict.MET)} END"
    )


def _other(verdict: Verdict) -> Verdict:
    return Verdict.NOT_MET if verdict is Verdict.MET else Verdict.MET


def _told(clause: Predicate, verdict: Verdict, called: str) -> str:
    named = clause.name if isinstance(clause, Define) else called
    places = cited_words(clause)
    return f"{verdict.value}: {', '.join(word for word in (named, places) if word)}"


def cited_words(clause: Predicate) -> str:
    """Tell where a clause stands: its words, or the places of those below it.

    Example:
        >>> from statuteline.rules.facts import YesNo
        >>> wet = YesNo(name="wet", ask="Is it wet?").is_true()
        >>> cited_words(wet.cite("sec_1-1__subsec_a__subdiv_1", "is wet"))
        '(a)(1) "is wet"'
    """
    cited = clause.citations or tuple(
        citation for node in walk(clause) for citation in node.citations
    )
    if len(cited) == 1:
        return f'{_place(cited[0])} "{cited[0].words}"'
    return ", ".join(dict.fromkeys(map(_place, cited)))


def _place(cited: Cited) -> str:
    top, *below = (step.partition("_")[2] for step in cited.eid.steps)
    labels = "".join(f"({number})" for number in below)
    return labels if labels and cited.work is None else f"section {top}{labels}"
