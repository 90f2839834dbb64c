"""Reading the clause with which a section of an act says what it does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from statuteline.acts._rewording import read_rewording
from statuteline.acts._targets import Words, read_portions, read_targets
from statuteline.acts.clause import (
    Adds,
    Amends,
    Clause,
    MakesNew,
    Repeals,
    Uncodified,
    Unread,
)
from statuteline.acts.effective import effective_of

if TYPE_CHECKING:
    from datetime import date

    from statuteline.acts.clause import Deed, Target
    from statuteline.model.acts import ActCited

_EFFECTIVE: Final = re.compile(
    r"\(Effective (?P<words>(?:[^()]|\([^()]*\))+)\)", re.IGNORECASE
)
_NEW: Final = re.compile(r"\(NEW\)\s*")
_AMENDS: Final = re.compile(
    r",? (?:is|are) (?:repealed and the following (?:is|are) substituted in lieu thereof"
    r"|amended to read as follows)$"
)
_ADDS: Final = re.compile(r",? (?:is|are) amended by adding ")
_AS_FOLLOWS: Final = re.compile(r"(?:,? as follows)?$")
_REPEALS: Final = re.compile(r",? (?:is|are) repealed$")


def read_clause(words: str, act: ActCited, approved: date | None = None) -> Clause:
    """Read what a section of an act does.

    Args:
        words: The clause, from behind the section's number up to and with the
            effective date; of a repeal, all words of the section.
        act: The act, whose session tells the date where the clause is silent.
        approved: The day the act was approved; None where that is not known.

    Returns:
        What it does and when. What is not understood is kept in its words.

    Example:
        >>> from statuteline.model.acts import ActCited, ActKind, Session
        >>> act = ActCited(session=Session(year=2031), kind=ActKind.PUBLIC, number="7")
        >>> found = read_clause(
        ...     "Subsection (a) of section 9-12 of the general statutes is repealed and "
        ...     "the following is substituted in lieu thereof (Effective July 1, 2031):",
        ...     act,
        ... )
        >>> [one.sections for one in found.deed.targets], found.effective.commencement
        ([(Stretch(first='9-12', last=None),)], OnDate(day=datetime.date(2031, 7, 1)))
    """
    text = " ".join(words.split())
    stated = _EFFECTIVE.search(text)
    rest = text if stated is None else f"{text[: stated.start()]} {text[stated.end() :]}"
    is_new = _NEW.search(rest) is not None
    sentence = " ".join(_NEW.sub("", rest).split()).strip(" .:")
    return Clause(
        deed=_deed(sentence, is_new=is_new),
        effective=effective_of(stated["words"] if stated else "", act, approved),
    )


def _deed(sentence: str, *, is_new: bool) -> Deed:
    if not sentence:
        return MakesNew() if is_new else Uncodified()
    if is_new:
        return Unread(words=sentence)
    words = Words(sentence)
    return (
        read_rewording(sentence)
        or _done_to(read_targets(words), words)
        or Unread(words=sentence)
    )


def _done_to(targets: tuple[Target, ...], words: Words) -> Deed | None:
    """Read what is done to texts; None where that is not understood."""
    if targets and words.take(_REPEALS) is not None:
        return Repeals(targets=targets)
    if targets and words.take(_AMENDS) is not None:
        return Amends(targets=targets)
    if len(targets) != 1 or words.take(_ADDS) is None:
        return None
    added = read_portions(words)
    whole = added and words.take(_AS_FOLLOWS) is not None
    return Adds(target=targets[0], added=added) if whole else None
