from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.errors import SourceError
from statuteline.importers._accounting import check_characters
from statuteline.model.ids import EId, WId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Cell, Paragraph, Table, plain
from statuteline.model.work import Furniture

SOURCE = "Title\n1. it (a) asks\npage 2\nand pays.\nCap A B"
PAGE = Furniture(line=3, column=1, text="page 2")


def _body(words: str = "asks", after: str = "and pays.") -> tuple[Provision, ...]:
    eid = EId.parse("para_1")
    part = Provision(
        level=Level.CLAUSE,
        eid=eid.child("cl", "a"),
        wid=WId("para_1__cl_a"),
        num="(a)",
        intro=(Paragraph(spans=plain(words)),),
    )
    table = Table(
        caption=plain("Cap"), rows=((Cell(spans=plain("A")), Cell(spans=plain("B"))),)
    )
    return (
        Provision(
            level=Level.PARAGRAPH,
            eid=eid,
            wid=WId("para_1"),
            num="1.",
            intro=(Paragraph(spans=plain("it")),),
            children=(part,),
            wrap_up=(Paragraph(spans=plain(after)), table),
        ),
    )


FRONT = (Paragraph(spans=plain("Title")),)


def test_whole_text_passes() -> None:
    check_characters("file", SOURCE, (PAGE,), FRONT, _body())


@given(st.integers(0, len("asks") - 1), st.sampled_from(["drop", "double", "change"]))
def test_any_character_dropped_doubled_or_changed_is_seen(place: int, how: str) -> None:
    words = "asks"
    new = {"drop": "", "double": words[place] * 2, "change": "#"}[how]
    with pytest.raises(SourceError, match="not the text of the source") as caught:
        check_characters(
            "file", SOURCE, (PAGE,), FRONT, _body(words[:place] + new + words[place + 1 :])
        )
    assert caught.value.where in {"file, line 2", "file, line 4"}


@pytest.mark.parametrize(
    ("furniture", "front", "body"),
    [
        ((), FRONT, _body()),
        ((PAGE, PAGE), FRONT, _body()),
        ((Furniture(line=2, column=1, text="page 2"),), FRONT, _body()),
        ((PAGE,), (), _body()),
        ((PAGE,), FRONT, _body(after="pays and.")),
        ((PAGE,), FRONT, (*_body(), *_body())),
        ((PAGE,), FRONT, ()),
    ],
    ids=["kept", "twice", "misplaced", "no front", "moved", "doubled", "no body"],
)
def test_every_other_fault_is_seen(
    furniture: tuple[Furniture, ...],
    front: tuple[Paragraph, ...],
    body: tuple[Provision, ...],
) -> None:
    with pytest.raises(SourceError):
        check_characters("file", SOURCE, furniture, front, body)
