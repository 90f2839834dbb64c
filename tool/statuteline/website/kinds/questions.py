"""Questions with answers: their own words, and for which texts each assertion holds."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from statuteline.law import law
from statuteline.model.days import day_in_words
from statuteline.model.work import Kind, StatementKind
from statuteline.rules.claim_words import proposition_words
from statuteline.rules.claimed_texts import Naming, encodings_named, texts_named
from statuteline.rules.claims import InForce, Proposed
from statuteline.rules.claims_elsewhere import Unasked, asked_of, is_about_one
from statuteline.rules.wording import reading_lines
from statuteline.website import addresses
from statuteline.website.base import Content, Page, PageKind, Section
from statuteline.website.kinds._document import provenance
from statuteline.website.kinds._leads import text_of
from statuteline.website.kinds._proofs import RESULTS, told_proof
from statuteline.website.kinds._said import anchor_of
from statuteline.website.kinds._text import crumbs, setting
from statuteline.website.law_text import blocks_html, law_html
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import WorkId
    from statuteline.model.provision import Provision
    from statuteline.rules.claims import Claim, Text
    from statuteline.rules.encodings import Outcome, Proposal, Requirement
    from statuteline.rules.wording import Line
    from statuteline.website.base import Item
    from statuteline.website.kinds._proofs import ToldProof
    from statuteline.website.source import Source

_HOLDS: Final = {"proved": "holds", "refuted": "does not hold"}
_NOT_ASSERTED: Final = {
    StatementKind.QUESTION: "A question: it asserts nothing.",
    StatementKind.STATISTIC: "A figure: it says nothing of the law, and is not put to the "
    "test here.",
    StatementKind.PULL_QUOTE: "A callout that repeats another statement.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Whether a sentence holds under a text.

    Args:
        text: The text, in words.
        to: The page of the law as code under it; None if there is none.
        symbol: A sign for the answer.
        words: The answer.
    """

    text: str
    to: str | None
    symbol: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A sentence about a text A, asked of every text.

    Args:
        sentence: The sentence.
        answers: The answer of each text.
    """

    sentence: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A text as one side of a comparison.

    Args:
        name: The text, in words.
        to: The page of the law as code under it; None if there is none.
        outcomes: How a case can end: names, and what they mean.
        steps: The steps of its procedure, and who takes each.
    """

    name: str
    to: str | None
    outcomes: tuple[tuple[str, str], ...]
    steps: dict[str, str]


def _items(source: Source) -> Iterator[Item]:
    for work in source.works_of(Kind.FAQ):
        yield Page(path=addresses.of_work(work), write=partial(_page, source, work))


def _page(source: Source, work: WorkId) -> Content:
    path = addresses.of_work(work)
    of = source.texts_of(work)
    text, cited = of.records[-1], of.cited
    claims = tuple(
        one for one in law().claims if any(ref.work == work for ref in one.about)
    )
    proposals = tuple(one for one in law().proposals if one.source == work)
    texts = _texts(source, claims, proposals)
    tied = {one.ref.eid: one for one in source.trace.statements if one.ref.work == work}
    numbers = {eid: number for number, eid in enumerate(tied, 1)}
    kinds = {one.eid: one.kind for one in text.statements}

    def beside(one: Provision) -> str:
        kind = kinds.get(one.eid)
        if kind is None:
            return ""
        number = numbers.get(one.eid, 0)
        about = [claim for claim in claims if any(r.eid == one.eid for r in claim.about)]
        return filled(
            "_asserted.html",
            path,
            number=number,
            anchor=anchor_of(work, number) if number else "",
            other=_NOT_ASSERTED.get(kind, ""),
            asked=_asked(source, about, texts),
            proofs=[told_proof(source, source.proofs[claim.name]) for claim in about],
            reason=tied[one.eid].reason if number else "",
        )

    own = setting(source, text, path, beside=beside, rank=3)
    words = law_html(text.body, own)
    return Content(
        title=f"{cited} {text.title}",
        body=filled(
            "questions.html",
            path,
            cited=cited,
            text=text,
            series=source.corpus.uris.series(work).title,
            from_where=provenance(source, text),
            proposals=[_compared(source, one, claims) for one in proposals],
            front=blocks_html(text.front, own),
            law=words,
        ),
        description=f"{cited}: the document's own words, and for which texts of the law "
        "each of its assertions holds.",
        sections=(
            Section(anchor="the-text", title="Its words"),
            *((Section(anchor="proposal", title="The proposal"),) if proposals else ()),
        ),
        searched=words,
        changed=text.start,
        crumbs=crumbs(source, work),
    )


