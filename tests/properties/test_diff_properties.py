"""What holds for the comparison of any two texts."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statuteline.diff.compare import compare
from statuteline.diff.redline import redline, text_of
from statuteline.diff.tokens import tokens
from statuteline.model.change import (
    Amended,
    Change,
    Comparison,
    Conforming,
    HeadingChanged,
    Inserted,
    Merged,
    Moved,
    Renumbered,
    Repealed,
    RunKind,
    Runs,
    Split,
    Unseen,
)
from statuteline.model.provision import Coverage, Provision, walk
from statuteline.model.text import Paragraph, canonical, plain

from .expressions import expressions

if TYPE_CHECKING:
    from statuteline.model.ids import EId
    from statuteline.model.work import Expression

WORDS = [
    "the",
    "a",
    "of",
    "and",
    "fee",
    "card",
    "reader",
    "book",
    "loan",
    "library",
    "shall",
    "may",
    "pay",
    "return",
    "within",
    "fourteen",
    "twenty-one",
    "days",
    ",",
    ".",
    ";",
    "(a)",
    "(2)",
    "$5,000",
    "19a",
    "54-95c",
    "60%",
]
KINDS = (
    "delete",
    "insert",
    "renumber",
    "move",
    "swap",
    "edit",
    "divide",
    "cover",
    "reword",
)

phrases = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
any_words = phrases | st.text(max_size=60)
thorough = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@st.composite
def edited_words(draw: st.DrawFn) -> tuple[str, str]:
    """Words, and the same with some passages deleted, doubled, moved or replaced."""
    before = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60))
    after = list(before)
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(after)))
        end = draw(st.integers(start, len(after)))
        there = draw(st.integers(0, len(after)))
        piece = after[start:end]
        match draw(st.sampled_from(["delete", "double", "replace"])):
            case "delete":
                del after[start:end]
            case "double":
                after[there:there] = piece
            case _:
                after[start:end] = draw(st.lists(st.sampled_from(WORDS), max_size=5))
    return canonical(" ".join(before)), canonical(" ".join(after))


# --- changing a text at random ---------------------------------------------------


def _settled(provision: Provision) -> Provision:
    """Give a provision and all below it addresses that follow from their numbers."""
    seen: set[str] = set()
    children = []
    for child in provision.children:
        number = child.label
        while f"{child.level.prefix}_{number}" in seen:
            number += "z"
        seen.add(f"{child.level.prefix}_{number}")
        eid = provision.eid.child(child.level.prefix, number)
        states = child.wid.text != child.eid.text
        wid = child.wid if states else replace(child.wid, text=eid.text)
        num = f"({number})" if child.num else None
        children.append(_settled(replace(child, eid=eid, wid=wid, num=num)))
    return replace(provision, children=tuple(children))


def _paragraph(words: str) -> tuple[Paragraph, ...]:
    return (Paragraph(spans=plain(words)),) if words else ()


def _one_edit(draw: st.DrawFn, top: Provision) -> Provision:
    """Do one thing to the children of one provision, or to its words."""
    spots = [p for p in walk((top,)) if p.children] or [top]
    spot = draw(st.sampled_from(spots))
    children = list(spot.children)
    at = draw(st.integers(0, max(len(children) - 1, 0)))
    words = draw(phrases)
    match draw(st.sampled_from(KINDS)):
        case "delete" if children:
            del children[at]
        case "insert" if children:
            number = draw(st.text("abcdef", min_size=1, max_size=2))
            fresh = replace(
                children[at], num=f"({number})", intro=_paragraph(words), children=()
            )
            children.insert(at, fresh)
        case "renumber" if children:
            number = draw(st.text("abcdef", min_size=1, max_size=2))
            children[at] = replace(children[at], num=f"({number})")
        case "swap":
            children.reverse()
        case "move" if children and len(spots) > 1:
            return _moved(spot, children[at], draw(st.sampled_from(spots)), top)
        case "divide" if children and not children[at].children:
            part = replace(children[at], num="(a)")
            bare = replace(children[at], intro=(), children=(part,))
            children[at] = bare
        case "cover" if children:
            children[at] = replace(children[at], coverage=draw(st.sampled_from(Coverage)))
        case "edit" if children:
            children[at] = replace(children[at], intro=_paragraph(words))
        case _:
            return _put(top, spot, replace(spot, heading=plain(words)))
    return _put(top, spot, replace(spot, children=tuple(children)))


def _put(top: Provision, spot: Provision, other: Provision) -> Provision:
    if top is spot:
        return other
    children = tuple(_put(child, spot, other) for child in top.children)
    return replace(top, children=children)


def _moved(
    spot: Provision, child: Provision, target: Provision, top: Provision
) -> Provision:
    if target is spot or any(p is target for p in walk((child,))):
        return top
    landed = replace(target, children=(*target.children, child))
    rest = tuple(c for c in spot.children if c is not child)
    return _put_both(top, {id(target): landed}, id(spot), rest)


def _put_both(
    here: Provision, landed: dict[int, Provision], spot: int, rest: tuple[Provision, ...]
) -> Provision:
    found = landed.get(id(here), here)
    children = rest if id(here) == spot else found.children
    below = tuple(_put_both(child, landed, spot, rest) for child in children)
    return replace(found, children=below)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Expression, Expression]:
    """A text, and what a few random edits make of it."""
    old = draw(expressions())
    old = replace(old, body=tuple(map(_settled, old.body)))
    body = list(old.body)
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(body) - 1))
        body[at] = _settled(_one_edit(draw, body[at]))
    return old, replace(old, body=tuple(body))


# --- words -------------------------------------------------------------------------


def _ends(pieces: list[str]) -> set[int]:
    return set(accumulate((len(piece) for piece in pieces), initial=0))


def _assert_sound(runs: Runs, old: str, new: str) -> None:
    """Whole, in order, nothing empty, no word cut."""
    assert text_of(runs, RunKind.INSERTED) == old
    assert text_of(runs, RunKind.DELETED) == new
    assert all(run.text for run in runs)
    for one, other in pairwise(runs):
        assert one.kind is not other.kind
        assert (one.kind, other.kind) != (RunKind.INSERTED, RunKind.DELETED)
    for side, without in ((old, RunKind.INSERTED), (new, RunKind.DELETED)):
        cuts = _ends([run.text for run in runs if run.kind is not without])
        assert cuts <= _ends(list(tokens(side)))
        inside = {at for word in re.finditer(r"\w\w+", side) for at in range(*word.span())}
        starts = {word.start() for word in re.finditer(r"\w\w+", side)}
        assert not cuts & (inside - starts)


@thorough
@given(edited_words())
def test_marks_of_edited_words_are_sound(pair: tuple[str, str]) -> None:
    _assert_sound(redline(*pair), *pair)


@thorough
@given(any_words, any_words)
def test_marks_of_any_words_are_sound(old: str, new: str) -> None:
    _assert_sound(redline(old, new), old, new)


@given(any_words)
def test_the_same_words_are_one_run_without_mark(text: str) -> None:
    assert [(run.kind, run.text) for run in redline(text, text)] == (
        [(RunKind.EQUAL, text)] if text else []
    )


# --- whole texts --------------------------------------------------------------------


def _ids(change: Change) -> tuple[tuple[EId, ...], tuple[EId, ...]]:
    """Give the addresses on the old and the new side that a change names."""
    match change:
        case Inserted() | Unseen():
            return (), (change.new,)
        case Repealed():
            return (change.old,), ()
        case Amended() | Conforming() | HeadingChanged() | Renumbered() | Moved():
            return (change.old,), (change.new,)
        case Split():
            return (change.old,), change.new
        case Merged():
            return change.old, (change.new,)


def _addresses(text: Expression) -> set[str]:
    return {p.eid.text for p in walk(text.body)}


def _withheld(found: Comparison) -> bool:
    provisions = (*walk(found.old.body), *walk(found.new.body))
    return any(p.coverage is Coverage.NOT_RESTATED for p in provisions)


def _assert_whole(found: Comparison) -> None:
    for line in found.lines:
        _assert_sound(
            line.runs,
            text_of(line.runs, RunKind.INSERTED),
            text_of(line.runs, RunKind.DELETED),
        )
    marked = any(r.kind is not RunKind.EQUAL for line in found.lines for r in line.runs)
    if marked and not _withheld(found):
        assert found.changes
    old, new = _addresses(found.old), _addresses(found.new)
    for change in found.changes:
        before, after = _ids(change)
        assert before or after
        assert old.issuperset(eid.text for eid in before)
        assert new.issuperset(eid.text for eid in after)
        if isinstance(change, Split | Merged):
            assert max(len(before), len(after)) > 1
        assert change.summary[0].isupper()
        assert change.summary.endswith(".")
        assert "  " not in change.summary


@thorough
@given(expressions())
def test_a_text_does_not_differ_from_itself(text: Expression) -> None:
    text = replace(text, body=tuple(map(_settled, text.body)))
    found = compare(text, text)
    assert found.changes == ()
    assert all(run.kind is RunKind.EQUAL for line in found.lines for run in line.runs)


@thorough
@given(expressions(), expressions())
def test_two_unrelated_texts_are_compared_whole(old: Expression, new: Expression) -> None:
    _assert_whole(compare(old, new))


@settings(parent=thorough, max_examples=120)
@given(edited())
def test_edited_texts_are_compared_whole_both_ways(
    pair: tuple[Expression, Expression],
) -> None:
    old, new = pair
    there, back = compare(old, new), compare(new, old)
    _assert_whole(there)
    _assert_whole(back)
    assert bool(there.changes) == bool(back.changes)


@thorough
@given(expressions())
def test_renumbering_alone_amends_nothing(text: Expression) -> None:
    text = replace(text, body=tuple(map(_full, map(_settled, text.body))))
    other = replace(text, body=tuple(_settled(_shifted(top)) for top in text.body))
    found = compare(text, other)
    assert not [change for change in found.changes if isinstance(change, Amended)]


def _full(provision: Provision) -> Provision:
    """Number every child and let its words tell it from its siblings."""
    children = tuple(
        _full(
            replace(
                child,
                num=f"({child.label})",
                coverage=Coverage.FULL,
                intro=_paragraph(f"What number {child.eid} of this text says is {index}."),
            )
        )
        for index, child in enumerate(provision.children)
    )
    return replace(provision, children=children)


def _shifted(provision: Provision) -> Provision:
    children = tuple(
        _shifted(replace(child, num=f"({child.label}x)")) for child in provision.children
    )
    return replace(provision, children=children)
