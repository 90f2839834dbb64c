"""Small hand-made texts of one invented statute section, us-xx/code/1-1."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.model.commencement import Commencement, OnDate
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WId, WorkId
from statuteline.model.provision import Coverage, Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import (
    Event,
    EventKind,
    Expression,
    Kind,
    Modification,
    ModificationKind,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

WORK = WorkId.parse("us-xx/code/1-1")
LEVELS = {
    "sec": Level.SECTION,
    "subsec": Level.SUBSECTION,
    "subdiv": Level.SUBDIVISION,
}


def act_ref(name: str) -> ProvisionRef:
    """Read ``24-1`` or ``24-1 s2`` as an act, or a section of one."""
    number, _, section = name.partition(" s")
    eid = EId.parse(f"sec_{section}") if section else None
    return ProvisionRef(WorkId("us-xx", "pa", number), eid)


def build_provision(  # noqa: PLR0913  # every part of a provision may matter to a test
    eid: str,
    words: str = "",
    *children: Provision,
    wid: str | None = None,
    after: str = "",
    heading: str = "",
    coverage: Coverage = Coverage.FULL,
) -> Provision:
    prefix, _, number = eid.rsplit("__", maxsplit=1)[-1].partition("_")
    return Provision(
        level=LEVELS[prefix],
        eid=EId.parse(eid),
        wid=WId.parse(wid or eid),
        num=f"({number})",
        heading=plain(heading),
        intro=(Paragraph(spans=plain(words)),) if words else (),
        children=children,
        wrap_up=(Paragraph(spans=plain(after)),) if after else (),
        coverage=coverage,
    )


def build_event(day: str, kind: str = "amendment", act: str | None = None) -> Event:
    return Event(
        day=date.fromisoformat(day),
        kind=EventKind(kind),
        act=act_ref(act) if act else None,
    )


def build_change(
    kind: str, act: str, destination: str | None, previous: str | None = None
) -> Modification:
    return Modification(
        kind=ModificationKind(kind),
        act=act_ref(act),
        destination=ProvisionRef(WORK, EId.parse(destination) if destination else None),
        previous=ProvisionRef(WORK, EId.parse(previous)) if previous else None,
    )


def build_text(  # noqa: PLR0913  # every field of a text may matter to a test
    version: str,
    *body: Provision,
    starts: Commencement | None = None,
    ends: str | None = None,
    events: tuple[Event, ...] = (),
    changes: tuple[Modification, ...] = (),
    corrected: str | None = None,
    recorded: str = "2026-01-01",
    work: WorkId = WORK,
    language: str = "eng",
) -> Expression:
    day = date.fromisoformat(version)
    return Expression(
        id=ExpressionId(
            work, language, day, date.fromisoformat(corrected) if corrected else None
        ),
        kind=Kind.STATUTE_SECTION,
        title="An invented section",
        words=Words.RESTATED,
        recorded=date.fromisoformat(corrected or recorded),
        created=date(2000, 1, 1),
        commencement=starts or OnDate(day=day),
        ends=date.fromisoformat(ends) if ends else None,
        events=events,
        modifications=changes,
        body=body or (build_provision("sec_1-1", "Some words."),),
    )


@pytest.fixture
def text() -> Callable[..., Expression]:
    return build_text


@pytest.fixture
def provision() -> Callable[..., Provision]:
    return build_provision


@pytest.fixture
def event() -> Callable[..., Event]:
    return build_event


@pytest.fixture
def change() -> Callable[..., Modification]:
    return build_change


@pytest.fixture
def act() -> Callable[[str], ProvisionRef]:
    return act_ref