def _texts(
    source: Source, claims: tuple[Claim, ...], proposals: tuple[Proposal, ...]
) -> tuple[Text, ...]:
    """List every text that assertions of a document can be asked of, oldest first."""
    named = {name for claim in claims for name in encodings_named(claim)}
    in_force = (
        InForce(
            encoding=encoding.name,
            at=version.days.start,
            reading=reading.name if len(version.readings) > 1 else "",
        )
        for encoding in source.encodings
        if encoding.name in named
        for version in encoding.versions
        for reading in version.readings
    )
    return (*in_force, *(Proposed(proposal=one.name) for one in proposals))


def _asked(
    source: Source, claims: list[Claim], texts: tuple[Text, ...]
) -> tuple[Asked, ...]:
    """Ask each text what claims about one of them say; equal questions are asked once."""
    found: dict[tuple[str, tuple[Answer, ...]], Asked] = {}
    for claim in claims:
        if not is_about_one(claim.proposition):
            continue
        alone = _is_alone(texts)
        answers = tuple(_answer(source, claim, text, alone=alone) for text in texts)
        sentence = proposition_words(claim.proposition).replace(" by A", " by it")
        found.setdefault((sentence, answers), Asked(sentence=sentence, answers=answers))
    return tuple(found.values())


def _answer(source: Source, claim: Claim, text: Text, *, alone: bool) -> Answer:
    name, to = _name(source, text, alone=alone)
    proof = asked_of(claim, text, law())
    if isinstance(proof, Unasked):
        words = f"cannot be asked: {proof.why}"
        return Answer(text=name, to=to, symbol="–", words=words)
    symbol, result = RESULTS[proof.result]
    return Answer(text=name, to=to, symbol=symbol, words=_HOLDS.get(result, result))


def _name(source: Source, text: Text, *, alone: bool) -> tuple[str, str | None]:
    """Name a text for people, and give its page.

    Args:
        source: What the site is made from.
        text: The text.
        alone: Whether all texts named are of one encoding, so that it need not be named.
    """
    match text:
        case Proposed():
            return "The proposal, which was never law", None
        case InForce(encoding=encoding, at=at, reading=reading):
            titles = {one.name: one.title for one in source.encodings}
            told = f", read as “{reading}”" if reading else ""
            law_of = f"law of {day_in_words(at)}{told}"
            title = titles.get(encoding, encoding)
            name = f"The {law_of}" if alone else f"{title}, {law_of}"
            return name, text_of(source, text)


def _is_alone(texts: tuple[Text, ...]) -> bool:
    return len({one.encoding for one in texts if isinstance(one, InForce)}) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A proposal beside the texts that claims hold it against.

    Args:
        proposal: The proposal.
        lines: Its decision in plain words.
        sides: The proposal, and the texts, oldest first.
        steps: The names of all steps of procedure.
        proofs: What came of the claims that hold it against a text.
    """

    proposal: Proposal
    lines: tuple[Line, ...]
    sides: tuple[Side, ...]
    steps: tuple[str, ...]
    proofs: tuple[ToldProof, ...]


def _compared(source: Source, proposal: Proposal, claims: tuple[Claim, ...]) -> Compared:
    own = Proposed(proposal=proposal.name)
    against = [
        claim
        for claim in claims
        if own in texts_named(claim.proposition) and len(texts_named(claim.proposition)) > 1
    ]
    in_force = {
        text: claim
        for claim in claims
        for text in texts_named(claim.proposition)
        if isinstance(text, InForce)
    }
    texts = sorted(in_force, key=lambda one: (one.at, one.reading))
    alone = _is_alone(tuple(texts))
    reading, steps = proposal.reading, proposal.requirements
    sides = [_side(_name(source, own, alone=alone), reading.outcomes, steps)]
    for text in texts:
        held = Naming(claim=in_force[text], law=law()).held(text)
        name = _name(source, text, alone=alone)
        sides.append(_side(name, held.outcomes, held.requirements))
    return Compared(
        proposal=proposal,
        lines=tuple(line for told in reading_lines(proposal.reading) for line in told),
        sides=tuple(sides),
        steps=tuple(dict.fromkeys(step for side in sides for step in side.steps)),
        proofs=tuple(told_proof(source, source.proofs[one.name]) for one in against),
    )


def _side(
    name: tuple[str, str | None],
    outcomes: tuple[Outcome, ...],
    requirements: tuple[Requirement, ...],
) -> Side:
    words, to = name
    return Side(
        name=words,
        to=to,
        outcomes=tuple((one.name, one.means) for one in outcomes),
        steps={one.name: one.by for one in requirements},
    )


KIND = PageKind(
    summary="Questions with answers, and for which texts each assertion holds.",
    order=32,
    items=_items,
)
