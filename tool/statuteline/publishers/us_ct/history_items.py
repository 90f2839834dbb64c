"""The items of a history note, and the acts that each of them opens with."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.commencement_words import DAY
from statuteline.publishers.us_ct.act_words import (
    MONTH,
    SHORT_ACT,
    Before,
    month_name,
    short_act,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING: Final = re.compile(r"\(?History[:;] ?")
_NOTE: Final = re.compile(r"\s*\(?Revisor[’']?s?[’']? [Nn]otes?:")
_BRACKET: Final = re.compile(r"[()]")
_UNNAMED: Final = re.compile(r"\?P<[a-z]+>").sub("?:", SHORT_ACT)
_SESSION: Final = rf"(?:{MONTH},? )?\d{{4}} acts?\b"
_LATER: Final = r"(?:(?:[Pp]ursuant to|[Ll]ater|[Ee]arlier) )?"
_TRANSFER: Final = r"(?:[Ii]n \d{4},? )?(?:Secs?\. |[Ss]ection |Former Sec\. )"
_HEAD: Final = re.compile(
    rf"{_LATER}(?:(?:{MONTH},? \d{{4}},? )?{_UNNAMED}|{_SESSION}"
    rf"|(?:{MONTH},? )?\d{{4}},? (?:and \d{{4}} acts\b|[PS]\.A\. \d))"
    rf"|{_TRANSFER}[^;]{{3,70}}? transferred (?:to|from) |[Tt]his section was originally"
)
_CUT: Final = re.compile(r";\s*")

_LED: Final = re.compile(_LATER)
_ACT: Final = re.compile(rf"(?:(?P<when>{MONTH}),? \d{{4}},? )?{SHORT_ACT}")
_OLD_ACT: Final = re.compile(
    rf"(?:(?P<month>{MONTH}),? )?(?P<year>\d{{4}})"
    r"(?: acts? \(|,? )(?P<series>[PS])\.A\. (?P<number>\d+)\b\)?"
)
_ONLY_SESSION: Final = re.compile(
    rf"(?:(?P<month>{MONTH}),? )?(?P<year>\d{{4}})(?: acts?\b|(?= and \d{{4}} acts\b))"
)
_SECTION: Final = r"\d+[a-z]*(?:\(\w+\))*"
_SECTIONS: Final = re.compile(
    rf",? (?:SS?\.|[Ss]ecs?\.) ?{_SECTION}"
    rf"(?:(?:, (?:and )?| and |–| to ){_SECTION}(?![-\w]))*"
)
_ITS_DAY: Final = re.compile(
    rf",? effective (?P<day>{DAY})(?=,? (?:and )?{_UNNAMED}|, and )"
)
_NEXT: Final = re.compile(rf"(?:, and|,| and| or) (?={_UNNAMED}|\d{{4}} acts?\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An act that an item opens with.

    Args:
        act: The act; None where only its session is told.
        session: Its session.
        day: Its own day, as printed, where several acts of the item have one each.
    """

    act: ActCited | None
    session: Session
    day: str | None = None


def items_of(words: str) -> tuple[str, ...]:
    """Cut a history note into its items.

    Args:
        words: One paragraph, with ``History:`` or without; white space canonical.

    Returns:
        Each item from the act that it opens with to the next one. A note of the revisors
        in brackets is an item of its own, behind the one in which it stands.
    """
    text = _OPENING.sub("", words, count=1).rstrip(". ")
    items: list[str] = []
    for piece in _outside_brackets(text):
        if items and not _HEAD.match(piece) and not _NOTE.match(piece):
            items[-1] = f"{items[-1]}; {piece}"
        else:
            items.append(piece)
    return tuple(part for item in items for part in _notes_apart(item))


def is_revisors_note(item: str) -> bool:
    """Tell an item that is a note of the revisors."""
    return _NOTE.match(item) is not None


def _outside_brackets(text: str) -> Iterator[str]:
    """Cut at semicolons outside brackets; at all where brackets are misprinted."""
    depth = start = 0
    is_paired = text.count("(") == text.count(")")
    for mark in re.finditer(r"[();]", text) if is_paired else _CUT.finditer(text):
        sign = mark.group()[0]
        if sign == ";" and depth <= 0:
            yield text[start : mark.start()].strip()
            start = mark.end()
        depth += (sign == "(") - (sign == ")")
    yield text[start:].strip()


def _notes_apart(item: str) -> Iterator[str]:
    """Give an item without the notes in it, then each note; the words are all kept."""
    kept = ""
    notes: list[str] = []
    at = 0
    while (opening := item.find("(Revisor", at)) > 0:
        end = _closing(item, opening)
        notes.append(item[opening:end])
        kept += item[at:opening]
        at = end
    kept = (kept + item[at:]).strip().rstrip(". ")
    yield from filter(None, (kept, *notes))


def _closing(text: str, opening: int) -> int:
    depth = 0
    for bracket in _BRACKET.finditer(text, opening):
        depth += 1 if bracket.group() == "(" else -1
        if not depth:
            return bracket.end()
    return len(text)


def opened_by(item: str, before: Before | None) -> tuple[tuple[Opened, ...], int]:
    """Read the acts or sessions that an item opens with.

    Args:
        item: One item.
        before: What the item before it names.

    Returns:
        What it names, in order, and where the words about it begin; nothing and 0 where
        it opens otherwise.
    """
    found: list[Opened] = []
    led = _LED.match(item)
    at = led.end() if led else 0
    end = 0
    while opened := _one(item, at, before):
        one, end = opened
        if one.act is not None:
            before = Before(session=one.session, kind=one.act.kind)
        if sections := _SECTIONS.match(item, end):
            end = sections.end()
        day = _ITS_DAY.match(item, end)
        following = _NEXT.match(item, day.end() if day else end)
        if day and (following or any(other.day for other in found)):
            one = replace(one, day=day["day"])
            end = day.end()
        found.append(one)
        if following is None:
            break
        at = following.end()
    return tuple(found), end


def _one(item: str, at: int, before: Before | None) -> tuple[Opened, int] | None:
    if match := _ACT.match(item, at):
        act = short_act(match, before)
        if match["when"]:
            special = month_name(match["when"], act.session.year)
            act = replace(act, session=replace(act.session, special=special))
        return Opened(act=act, session=act.session), match.end()
    if match := _OLD_ACT.match(item, at):
        kind = ActKind.SPECIAL if match["series"] == "S" else ActKind.PUBLIC
        act = ActCited(session=_session(match), kind=kind, number=match["number"])
        return Opened(act=act, session=act.session), match.end()
    if match := _ONLY_SESSION.match(item, at):
        return Opened(act=None, session=_session(match)), match.end()
    return None


def _session(match: re.Match[str]) -> Session:
    year = int(match["year"])
    return Session(year=year, special=month_name(match["month"], year))
