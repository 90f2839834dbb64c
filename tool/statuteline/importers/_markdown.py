"""Markdown as advocates' pages use it: blocks of lines, links, bold words, escapes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.errors import SourceError
from statuteline.model.work import Furniture

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = r"(?:\\.|[^\[\]\\])+\]\([^()\s]*\)"
_TOKEN = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<bold>\*\*)"
    rf"|(?P<open>\[)(?={_LINK})"
    r"|(?P<close>\]\([^()\s]*\))"
)
_RULE = re.compile(r"-{3,}")
_HEADING = re.compile(r"(?P<signs>#+) +")
_UNKNOWN = re.compile(r"[-*+>|] |[>|]|\d+\. |```|~~~|<|!\[|={3,}|_{3,}|\*{3,}")


class BlockKind(Enum):
    """What a block of lines is, by its first characters."""

    RULE = "---"
    TITLE = "#"
    HEADING = "##"
    TEXT = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """Words of a block, its markup taken off.

    Args:
        text: The words, lines joined by a space, runs of spaces as one.
        bold: For each character whether it is bold.
        linked: Where the block opens with a link: the end of the linked words.
    """

    text: str
    bold: tuple[bool, ...]
    linked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkdownBlock:
    """Lines without a blank line between them.

    Args:
        kind: What they are.
        first: Line of the source file on which they begin.
        last: Line of the source file on which they end.
        inline: Their words.
        furniture: Their markup, in order.
    """

    kind: BlockKind
    first: int
    last: int
    inline: Inline
    furniture: tuple[Furniture, ...]


def markdown_blocks(name: str, text: str) -> tuple[MarkdownBlock, ...]:
    """Read the blocks of a page.

    Args:
        name: The source's file name, for messages.
        text: The whole source.

    Raises:
        SourceError: If there is markup of another kind, a link that does not end, or
            bold words that do not end.

    Example:
        >>> (block,) = markdown_blocks("page", "[Why?](#) It is **so**.")
        >>> block.inline.text, block.inline.linked
        ('Why? It is so.', 4)
    """
    found: list[MarkdownBlock] = []
    lines: list[tuple[int, str]] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        alone = _RULE.fullmatch(line.strip()) or _HEADING.match(line.lstrip())
        if lines and (alone or not line.strip()):
            found.append(_block(name, BlockKind.TEXT, tuple(lines)))
            lines = []
        if alone:
            found.append(_block(name, _kind(name, number, line), ((number, line),)))
        elif line.strip():
            lines.append((number, line))
    return tuple(found)


def _kind(name: str, number: int, line: str) -> BlockKind:
    heading = _HEADING.match(line.lstrip())
    if heading is None:
        return BlockKind.RULE
    if len(heading["signs"]) > len(BlockKind.HEADING.value):
        raise _fault(name, number, f"A heading {heading['signs']} has no place here")
    return BlockKind(heading["signs"])


def _block(name: str, kind: BlockKind, lines: tuple[tuple[int, str], ...]) -> MarkdownBlock:
    scan = _Scan(name=name)
    for number, line in lines:
        words = line.strip()
        start = line.index(words)
        if kind is BlockKind.RULE:
            scan.set_aside(number, start, words)
            continue
        if kind is not BlockKind.TEXT:
            signs = kind.value
            scan.set_aside(number, start, signs)
            start += len(signs)
        elif _UNKNOWN.match(words):
            raise _fault(name, number, f"Markup such as {words[:3]!r} has no place here")
        scan.read_line(number, line, start)
    return MarkdownBlock(
        kind=kind,
        first=lines[0][0],
        last=lines[-1][0],
        inline=scan.finish(lines[0][0]),
        furniture=tuple(scan.furniture),
    )


class _Scan:
    """Takes markup off the lines of one block."""

    def __init__(self, *, name: str) -> None:
        self.name = name
        self.furniture: list[Furniture] = []
        self.characters: list[tuple[str, bool]] = []
        self.linked = 0
        self.bold_since = 0
        self.link_since = 0
        self.opens_with_link = False

    def set_aside(self, number: int, start: int, text: str) -> None:
        self.furniture.append(Furniture(line=number, column=start + 1, text=text))

    def read_line(self, number: int, line: str, start: int) -> None:
        self._add(" ")
        done = start
        for token in _TOKEN.finditer(line, start):
            if token.lastgroup == "close" and not self.link_since:
                raise _fault(self.name, number, "A link ends that did not begin")
            self._add(line[done : token.start()])
            escaped = token["escaped"] or ""
            markup = "\\" if escaped else token[0]
            self.set_aside(number, token.start(), markup)
            self._turn(token, number)
            self._add(escaped)
            done = token.end()
        self._add(line[done:])
        if self.link_since:
            raise _fault(self.name, self.link_since, "A link does not end on its line")

    def finish(self, first: int) -> Inline:
        if self.bold_since:
            raise _fault(self.name, self.bold_since, "Bold words do not end")
        text = "".join(character for character, _ in self.characters)
        if "](" in text or (text.startswith("[") and not self.linked):
            raise _fault(self.name, first, "Words in brackets open a paragraph as no link")
        end = len(text.rstrip())
        return Inline(
            text=text[:end],
            bold=tuple(bold for _, bold in self.characters[:end]),
            linked=self.linked,
        )

    def _turn(self, token: re.Match[str], number: int) -> None:
        match token.lastgroup:
            case "bold":
                self.bold_since = 0 if self.bold_since else number
            case "open":
                self.link_since = number
                self.opens_with_link = not self.characters
            case "close":
                self.link_since = 0
                if self.opens_with_link and not self.linked:
                    self.linked = len(self.characters)
            case _:
                pass

    def _add(self, words: str) -> None:
        for character in words:
            space = character.isspace()
            if space and (not self.characters or self.characters[-1][0] == " "):
                continue
            self.characters.append((" " if space else character, bool(self.bold_since)))


def _fault(name: str, line: int, what: str) -> SourceError:
    return SourceError(
        what,
        where=f"{name}, line {line}",
        hint="the file may be cut off, or not be an FAQ page",
    )


def all_furniture(blocks: tuple[MarkdownBlock, ...]) -> Iterator[Furniture]:
    """List the markup of all blocks in order."""
    for block in blocks:
        yield from block.furniture
