"""Paragraphs of printed lines: where one ends and the next begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.errors import SourceError
from statuteline.importers._lines import Gap, Line, joined
from statuteline.importers._measure import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CLOSING = "\"”’')]"
_SENTENCE_END = re.compile(r"(?<!\be\.g)(?<!\bi\.e)[.?!][\"”’')\]]*")
_ITEM = re.compile(r"(?P<number>\d{1,2})\.(?: |$)")
ITEM_END = re.compile(r"(?:[;.][\"”’)]*|\b(?:and|or))$")
_LIST_SHARE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedParagraph:
    """One paragraph, its lines joined.

    Args:
        first: Line of the source file on which it begins.
        last: Line of the source file on which it ends.
        text: Its words, without a list number.
        num: Its list number as printed, such as ``1.``; None for other paragraphs.
        alone: Whether a wide gap, a page break or nothing follows it.
    """

    first: int
    last: int
    text: str
    num: str | None = None
    alone: bool = False


def ends_sentence(text: str) -> bool:
    """Tell whether words end with a full stop or its like.

    Example:
        >>> ends_sentence('of a "victim."'), ends_sentence("of a victim;")
        (True, False)
    """
    bare = text.rstrip(_CLOSING)
    return _SENTENCE_END.match(bare, max(0, len(bare) - 1)) is not None


def is_whole(text: str) -> bool:
    """Tell whether words end a sentence with nothing left open in it.

    Example:
        >>> is_whole("It is (e.g., so)."), is_whole("It is (e.")
        (True, False)
    """
    return (
        ends_sentence(text)
        and text.count("(") <= text.count(")")
        and text.count("[") <= text.count("]")
        and text.count('"') % 2 == 0
    )


def blocks(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Part lines where more than the usual distance stands between them."""
    block: list[Line] = []
    for line in lines:
        if line.gap is Gap.PARAGRAPH and block:
            yield tuple(block)
            block = []
        block.append(line)
    if block:
        yield tuple(block)


def column_width(lines: Iterable[Line]) -> int:
    """Estimate the width of a column from its widest line, in units of the type."""
    return max((width(line.text) for line in lines), default=0)


def paragraphs(
    name: str, block: tuple[Line, ...], column: int, open_list: str = ""
) -> tuple[PrintedParagraph, ...]:
    """Join the lines of a block into the paragraphs that a reader sees.

    Print fills a line as far as words fit. So a paragraph ends behind a line that

    * ends a sentence, and
    * is *short*: the next line's first word would have fitted on it; or the next
      line is *inset*: the word behind it would have fitted there, had it not been
      the first line of a paragraph.

    A line that ends a sentence and is full says neither, and the paragraph goes on.
    The measure is the widest line, so a line is called short only if it is; lines
    of a list are measured against nine tenths of it, as lists are set in. A
    numbered line opens a list item if it follows a colon or the item before it.

    Args:
        name: The source's file name, for messages.
        block: Lines without a wide gap between them.
        column: The column's width.
        open_list: The number of the last list item before this block, or ``:`` for
            a colon there; empty for neither.

    Returns:
        The paragraphs, list items among them.

    Raises:
        SourceError: If a numbered list skips a number or has no introduction.
    """
    groups: list[tuple[str | None, list[Line]]] = []
    state = open_list
    for index, line in enumerate(block):
        after = block[index + 1] if index + 1 < len(block) else None
        before = groups[-1][1][-1] if groups else None
        num = _list_number(name, line, before, state)
        if num is not None:
            groups.append((num, [line]))
            state = num
        elif before is None or _is_break(before, line, after, column, state):
            groups.append((None, [line]))
            state = ""
        else:
            groups[-1][1].append(line)
        if state in {"", ":"}:
            state = ":" if line.text.endswith(":") else ""
    return tuple(
        _paragraph(num, tuple(lines), alone=following in {None, Gap.PAGE})
        for (num, lines), following in zip(
            groups, [*(lines[0].gap for _, lines in groups[1:]), None], strict=True
        )
    )


def _paragraph(
    num: str | None, lines: tuple[Line, ...], *, alone: bool
) -> PrintedParagraph:
    text = joined(lines)
    return PrintedParagraph(
        first=lines[0].number,
        last=lines[-1].number,
        text=text.removeprefix(num).lstrip() if num else text,
        num=num,
        alone=alone,
    )


def _is_break(
    before: Line, line: Line, after: Line | None, column: int, state: str
) -> bool:
    if not ends_sentence(before.text):
        return False
    if line.gap is Gap.PAGE and after is None and not ends_sentence(line.text):
        return True
    measure = int(column * _LIST_SHARE) if state not in {"", ":"} else column
    if _fits(before, line, measure):
        return True
    return (
        after is not None
        and not ends_sentence(line.text)
        and _ITEM.match(after.text) is None
        and _fits(line, after, measure)
    )


def _fits(line: Line, after: Line, measure: int) -> bool:
    return width(f"{line.text} {after.text.split()[0]}") <= measure


def _list_number(name: str, line: Line, before: Line | None, state: str) -> str | None:
    """Tell which list item a line opens; None if it opens none.

    A number at the start of a line may also be one that the print carried over from
    the line before; then that line ends neither an item nor a sentence.
    """
    match = _ITEM.match(line.text)
    if match is None:
        return None
    in_list = state not in {"", ":"}
    expected = int(state.rstrip(".")) + 1 if in_list else 1
    if int(match["number"]) == expected and state == ":":
        return match[0].strip()
    if before is not None and not before.text.endswith(":"):
        ended = ITEM_END.search(before.text) if in_list else ends_sentence(before.text)
        if not ended:
            return None
    if int(match["number"]) == expected and in_list:
        return match[0].strip()
    fault = (
        f"The numbered list goes from {state} to {match[0].strip()}"
        if in_list
        else f"A numbered list begins with {match[0].strip()}"
        if state
        else f"Item {match[0].strip()} belongs to no list that a colon introduces"
    )
    raise SourceError(
        fault,
        where=f"{name}, line {line.number}",
        hint="the file may lack lines; take the text out of the document again",
    )
