"""What the pages of documents about the law share: where the words come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.model.days import day_in_words
from statuteline.publish._wording import whose

if TYPE_CHECKING:
    from statuteline.model.work import Expression
    from statuteline.website.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a document comes from.

    Args:
        whose: Whose words it holds, and who made it.
        day: Its day, or the day on which it was received.
        source: The name of the file that it was read from; empty for none.
        source_digest: The digest of that file.
        file: The file that holds it here.
        address: The address of that file on a code host; empty for none.
        digest: The digest of that file.
    """

    whose: str
    day: str
    source: str
    source_digest: str
    file: str
    address: str
    digest: str


def provenance(source: Source, text: Expression) -> Provenance:
    """Say where a document comes from, and whose words it holds."""
    author = source.corpus.uris.series(text.id.work).author
    received = text.source.received if text.source is not None else None
    return Provenance(
        whose=f"{whose(text.words)} Its author: {author}.",
        day=(
            f"Undated; received on {day_in_words(received)}."
            if received is not None
            else f"{day_in_words(text.id.version)}."
        ),
        source=text.source.name if text.source is not None else "",
        source_digest=text.source.sha256 if text.source is not None else "",
        file=f"{text.id}.xml",
        address=source.source_of(text.id),
        digest=source.texts_of(text.id.work).digest(text.id),
    )
