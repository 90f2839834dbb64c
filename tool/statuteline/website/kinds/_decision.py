"""The pages of a decision as a whole, and the list of all decisions of a jurisdiction."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from statuteline.audit.cited import work_cited
from statuteline.rules.impact import Direction
from statuteline.rules.impact_words import OF_CASES
from statuteline.rules.version_words import NOT_REVIEWED, days_told
from statuteline.website import addresses
from statuteline.website.base import Content, Crumb
from statuteline.website.kinds._decision_parts import decision_crumbs, notice_of
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from statuteline.rules.encodings import Encoding, Version
    from statuteline.rules.impact import Impact
    from statuteline.website.source import Source

TOO_MANY: Final = "Both texts together make too many cases to compare one by one."
"""Said in place of counts where facts of two texts are too many for one grid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A change from one text to another.

    Args:
        page: Its page.
        title: Its days in words.
        told: What it changed for people, a line a pair of readings.
    """

    page: str
    title: str
    told: tuple[str, ...]


def pairs_of(encoding: Encoding) -> tuple[tuple[Version, Version], ...]:
    """Choose the texts that are held against each other: neighbours, and the ends."""
    versions = encoding.versions
    pairs = list(pairwise(versions))
    if len(versions) > 2:
        pairs.append((versions[0], versions[-1]))
    return tuple(pairs)


def decision_page(source: Source, encoding: Encoding) -> Content:
    """Write the page of a decision: its texts, and what changed between them."""
    path = addresses.of_decision(encoding.name)
    cited = work_cited(source.corpus, encoding.work)
    held = source.corpus.holds(encoding.work)
    now = encoding.version_at(source.settings.at)
    body = filled(
        "decision.html",
        path,
        encoding=encoding,
        cited=cited,
        work_page=addresses.of_work(encoding.work) if held else "",
        not_reviewed=NOT_REVIEWED,
        notice=notice_of(source),
        at=source.settings.at,
        now=now,
        versions=tuple((one, days_told(one)) for one in encoding.versions),
        steps=tuple(_step(source, encoding, *pair) for pair in pairs_of(encoding)),
        of_cases=OF_CASES,
    )
    return Content(
        title=f"{encoding.title}: the law as code",
        body=body,
        description=f"{encoding.title} ({cited}): the rule under each text, as code.",
        searched=body,
        crumbs=decision_crumbs(encoding),
    )


def list_page(
    source: Source, jurisdiction: str, encodings: tuple[Encoding, ...]
) -> Content:
    """Write the list of the decisions of a jurisdiction."""
    return Content(
        title="Law as code",
        body=filled(
            "decisions.html",
            addresses.of_decisions(jurisdiction),
            not_reviewed=NOT_REVIEWED,
            notice=notice_of(source),
            decisions=tuple(
                (one, work_cited(source.corpus, one.work), _what(one)) for one in encodings
            ),
        ),
        description="Every decision and every body of data that is written as code here.",
        crumbs=(Crumb(path=addresses.HOME, title="Law"),),
    )


def _what(encoding: Encoding) -> str:
    count = len(encoding.versions)
    texts = f"{count} text{'' if count == 1 else 's'}"
    decides = any(version.readings for version in encoding.versions)
    return f"{texts}, {'decides cases' if decides else 'data only'}"


def _step(source: Source, encoding: Encoding, before: Version, after: Version) -> Step:
    days = (before.days.start, after.days.start)
    found = source.impact(encoding, days)
    told = (tuple(_told(found)) or _beside(found)) if found else (TOO_MANY,)
    return Step(
        page=addresses.of_impact(encoding.name, *days),
        title=f"{days_told(before)}, against the text {days_told(after)}",
        told=told,
    )


def _told(found: Impact) -> list[str]:
    """Say of each pair of readings how many cases end otherwise."""
    lines = []
    for matrix in found.matrices:
        counts = {
            direction: sum(one.count for one in matrix.moves if one.direction is direction)
            for direction in Direction
        }
        named = [
            words
            for words in (
                f"{counts[Direction.MORE]} with more than before",
                f"{counts[Direction.LESS]} with less",
                f"{counts[Direction.UNORDERED]} with another outcome",
            )
            if not words.startswith("0 ")
        ]
        both = len(found.matrices) > 1
        lead = f"Reading “{matrix.before.name}” before, “{matrix.after.name}” after: "
        total = f"{matrix.laid.possible.bit_count():,} cases: "
        told = ", ".join(named) or "all end as before"
        lines.append((lead if both else "") + total + told)
    return lines


def _beside(found: Impact) -> tuple[str, ...]:
    count = len(found.data) + len(found.requirements)
    return (f"{count} {'thing differs' if count == 1 else 'things differ'} in its data",)
