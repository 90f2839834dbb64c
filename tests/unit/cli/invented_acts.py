"""Invented law and invented acts, as files that commands are given."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Expression, Kind, Words
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT

if TYPE_CHECKING:
    from pathlib import Path

AMENDED = "is repealed and the following is substituted in lieu thereof"
FEES = "(a) Each reader pays a yearly fee of ten dollars to the library."
FINES = "(b) A book that is lost costs the reader twice its price."
CLAUSE = f"Section 9-12 of the general statutes {AMENDED} (Effective October 1, 2031):"
CHEAPER = [
    "(a) Each reader pays a yearly fee of [ten] ",
    {"ins": "four"},
    " dollars to the library.",
]
Lines = list[Any]


def text(number: str, *paragraphs: str) -> Expression:
    day = date(2030, 1, 1)
    eid = EId(f"sec_{number}")
    top = Provision(level=Level.SECTION, eid=eid, wid=WId(eid.text), num=f"Sec. {number}.")
    blocks = tuple(Paragraph(spans=plain(words)) for words in paragraphs)
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", number), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title="Fees",
        words=Words.OFFICIAL,
        recorded=day,
        created=date(1958, 1, 1),
        commencement=OnDate(day=day),
        body=(divide(top, blocks, CONNECTICUT),),
    )


def act_file(
    path: Path,
    *sections: tuple[str, Lines],
    number: str = "7",
    year: int = 2031,
    bill: bool = False,
) -> Path:
    """Write an act: a clause and its paragraphs for each section."""
    blocks = []
    for place, (clause, lines) in enumerate(sections, start=1):
        opening = {
            "type": "p",
            "page": 1,
            "section": str(place),
            "anchor": f"sec-{place}",
            "runs": [f"{'Sec.' if place > 1 else 'Section'} {place}. {clause}"],
        }
        blocks.append(opening)
        for line in lines:
            runs = line if isinstance(line, list) else [line]
            blocks.append({"type": "p", "page": 1, "section": str(place), "runs": runs})
    front = {"bill": "House Bill No. 1", "title": "AN ACT CONCERNING LIBRARIES."}
    if not bill:
        front["act"] = f"Public Act No. {year % 100}-{number}"
    document = {
        "id": f"pa-{year}-regular-{number}",
        "front": front,
        "approved": f"Approved June 3, {year}",
        "blocks": blocks,
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    return path
