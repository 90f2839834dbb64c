"""Reading what a clause is about: provisions, sections, and what they belong to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final, TypeVar

from statuteline.acts.clause import ActSections, Code, Portion, Stretch, Target
from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.commencement_words import DAY, day_of_words
from statuteline.model.provision import Level
from statuteline.model.published import Edition, EditionKind
from statuteline.publishers.us_ct.act_ids import special_session, year_of
from statuteline.publishers.us_ct.named_provisions import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable

    Found = TypeVar("Found")
    _Body = Code | ActCited


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)


_AND: Final = _pattern(r", and |, | and ")
_LEVEL: Final = _pattern(rf"({'|'.join(level.value for level in LEVELS)})s? ")
_LABELS: Final = _pattern(r"\((\w{1,5})\)(?: to \((\w{1,5})\), inclusive)?")
_SECTIONS: Final = _pattern(r"sections? ")
_NUMBER: Final = r"\d+[a-z]*(?:-\d+[a-z]*)*"
_NUMBERS: Final = _pattern(rf"({_NUMBER})(?: to ({_NUMBER}), inclusive)?(?![\w-])")
_OF: Final = _pattern(r",? of ")
_OF_CODE: Final = _pattern(
    r",? of the (?:(?P<supplement>\d{4}) supplement to the )?general statutes"
    rf"(?:, (?:revision of 1958, )?revised to (?P<revised>{DAY}))?"
)
_ACT: Final = (
    r"(?P<kind>public|special) act (?P<year>\d\d)-(?P<number>\d+)(?!\d)"
    r"(?: of the (?P<session>\w+\.?(?: \d+)?)(?: \d{4})? special session)?"
)
_AN_ACT: Final = _pattern(_ACT)
_OF_ACT: Final = _pattern(rf",? of {_ACT}")
_THIS_ACT: Final = _pattern(r"this act\b")
_AS_AMENDED: Final = _pattern(r",? as amended by ")
_COMMA: Final = re.compile(r",(?= )")


class Words:
    """The words of a clause, read from left to right.

    Args:
        text: The words, one space between each two.
    """

    __slots__ = ("_at", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Read words of a pattern that come next; None where others come."""
        found = pattern.match(self._text, self._at)
        if found is not None:
            self._at = found.end()
        return found

    def some(self, one: Callable[[Words], Found | None]) -> tuple[Found, ...]:
        """Read a list, "A, B and C"; what does not go on with it is left unread."""
        found: list[Found] = []
        at = self._at
        while (item := one(self)) is not None:
            found.append(item)
            at = self._at
            if self.take(_AND) is None:
                break
        self._at = at
        return tuple(found)

    def attempt(self, one: Callable[[Words], Found | None]) -> Found | None:
        """Read something, or nothing at all."""
        at = self._at
        found = one(self)
        if found is None:
            self._at = at
        return found


def read_targets(words: Words) -> tuple[Target, ...]:
    """Read texts that are named one behind the other.

    Returns:
        The texts. One that does not say what it belongs to belongs to the same as the
        next that does. None at all where that is not told or nothing can be read.
    """
    found = words.some(lambda here: here.attempt(_target))
    targets: list[Target] = []
    body: _Body | None = None
    for target, own in reversed(found):
        body = own or body
        if body is None:
            return ()
        targets.append(replace(target, body=body))
    return tuple(reversed(targets))


def read_portions(words: Words) -> tuple[Portion, ...]:
    """Read provisions that are named one behind the other; none where others come."""
    return words.some(lambda here: here.attempt(_portion))


def read_numbers(words: Words) -> tuple[Stretch, ...]:
    """Read numbers of sections that are named one behind the other."""
    return words.some(_numbers)


def _target(words: Words) -> tuple[Target, _Body | None] | None:
    portions = read_portions(words)
    if portions and words.take(_OF) is None:
        return None
    if words.take(_SECTIONS) is None:
        return None
    sections = read_numbers(words)
    if not sections:
        return None
    body = _body(words)
    target = Target(
        body=body or Code(), sections=sections, portions=portions, chain=_chain(words)
    )
    return target, body


def _portion(words: Words) -> Portion | None:
    level = words.take(_LEVEL)
    if level is None:
        return None
    labels = words.some(_labels)
    if not labels:
        return None
    within: list[tuple[Level, str]] = []
    while (outer := words.attempt(_outer)) is not None:
        within.append(outer)
    return Portion(
        level=Level(level[1].lower()), labels=labels, within=tuple(reversed(within))
    )


def _outer(words: Words) -> tuple[Level, str] | None:
    level = words.take(_LEVEL) if words.take(_OF) is not None else None
    label = words.take(_LABELS) if level is not None else None
    if level is None or label is None or label[2]:
        return None
    return Level(level[1].lower()), label[1]


def _labels(words: Words) -> Stretch | None:
    return _stretch(words.take(_LABELS))


def _numbers(words: Words) -> Stretch | None:
    return _stretch(words.take(_NUMBERS))


def _stretch(found: re.Match[str] | None) -> Stretch | None:
    return None if found is None else Stretch(first=found[1], last=found[2])


def _body(words: Words) -> _Body | None:
    code = words.take(_OF_CODE)
    return _act(words, _OF_ACT) if code is None else Code(edition=_edition(code))


def _edition(code: re.Match[str]) -> Edition | None:
    if code["supplement"]:
        day = date(int(code["supplement"]), 1, 1)
        return Edition(revised_to=day, kind=EditionKind.SUPPLEMENT)
    revised = day_of_words(code["revised"]) if code["revised"] else None
    if revised is None:
        return None
    return Edition(revised_to=revised, kind=EditionKind.REVISION)


def _act(words: Words, pattern: re.Pattern[str] = _AN_ACT) -> ActCited | None:
    found = words.take(pattern)
    if found is None:
        return None
    special = found["session"]
    return ActCited(
        session=Session(
            year=year_of(found["year"]),
            special=special_session(special) if special else None,
        ),
        kind=ActKind.PUBLIC if found["kind"].lower() == "public" else ActKind.SPECIAL,
        number=found["number"],
    )


def _chain(words: Words) -> tuple[ActSections, ...]:
    if words.take(_AS_AMENDED) is None:
        return ()
    found = words.some(lambda here: here.attempt(_amender))
    words.take(_COMMA)
    return found


def _amender(words: Words) -> ActSections | None:
    """Read what amended a text: sections of an act, or an act."""
    sections: tuple[Stretch, ...] = ()
    if words.take(_SECTIONS) is not None:
        sections = read_numbers(words)
        if not sections or words.take(_OF) is None:
            return None
    if words.take(_THIS_ACT) is not None:
        return ActSections(act=None, sections=sections)
    act = _act(words)
    return None if act is None else ActSections(act=act, sections=sections)
