"""When the parts of an item of a history note took effect, as the item tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.model.commencement import OnDate, OnEvent, Unknown
from statuteline.model.commencement_words import DAY, day_of_words

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.commencement import Commencement

VERB: Final = (
    r"(?:amended|added|deleted|repealed|redesignated|designated|relettered|renumbered|"
    r"replaced|substituted|changed|made|inserted|revised|eliminated|increased|decreased|"
    r"removed|required|provided|established|extended|redefined|defined|divided|restored|"
    r"transferred|authorized|specified|applied|included|reduced|allowed|limited|codified)\b"
)
"""A deed in the past tense: what the act did to the section."""
_EVENT: Final = (
    r"(?:upon|in accordance with|(?:on )?(?:the )?date|when|with the|"
    r"the (?:later|earlier|first)|(?:ninety|sixty|thirty|\d+) days? (?:after|from))\b"
)
_EFFECTIVE: Final = re.compile(
    rf"(?P<lead>^,? ?|\band,? |[,;)] ?| )effective (?:on |as of |from )?"
    rf"(?:(?P<day>{DAY})(?P<more>(?:, {DAY})*,? and {DAY}(?:,? respectively)?)?"
    rf"|(?P<event>(?!dates? (?:of|section)\b){_EVENT}"
    rf"(?:(?!, (?:and )?(?:further )?{VERB})[^;]){{1,400}})"
    r"|(?P<other>(?!(?:dates?|periods?|provisions?|until|for|as|to|in|by|and|or)\b)\w+))"
)
_ENDS: Final = re.compile(r"[).,; ]*$|,? (?:and )?applicable\b|;")
_NAMELY: Final = re.compile(rf"(?:i\. ?e\.|namely),? (?P<day>{DAY})$")
_IS: Final = re.compile(r"\b(?:is|are|be|was|were|become|became|remain|shall)$")
_GOES_ON: Final = re.compile(rf",? (?:(?:both|also|further|each) )*{VERB}")
_NEW: Final = re.compile(
    rf"(?:^|[,;)]) ?(?:and |but )?(?:(?:further|also|again|both) )*"
    rf"(?:in [Ss]ub\w+\. ?\(\w+\)(?:\(\w+\))*,? )?(?P<verb>(?!provided){VERB})"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Words of an item, with the day from which what they tell has effect.

    Args:
        words: The words.
        commencement: When; None where the item is silent.
        each: Days of several acts, one for each act that the item opens with; mostly
            none.
    """

    words: str
    commencement: Commencement | None
    each: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """An item cut where it tells a day.

    Args:
        clauses: Its parts; none of an item that tells nothing but its act.
        unread: Whether it speaks of a day in words that are not read.
    """

    clauses: tuple[Clause, ...]
    unread: bool


def dated(words: str) -> Dated:
    """Cut an item where it tells when something took effect.

    A day stands behind what it is told of. Behind the head of an item, and between "and"
    and a verb, it stands in front.

    Args:
        words: An item behind the acts that open it, with no words in quotation marks: a
            text that is quoted tells days of its own.

    Example:
        >>> for one in dated("amended Subsec. (a), effective July 1, 2013, and "
        ...                  "added Subsec. (b)").clauses:
        ...     print(one.words.strip(), one.commencement)
        amended Subsec. (a), and OnDate(day=datetime.date(2013, 7, 1))
        added Subsec. (b) None
    """
    found = _EFFECTIVE.finditer(words) if "effective" in words else ()
    marks = [match for match in found if _tells(words, match)]
    ends = [*(match.start() for match in marks), len(words)]
    clauses: list[Clause] = []
    said, coming = words[: ends[0]], None
    unread = False
    for match, end in zip(marks, ends[1:], strict=True):
        commencement = _commencement(match)
        behind = words[match.end() : end]
        if _stands_in_front(words, match):
            clauses += _clause(said, coming)
            said, coming = behind, commencement
        elif coming is not None:
            # A day in front and one behind: which words are whose is not told.
            clauses.append(Clause(words=said, commencement=Unknown()))
            unread = True
            said, coming = behind, None
        else:
            new = _NEW.search(behind)
            cut = new.start("verb") if new else len(behind)
            if not _has_words(said) and clauses:
                said = clauses.pop().words
            clauses.append(
                Clause(
                    words=f"{said}{behind[:cut]}",
                    commencement=commencement,
                    each=_days(match) if match["more"] else (),
                )
            )
            said = behind[cut:]
        unread |= commencement == Unknown()
    clauses += _clause(said, coming)
    return Dated(clauses=tuple(clauses), unread=unread)


def _tells(words: str, match: re.Match[str]) -> bool:
    """Tell a day of commencement from days that words about the text speak of."""
    if match["lead"] == " " and match.start():
        is_last = _ENDS.match(words, match.end()) is not None
        return (
            match["day"] is not None and is_last and not _IS.search(words, 0, match.start())
        )
    return True


def _stands_in_front(words: str, match: re.Match[str]) -> bool:
    opens = match.start() == 0 or match["lead"].startswith("and")
    return opens and _GOES_ON.match(words, match.end()) is not None


def _commencement(match: re.Match[str]) -> Commencement:
    if match["event"]:
        event = match["event"].strip(" .,)")
        day = _NAMELY.search(event)
        known = day_of_words(day["day"]) if day else None
        return OnEvent(event=event) if known is None else OnDate(day=known)
    days = _days(match)
    return OnDate(day=days[0]) if len(days) == 1 else Unknown()


def _days(match: re.Match[str]) -> tuple[date, ...]:
    printed = re.findall(DAY, f"{match['day'] or ''}{match['more'] or ''}")
    days = tuple(filter(None, map(day_of_words, printed)))
    return days if len(days) == len(printed) else ()


def _clause(words: str, commencement: Commencement | None) -> tuple[Clause, ...]:
    if commencement is None and not _has_words(words):
        return ()
    return (Clause(words=words, commencement=commencement),)


def _has_words(words: str) -> bool:
    return any(map(str.isalpha, words))
