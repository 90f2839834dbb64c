"""A corpus of one invented section, us-ct/cgs/1-1, in a temporary folder."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.start import start_corpus
from statuteline.corpus.store import Corpus, open_corpus
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Event, EventKind, Expression, Kind, Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def build_provision(eid: str, words: str, *children: Provision) -> Provision:
    prefix, _, number = EId.parse(eid).steps[-1].partition("_")
    return Provision(
        level=Level.SECTION if prefix == "sec" else Level.SUBSECTION,
        eid=EId.parse(eid),
        wid=WId.parse(eid),
        num=f"Sec. {number}." if prefix == "sec" else f"({number})",
        intro=(Paragraph(spans=plain(words)),),
        children=children,
    )


def build_text(version: str = "2001-10-01", words: str = "Some words.") -> Expression:
    day = date.fromisoformat(version)
    lower = build_provision("sec_1-1__subsec_a", words)
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", "1-1"), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title="An invented section",
        words=Words.OFFICIAL,
        recorded=date(2026, 1, 2),
        created=date(2001, 10, 1),
        commencement=OnDate(day=day),
        events=(Event(day=day, kind=EventKind.AMENDMENT),),
        body=(build_provision("sec_1-1", "Before it.", lower),),
    )


@pytest.fixture(autouse=True)
def _own_caches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


@pytest.fixture
def text() -> Callable[..., Expression]:
    return build_text


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    start_corpus(tmp_path / "own", name="Invented", text="official")
    return open_corpus(tmp_path / "own")


def tree(root: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(root.rglob("*"))
    }


@pytest.fixture
def files() -> Callable[[Path], dict[str, bytes | None]]:
    """Give everything below a folder: nothing may differ after a refusal."""
    return tree
