"""Pages of an invented statute are what the golden files hold, which people can read."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from tests.unit.corpus.library_law import section

from statuteline.corpus.start import start_corpus
from statuteline.corpus.store import open_corpus
from statuteline.model.commencement import Unknown
from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.model.work import Event, EventKind, Evidence, Grade
from statuteline.website.base import Content, Page
from statuteline.website.kinds import statutes
from statuteline.website.source import Settings, Source

GOLDEN: Final = Path(__file__).with_name("website")
ACT: Final = ProvisionRef(WorkId("us-ct", "pa", "20-1"), EId.parse("sec_2"))
ERRATUM: Final = date(2026, 1, 3)


def library(folder: Path) -> Source:
    """A first day that is not known, a correction, a text to come, and one that waits."""
    first = replace(
        section("11-1", "2005-01-01", "Libraries", "A library is open.", "It is warm."),
        commencement=Unknown(by=date(2005, 1, 1)),
        events=(),
    )
    day = date(2020, 10, 1)
    made = Event(day=day, kind=EventKind.AMENDMENT, act=ACT)
    second = replace(
        section("11-1", "2020-10-01", "Libraries", "A library is open.", "It is quiet."),
        events=(made,),
        evidence=(
            Evidence(
                about=EId.parse("sec_11-1__subsec_a"),
                grade=Grade.HISTORY_NOTE,
                note="The note says so.",
            ),
        ),
    )
    corrected = replace(
        second,
        id=replace(second.id, corrected=ERRATUM),
        recorded=ERRATUM,
        events=(made, Event(day=ERRATUM, kind=EventKind.ERRATUM)),
    )
    coming = section("11-1", "2030-10-01", "Libraries", "A library is open at night.")
    waiting = section("11-1", "2031-01-01", "Libraries", "It may move.", pending=True)
    start_corpus(folder, name="Invented", text="official")
    corpus = open_corpus(folder)
    for text in (first, second, corrected, coming, waiting):
        corpus.add(text)
    return Source(corpus, Settings(at=date(2026, 11, 27), address="https://law.example/"))


def shown(content: Content) -> str:
    """Write what a page holds, and below it what it tells machines."""
    data = json.dumps(json.loads(content.data), indent=2, ensure_ascii=False)
    return f"<!-- {content.title} -->\n{content.body}\n<!--\n{data}\n-->\n"


def test_the_pages_of_a_statute(tmp_path: Path, *, update_golden: bool) -> None:
    items = statutes.KIND.items(library(tmp_path / "own"))
    pages = [one for one in items if isinstance(one, Page) and "/diff/" not in one.path]
    found = {
        "-".join(one.path.split("/")[3:-1]) or "current": shown(one.write())
        for one in pages
    }
    assert set(found) == {
        "current",
        "2005-01-01",
        "2020-10-01",
        "2020-10-01~2026-01-03",
        "2030-10-01",
        "2031-01-01",
    }
    for name, told in found.items():
        file = GOLDEN / f"{name}.html"
        if update_golden:
            GOLDEN.mkdir(exist_ok=True)
            file.write_text(told, "utf-8")
        assert told == file.read_text("utf-8")


def test_the_comparisons_of_its_texts(tmp_path: Path, *, update_golden: bool) -> None:
    items = statutes.KIND.items(library(tmp_path / "own"))
    pages = [one for one in items if isinstance(one, Page) and "/diff/" in one.path]
    found = {"-".join(one.path.split("/")[3:-1]): one.write() for one in pages}
    assert set(found) == {
        "diff",
        "diff-2005-01-01..2020-10-01~2026-01-03",
        "diff-2020-10-01~2026-01-03..2030-10-01",
        "diff-2030-10-01..2031-01-01",
        "diff-2005-01-01..2031-01-01",
    }
    for name in ("diff", "diff-2005-01-01..2020-10-01~2026-01-03"):
        told = f"<!-- {found[name].title} -->\n{found[name].body}\n"
        file = GOLDEN / f"{name}.html"
        if update_golden:
            file.write_text(told, "utf-8")
        assert told == file.read_text("utf-8")
