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

_BRACKETS: Final = re.compile(r"(?<!\*)\**\((?P<label>[a-z]{1,7}|[A-Z]{1,7}|\d{1,3})\)")
_NEAR: Final = 120
"""Characters beside a number that tell what it is."""
_FREE_BEHIND: Final = re.compile(r"\s|\(|$")
_FREE_BEFORE: Final = re.compile(r"(?:^|\s)(?:\([0-9A-Za-z]{1,7}\))*$")
_AT_HEAD: Final = {
    Form.BRACKET: re.compile(r"\s*(?P<label>[a-z]{1,7}|[A-Z]{1,7}|\d{1,3})\)(?=\s|\(|$)"),
    Form.ARTICLE: re.compile(
        r"\s*(?:ARTICLE|Article) (?P<label>[IVXL]{1,7})(?:\.(?=\s)|(?=\s*$))"
    ),
    Form.SECTION: re.compile(r"\s*SECTION (?P<label>\d{1,2})\.(?=\s)"),
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
    at = _after_space(text, 0)
    forms = {step.form for step in scheme.steps}
    for form, pattern in _AT_HEAD.items():
        found = pattern.match(text) if form in forms else None
        if found and (readings := _readings(found["label"], form, scheme)):
            yield _marker(index, found, readings, head=True)
            at = _after_space(text, found.end())
    brackets = tuple(_BRACKETS.finditer(text))
    heads = _heads(text, brackets, at)
    cited = _cited(text, brackets, heads)
    for found in brackets:
        start = found.start()
        linked = any(first <= start < last for first, last in links)
        if start in cited or linked or not _stands_free(text, found):
            continue
        if _is_quoted(text[:start]):
            continue
        if readings := _readings(found["label"], Form.BRACKETS, scheme):
            yield _marker(index, found, readings, head=start in heads)


def _after_space(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip())


def _heads(text: str, brackets: tuple[re.Match[str], ...], at: int) -> set[int]:
    """Give where the numbers stand that open the paragraph, one behind the other."""
    heads = set()
    for found in brackets:
        if found.start() != at:
            break
        heads.add(at)
        at = _after_space(text, found.end())
    return heads


def _cited(text: str, brackets: tuple[re.Match[str], ...], heads: set[int]) -> set[int]:
    """Give where the numbers stand that only say what is meant."""
    cited: set[int] = set()
    end: int | None = None
    several = False
    for found in brackets:
        before = text[max(0, found.start() - _NEAR) : found.start()]
        after = text[found.end() : found.end() + _NEAR]
        attached = bool(before) and not before[-1].isspace()
        named = found.start() not in heads and is_named(before)
        joined = end is not None and goes_on(text[end : found.start()])
        if named or is_of_a_provision(after) or (joined and (several or attached)):
            if named:
                several = is_plural(before) or attached
            cited.add(found.start())
            end = found.end()
    return cited


def _stands_free(text: str, found: re.Match[str]) -> bool:
    """Tell whether space or another such number is on both sides of a number."""
    return bool(
        _FREE_BEHIND.match(text, found.end())
        and _FREE_BEFORE.search(text[max(0, found.start() - _NEAR) : found.start()])
    )


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


def _is_quoted(before: str) -> bool:
    """Tell whether a quotation is open: its numbers belong to what it quotes."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
