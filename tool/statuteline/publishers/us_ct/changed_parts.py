"""Which provisions a history note names as changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from statuteline.publishers.us_ct.named_provisions import (
    ADDRESSES,
    bare,
    is_absolute,
    paths,
)

if TYPE_CHECKING:
    from statuteline.publishers.us_ct.named_provisions import Path

_OF_OTHERS: Final = r"(?! of (?:Sec|section|P\.A|said|such|chapter))"
_VERB: Final = (
    r"(?P<verb>amend|revis|add|insert|delet|repeal|eliminat|replac|rewrit|rewrot|remov)"
    r"(?P<form>ed|ing|e)?"
)
_NAMED: Final = re.compile(
    rf"\b{_VERB} (?:entire |provisions? (?:in|of) |definitions? (?:in|of) )?"
    rf"(?:(?P<whole>(?:the |this )?section\b)|(?P<what>{ADDRESSES}){_OF_OTHERS})"
    rf"|\b[Ii]n (?P<within>{ADDRESSES}){_OF_OTHERS}"
)
_MAKES_CONTEXT: Final = frozenset({"amend", "revis"})


def changed_parts(words: str) -> tuple[tuple[str, ...], ...]:
    """Give the provisions that words of a history note name as changed.

    Args:
        words: What an item tells of an act.

    Returns:
        Their bare numbers below the section, in the order named, each once; the empty
        path where the section as a whole is named; nothing where no part is.

    Example:
        >>> changed_parts("amended Subsec. (b) by adding Subdiv. (3) re fees")
        (('b',), ('b', '3'))
    """
    found: list[tuple[str, ...]] = []
    context: Path = ()
    for match in _NAMED.finditer(words):
        if match["whole"]:
            found.append(())
            continue
        named = match["what"] or match["within"]
        makes_context = match["within"] or match["verb"] in _MAKES_CONTEXT
        # A past tense tells of the section, a participle of what was last amended.
        here = () if match["form"] == "ed" and not is_absolute(named) else context
        parts = paths(named, here)
        found += map(bare, parts)
        if makes_context:
            context = parts[0] if len(parts) == 1 else ()
    return tuple(dict.fromkeys(found))
