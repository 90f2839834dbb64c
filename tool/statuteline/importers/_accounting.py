"""Character accounting: nothing of a source is lost, doubled or moved."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from statuteline.errors import SourceError
from statuteline.model.text import block_text, prose_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.provision import Provision
    from statuteline.model.text import Block
    from statuteline.model.work import Furniture


def check_characters(
    name: str,
    text: str,
    furniture: tuple[Furniture, ...],
    front: tuple[Block, ...],
    body: tuple[Provision, ...],
) -> None:
    """Check that every character of a source is in its text once, and in order.

    White space does not count: the importer decides where lines join.

    Args:
        name: The source's file name, for the message.
        text: The whole source.
        furniture: Its characters that are no text.
        front: What was read before the body.
        body: The provisions that were read.

    Raises:
        SourceError: If a character of the source is in neither, in both, twice, or
            in another order, or if furniture is not where it says.
    """
    expected = _source_characters(name, text, furniture)
    last = 1
    for wanted, found in zip_longest(expected, _read_characters(front, body)):
        if wanted is None:
            raise SourceError(
                f"The text that was read goes on behind the source, with {found!r}",
                where=f"{name}, line {last}",
                hint="this is a fault of the importer; please report it",
            )
        last, character = wanted
        if character != found:
            raise SourceError(
                "The text that was read is not the text of the source: "
                f"{character!r} stands there, {found!r} was read",
                where=f"{name}, line {last}",
                hint="this is a fault of the importer; please report it",
            )


def _source_characters(
    name: str, text: str, furniture: tuple[Furniture, ...]
) -> Iterator[tuple[int, str]]:
    lines = text.split("\n")
    dropped: set[tuple[int, int]] = set()
    for piece in furniture:
        start = piece.column - 1
        places = {(piece.line, start + offset) for offset in range(len(piece.text))}
        there = lines[piece.line - 1][start : start + len(piece.text)]
        if there != piece.text or dropped & places:
            raise SourceError(
                f"{piece.text!r} was set aside at column {piece.column} but does "
                "not stand there, or was set aside twice",
                where=f"{name}, line {piece.line}",
                hint="this is a fault of the importer; please report it",
            )
        dropped |= places
    for number, line in enumerate(lines, 1):
        for index, character in enumerate(line):
            if not character.isspace() and (number, index) not in dropped:
                yield number, character


def _read_characters(
    front: tuple[Block, ...], body: tuple[Provision, ...]
) -> Iterator[str]:
    for words in (*map(block_text, front), *_body_words(body)):
        yield from (character for character in words if not character.isspace())


def _body_words(body: tuple[Provision, ...]) -> Iterator[str]:
    for provision in body:
        yield provision.num or ""
        yield prose_text(provision.heading)
        yield from map(block_text, provision.intro)
        yield from _body_words(provision.children)
        yield from map(block_text, provision.wrap_up)
