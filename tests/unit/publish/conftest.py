"""Invented lending rules of a library, compared by hand."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from importlib import import_module
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, NoReturn

import pytest

from statuteline.model.change import (
    Amended,
    Comparison,
    HeadingChanged,
    Inserted,
    Line,
    Moved,
    Pairing,
    Part,
    Place,
    Reason,
    Renumbered,
    Repealed,
    Run,
    RunKind,
    Unseen,
)
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WId, WorkId
from statuteline.model.provision import Coverage, Level, Provision
from statuteline.model.text import Cell, Paragraph, Table, plain
from statuteline.model.work import (
    Expression,
    Kind,
    Modification,
    ModificationKind,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.change import Runs
    from statuteline.model.text import Block

_WORK = WorkId("us-xx", "code", "1-1")
_SURE = Pairing(reason=Reason.SAME_WID, confidence=1.0)
_ALONE = Pairing(reason=Reason.UNPAIRED, confidence=1.0)
_LEVELS = {
    "sec": Level.SECTION,
    "subsec": Level.SUBSECTION,
    "subdiv": Level.SUBDIVISION,
}
_RUNS = {"=": RunKind.EQUAL, "-": RunKind.DELETED, "+": RunKind.INSERTED}
_FEES = "sec_1-2__subsec"
_STEERING = "A card that reads \u202edrac\u202c is \u0007valid."


def _provision(
    address: str,
    words: str = "",
    *children: Provision,
    heading: str = "",
    wrap_up: str = "",
    coverage: Coverage = Coverage.FULL,
) -> Provision:
    prefix, _, number = address.rpartition("__")[2].partition("_")
    return Provision(
        level=_LEVELS[prefix],
        eid=EId.parse(address),
        wid=WId.parse(address),
        num=f"Sec. {number}." if prefix == "sec" else f"({number})",
        heading=plain(heading),
        intro=_blocks(words),
        children=children,
        wrap_up=_blocks(wrap_up),
        coverage=coverage,
    )


def _blocks(words: str) -> tuple[Block, ...]:
    return tuple(_block(line) for line in words.split("\n") if line)


def _block(line: str) -> Block:
    if "\t" not in line:
        return Paragraph(spans=plain(line))
    cells = tuple(Cell(spans=plain(cell)) for cell in line.split("\t"))
    return Table(caption=(), rows=(cells,))


def _expression(start: date, title: str, *body: Provision) -> Expression:
    return Expression(
        id=ExpressionId(_WORK, "eng", start),
        kind=Kind.STATUTE_SECTION,
        title=title,
        words=Words.RESTATED,
        recorded=date(2026, 1, 1),
        created=start,
        commencement=OnDate(day=start),
        body=body,
    )


def _old() -> Expression:
    fees = _provision(
        "sec_1-2",
        "",
        _provision(f"{_FEES}_a", "The fee is ten cents [sic] a day & never > <five> {5}."),
        _provision(
            f"{_FEES}_b",
            "The librarian may waive a fee if",
            _provision(f"{_FEES}_b__subdiv_1", "the reader was ill, or"),
            _provision(f"{_FEES}_b__subdiv_2", "the library was closed,"),
            wrap_up="and shall tell the reader so.",
        ),
        _provision(f"{_FEES}_c", "A lost card costs one dollar."),
        _provision(f"{_FEES}_e", coverage=Coverage.NOT_RESTATED),
        _provision(f"{_FEES}_f", "The fees are:\nBook\tten cents\nFilm\tone dollar"),
        _provision(f"{_FEES}_g", _STEERING),
        heading="Fees",
    )
    undivided = _provision(
        "sec_1-1", "A reader may borrow a book for fourteen days.", heading="Loans"
    )
    return _expression(date(2016, 10, 1), "Lending rules", undivided, fees)


def _new() -> Expression:
    loans = _provision(
        "sec_1-1",
        "",
        _provision("sec_1-1__subsec_a", "A reader may borrow a book for twenty-one days."),
        _provision("sec_1-1__subsec_b", "A reader may renew a loan once."),
        _provision(
            "sec_1-1__subsec_c",
            "A renewal ends early if another reader asks for the book.\nThe library "
            "shall say so.",
            _provision("sec_1-1__subsec_c__subdiv_1", "A lost card costs one dollar."),
        ),
        heading="Loans",
    )
    fees = _provision(
        "sec_1-2",
        "",
        _provision(f"{_FEES}_a", "The fee is five cents [sic] a day & never > <five> {5}."),
        _provision(
            f"{_FEES}_d",
            "The librarian may waive a fee if",
            _provision(f"{_FEES}_d__subdiv_1", "the reader was ill,"),
            wrap_up="and shall tell the reader so.",
        ),
        _provision(f"{_FEES}_e", coverage=Coverage.NOT_RESTATED),
        _provision(f"{_FEES}_f", "The fees are:\nBook\tfive cents\nFilm\tone dollar"),
        _provision(f"{_FEES}_g", _STEERING),
        heading="Fees and waivers",
    )
    opening = _provision("sec_1-3", "The library opens at nine.", heading="Hours")
    return _expression(date(2021, 10, 1), "Lending rules", loans, fees, opening)


def _places(expression: Expression) -> dict[str, Place]:
    places: dict[str, Place] = {}

    def visit(provision: Provision, depth: int) -> None:
        places[provision.eid.text] = Place(
            eid=provision.eid,
            level=provision.level,
            num=provision.num,
            order=len(places),
            depth=depth,
            coverage=provision.coverage,
        )
        for child in provision.children:
            visit(child, depth + 1)

    for top in expression.body:
        visit(top, 0)
    return places


def _runs(*marked: str) -> Runs:
    return tuple(Run(kind=_RUNS[words[0]], text=words[1:]) for words in marked)


class _Lines:
    """Writes lines between the provisions of two texts."""

    def __init__(self, old: Expression, new: Expression) -> None:
        self.old, self.new = _places(old), _places(new)
        self.lines: list[Line] = []

    def add(self, part: Part, old: str, new: str, *marked: str) -> None:
        line = Line(
            part=part,
            old=self.old[old] if old else None,
            new=self.new[new] if new else None,
            runs=_runs(*marked),
        )
        self.lines.append(line)


def _loans(lines: _Lines) -> None:
    top, sub = "sec_1-1", "sec_1-1__subsec"
    lines.add(Part.NUM, top, top, "=Sec. 1-1.")
    lines.add(Part.HEADING, top, top, "=Loans")
    lines.add(Part.NUM, "", f"{sub}_a", "+(a)")
    lines.add(
        Part.INTRO,
        top,
        f"{sub}_a",
        "=A reader may borrow a book for ",
        "-fourteen",
        "+twenty-one",
        "= days.",
    )
    lines.add(Part.NUM, "", f"{sub}_b", "+(b)")
    lines.add(Part.INTRO, "", f"{sub}_b", "+A reader may renew a loan once.")
    lines.add(Part.NUM, "", f"{sub}_c", "+(c)")
    words = (
        "A renewal ends early if another reader asks for the book.\n"
        "The library shall say so."
    )
    lines.add(Part.INTRO, "", f"{sub}_c", f"+{words}")
    moved = (f"{_FEES}_c", f"{sub}_c__subdiv_1")
    lines.add(Part.NUM, *moved, "-(c)", "+(1)")
    lines.add(Part.INTRO, *moved, "=A lost card costs one dollar.")


def _fees(lines: _Lines) -> None:
    top = "sec_1-2"
    lines.add(Part.NUM, top, top, "=Sec. 1-2.")
    lines.add(Part.HEADING, top, top, "=Fees", "+ and waivers")
    same = (f"{_FEES}_a", f"{_FEES}_a")
    lines.add(Part.NUM, *same, "=(a)")
    tail = "= cents [sic] a day & never > <five> {5}."
    lines.add(Part.INTRO, *same, "=The fee is ", "-ten", "+five", tail)
    renumbered = (f"{_FEES}_b", f"{_FEES}_d")
    lines.add(Part.NUM, *renumbered, "-(b)", "+(d)")
    lines.add(Part.INTRO, *renumbered, "=The librarian may waive a fee if")
    amended = (f"{_FEES}_b__subdiv_1", f"{_FEES}_d__subdiv_1")
    lines.add(Part.NUM, *amended, "=(1)")
    lines.add(Part.INTRO, *amended, "=the reader was ill,", "- or")
    gone = (f"{_FEES}_b__subdiv_2", "")
    lines.add(Part.NUM, *gone, "-(2)")
    lines.add(Part.INTRO, *gone, "-the library was closed,")
    lines.add(Part.WRAP_UP, *renumbered, "=and shall tell the reader so.")
    lines.add(Part.NUM, f"{_FEES}_e", f"{_FEES}_e", "=(e)")
    same = (f"{_FEES}_f", f"{_FEES}_f")
    lines.add(Part.NUM, *same, "=(f)")
    lines.add(
        Part.INTRO,
        *same,
        "=The fees are:\nBook\t",
        "-ten",
        "+five",
        "= cents\nFilm\tone dollar",
    )
    same = (f"{_FEES}_g", f"{_FEES}_g")
    lines.add(Part.NUM, *same, "=(g)")
    lines.add(Part.INTRO, *same, f"={_STEERING}")


def _hours(lines: _Lines) -> None:
    lines.add(Part.NUM, "", "sec_1-3", "+Sec. 1-3.")
    lines.add(Part.HEADING, "", "sec_1-3", "+Hours")
    lines.add(Part.INTRO, "", "sec_1-3", "+The library opens at nine.")


def _missing(name: str, package: str) -> NoReturn:
    """Skip a test for want of a program or library, or fail where it is required."""
    if name in os.environ.get("STATUTELINE_REQUIRE", "").split(","):
        pytest.fail(f"{name} is required here and not installed: apt-get install {package}")
    pytest.skip(f"needs {name}: apt-get install {package}")


@pytest.fixture(scope="session")
def pandoc() -> str:
    """The program; without it a test is skipped, or fails where it is required."""
    return shutil.which("pandoc") or _missing("pandoc", "pandoc")


@pytest.fixture(scope="session")
def poppler() -> Callable[..., str]:
    """Ask a program of Poppler about the bytes of a PDF, once both can be done."""
    try:
        import_module("weasyprint")
    except OSError:
        _missing("pango", "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")
    for program in ("pdftotext", "pdfinfo"):
        if not shutil.which(program):
            _missing("poppler", "poppler-utils")

    def ask(data: bytes, program: str, *options: str) -> str:
        behind = ("-",) if program == "pdftotext" else ()
        with NamedTemporaryFile(suffix=".pdf") as file:
            file.write(data)
            file.flush()
            done = subprocess.run(
                [program, "-enc", "UTF-8", *options, file.name, *behind],
                capture_output=True,
                check=True,
            )
        return done.stdout.decode().replace("\f", "\n")

    return ask


@pytest.fixture(scope="session")
def comparison() -> Comparison:
    """Every kind of change once, in two sections and a new third."""
    old, new = _old(), _new()
    lines = _Lines(old, new)
    _loans(lines)
    _fees(lines)
    _hours(lines)
    at = EId.parse
    undivided = Pairing(reason=Reason.UNDIVIDED, confidence=0.91)
    changes = (
        Moved(
            old=at("sec_1-1"),
            new=at("sec_1-1__subsec_a"),
            summary="The undivided text became subsection (a).",
            pairing=undivided,
        ),
        Amended(
            old=at("sec_1-1"),
            new=at("sec_1-1__subsec_a"),
            summary="Subsection (a) was amended.",
            pairing=undivided,
        ),
        Inserted(
            new=at("sec_1-1__subsec_b"),
            summary="Subsection (b) was inserted.",
            pairing=_ALONE,
        ),
        Inserted(
            new=at("sec_1-1__subsec_c"),
            summary="Subsection (c) was inserted.",
            pairing=_ALONE,
        ),
        Moved(
            old=at(f"{_FEES}_c"),
            new=at("sec_1-1__subsec_c__subdiv_1"),
            summary="Subsection (c) of section 1-2 moved to subdivision (c)(1) of "
            "section 1-1.",
            pairing=Pairing(reason=Reason.SAME_TEXT, confidence=0.99),
        ),
        HeadingChanged(
            old=at("sec_1-2"),
            new=at("sec_1-2"),
            summary="The heading “Fees” became “Fees and waivers”.",
            pairing=_SURE,
        ),
        Amended(
            old=at(f"{_FEES}_a"),
            new=at(f"{_FEES}_a"),
            summary="Subsection (a) <fees> & costs was amended.",
            pairing=_SURE,
        ),
        Renumbered(
            old=at(f"{_FEES}_b"),
            new=at(f"{_FEES}_d"),
            summary="Subsection (b) became subsection (d).",
            pairing=_SURE,
        ),
        Amended(
            old=at(f"{_FEES}_b__subdiv_1"),
            new=at(f"{_FEES}_d__subdiv_1"),
            summary="Subdivision (d)(1) was amended.",
            pairing=_SURE,
        ),
        Repealed(
            old=at(f"{_FEES}_b__subdiv_2"),
            summary="Subdivision (b)(2) was repealed.",
            pairing=_ALONE,
        ),
        Unseen(
            new=at(f"{_FEES}_e"),
            modification=Modification(
                kind=ModificationKind.SUBSTITUTION,
                act=ProvisionRef(WorkId("us-xx", "act", "21-1")),
                destination=ProvisionRef(_WORK, at(f"{_FEES}_e")),
            ),
            summary="Subsection (e) was changed in words that this record lacks.",
        ),
        Amended(
            old=at(f"{_FEES}_f"),
            new=at(f"{_FEES}_f"),
            summary="Subsection (f) was amended.",
            pairing=_SURE,
        ),
        Inserted(new=at("sec_1-3"), summary="Section 1-3 was inserted.", pairing=_ALONE),
    )
    return Comparison(old=old, new=new, lines=tuple(lines.lines), changes=changes)


@pytest.fixture(scope="session")
def identical(comparison: Comparison) -> Comparison:
    """One provision, the same in both texts."""
    place = Place(
        eid=EId.parse("sec_1-1"),
        level=Level.SECTION,
        num=None,
        order=0,
        depth=0,
        coverage=Coverage.FULL,
    )
    line = Line(part=Part.INTRO, old=place, new=place, runs=_runs("=Nothing new."))
    return Comparison(old=comparison.old, new=comparison.new, lines=(line,), changes=())
