"""Questions and answers on a page: which blocks make which part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statuteline.errors import SourceError
from statuteline.importers._markdown import BlockKind
from statuteline.importers._paragraphs import is_whole

if TYPE_CHECKING:
    from statuteline.importers._markdown import Inline, MarkdownBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some of a block's words.

    Args:
        inline: All words of the block.
        start: The first character.
        end: Behind the last character.
    """

    inline: Inline
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return self.inline.text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A question with its answers, or a quotation with its origin.

    Args:
        line: Line of the source file on which it begins.
        heading: The question; None for a quotation.
        answers: The paragraphs below it, or the words quoted.
        origin: Who is quoted; None where the page does not say.
    """

    line: int
    heading: Stretch | None = None
    answers: tuple[Stretch, ...] = ()
    origin: Stretch | None = None


def page_title(name: str, blocks: tuple[MarkdownBlock, ...]) -> str:
    """Take the title, which must be the first block.

    Args:
        name: The source's file name, for messages.
        blocks: All blocks of the page.

    Raises:
        SourceError: If the page does not begin with a title, or has two.
    """
    titles = [block for block in blocks if block.kind is BlockKind.TITLE]
    if not titles or titles[0] is not blocks[0] or not titles[0].inline.text:
        raise _fault(name, blocks[0].first, "The page does not begin with a title, # …")
    if len(titles) > 1:
        raise _fault(name, titles[1].first, "The page has a second title")
    return titles[0].inline.text


def page_parts(name: str, blocks: tuple[MarkdownBlock, ...]) -> tuple[Part, ...]:
    """Part a page at its headings, linked openings and quotations.

    Args:
        name: The source's file name, for messages.
        blocks: All blocks of the page.

    Raises:
        SourceError: If a heading has no text, text has no heading or stops in the
            middle of a sentence, or a quotation is not closed by a rule.
    """
    parts: list[Part] = []
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            whole = Stretch(inline=block.inline, start=0, end=len(block.inline.text))
            parts.append(Part(line=block.first, heading=whole))
        elif block.kind is not BlockKind.TEXT:
            continue
        elif block.inline.linked:
            parts.append(_run_in_part(name, block))
        elif _is_quotation(blocks, index):
            parts.append(_quotation(name, block, blocks[index + 1 : index + 2]))
        elif not parts or parts[-1].heading is None:
            raise _fault(name, block.first, "The text belongs to no question")
        else:
            answers = (*parts[-1].answers, _answer(name, block, 0))
            parts[-1] = replace(parts[-1], answers=answers)
    if not parts:
        raise _fault(name, blocks[-1].last, "The page has no question")
    _check_parts(name, parts)
    return tuple(parts)


def _check_parts(name: str, parts: list[Part]) -> None:
    for part in parts:
        if part.heading is not None and not part.heading.text:
            raise _fault(name, part.line, "A heading has no words")
        if not part.answers:
            raise _fault(name, part.line, "A heading has no text below it")


def _run_in_part(name: str, block: MarkdownBlock) -> Part:
    heading = Stretch(inline=block.inline, start=0, end=block.inline.linked)
    answer = _answer(name, block, block.inline.linked)
    return Part(line=block.first, heading=heading, answers=(answer,))


def _answer(name: str, block: MarkdownBlock, start: int) -> Stretch:
    text = block.inline.text
    if not is_whole(text[start:]):
        raise _fault(name, block.last, "The text stops in the middle of a sentence")
    skipped = len(text[start:]) - len(text[start:].lstrip())
    return Stretch(inline=block.inline, start=start + skipped, end=len(text))


def _is_quotation(blocks: tuple[MarkdownBlock, ...], index: int) -> bool:
    after_rule = index > 0 and blocks[index - 1].kind is BlockKind.RULE
    return after_rule and blocks[index].inline.bold[0]


def _quotation(
    name: str, block: MarkdownBlock, following: tuple[MarkdownBlock, ...]
) -> Part:
    if not following or following[0].kind is not BlockKind.RULE:
        raise _fault(name, block.last, "No rule follows the words set off in bold")
    text, bold = block.inline.text, block.inline.bold
    end = bold.index(False) if False in bold else len(text)
    if True in bold[end:]:
        raise _fault(name, block.first, "A quotation and its source are mixed")
    origin = None
    if text[end:].strip():
        start = len(text) - len(text[end:].lstrip())
        origin = Stretch(inline=block.inline, start=start, end=len(text))
    quoted = Stretch(inline=block.inline, start=0, end=len(text[:end].rstrip()))
    return Part(line=block.first, answers=(quoted,), origin=origin)


def _fault(name: str, line: int, what: str) -> SourceError:
    return SourceError(
        what,
        where=f"{name}, line {line}",
        hint="the file may be cut off, or not be an FAQ page",
    )
