"""Invented sections of a code, and invented acts that change them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from statuteline.acts.applying import Setting, work_through
from statuteline.acts.marks import marked
from statuteline.acts.naming import Sections
from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.marked import ActSection, PrintedAct
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Expression, Kind, SourceDocument, Words
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT

from .printing import printed

if TYPE_CHECKING:
    from statuteline.acts.changes import Worked

ACT: Final = ActCited(session=Session(year=2031), kind=ActKind.PUBLIC, number="7")
ACT_WORK: Final = WorkId("us-ct", "pa", "31-7")
SOURCE: Final = SourceDocument(name="act.json", sha256="a" * 64)
RECORDED: Final = date(2031, 6, 20)
AMENDED: Final = "is repealed and the following is substituted in lieu thereof"
FEES: Final = "(a) Each reader pays a yearly fee of ten dollars to the library."
FINES: Final = "(b) A book that is lost costs the reader twice its price."
BICYCLES: Final = "(c) The library may lend bicycles (1) to readers, and (2) to guests."


def text(
    number: str, *paragraphs: str, start: date = date(2030, 1, 1), heading: str = "Fees."
) -> Expression:
    """Make the text of a section."""
    eid = EId(f"sec_{number}")
    top = Provision(
        level=Level.SECTION,
        eid=eid,
        wid=WId(eid.text),
        num=f"Sec. {number}.",
        heading=plain(heading),
    )
    blocks = tuple(Paragraph(spans=plain(words)) for words in paragraphs)
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", number), "eng", start),
        kind=Kind.STATUTE_SECTION,
        title=heading,
        words=Words.OFFICIAL,
        recorded=date(2030, 2, 1),
        created=date(1958, 1, 1),
        commencement=OnDate(day=start),
        body=(divide(top, blocks, CONNECTICUT),),
    )


def section(number: str, clause: str, *lines: str) -> ActSection:
    """Make a section of an act; lines are marked as :func:`printing.printed` has it."""
    blocks = printed(*lines)
    read = marked(blocks)
    return ActSection(
        number=number,
        clause=clause,
        blocks=read.blocks,
        where="page 1",
        printed=blocks,
        doubts=read.doubts,
    )


def act(
    *sections: ActSection,
    approved: date | None = date(2031, 6, 3),
    cited: ActCited | None = ACT,
) -> PrintedAct:
    """Make an act."""
    return PrintedAct(
        act=cited,
        bill="House Bill No. 1",
        title="AN ACT CONCERNING LIBRARIES.",
        approved=approved,
        sections=sections,
    )


def setting(*texts: Expression) -> Setting:
    """Make records of what an act is worked through against."""
    return Setting(
        held=lambda work: tuple(one for one in texts if one.id.work == work),
        sections=Sections(tuple(dict.fromkeys(one.id.work for one in texts))),
        source=SOURCE,
        recorded=RECORDED,
    )


def worked(printed_act: PrintedAct, *texts: Expression) -> tuple[Worked, ...]:
    """Work an act through against records."""
    return work_through(printed_act, setting(*texts))


def shown(expression: Expression | None) -> list[str]:
    """Write the provisions of a text, one a line."""
    assert expression is not None
    lines: list[str] = []

    def descend(provision: Provision) -> None:
        words = " ".join(filter(None, (provision.num, provision.intro_text)))
        lines.append(words or provision.coverage.value)
        for child in provision.children:
            descend(child)
        if provision.wrap_up:
            lines.append(provision.wrap_up_text)

    for child in expression.body[0].children or expression.body:
        descend(child)
    return lines
