"""Acts as JSON: blocks of runs, plain strings with brackets and ``{"ins": words}``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from statuteline.acts.sections import act_cited, printed_act
from statuteline.errors import SourceError
from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.marked import Ink, Piece, PrintedParagraph

if TYPE_CHECKING:
    from statuteline.model.marked import PrintedAct, PrintedBlock

_KINDS = {"pa": ActKind.PUBLIC, "sa": ActKind.SPECIAL}


def read_runs_json(data: bytes, name: str) -> PrintedAct:
    """Read an act, or some of its sections.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.

    Raises:
        SourceError: If it is not JSON of this form, or its anchors and its words do
            not tell the same sections.
    """
    try:
        document = json.loads(data)
        blocks = tuple(map(_block, document["blocks"]))
        anchored = [b["section"] for b in document["blocks"] if "anchor" in b]
        front = document.get("front", {})
        ident = str(document["id"])
        approved = document.get("approved")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SourceError(
            f"The file is not an act as JSON runs: {type(error).__name__}: {error}",
            where=name,
            hint='it needs "id" and "blocks", each with "type" p, "page" and "runs"',
        ) from error
    lines = [front[key] for key in ("bill", "act", "title") if front.get(key)]
    head = tuple(_line(words) for words in lines)
    tail = (_line(approved),) if approved else ()
    act = printed_act((*head, *blocks, *tail), name=name, act=_act(ident, front, name))
    told = [section.number for section in act.sections]
    if told != anchored:
        raise SourceError(
            f"The anchors tell the sections {', '.join(anchored)}, the words "
            f"{', '.join(told)}",
            where=name,
        )
    return act


def _act(ident: str, front: dict[str, str], name: str) -> ActCited:
    cited = act_cited(front.get("act", ""))
    if cited:
        return cited
    kind, year, session, number, *more = [*ident.split("-"), "", "", ""]
    if kind not in _KINDS or not year.isdecimal() or session != "regular" or any(more):
        raise SourceError(
            f"The id {ident!r} does not tell an act of a regular session",
            where=name,
            hint='give the line with its number as "act" in "front"',
        )
    return ActCited(session=Session(year=int(year)), kind=_KINDS[kind], number=number)


def _block(block: dict[str, Any]) -> PrintedBlock:
    if block["type"] != "p":
        raise ValueError(f"blocks of type {block['type']!r} are not known")
    pieces = tuple(_piece(run) for run in block["runs"] if run)
    return PrintedParagraph(pieces=pieces, where=f"page {block['page']}")


def _piece(run: str | dict[str, str]) -> Piece:
    if isinstance(run, str):
        return Piece(text=run)
    return Piece(text=run["ins"], ink=Ink.NEW)


def _line(words: str) -> PrintedParagraph:
    return PrintedParagraph(pieces=(Piece(text=words),))
