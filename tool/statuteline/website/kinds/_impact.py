"""The page of what a change of the law changed for people, beside the words that did it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from statuteline.audit.cited import act_cited, provision_cited
from statuteline.model.provision import walk
from statuteline.rules.cell_words import box_words
from statuteline.rules.impact_words import (
    DIRECTIONS,
    OF_CASES,
    cases_told,
    cases_words,
    change_words,
    changed_words,
    rests_on,
)
from statuteline.rules.item_words import kind_words
from statuteline.rules.version_words import NOT_REVIEWED, days_told
from statuteline.website import addresses
from statuteline.website.base import Content, Crumb
from statuteline.website.kinds._decision import TOO_MANY
from statuteline.website.kinds._decision_parts import Texts, decision_crumbs, notice_of
from statuteline.website.kinds._impact_picture import SIGNS, picture
from statuteline.website.kinds._pair_choice import place_of_pair
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.ids import ExpressionId, ProvisionRef
    from statuteline.rules.blocks import Block
    from statuteline.rules.encodings import Encoding, Version
    from statuteline.rules.impact import Impact, Matrix, Move
    from statuteline.rules.impact_items import Changed
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.trace.code_changes import CodeChange
    from statuteline.website.kinds._impact_picture import Picture
    from statuteline.website.source import Source

Condition: TypeAlias = tuple[str, tuple[str, ...]]
"""A condition in words, and the ways to meet it where there is more than one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hunk:
    """A change of the words, and where it is shown.

    Args:
        anchor: Its id on the page.
        claimed: The change, with the code that followed.
        places: Its provisions, as people cite them.
        acts: The acts that made it, each with its page; empty where the site has none.
        redline: The page with the whole redline; empty where the site has none.
        code: What of the code followed, or why none did.
    """

    anchor: str
    claimed: ClaimedChange
    places: str
    acts: tuple[tuple[str, str], ...]
    redline: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Something with a name that changed.

    Args:
        told: What became of it.
        rests: Changed definitions that it uses, which tell its cases.
        cases: The cases in which it is met on one of the days alone.
        hunks: The changes of the words that the code for it followed.
    """

    told: str
    rests: tuple[str, ...]
    cases: tuple[tuple[str, tuple[Condition, ...]], ...]
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Moves of one direction, each with its cases in words."""

    title: str
    sign: str
    moves: tuple[tuple[str, tuple[Condition, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One reading before and one after.

    Args:
        title: Both names.
        total: How many cases there are, in words.
        picture: The picture.
        alternative: The same in one sentence.
        counts: For each outcome before, the number of cases by outcome after.
        groups: The moves.
        things: Definitions, and outcomes that mean something else.
    """

    title: str
    total: str
    picture: Picture
    alternative: str
    counts: tuple[tuple[str, tuple[int, ...]], ...]
    heads: tuple[str, ...]
    groups: tuple[Group, ...]
    things: tuple[Thing, ...]


def impact_page(
    source: Source, encoding: Encoding, before: Version, after: Version
) -> Content:
    """Write what changed between two texts."""
    days = (before.days.start, after.days.start)
    path = addresses.of_impact(encoding.name, *days)
    found = source.impact(encoding, days)
    texts = Texts(source, encoding, before), Texts(source, encoding, after)
    hunks = _hunks(source, encoding, days)
    seats = tuple(sum(seat.count for seat in one.seats) for one in (before, after))
    own = tuple(one.own.id for one in texts if one.own is not None)
    return Content(
        title=f"{encoding.title}: what changed for people",
        body=filled(
            "impact.html",
            path,
            encoding=encoding,
            not_reviewed=NOT_REVIEWED,
            notice=notice_of(source),
            of_cases=OF_CASES,
            cited=texts[0].cited,
            sides=tuple(
                (word, days_told(version), one.own_page, version)
                for word, version, one in zip(
                    ("Before", "After"), (before, after), texts, strict=True
                )
            ),
            redline=_redline(source, *own) if len(own) == len(texts) else "",
            found=found,
            pairs=tuple(_pair(one, found, hunks) for one in found.matrices)
            if found
            else (),
            too_many=TOO_MANY,
            signs=tuple((SIGNS[one], title.lower()) for one, title in DIRECTIONS.items()),
            requirements=_things(found.requirements, hunks) if found else (),
            data=_things(found.data, hunks) if found else (),
            seats=seats if any(seats) else (),
            hunks=hunks,
        ),
        description=(
            f"{encoding.title}: how cases ended under the text {days_told(before)}, and "
            f"how they end under the text {days_told(after)}."
        ),
        canonical=path,
        changed=after.days.start,
        crumbs=(
            *decision_crumbs(encoding),
            Crumb(path=addresses.of_decision(encoding.name), title=encoding.title),
        ),
    )


def _pair(matrix: Matrix, found: Impact, hunks: tuple[Hunk, ...]) -> Pair:
    both = len(found.matrices) > 1 or matrix.before.name != matrix.after.name
    named = f"Reading “{matrix.before.name}” before, “{matrix.after.name}” after"
    counts = {(move.before, move.after): move.count for move in matrix.moves}
    heads = tuple(outcome.name for outcome in matrix.after.outcomes)
    facts = len(matrix.laid.axes)
    return Pair(
        title=named if both else "How cases end",
        total=(
            f"{cases_words(matrix.laid.possible.bit_count())} by {facts} "
            f"fact{'' if facts == 1 else 's'}"
        ),
        picture=picture(matrix),
        alternative="; ".join(_move_words(move) for move in matrix.moves),
        counts=tuple(
            (outcome.name, tuple(counts.get((outcome.name, head), 0) for head in heads))
            for outcome in matrix.before.outcomes
        ),
        heads=heads,
        groups=tuple(
            Group(title=title, sign=SIGNS[direction], moves=moves)
            for direction, title in DIRECTIONS.items()
            if (
                moves := tuple(
                    (
                        _move_words(move),
                        _conditions(move.blocks),
                    )
                    for move in matrix.moves
                    if move.direction is direction
                )
            )
        ),
        things=(
            *_things(matrix.definitions, hunks),
            *_things(matrix.outcomes, hunks),
        ),
    )


def _move_words(move: Move) -> str:
    return f"{change_words(move.before, move.after)}: {cases_words(move.count)}"


def _things(items: tuple[Changed, ...], hunks: tuple[Hunk, ...]) -> tuple[Thing, ...]:
    made = []
    for one in items:
        rests = rests_on(one, items)
        told = () if rests else cases_told(one)
        made.append(
            Thing(
                told=changed_words(one),
                rests=rests,
                cases=tuple((head, _conditions(blocks)) for head, blocks in told),
                hunks=tuple(
                    hunk
                    for hunk in hunks
                    if any(_is_of(one, code) for code in hunk.claimed.code)
                ),
            )
        )
    return tuple(made)


def _is_of(one: Changed, code: CodeChange) -> bool:
    """Tell whether a change of the code is what became of something with a name."""
    unit = code.after or code.before
    if unit is None:
        return False
    name = one.name.replace(", appointed by ", " by ")
    kind = kind_words(one.item)
    return unit.name == name and (
        kind == unit.kind.value or code.name.startswith(f"{kind}/")
    )


def _conditions(blocks: tuple[Block, ...]) -> tuple[Condition, ...]:
    """Say which cases meet blocks: one condition after the other."""
    if not blocks:
        return (("every possible case", ()),)
    found: list[Condition] = []
    for block in blocks:
        if len(block) == 1:
            found += ((words, ()) for words in box_words(block[0]))
        else:
            found.append(
                ("one or more of:", tuple("; ".join(box_words(box)) for box in block))
            )
    return tuple(found)


def _hunks(source: Source, encoding: Encoding, days: tuple[date, date]) -> tuple[Hunk, ...]:
    """Find what changed in the words of the section between two days."""
    corpus = source.corpus
    found = [
        one
        for one in source.trace.changes
        if one.change.work == encoding.work and days[0] < one.change.day <= days[1]
    ]
    return tuple(
        Hunk(
            anchor=f"change-{number}",
            claimed=one,
            places=", ".join(
                provision_cited(corpus, encoding.work, eid, within=encoding.work)
                for eid in one.change.new_eids or one.change.old_eids
            ),
            acts=tuple(
                (act_cited(corpus, act), _act_page(source, act)) for act in one.change.acts
            ),
            redline=_redline(source, one.change.old, one.change.new),
            code=", ".join(
                dict.fromkeys(
                    unit.name
                    for code in one.code
                    if code.encoding == encoding.name
                    and (unit := code.after or code.before) is not None
                )
            ),
        )
        for number, one in enumerate(found, 1)
    )


def _act_page(source: Source, act: ProvisionRef) -> str:
    """Give the place of an act section; the act alone where its page has no such place."""
    if not source.corpus.holds(act.work):
        return ""
    page = addresses.of_work(act.work)
    text = source.corpus.expressions(act.work)[-1]
    has = any(one.eid == act.eid for one in walk(text.body))
    return addresses.of_provision(page, act) if has else page


def _redline(source: Source, old: ExpressionId, new: ExpressionId) -> str:
    """Give the place that compares two texts; empty where there is none."""
    return place_of_pair(source.corpus.expression_ids(new.work), old, new) or ""
