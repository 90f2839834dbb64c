"""What two sections share may be left out: the changes that are told stay the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from statuteline.corpus.code_file import ParseSection
from statuteline.corpus.code_layout import (
    without_indentation,
    without_layout,
    words_alone,
)
from statuteline.corpus.code_parts import without_shared
from statuteline.corpus.names import AKN
from statuteline.diff.codes import Side, Task, compare_task
from statuteline.diff.sections import Form
from statuteline.model.change import Pairing, Reason
from statuteline.model.ids import ExpressionId
from statuteline.model.work import Expression, Kind, Words

OPEN = f'<akomaNtoso xmlns="{AKN}">'.encode()
FORM = Form(
    parse=ParseSection(OPEN, b"</akomaNtoso>", "a test"),
    even=without_indentation,
    plain=without_layout,
    text=words_alone,
    without_shared=without_shared,
)
CODE = Expression(
    id=ExpressionId.parse("xx/act/code/eng@2020-01-01"),
    kind=Kind.STATUTE_SECTION,
    title="A code",
    words=Words.UNKNOWN,
    recorded=date(2020, 1, 1),
    created=date(2020, 1, 1),
)
LEVELS = ("subsection", "paragraph", "subparagraph")
LABELS = "abcdefg"
VOCABULARY = (
    "fee",
    "book",
    "clerk",
    "town",
    "shall",
    "pay",
    "each",
    "day",
    "late",
    "court",
)


class Part(NamedTuple):
    """A provision: its words, and what lies below."""

    words: str
    parts: tuple[Part, ...] = ()


words = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=40).map(" ".join)
leaves = words.map(Part)
middle = st.builds(Part, words, st.lists(leaves, max_size=4).map(tuple))
tops = st.builds(Part, words, st.lists(middle, max_size=3).map(tuple))
bodies = st.lists(tops, min_size=1, max_size=4).map(tuple)


def written(parts: tuple[Part, ...], above: str = "sec_1", depth: int = 0) -> str:
    text = ""
    for label, part in zip(LABELS, parts, strict=False):
        name, eid = LEVELS[depth], f"{above}__{LEVELS[depth]}_{label}"
        head = f'<{name} eId="{eid}"><num>({label})</num>'
        tag = "intro" if part.parts else "content"
        below = written(part.parts, eid, depth + 1)
        text += f"{head}<{tag}><p>{part.words}</p></{tag}>{below}</{name}>"
    return text


def section(parts: tuple[Part, ...]) -> bytes:
    return f'<section eId="sec_1"><num>Sec. 1.</num>{written(parts)}</section>'.encode()


@st.composite
def amended(draw: st.DrawFn, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Amend one provision somewhere: its words, what lies below, or its neighbours."""
    at = draw(st.integers(0, len(parts) - 1))
    part = parts[at]
    below = len(part.parts) and draw(st.booleans())
    if below:
        new = (part._replace(parts=draw(amended(part.parts))),)
        return (*parts[:at], *new, *parts[at + 1 :])
    kind = draw(st.sampled_from(["word", "words", "insert", "delete", "swap"]))
    if kind == "insert":
        return (*parts[:at], draw(leaves), *parts[at:])[: len(LABELS)]
    if kind == "delete" and len(parts) > 1:
        return (*parts[:at], *parts[at + 1 :])
    if kind == "swap":
        return (*parts[:at], *parts[at + 1 :][::-1], part)
    cut = part.words.split()
    place = draw(st.integers(0, len(cut) - 1))
    cut[place] = draw(st.sampled_from(VOCABULARY))
    text = " ".join(cut) if kind == "word" else draw(words)
    return (*parts[:at], part._replace(words=text), *parts[at + 1 :])


@given(st.data())
def test_changes_are_the_same_with_and_without_what_is_shared(data: st.DataObject) -> None:
    before = data.draw(bodies)
    after = data.draw(amended(before))
    if data.draw(st.booleans()):
        after = data.draw(amended(after))
    task = Task(
        old=Side(text=CODE, data=section(before), form=FORM),
        new=Side(text=CODE, data=section(after), form=FORM),
        pairing=Pairing(reason=Reason.SAME_NUMBER, confidence=1.0),
        moved=False,
        whole=False,
    )
    reduced, whole = compare_task(task), compare_task(replace(task, whole=True))
    assert reduced.changes == whole.changes
