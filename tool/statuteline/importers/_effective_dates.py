"""The effective-date clause of an act summary, read as claims about sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from statuteline.importers._olr_statements import (
    all_sections,
    sections_named,
    sections_of_part,
)
from statuteline.importers._references import marked_prose, named_provisions, references
from statuteline.model.commencement import Unknown
from statuteline.model.commencement_words import WHEN, commencement_of_words
from statuteline.model.text import canonical_blocks
from statuteline.model.work import CommencementClaim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.commencement import Commencement
    from statuteline.model.ids import ProvisionRef, WorkId
    from statuteline.model.provision import Provision

_EXCEPTION = (
    r"(?:the )?(?P<subject>[^.;]+?) (?:is|are|becomes?|takes?) effect(?:ive)? "
    rf"(?P<when>{WHEN})"
)
_JOIN = r"(?:, and |, | and )"
_CLAUSE = re.compile(
    rf"(?P<default>{WHEN})"
    rf"(?:,? except(?: that| for)? (?P<exceptions>.+?))?\.?",
    re.DOTALL,
)
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a act an and concerning for in its of on or provision provisions regarding "
        "related section sections that the these this those to which",
    )
)
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_ENDINGS = ("s", "ing", "ed")
_SHORTEST_STEM = 4

_Sections: TypeAlias = "frozenset[ProvisionRef]"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Exception:
    words: str
    subject: str
    when: Commencement


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Words that cite sections, and the sections they cite."""

    words: frozenset[str]
    sections: _Sections
    whole: bool = True


def commencement_claims(
    clause: str, body: tuple[Provision, ...], act: WorkId
) -> tuple[CommencementClaim, ...]:
    """Tell for each section of an act when a document says it takes effect.

    The clause gives one date, perhaps with exceptions. An exception that names
    sections by number is clear. Otherwise its content words (no articles and no
    "provision"; possessives, plurals and "-ing" dropped) are looked for, all
    together, first in the headings of the parts on sections, then in the numbered
    items of the summary. Sections of an exception that is already resolved are no
    candidates for another. It is resolved when exactly one set of sections is left;
    if only a run-in part of an item has the words, that set must be one section,
    because the item's reference does not say which of several the part means.

    Where an exception is not resolved, the sections it could concern get a claim
    with an unknown commencement and its words: its candidates or, without any,
    every section that no other exception has. A clause that is not of this form
    makes every section unknown. The sections of the act are those that the document
    names.

    Args:
        clause: The words behind EFFECTIVE DATE.
        body: The document's provisions.
        act: The act.

    Returns:
        One claim for each section, in the order of their numbers.
    """
    sections = all_sections(body, act)
    match = _CLAUSE.fullmatch(clause)
    exceptions = _exceptions(match["exceptions"]) if match else None
    if match is None or exceptions is None:
        return tuple(
            CommencementClaim(section=ref, commencement=Unknown(), words=clause)
            for ref in sections
        )
    resolved, candidates = _resolve(exceptions, body, act)
    taken = frozenset(ref for found in resolved.values() for ref in found)
    open_ones = {
        exception: (found or frozenset(sections)) - taken
        for exception, found in candidates.items()
    }
    return tuple(
        _claim(
            ref,
            CommencementClaim(
                section=ref, commencement=_when(match["default"]), words=match["default"]
            ),
            [one for one, found in resolved.items() if ref in found],
            [one for one, found in open_ones.items() if ref in found],
        )
        for ref in sections
    )


def _claim(
    section: ProvisionRef,
    default: CommencementClaim,
    certain: list[_Exception],
    possible: list[_Exception],
) -> CommencementClaim:
    """Choose the claim on a section; two exceptions on one section settle nothing."""
    if not certain and not possible:
        return default
    words = "; ".join(one.words for one in [*certain, *possible])
    settled = len(certain) == 1 and not possible
    return CommencementClaim(
        section=section,
        commencement=certain[0].when if settled else Unknown(),
        words=words,
    )


def _exceptions(text: str | None) -> tuple[_Exception, ...] | None:
    """Read the exceptions one behind the other; None if a word is left over."""
    if text is None:
        return ()
    found: list[_Exception] = []
    rest = text
    while rest:
        match = re.match(_EXCEPTION + rf"(?:{_JOIN}|$)", rest)
        if match is None:
            return None
        found.append(
            _Exception(
                words=rest[: match.end("when")],
                subject=match["subject"],
                when=_when(match["when"]),
            )
        )
        rest = rest[match.end() :]
    return tuple(found)


def _when(words: str) -> Commencement:
    return commencement_of_words(words) or Unknown()


def _resolve(
    exceptions: tuple[_Exception, ...], body: tuple[Provision, ...], act: WorkId
) -> tuple[dict[_Exception, _Sections], dict[_Exception, _Sections]]:
    """Find the sections of each exception; the second map holds open ones."""
    resolved: dict[_Exception, _Sections] = {}
    candidates: dict[_Exception, _Sections] = {}
    for exception in exceptions:
        marks = references(exception.subject, act)
        named = frozenset(
            ref
            for ref in named_provisions(marked_prose(exception.subject, marks))
            if ref.work == act and ref.eid is not None
        )
        if named:
            resolved[exception] = named
    for places in (tuple(_headings(body, act)), tuple(_items(body, act))):
        waiting = [one for one in exceptions if one not in resolved]
        waiting = [one for one in waiting if not candidates.get(one)]
        taken = frozenset(ref for found in resolved.values() for ref in found)
        found_here: dict[_Exception, _Sections] = {}
        for exception in waiting:
            choice, settled = _matches(exception, places, taken)
            candidates[exception] = choice
            if settled:
                found_here[exception] = choice
        for exception, choice in found_here.items():
            rivals = [c for other, c in found_here.items() if other != exception]
            if not any(choice & rival for rival in rivals):
                resolved[exception] = choice
    return resolved, {
        one: candidates.get(one, frozenset()) for one in exceptions if one not in resolved
    }


def _matches(
    exception: _Exception, places: tuple[_Place, ...], taken: _Sections
) -> tuple[_Sections, bool]:
    """Give the sections an exception can mean, and whether they are one clear set."""
    wanted = _content_words(exception.subject)
    hits = [place for place in places if wanted and wanted <= place.words]
    sets = {place.sections - taken for place in hits} - {frozenset()}
    union = frozenset(ref for one in sets for ref in one)
    settled = len(sets) == 1 and (len(union) == 1 or any(place.whole for place in hits))
    return union, settled


def _headings(body: tuple[Provision, ...], act: WorkId) -> Iterator[_Place]:
    for part in body:
        sections = frozenset(sections_of_part(part, act))
        if sections:
            yield _Place(words=_content_words(part.heading_text), sections=sections)


def _items(body: tuple[Provision, ...], act: WorkId) -> Iterator[_Place]:
    for item in (item for part in body for para in part.children for item in para.children):
        sections = frozenset(sections_named(item, act))
        if not sections:
            continue
        own = f"{item.intro_text} {canonical_blocks(item.wrap_up)}"
        yield _Place(words=_content_words(own), sections=sections)
        for part in item.children:
            words = _content_words(f"{item.intro_text} {part.intro_text}")
            yield _Place(words=words, sections=sections, whole=False)


def _content_words(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in words if word not in _EMPTY_WORDS)


def _stem(word: str) -> str:
    bare = word.replace("'", "’").removesuffix("’s").rstrip("’")
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST_STEM:
            bare = bare.removesuffix(ending)
    return bare
