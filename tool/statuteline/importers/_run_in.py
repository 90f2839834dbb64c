"""Run-in parts of a list item: (a), (b), (c) inside a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import ascii_lowercase

_MARKER = re.compile(r"(?<!\S)\((?P<letter>[a-z])\)(?=\s)")
_NAMED = re.compile(r"\b(?:subsections?|subdivisions?|paragraphs?|clauses?|or|and) $")
_TAIL = re.compile(
    r"(?P<words>.*\S)\s(?P<tail>\(§[^()]*\)(?:\s\([^()]*\))*[;,.]?(?:\s(?:and|or))?)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunIn:
    """A list item cut into its run-in parts.

    Args:
        intro: The words before the first part; all of them if there is none.
        parts: Each part's printed number and words.
        wrap_up: Words behind the last part that belong to the whole item.
    """

    intro: str
    parts: tuple[tuple[str, str], ...] = ()
    wrap_up: str = ""


def run_in_parts(text: str) -> RunIn:
    """Cut a list item at its run-in numbers.

    Only a whole sequence counts: (a), then (b), and so on, each once and set apart
    by spaces; else the words stay together. A section reference in brackets behind
    the last part, with what follows it, belongs to the whole item.

    Args:
        text: The words of the item, without its own number.

    Returns:
        The item in parts; its words are in the same order as before.

    Example:
        >>> found = run_in_parts("helps by (a) asking and (b) paying (§ 2); and")
        >>> found.intro, found.parts, found.wrap_up
        ('helps by', (('(a)', 'asking and'), ('(b)', 'paying')), '(§ 2); and')
    """
    markers = list(_MARKER.finditer(text))
    letters = "".join(marker["letter"] for marker in markers)
    if len(letters) < 2 or not ascii_lowercase.startswith(letters):
        return RunIn(intro=text)
    if _NAMED.search(text[: markers[0].start()]):
        return RunIn(intro=text)
    ends = [*(marker.start() for marker in markers[1:]), len(text)]
    parts = [
        (marker[0], text[marker.end() : end].strip())
        for marker, end in zip(markers, ends, strict=True)
    ]
    tail = _TAIL.fullmatch(parts[-1][1])
    wrap_up = tail["tail"] if tail else ""
    if tail:
        parts[-1] = (parts[-1][0], tail["words"])
    return RunIn(
        intro=text[: markers[0].start()].strip(), parts=tuple(parts), wrap_up=wrap_up
    )
