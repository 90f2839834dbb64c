"""Acts as JSON runs: plain strings with brackets, and new words apart."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.acts.runs_json import read_runs_json
from statuteline.errors import SourceError
from statuteline.model.acts import ActCited, ActKind, Session

from .printing import shown

if TYPE_CHECKING:
    from statuteline.model.marked import PrintedAct

CLAUSE = (
    "Sec. 4. Section 7-1 of the general statutes is repealed and the following is "
    "substituted in lieu thereof (Effective October 1, 2026):"
)


def document(**changes: object) -> dict[str, Any]:
    blocks = [
        {"type": "p", "page": 3, "runs": [CLAUSE], "anchor": "sec-4", "section": "4"},
        {"type": "p", "page": 4, "runs": ["A [b] ", {"ins": "c"}, " d."], "section": "4"},
    ]
    return {
        "id": "pa-2026-regular-12",
        "approved": "Approved June 2, 2026",
        "blocks": blocks,
    } | changes


def read(document: object) -> PrintedAct:
    return read_runs_json(json.dumps(document).encode(), "act.json")


def test_sections_clauses_and_marks() -> None:
    act = read(document())
    assert act.act == ActCited(session=Session(year=2026), kind=ActKind.PUBLIC, number="12")
    assert act.approved == date(2026, 6, 2)
    (section,) = act.sections
    assert (section.number, section.where) == ("4", "page 3")
    assert section.clause == CLAUSE.removeprefix("Sec. 4. ")
    assert shown(section.blocks) == ["A -b-+c+ d."]


def test_the_front_names_a_special_session() -> None:
    front = {
        "bill": "House Bill No. 9",
        "act": "June Special Session, Public Act No. 26-2",
        "title": "AN ACT CONCERNING MAPS.",
    }
    act = read(document(id="pa-2026-june-2", front=front))
    assert act.act is not None
    assert act.act.session == Session(year=2026, special="June")
    assert (act.bill, act.title) == (front["bill"], front["title"])


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        ([], "not an act as JSON runs"),
        ({"id": "pa-2026-regular-1"}, "not an act as JSON runs"),
        (document(id="pa-2026-june-1"), "does not tell an act"),
        (document(id="book"), "does not tell an act"),
        (document(blocks=[{"type": "picture"}]), "'picture' are not known"),
    ],
)
def test_what_is_no_act_is_refused(broken: object, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        read(broken)
    assert caught.value.where == "act.json"


def test_anchors_and_words_must_tell_the_same_sections() -> None:
    blocks = document()["blocks"]
    del blocks[0]["anchor"]
    with pytest.raises(SourceError, match="anchors tell the sections , the words 4"):
        read(document(blocks=blocks))


def test_bytes_that_are_no_json_are_refused() -> None:
    with pytest.raises(SourceError, match="not an act as JSON runs"):
        read_runs_json(b"<html>", "act.json")
