"""Paragraphs of an act cut into its front, its sections with their clauses, and its end.

Source:
    The form of Connecticut's public and special acts and bills.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from statuteline.acts.marks import marked, sets_apart
from statuteline.errors import SourceError
from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.days import MONTHS
from statuteline.model.marked import (
    ActSection,
    Piece,
    PrintedAct,
    PrintedParagraph,
    PrintedTable,
)
from statuteline.model.text import canonical
from statuteline.publishers.us_ct.act_ids import special_session, year_of

if TYPE_CHECKING:
    from statuteline.model.marked import Pieces, PrintedBlock

_NUMBERED: Final = re.compile(r"\s*(?:Section|Sec\.)\s+(\d+[a-z]?)\.(?=\s)\s*")
_EFFECT: Final = re.compile(r"\(Effective\b")
_DOES: Final = re.compile(r"\b(?:is|are) (?:repealed|amended)\b")
_NEW: Final = re.compile(r"\(NEW\)\s*")
_ACT: Final = re.compile(
    r"(?:(?P<special>[A-Z][a-z]{1,15}\.?(?: \d{1,2})?),? "
    r"(?:Sp\. Sess\.|Special Session),? )?"
    r"(?P<kind>Public|Special) Act No\. (?P<year>\d\d(?:\d\d)?)-(?P<number>\d+)"
    r"(?:,? \(?(?P<after>[A-Z][a-z]{1,15}\.?(?: \d{1,2})?),? "
    r"(?:Sp\. Sess\.|Special Session)\)?)?",
    re.IGNORECASE,
)
_BILL: Final = re.compile(r"(?:[A-Z][\w'’]* ){0,5}Bill No\. \d+", re.IGNORECASE)
_ENACTING: Final = re.compile(r"Be it enacted by\b", re.IGNORECASE)
_APPROVED: Final = re.compile(rf"Approved ({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{4}})\.?")
_END: Final = re.compile(r"This act shall take effect as follows|Statement of Purpose:")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """Where a section begins: its number, and where its words stand in its paragraph."""

    place: int
    number: str
    words: int


def printed_act(
    blocks: tuple[PrintedBlock, ...],
    *,
    name: str,
    act: ActCited | None = None,
    furniture: tuple[str, ...] = (),
) -> PrintedAct:
    """Make an act of its paragraphs and tables, and read its marks section by section.

    Everything that is not blank lands in the act or in its furniture.

    Args:
        blocks: All that is printed, in order.
        name: The file's name, for messages.
        act: Which act it is, where the source says so beside the text.
        furniture: What the reader of the source left out already.

    Raises:
        SourceError: If no section begins, or neither act, bill nor title is named.
    """
    starts = _starts(blocks)
    if not starts:
        raise SourceError(
            "The document has no section of an act",
            where=_place(blocks, name),
            hint='a section begins with "Section 1." or "Sec. 2."',
        )
    front = _front(blocks[: starts[0].place], name, act)
    end, approved = _end(blocks, starts[-1].place + 1, name)
    bounds = [*(start.place for start in starts[1:]), end]
    apart = sets_apart(blocks)
    sections = tuple(
        _section(blocks[start.place : bound], start, apart=apart)
        for start, bound in zip(starts, bounds, strict=True)
    )
    rest = [words for block in blocks[end:] if (words := _shown(block))]
    kept = [words for words in rest if not _APPROVED.fullmatch(canonical(words))]
    return PrintedAct(
        act=front.act,
        bill=front.bill,
        title=front.title,
        approved=approved,
        sections=sections,
        enacting=front.enacting,
        furniture=(*furniture, *front.others, *kept),
    )


def act_cited(words: str) -> ActCited | None:
    """Read which act a line names; None where it names none.

    Example:
        >>> act_cited("Public Act No. 24-31").number
        '31'
        >>> act_cited("September Special Session, Public Act No. 20-5").session.special
        'Sept.'
    """
    match = _ACT.search(words)
    if match is None:
        return None
    year = match["year"]
    special = match["special"] or match["after"]
    return ActCited(
        session=Session(
            year=year_of(year) if len(year) == 2 else int(year),
            special=special_session(special) if special else None,
        ),
        kind=ActKind.PUBLIC if match["kind"].lower() == "public" else ActKind.SPECIAL,
        number=match["number"],
    )


def plain_words(block: PrintedBlock) -> str:
    """Give the words of a block as they stand, cells parted by a tab."""
    match block:
        case PrintedParagraph():
            return _text(block.pieces)
        case PrintedTable():
            return "\n".join("\t".join(map(_text, row)) for row in block.rows)


def _text(pieces: Pieces) -> str:
    return "".join(piece.text for piece in pieces)


def _shown(block: PrintedBlock) -> str:
    return " ".join(plain_words(block).split())


def _place(blocks: tuple[PrintedBlock, ...], name: str) -> str:
    """Say where a document begins, for messages."""
    where = next((block.where for block in blocks if block.where), "")
    return f"{name}, {where}" if where else name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Front:
    act: ActCited | None
    bill: str
    title: str
    enacting: str
    others: tuple[str, ...]


def _front(blocks: tuple[PrintedBlock, ...], name: str, act: ActCited | None) -> _Front:
    bill, enacting = "", ""
    title: list[str] = []
    others: list[str] = []
    named: ActCited | None = None
    for words in map(_shown, blocks):
        if _ENACTING.match(words):
            enacting = words
        elif words.startswith("AN ACT ") or (title and not enacting):
            title.append(words)
        elif not named and (found := act_cited(words)):
            named = found
            rest = _ACT.sub("", words, count=1).strip()
            if not bill and _BILL.fullmatch(rest):
                bill, rest = rest, ""
            others += [rest] if rest else []
        elif not bill and _BILL.fullmatch(words):
            bill = words
        elif words:
            others.append(words)
    if act is None and named is None and not (bill or title):
        raise SourceError(
            "The document names neither act nor bill, and has no title",
            where=_place(blocks, name),
            hint='an act has a line such as "Public Act No. 24-31"',
        )
    return _Front(
        act=act or named,
        bill=bill,
        title=" ".join(filter(None, title)),
        enacting=enacting,
        others=tuple(others),
    )


def _end(
    blocks: tuple[PrintedBlock, ...], after: int, name: str
) -> tuple[int, date | None]:
    """Find where the text of the last section ends, and the day of approval."""
    end, approved = len(blocks), None
    for place in range(len(blocks) - 1, after - 1, -1):
        words = canonical(plain_words(blocks[place]))
        match = _APPROVED.fullmatch(words)
        if match and approved is None:
            approved = _approved(match, _place(blocks[place:], name))
        if match or _END.match(words):
            end = place
    return end, approved


def _approved(match: re.Match[str], where: str) -> date:
    month, day, year = match.groups()
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        raise SourceError(
            f"There is no day {month} {day}, {year}, on which the act was approved",
            where=where,
            hint="correct the line, or take it out if the day is not known",
        ) from None


def _starts(blocks: tuple[PrintedBlock, ...]) -> list[_Start]:
    """Find where sections begin.

    Text that an act enacts may have sections of its own. They do not count on, or do
    not say what they do: an act's section names its effect or when it takes effect,
    unless none of the act does.
    """
    found = [
        (start, words)
        for place, block in enumerate(blocks)
        if isinstance(block, PrintedParagraph)
        and (words := _text(block.pieces))
        and (start := _start(place, words))
    ]
    says = [
        _EFFECT.search(w) or _NEW.match(w, s.words) or _DOES.search(w) for s, w in found
    ]
    starts: list[_Start] = []
    last = 0
    for (start, _), told in zip(found, says, strict=True):
        number = int(re.sub(r"\D", "", start.number))
        if (told and number > last) or (not any(says) and number == last + 1):
            starts.append(start)
            last = number
    return starts


def _start(place: int, words: str) -> _Start | None:
    match = _NUMBERED.match(words)
    return match and _Start(place=place, number=match[1], words=match.end())


def _section(blocks: tuple[PrintedBlock, ...], start: _Start, *, apart: bool) -> ActSection:
    first, *others = blocks
    assert isinstance(first, PrintedParagraph)  # noqa: S101 -- only paragraphs begin one
    words = _text(first.pieces)
    size = _clause_end(words, start.words)
    rest = pieces_behind(first.pieces, size)
    printed: tuple[PrintedBlock, ...] = tuple(others)
    if _text(rest).strip():
        printed = (PrintedParagraph(pieces=rest, where=first.where), *printed)
    read = marked(printed, apart=apart)
    return ActSection(
        number=start.number,
        clause=canonical(words[start.words : size]),
        blocks=read.blocks,
        where=first.where,
        printed=printed,
        doubts=read.doubts,
        marks_apart=apart,
    )


def _clause_end(words: str, start: int) -> int:
    """Find where the clause ends: behind the effective date, or what it does."""
    effect = _EFFECT.search(words, start)
    if effect:
        depth = 0
        for place in range(effect.start(), len(words)):
            depth += {"(": 1, ")": -1}.get(words[place], 0)
            if depth == 0:
                end = place + 1
                return end + 1 if words[end : end + 1] in {":", "."} else end
    ended = words.rstrip()
    if _DOES.search(words, start) and (
        ended.endswith(":") or re.search(r"(?:is|are) repealed\.$", ended)
    ):
        return len(words)
    new = _NEW.match(words, start)
    return new.end() if new else start


def pieces_behind(pieces: Pieces, size: int) -> Pieces:
    """Give what stands behind so many characters."""
    rest: list[Piece] = []
    for piece in pieces:
        text = piece.text[size:] if size > 0 else piece.text
        size -= len(piece.text)
        if text:
            rest.append(Piece(text=text, ink=piece.ink))
    return tuple(rest)
