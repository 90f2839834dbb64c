"""Plain text, with or without the headings and the bold words of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from statuteline.drafts._encoding import decoded
from statuteline.drafts._expression import draft_text
from statuteline.drafts._passages import one_spaced, paragraphs, passage
from statuteline.drafts._signs import is_text
from statuteline.drafts.base import Draft

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.drafts._passages import Passage
    from statuteline.drafts.base import DraftFile, DraftText

_LINE_END: Final = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})\s+(.*)")
_BOLD: Final = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*")


def _read(file: DraftFile) -> DraftText:
    text = decoded(file.data, file.name)
    return draft_text(file, tuple(_passages(_LINE_END.split(text))))


def _passages(lines: list[str]) -> Iterator[Passage]:
    here: list[str] = []
    for line in lines:
        heading = _HEADING.fullmatch(line)
        if heading is None:
            here.append(line)
            continue
        yield from map(_passage, paragraphs(here))
        here = []
        words = _BOLD.sub(r"\1", _unclosed(one_spaced(heading[2])))
        if words:
            yield passage(words, heading=len(heading[1]))
    yield from map(_passage, paragraphs(here))


def _unclosed(heading: str) -> str:
    """Drop the signs that may close a heading; one that is part of a word stays."""
    bare = heading.rstrip("#")
    return bare.rstrip() if not bare or bare.endswith(" ") else heading


def _passage(words: str) -> Passage:
    first = _BOLD.match(words)
    return passage(_BOLD.sub(r"\1", words), bold=len(first[1]) if first else 0)


DRAFT = Draft(
    summary="Plain text in UTF-8, hard-wrapped or not, or simple Markdown.",
    suffixes=(".txt", ".text", ".md", ".markdown"),
    recognises=is_text,
    read=_read,
)
