"""A draft as an expression: named after its file, dated by nothing."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from statuteline.drafts._sections import sections
from statuteline.drafts.base import DraftText
from statuteline.errors import DraftError
from statuteline.model.ids import ExpressionId, WorkId
from statuteline.model.text import block_text
from statuteline.model.work import Expression, Kind, SourceDocument, Words

if TYPE_CHECKING:
    from statuteline.drafts._passages import Passage
    from statuteline.drafts.base import DraftFile

_LONGEST: Final = 200_000
"""Characters of a paragraph or table row: many times the longest that are known."""


def _lines(one: Passage) -> list[str]:
    return block_text(one.block).split("\n")


def draft_text(
    file: DraftFile, passages: tuple[Passage, ...], notes: tuple[str, ...] = ()
) -> DraftText:
    """Make the text of a draft.

    Args:
        file: The file it was read from.
        passages: What it says, in order.
        notes: What a reader of a comparison should know of it.

    Raises:
        DraftError: If it says nothing.
    """
    if not passages:
        raise DraftError("The file has no words", where=file.name)
    longest = max(len(line) for one in passages for line in _lines(one))
    if longest > _LONGEST:
        raise DraftError(
            f"A paragraph of the file has {longest} characters; no law has one of more "
            f"than {_LONGEST}",
            where=file.name,
            hint="end its paragraphs with line breaks",
        )
    number = re.sub(r"[^0-9A-Za-z]+", "-", file.name).strip("-") or "text"
    expression = Expression(
        id=ExpressionId(WorkId("xx", "draft", number), "eng", file.read_on),
        kind=Kind.DRAFT,
        title=file.name,
        words=Words.SOURCE,
        recorded=file.read_on,
        created=file.read_on,
        source=SourceDocument(name=file.name, sha256=sha256(file.data).hexdigest()),
        body=sections(passages),
    )
    return DraftText(expression=expression, notes=notes)
