"""Recognising numbers that may open a provision, and what each may count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.model.text import Paragraph, RangeRef, Ref, prose_text
from statuteline.structure.references import (
    goes_on,
    is_named,
    is_of_a_provision,
    is_plural,
)
from statuteline.structure.scheme import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.text import Block
    from statuteline.structure.scheme import Scheme

_BRACKETS: Final = re.compile(r"\**\((?P<label>[a-z]{1,7}|[A-Z]{1,7}|\d{1,3})\)")
_FREE: Final = re.compile(r"\s|\(|$")
_AT_HEAD: Final = {
    Form.BRACKET: re.compile(r"\s*(?P<label>[a-z]{1,7}|[A-Z]{1,7}|\d{1,3})\)(?=\s|\(|$)"),
    Form.STOP: re.compile(r"\s*(?P<label>[a-z]{1,7}|[A-Z]{1,7}|\d{1,3})\.(?=\s|\(|$)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A number that may open a provision.

    Args:
        block: The paragraph it stands in, from 0.
        start: Where its first character stands in the paragraph.
        end: Where the words behind it begin.
        num: The number as printed.
        label: The bare number.
        head: Whether it opens its paragraph, alone or behind other numbers.
        readings: What it may count: the place of the level in the scheme, and the
            place of the number in its count.
    """

    block: int
    start: int
    end: int
    num: str
    label: str
    head: bool
    readings: tuple[tuple[int, int], ...]


def find_markers(blocks: tuple[Block, ...], scheme: Scheme) -> tuple[Marker, ...]:
    """Find the numbers that may open provisions.

    Args:
        blocks: The paragraphs and tables of a text; tables hold no provisions.
        scheme: The kinds of number to look for.

    Returns:
        Numbers in brackets anywhere, other forms at the head of a paragraph only. Not
        among them: what is cited, what is quoted, what is a link.
    """
    return tuple(
        marker
        for index, block in enumerate(blocks)
        if isinstance(block, Paragraph)
        for marker in _in_paragraph(index, block, scheme)
    )


def _in_paragraph(index: int, block: Paragraph, scheme: Scheme) -> Iterator[Marker]:
    text = prose_text(block.spans)
    links = _links(block)
    at = len(text) - len(text.lstrip())
    for form, pattern in _AT_HEAD.items():
        found = pattern.match(text)
        if found and (readings := _readings(found["label"], form, scheme)):
            yield _marker(index, found, readings, head=True)
            at = found.end()
            at += len(text[at:]) - len(text[at:].lstrip())
    cited: re.Match[str] | None = None
    several = False
    for found in _BRACKETS.finditer(text):
        start = found.start()
        head = start == at
        if head:
            at = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip())
        before, after = text[:start], text[found.end() :]
        named = not head and is_named(before)
        joined = cited is not None and goes_on(text[cited.end() : start])
        of_one = is_of_a_provision(after)
        if named or of_one or (joined and (several or not _space(before))):
            if named:
                several = is_plural(before) or not _space(before)
            cited = found
            continue
        if not _FREE.match(after):
            continue
        if not head and not _space(before) and not _touches(text, start):
            continue
        if any(first <= start < last for first, last in links) or _is_quoted(before):
            continue
        if readings := _readings(found["label"], Form.BRACKETS, scheme):
            yield _marker(index, found, readings, head=head)


def _marker(
    index: int, found: re.Match[str], readings: tuple[tuple[int, int], ...], *, head: bool
) -> Marker:
    num = found[0].strip()
    return Marker(
        block=index,
        start=found.end() - len(num),
        end=found.end(),
        num=num,
        label=found["label"],
        head=head,
        readings=readings,
    )


def _readings(label: str, form: Form, scheme: Scheme) -> tuple[tuple[int, int], ...]:
    return tuple(
        (index, place)
        for index, step in enumerate(scheme.steps)
        if step.form is form and (place := step.numbering.place(label)) is not None
    )


def _links(block: Paragraph) -> tuple[tuple[int, int], ...]:
    """Give where links begin and end."""
    found = []
    at = 0
    for span in block.spans:
        end = at + len(span.text)
        if isinstance(span.mark, Ref | RangeRef):
            found.append((at, end))
        at = end
    return tuple(found)


def _space(before: str) -> bool:
    return not before or before[-1].isspace()


def _touches(text: str, start: int) -> bool:
    """Tell whether a number stands directly behind another that stands free."""
    found = re.search(r"(?:^|\s)(?:\([0-9A-Za-z]{1,7}\))+$", text[:start])
    return found is not None


def _is_quoted(before: str) -> bool:
    """Tell whether a quotation is open: its numbers belong to what it quotes."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
