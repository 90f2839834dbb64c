"""What revisors change in words of an act when they print them in the code.

An act speaks of itself; the code cannot. Sections of "this act" get their numbers in the
code, "the effective date of this section" becomes a day, and ", as amended by this act"
falls away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from statuteline.model.commencement_words import DAY

_NUMBERS: Final = r"\d+[a-z]?(?:(?:, inclusive)?(?:, and |, | and | to )\d+[a-z]?)*"
_OF_ACT: Final = r"(?:, inclusive,)? of (?:this act|public act \d\d-\d+)"
_IN_CODE: Final = r"(?:this section|(?:sub)?sections? [\w ,()-]{1,200}?|chapter \w+)"
_KINDS: Final = (
    (rf",? as amended by (?:sections? {_NUMBERS}{_OF_ACT}|this act)(?:,(?= ))?", r",?"),
    (rf"sections? {_NUMBERS}{_OF_ACT}", _IN_CODE),
    (r"the effective date of this (?:section|act)", DAY),
    (r"this act\b", rf"(?:{_IN_CODE}|public act \d\d-\d+)"),
)
"""How an act says something, and how the code says it instead."""
_PHRASE: Final = re.compile("|".join(f"({said})" for said, _ in _KINDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewording:
    """Words of an act that revisors put otherwise.

    Args:
        act: The words of the act.
        code: The words of the code; empty where they fell away.
    """

    act: str
    code: str


def rewordings(computed: str, published: str) -> tuple[Rewording, ...] | None:
    """Tell whether two texts differ only in how an act speaks of itself.

    Args:
        computed: Words made of an act, print left aside.
        published: Words of the code, print left aside.

    Returns:
        The words that are put otherwise; None where anything else differs.

    Example:
        >>> rewordings("Fees under section 3 of this act.", "Fees under section 9-14.")
        (Rewording(act='section 3 of this act', code='section 9-14'),)
        >>> rewordings("Fees under this act.", "Fines under section 9-14.") is None
        True
    """
    said = tuple(_PHRASE.finditer(computed))
    if not said:
        return None
    parts: list[str] = []
    done = 0
    for phrase in said:
        instead = _KINDS[(phrase.lastindex or 1) - 1][1]
        parts += [re.escape(computed[done : phrase.start()]), f"({instead})"]
        done = phrase.end()
    found = re.fullmatch("".join([*parts, re.escape(computed[done:])]), published)
    if found is None:
        return None
    pairs = zip((phrase[0] for phrase in said), found.groups(), strict=True)
    return tuple(Rewording(act=act, code=code) for act, code in pairs if act != code)
