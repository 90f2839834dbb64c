"""The layout of a document of the Office of Legislative Research: head and parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.errors import SourceError
from statuteline.importers._lines import Gap, Line, joined
from statuteline.importers._references import Marked, marked_prose
from statuteline.model.ids import WorkId
from statuteline.model.text import Paragraph, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.text import Block

_ACT = r"(?P<series>[PS]A) (?P<number>\d{2}-\d+)"
_BILL = r"s?[HS](?:B|J|JR|R) ?\d+"
_NUMBER = re.compile(rf"{_ACT}|(?P<bill>{_BILL})")
_HEAD = re.compile(rf"{_ACT} ?[—–-] ?{_BILL}|{_BILL}(?: .*)?")
_TITLE = re.compile(r"AN ACT\b")
_COMMITTEE = re.compile(r"(?:[A-Z][\w’'-]*,? (?:and )?)+Committee")
_PAGE_FURNITURE = re.compile(
    r"Researcher: .*"
    r"|Page \d+(?: of \d+)?(?: \d{1,2}/\d{1,2}/\d{2,4})?"
    r"|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|\d{4}[HS][BJR]+-\d{5}-R\d+\S*\.docx?",
    re.IGNORECASE,
)
_SECTIONS = re.compile(
    r"(?P<num>§§? ?\d[\d,&\sand()–-]*?\s?[—–])\s(?P<heading>[A-Z][A-Z’'-]*\b.*)"
)


class PartKind(Enum):
    """What a part of a document is, by the words that open it."""

    SUMMARY = "SUMMARY"
    EFFECTIVE_DATE = "EFFECTIVE DATE"
    BACKGROUND = "BACKGROUND"
    COMMITTEE_ACTION = "COMMITTEE ACTION"
    SECTIONS = "§"


_KINDS = "|".join(kind.value for kind in PartKind if kind is not PartKind.SECTIONS)
_OPENING = re.compile(rf"(?P<heading>(?P<kind>{_KINDS}):?)(?:\s+(?P<rest>.*))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a document.

    Args:
        kind: What it is.
        num: Section numbers as printed, with sign and dash; None for other parts.
        heading: Its heading as printed.
        line: Line of the source file on which it begins.
        lines: The lines below the heading.
    """

    kind: PartKind
    num: str | None
    heading: str
    line: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What stands before the first part.

    Args:
        front: Its words, numbers, committees and title marked.
        act: The act; None where only a bill is named.
        title: The act's title.
    """

    front: tuple[Block, ...]
    act: WorkId | None
    title: str


def page_furniture(text: str) -> frozenset[str]:
    """Collect the lines of a document that are no text of it.

    Page numbers, the researcher's line, file names, and the document's opening line
    where a later page repeats it.

    Args:
        text: The whole text.
    """
    lines = [" ".join(line.split()) for line in text.split("\n") if line.strip()]
    found = {line for line in lines if _PAGE_FURNITURE.fullmatch(line)}
    opening = lines[:1]
    if opening and (_HEAD.fullmatch(opening[0]) or opening[0].startswith("OLR ")):
        found |= set(opening) & set(lines[1:])
    return frozenset(found)


def divide(name: str, lines: tuple[Line, ...]) -> tuple[Head, tuple[Part, ...]]:
    """Divide a document into its head and its parts.

    Args:
        name: The source's file name, for messages.
        lines: All its lines.

    Raises:
        SourceError: If the head or a part that every such document has is missing.
    """
    starts = [(n, part) for n, line in enumerate(lines) if (part := _opened(line))]
    head = _head(name, lines[: starts[0][0]] if starts else lines)
    kinds = [part.kind for _, part in starts]
    for kind in (PartKind.SUMMARY, PartKind.EFFECTIVE_DATE):
        if kinds.count(kind) != 1:
            raise SourceError(
                f"The document has {kinds.count(kind) or 'no'} parts {kind.value!r}; "
                "an act summary or bill analysis has one",
                where=f"{name}, line {lines[-1].number}",
                hint="the file may be cut off; take the text out of the document again",
            )
    ends = [*(n for n, _ in starts[1:]), len(lines)]
    return head, tuple(
        _filled(part, lines[n], lines[n + 1 : end])
        for (n, part), end in zip(starts, ends, strict=True)
    )


def _opened(line: Line) -> Part | None:
    """Read the heading that a line opens a part with; None if it opens none."""
    sections = _SECTIONS.fullmatch(line.text)
    if sections is not None:
        return Part(
            kind=PartKind.SECTIONS,
            num=sections["num"],
            heading=sections["heading"],
            line=line.number,
            lines=(),
        )
    match = _OPENING.fullmatch(line.text)
    if match is None or (match["rest"] and not match["heading"].endswith(":")):
        return None
    rest = match["rest"] or ""
    return Part(
        kind=PartKind(match["kind"]),
        num=None,
        heading=match["heading"],
        line=line.number,
        lines=(replace(line, text=rest, gap=Gap.PARAGRAPH),) if rest else (),
    )


def _filled(opened: Part, first: Line, body: tuple[Line, ...]) -> Part:
    """Give a part the lines below its heading."""
    if opened.kind is PartKind.SECTIONS:
        more = 0
        while more < len(body) and _goes_on(body[more]):
            more += 1
        heading = joined((replace(first, text=opened.heading), *body[:more]))
        return replace(opened, heading=heading, lines=_detached(body[more:]))
    below = body if opened.lines else _detached(body)
    return replace(opened, lines=(*opened.lines, *below))


def _goes_on(line: Line) -> bool:
    return line.gap is not Gap.PARAGRAPH and line.text.isupper()


def _detached(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return (replace(lines[0], gap=Gap.PARAGRAPH), *lines[1:]) if lines else ()


def _head(name: str, lines: tuple[Line, ...]) -> Head:
    titles = [n for n, line in enumerate(lines) if _TITLE.match(line.text)]
    numbers = [line for line in lines if _HEAD.fullmatch(line.text)]
    if not titles or not numbers:
        raise SourceError(
            "The document is no act summary or bill analysis: before SUMMARY it has "
            + ("no line AN ACT …" if numbers else "no line such as PA 21-103—HB 6657"),
            where=f"{name}, line {lines[0].number if lines else 1}",
            hint="import the text of a document of the Office of Legislative Research",
        )
    title = joined(lines[titles[0] :])
    front = (
        *(Paragraph(spans=_front_spans(line.text)) for line in lines[: titles[0]]),
        Paragraph(spans=(Span(text=title, mark=Role.TITLE),)),
    )
    act = _NUMBER.search(numbers[0].text)
    work = None
    if act is not None and act["number"]:
        work = WorkId("us-ct", act["series"].lower(), act["number"])
    return Head(front=front, act=work, title=title)


def _front_spans(text: str) -> tuple[Span, ...]:
    if _COMMITTEE.fullmatch(text):
        return (Span(text=text, mark=Role.COMMITTEE),)
    return marked_prose(text, _numbers(text) if _HEAD.fullmatch(text) else ())


def _numbers(text: str) -> Iterator[Marked]:
    for match in _NUMBER.finditer(text):
        yield Marked(start=match.start(), end=match.end(), mark=Role.NUMBER)
