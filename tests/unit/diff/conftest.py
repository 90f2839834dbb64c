"""Small hand-made texts of one invented statute section."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Coverage, Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Expression, Kind, Words

if TYPE_CHECKING:
    from collections.abc import Callable

_LEVELS = {
    "sec": Level.SECTION,
    "subsec": Level.SUBSECTION,
    "subdiv": Level.SUBDIVISION,
    "para": Level.PARAGRAPH,
}


def build_provision(  # noqa: PLR0913  # every part of a provision may matter to a test
    eid: str,
    words: str = "",
    *children: Provision,
    wid: str | None = None,
    num: str | None = "",
    end: str = "",
    heading: str = "",
    coverage: Coverage = Coverage.FULL,
) -> Provision:
    prefix, _, number = eid.rsplit("__", maxsplit=1)[-1].partition("_")
    return Provision(
        level=_LEVELS[prefix],
        eid=EId.parse(eid),
        wid=WId.parse(wid or eid),
        num=f"({number})" if num == "" else num,
        heading=plain(heading),
        intro=(Paragraph(spans=plain(words)),) if words else (),
        children=children,
        wrap_up=(Paragraph(spans=plain(end)),) if end else (),
        coverage=coverage,
    )


def build_text(*body: Provision) -> Expression:
    day = date(2020, 1, 1)
    return Expression(
        id=ExpressionId(WorkId.parse("us-xx/code/99-1"), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title="An invented section",
        words=Words.RESTATED,
        recorded=day,
        created=day,
        commencement=OnDate(day=day),
        body=body,
    )


@pytest.fixture
def provision() -> Callable[..., Provision]:
    return build_provision


@pytest.fixture
def text() -> Callable[..., Expression]:
    return build_text
