"""The editor's note in front of a coming text: when, of what, and by which act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.model.acts import ActCited, ActKind, Session, SourceEvent
from statuteline.model.commencement import OnDate, OnEvent
from statuteline.model.commencement_words import day_of_words
from statuteline.publishers.us_ct.act_ids import special_session, year_of
from statuteline.publishers.us_ct.named_provisions import LEVELS, paths

if TYPE_CHECKING:
    from statuteline.model.provision import Level
    from statuteline.publishers.us_ct.named_provisions import Path

_NOTE: Final = re.compile(r"\*{0,3} ?Note: (?=On and after |Upon )")
_TOLD: Final = re.compile(
    r"(?:On and after )?(?P<when>.{4,300}?), (?P<scope>(?:this section|sub\w+s? \()[^,]*?"
    r"(?:of this section)?),? (?P<how>(?:as amended|added) by .*?),? "
    r"(?:is|are) to read as follows:"
)
_ACT: Final = re.compile(
    r"(?P<sections>sections? [^,]*?) of (?P<kind>public|special) act "
    r"(?P<year>\d\d)-(?P<number>\d+)"
    r"(?: of the (?P<session>[A-Z][a-z]+(?: \d{1,2})?) special session)?"
)
_NAMES: Final = (
    (re.compile(r"subsections?"), "Subsec."),
    (re.compile(r"subdivisions?"), "Subdiv."),
    (re.compile(r"subparagraphs?"), "Subpara."),
)


Scope: TypeAlias = "tuple[tuple[Level, str], ...]"
"""A provision: level and bare number of each step from the section down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FutureNote:
    """What the note in front of a coming text tells.

    Args:
        commencement: From when the coming text has effect.
        scope: The provisions that the coming text replaces, each by level and bare number
            from the section down; nothing for the whole section.
        is_added: Whether the provision is a new one.
        acts: The acts that made it, with their sections.
    """

    commencement: OnDate | OnEvent
    scope: tuple[Scope, ...]
    is_added: bool
    acts: tuple[SourceEvent, ...]


def is_future_note(paragraph: str) -> bool:
    """Tell the note behind which a coming text stands."""
    return _NOTE.match(paragraph) is not None


def read_future_note(paragraph: str) -> FutureNote | None:
    """Read the note behind which a coming text stands.

    Args:
        paragraph: A paragraph for which :func:`is_future_note` holds.

    Returns:
        What it tells; None where its words are others than the usual ones.

    Example:
        >>> note = read_future_note(
        ...     "*Note: On and after July 1, 2025, subsection (b) of this section, as "
        ...     "amended by section 5 of public act 24-81, is to read as follows:"
        ... )
        >>> [label for level, label in note.scope[0]], note.acts[0].sections
        (['b'], ('5',))
    """
    told = _TOLD.fullmatch(_NOTE.sub("", paragraph, count=1).strip())
    if told is None:
        return None
    day = day_of_words(told["when"]) if told["when"].count(" ") == 2 else None
    acts = tuple(map(_act, _ACT.finditer(told["how"])))
    scope = _scope(told["scope"])
    if not acts or scope is None:
        return None
    return FutureNote(
        commencement=OnEvent(event=told["when"]) if day is None else OnDate(day=day),
        scope=scope,
        is_added=told["how"].startswith("added"),
        acts=acts,
    )


def _act(match: re.Match[str]) -> SourceEvent:
    special = special_session(match["session"]) if match["session"] else None
    act = ActCited(
        session=Session(year=year_of(match["year"]), special=special),
        kind=ActKind.PUBLIC if match["kind"] == "public" else ActKind.SPECIAL,
        number=match["number"],
    )
    sections = tuple(re.findall(r"\d+[a-z]*", match["sections"]))
    return SourceEvent(origin=act, sections=sections, raw=match.group())


def _scope(words: str) -> tuple[Scope, ...] | None:
    """Give the provisions that words name; nothing for the section, None if unread."""
    words = re.sub(r" ?(?:of )?this section$", "", words)
    if not words:
        return ()
    for name, short in _NAMES:
        words = name.sub(short, words)
    context: Path = ()
    found: tuple[Path, ...] = ()
    for part in reversed(words.split(" of ")):
        found = paths(part, context)
        if not found:
            return None
        context = found[0]
    return tuple(tuple((LEVELS[at], label) for at, label in path) for path in found)
