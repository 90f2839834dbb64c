"""Redesignations that history notes tell: which number a provision had, and got.

The notes say it in stock phrases, such as "amended Subsec. (b) by adding new Subdiv. (2) re
fees and redesignating existing Subdiv. (2) as Subdiv. (3)". A past tense tells of the
section, a participle or infinitive of what was last said to be amended.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.publishers.us_ct.named_provisions import (
    ADDRESSES,
    ITEM,
    LIST,
    QUALITY,
    WORD,
    is_absolute,
    paths,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.publishers.us_ct.named_provisions import Path

_WHAT: Final = r"(?:(?:existing )?(?:provisions?|definitions?) (?:in|of) )?"
_VERB: Final = r"re(?:designat(?:ed|ing|e)|(?:number|letter)(?:ed|ing)?)"
_NEW: Final = rf"(?:{ADDRESSES}|{LIST})"
"""Older notes leave the level out behind "as": "former Subsec. (b) as (c)"."""
_TOLD: Final = re.compile(
    rf"(?P<amended>\b(?:amend|revis)(?:ed|ing|e)? )(?:provisions? (?:in|of) )?"
    rf"(?:(?P<same>same|therein)\b|(?P<context>{ADDRESSES}))"
    rf"|\b(?P<verb>{_VERB}) {_WHAT}(?P<old>{ADDRESSES})"
    rf"(?: re [^,;]{{0,200}}?)?"
    rf",? as (?P<new>{_NEW})"
    rf"(?:, codified by the Revisors as (?P<codified>{ADDRESSES}))?"
    rf"|\bredesignated {ADDRESSES}(?! as\b)"
    rf"|\b(?:re)?designat(?:ed|ing|e) (?:existing |former )?(?:provision|language)"
    rf"(?:(?!designat)[^;]){{0,300}}? as {QUALITY}(?P<part>{WORD} {ITEM})"
    rf"|\b(?P<failed>re(?:designat(?:ed|ing|e|ion)|(?:number|letter)(?:ed|ing)))\b"
)
_MORE: Final = re.compile(
    rf"(?:,| and|, and) {_WHAT}(?P<old>{ADDRESSES})(?: re [^,;]{{0,200}}?)?"
    rf" as (?P<new>{_NEW})"
)
_LEVEL: Final = re.compile(rf"{WORD}(?= )")


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
class Redesignations:
    """What one act's note tells of renumbering.

    Args:
        told: The redesignations with both addresses.
        unread: How many phrases speak of redesignation in words that are not read.
    """

    told: tuple[Told, ...]
    unread: int


def read_redesignations(event: str) -> Redesignations:
    """Read what a note says of one act.

    Args:
        event: The words of one item of a history note.

    Example:
        >>> words = "amended Subsec. (b) by redesignating Subdiv. (2) as Subdiv. (3)"
        >>> read_redesignations(words).told[0].new
        ((0, 'b'), (1, '3'))
    """
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
                named = paths(found["context"], context or ())
                context = named[0] if len(named) == 1 else None
        elif found["part"]:
            part = paths(found["part"], context or ())[0]
        elif found["verb"]:
            pairs, at = _with_more(event, found)
            for old_text, new_text in pairs:
                new = tuple(_told(old_text, new_text, found["verb"], context, part))
                told += new
                unread += not new
        elif found["failed"]:
            unread += 1
    return Redesignations(told=tuple(told), unread=unread)


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
    if context is None and not (is_absolute(old_text) and is_absolute(new_text)):
        return
    here = context or ()
    old = paths(old_text, here)
    if new_text.startswith("("):
        new_text = f"{_LEVEL.findall(old_text)[-1]} {new_text}"
    new = paths(new_text, part if part[: len(here)] == here and part else here)
    if len(old) != len(new):
        return
    for before, after in zip(old, new, strict=True):
        yield Told(old=before, new=after, section_wide=verb.endswith("ed"))
