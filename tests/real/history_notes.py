"""What the notes behind a section say of its renumbering: an oracle by other hands.

The notes say in stock phrases which provisions an act redesignated, such as "amended
Subsec. (b) by adding new Subdiv. (2) re fees and redesignating existing Subdiv. (2) as
Subdiv. (3)". A past tense tells of the section, a participle or infinitive of what was
last said to be amended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.structure.scheme import Numbering

if TYPE_CHECKING:
    from collections.abc import Iterator

Path = tuple[tuple[int, str], ...]
"""Levels, from 0 for a subsection to 4 for a subclause, and bare numbers."""

LEVELS: Final = ("subsection", "subdivision", "subparagraph", "clause", "subclause")
_WORDS: Final = ("subsec", "subdiv", "subpara", "clause", "subclause")
_COUNTS: Final = (
    Numbering.LOWER_LETTERS,
    Numbering.DIGITS,
    Numbering.UPPER_LETTERS,
    Numbering.LOWER_ROMAN,
    Numbering.UPPER_ROMAN,
)
_WORD: Final = r"(?:[Ss]ubsec|[Ss]ubdiv|[Ss]ubpara|[Ss]ubclause|[Cc]lause)s?\.?"
_ITEM: Final = r"(?:\([0-9A-Za-z]{1,6}\))+"
_JOIN: Final = r"(?:,? and |, | to |,? or )"
_LIST: Final = rf"{_ITEM}(?:{_JOIN}{_ITEM})*(?:, inclusive)?"
_QUALITY: Final = r"(?:(?:the )?(?:existing|former|new|redesignated|said|remaining) )*"
_WHAT: Final = r"(?:(?:existing )?(?:provisions?|definitions?) (?:in|of) )?"
_ADDRESS: Final = rf"{_QUALITY}{_WORD} {_LIST}"
_ADDRESSES: Final = rf"{_ADDRESS}(?:,? and (?>{_ADDRESS})(?! as\b| re\b))*"
"""Several; what is followed by "as" opens the next phrase of the same verb."""
_TOLD: Final = re.compile(
    rf"(?P<amended>\b(?:amend|revis)(?:ed|ing|e)? )(?:provisions? (?:in|of) )?"
    rf"(?:(?P<same>same|therein)\b|(?P<context>{_ADDRESSES}))"
    rf"|\b(?P<verb>redesignat(?:ed|ing|e)) {_WHAT}(?P<old>{_ADDRESSES})"
    rf"(?: re [^,;]*?)?"
    rf" as (?P<new>{_ADDRESSES})"
    rf"(?:, codified by the Revisors as (?P<codified>{_ADDRESSES}))?"
    rf"|\bredesignated {_ADDRESSES}(?! as\b)"
    rf"|\b(?:re)?designat(?:ed|ing|e) (?:existing |former )?(?:provision|language)"
    rf"(?:(?!designat)[^;])*? as {_QUALITY}(?P<part>{_WORD} {_ITEM})"
    rf"|\b(?P<failed>redesignat(?:ed|ing|e|ion))\b"
)
_MORE: Final = re.compile(
    rf"(?:,| and|, and) {_WHAT}(?P<old>{_ADDRESSES})(?: re [^,;]*?)?"
    rf" as (?P<new>{_ADDRESSES})"
)
_ACT: Final = re.compile(r"(?:^|(?:P\.A\. |History: ))(?:P\.A\. )?(?P<year>\d\d)-\d+\b")
_EVENT: Final = re.compile(
    r";\s+(?=(?:[A-Z][a-z]+\.? (?:\d+ )?Sp\. Sess\. )?(?:P\.A\. |S\.A\. )?\d\d-\d+ )"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A redesignation that a note tells.

    Args:
        old: The address before.
        new: The address after.
        section_wide: Whether the phrase speaks of the section, not of a part of it.
    """

    old: Path
    new: Path
    section_wide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one act's note tells of renumbering.

    Args:
        told: The redesignations with both addresses.
        unread: How many phrases speak of redesignation in words that are not read.
    """

    told: tuple[Told, ...]
    unread: int


def acts_of(notes: tuple[str, ...], year: str) -> tuple[str, ...]:
    """Give what the notes say of the acts of one year, in order."""
    events = [event for note in notes for event in _EVENT.split(note)]
    acts = [(event, _ACT.search(event[:60])) for event in events]
    return tuple(event for event, act in acts if act and act["year"] == year)


def read_act(event: str) -> Reading:
    """Read what a note says of one act."""
    context: Path | None = ()
    part: Path = ()
    told: list[Told] = []
    unread = 0
    at = 0
    while found := _TOLD.search(event, at):
        at = found.end()
        if found["amended"]:
            part = ()
            if found["same"]:
                context = told[-1].new if told else context
            else:
                paths = _paths(found["context"], context or ())
                one = len(paths) == 1
                context = paths[0] if one else None
        elif found["part"]:
            part = _paths(found["part"], context or ())[0]
        elif found["verb"]:
            pairs, at = _with_more(event, found)
            for old_text, new_text in pairs:
                new = tuple(_told(old_text, new_text, found["verb"], context, part))
                told += new
                unread += not new
        elif found["failed"]:
            unread += 1
    return Reading(told=tuple(told), unread=unread)


def _with_more(event: str, found: re.Match[str]) -> tuple[list[tuple[str, str]], int]:
    """Give both sides of a phrase, and of those that share its verb."""
    pairs = [(found["old"], found["codified"] or found["new"])]
    at = found.end()
    while more := _MORE.match(event, at):
        pairs.append((more["old"], more["new"]))
        at = more.end()
    return pairs, at


def _told(
    old_text: str, new_text: str, verb: str, context: Path | None, part: Path
) -> Iterator[Told]:
    if context is None and not (_is_absolute(old_text) and _is_absolute(new_text)):
        return
    here = context or ()
    old = _paths(old_text, here)
    new = _paths(new_text, part if part[: len(here)] == here and part else here)
    if len(old) != len(new):
        return
    for before, after in zip(old, new, strict=True):
        yield Told(old=before, new=after, section_wide=verb == "redesignated")


def _is_absolute(text: str) -> bool:
    return "ubsec" in text


def _paths(text: str, context: Path) -> tuple[Path, ...]:
    """Give the addresses of a phrase in full."""
    paths: list[Path] = []
    level = 0
    last_end = 0
    for found in re.finditer(rf"(?P<word>{_WORD})|(?P<item>{_ITEM})", text):
        if found["word"]:
            level = _WORDS.index(found["word"].lower().rstrip(".").removesuffix("s"))
            base = tuple(step for step in context if step[0] < level)
            first = True
            continue
        labels = re.findall(r"\w+", found["item"])
        if first:
            path = _extend(base, labels, level)
        else:
            path = _beside(paths[-1], labels)
            if re.search(r" to $", text[last_end : found.start()]):
                paths += _between(paths[-1], path)
        paths.append(path)
        first = False
        last_end = found.end()
    return tuple(paths)


def _extend(base: Path, labels: list[str], level: int) -> Path:
    path = [*base, (level, labels[0])]
    for label in labels[1:]:
        above = path[-1][0]
        if label.isdigit():
            level = 1
        elif label.isupper():
            level = 4 if above >= 3 else 2
        else:
            level = 3
        path.append((level, label))
    return tuple(path)


def _beside(path: Path, labels: list[str]) -> Path:
    """Complete an address of a list from the one before: (4) after (b)(3) is (b)(4)."""
    for depth in range(len(path) - 1, -1, -1):
        level = path[depth][0]
        if _COUNTS[level].place(labels[0]) is not None:
            return _extend(path[:depth], labels, level)
    return _extend(path[:-1], labels, path[-1][0])


def _between(first: Path, last: Path) -> Iterator[Path]:
    level = first[-1][0]
    count = _COUNTS[level]
    start, end = count.place(first[-1][1]), count.place(last[-1][1])
    if start is None or end is None or first[:-1] != last[:-1]:
        return
    for place in range(start + 1, end):
        yield (*first[:-1], (level, count.label(place)))


def composed(readings: tuple[Reading, ...]) -> dict[Path, Path]:
    """Give from each old address to the new one, over several acts of a year."""
    found: dict[Path, Path] = {}
    for reading in readings:
        step = _in_full(reading.told)
        onward = {old: step.get(new, new) for old, new in found.items()}
        reached = set(found.values())
        found = onward | {old: new for old, new in step.items() if old not in reached}
    return found


def _in_full(told: tuple[Told, ...]) -> dict[Path, Path]:
    """Give the old addresses where the note names what holds them by its new one."""
    back = {one.new: one.old for one in told if one.section_wide}
    found = {}
    for one in told:
        old = one.old
        if not one.section_wide and old[:-1] == one.new[: len(old) - 1]:
            old = (*_old_address(old[:-1], back), old[-1])
        found[old] = one.new
    return found


def _old_address(path: Path, back: dict[Path, Path]) -> Path:
    for length in range(len(path), 0, -1):
        if path[:length] in back:
            return back[path[:length]] + path[length:]
    return path
