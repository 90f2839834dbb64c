"""References in prose: sections of the act itself, other acts, general statutes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.model.text import RangeRef, Ref, Span
from statuteline.publishers.us_ct.named_provisions import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.text import Mark, Prose

_JURISDICTION = "us-ct"
_ITEM = r"\d+(?:\([0-9A-Za-z]+\))*(?:[-–]\d+)?"
_SEPARATOR = r"(?:, (?:& |and )?| & | and )"
_SECTIONS = rf"(?:§§ ?{_ITEM}(?:{_SEPARATOR}{_ITEM})*|§ ?{_ITEM})(?![\w(–-]|\.\d)"
_STATUTE = r"\d+[a-z]*-\d+[a-z]*(?:\([0-9A-Za-z]+\))*"
_REFERENCE = re.compile(
    rf"CGS (?P<statutes>§§ ?{_STATUTE}(?:{_SEPARATOR}{_STATUTE})*|§ ?{_STATUTE})"
    r"|(?P<act>(?P<series>[PS]A) (?P<number>\d{2}-\d+)"
    # A special session numbers its acts anew, so its numbers name other works.
    r"(?!\d|,? (?:[A-Z][A-Z]+\b|(?:\w+ )*S(?:pecial|p\.|pec\.|S) )))"
    rf"(?:, (?P<of_act>{_SECTIONS}))?"
    rf"|(?P<own>{_SECTIONS})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A run of words that gets a mark.

    Args:
        start: Its first character.
        end: Behind its last character.
        mark: What it is.
    """

    start: int
    end: int
    mark: Mark


def references(text: str, act: WorkId | None) -> tuple[Marked, ...]:
    """Find the references in prose.

    A bare ``§ 7`` means the act only at the start, behind an opening bracket or
    behind a lower-case word; behind "U.S.C." and the like it is other law.

    Args:
        text: Words of one paragraph.
        act: The act that a bare section number belongs to; None leaves bare
            numbers unmarked.

    Returns:
        The references in order; a section sign belongs to the first of its list.

    Example:
        >>> found = references("it (§§ 1 & 8)", WorkId.parse("us-ct/pa/21-103"))
        >>> [("it (§§ 1 & 8)"[m.start:m.end]) for m in found]
        ['§§ 1', '8']
    """
    found: list[Marked] = []
    own_end = -1
    for match in _REFERENCE.finditer(text):
        if match["statutes"] is not None:
            found += _statutes(match)
        elif match["act"] is not None:
            found += _other_act(match)
        elif act is not None and _is_own(text, match.start(), own_end):
            found += _sections(text, act, numbers=match.start(), end=match.end())
            own_end = match.end()
    return tuple(found)


def marked_prose(text: str, marks: Iterable[Marked]) -> Prose:
    """Make prose of words and the marks on them.

    Args:
        text: The words.
        marks: Marks in order that do not overlap.

    Example:
        >>> from statuteline.model.text import Role
        >>> spans = marked_prose("by HB 1", [Marked(start=3, end=7, mark=Role.NUMBER)])
        >>> [(span.text, span.mark) for span in spans]
        [('by ', None), ('HB 1', <Role.NUMBER: 'docNumber'>)]
    """
    spans: list[Span] = []
    done = 0
    for piece in marks:
        if piece.start > done:
            spans.append(Span(text=text[done : piece.start]))
        spans.append(Span(text=text[piece.start : piece.end], mark=piece.mark))
        done = piece.end
    if done < len(text):
        spans.append(Span(text=text[done:]))
    return tuple(spans)


def named_provisions(spans: Prose) -> tuple[ProvisionRef, ...]:
    """List the provisions that prose links to, ranges spelled out, none twice.

    Args:
        spans: Marked prose.
    """
    return tuple(dict.fromkeys(target for span in spans for target in _targets(span.mark)))


def _targets(mark: Mark | None) -> Iterator[ProvisionRef]:
    match mark:
        case Ref(target=target):
            yield target
        case RangeRef(first=first, last=last):
            for number in range(_section_number(first), _section_number(last) + 1):
                yield section_ref(first.work, number)
        case _:
            return


def section_ref(act: WorkId, number: int) -> ProvisionRef:
    """Name a section of an act."""
    return ProvisionRef(work=act, eid=EId.parse(f"sec_{number}"))


def _section_number(ref: ProvisionRef) -> int:
    return int(str(ref.eid).removeprefix("sec_"))


def _is_own(text: str, start: int, own_end: int) -> bool:
    before = text[:start].rstrip()
    if not before or before[-1] in "([":
        return True
    if own_end >= 0 and re.fullmatch(r",? ?(?:and|&)? ?", text[own_end:start]):
        return True
    word = before.split()[-1].rstrip(",;:").lstrip("([")
    return re.fullmatch(r"[a-z]+", word) is not None


def _items(text: str, start: int, end: int, item: str) -> Iterator[tuple[int, int, str]]:
    """Cut a list of numbers into runs; what stands before the first goes with it."""
    opening = start
    for match in re.compile(item).finditer(text, start, end):
        if opening != start:
            opening = match.start()
        yield opening, match.end(), match[0]
        opening = match.end()


def _sections(
    text: str, act: WorkId, *, numbers: int, end: int, opening: int | None = None
) -> Iterator[Marked]:
    for start, stop, item in _items(text, numbers, end, _ITEM):
        bare = re.sub(r"\([^()]*\)", "", item).replace("–", "-")
        first, last = (int(number) for number in (bare.split("-") * 2)[:2])
        mark: Mark = Ref(target=section_ref(act, first))
        if last > first:
            mark = RangeRef(first=section_ref(act, first), last=section_ref(act, last))
        begin = opening if opening is not None and start == numbers else start
        yield Marked(start=begin, end=stop, mark=mark)


def _other_act(match: re.Match[str]) -> Iterator[Marked]:
    work = WorkId(_JURISDICTION, match["series"].lower(), match["number"])
    if match["of_act"] is None:
        whole = Ref(target=ProvisionRef(work=work))
        yield Marked(start=match.start(), end=match.end(), mark=whole)
        return
    numbers = match.start("of_act")
    yield from _sections(
        match.string, work, numbers=numbers, end=match.end(), opening=match.start()
    )


def _statutes(match: re.Match[str]) -> Iterator[Marked]:
    for start, stop, item in _items(match.string, match.start(), match.end(), _STATUTE):
        number, *labels = re.findall(r"[0-9A-Za-z-]+", item)
        eid = EId.parse(f"sec_{number}")
        for level, label in zip(LEVELS, labels, strict=False):
            eid = eid.child(level.prefix, label)
        target = ProvisionRef(
            work=WorkId(_JURISDICTION, "cgs", number), eid=eid if labels else None
        )
        yield Marked(start=start, end=stop, mark=Ref(target=target))
