"""What an importer is given and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from statuteline.corpus.uris import Uris
    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to import, and what only the user can know about it.

    Args:
        name: Its file name, for messages and provenance.
        data: Its bytes.
        recorded: Today: the day the corpus learns it.
        dated: The document's own date; None where it has none.
        received: The day it was received; stands in for a missing own date.
        work: The work it is to be stored as; None where the document says so itself.
        uris: The URIs of the corpus it goes to; None for kinds that do not link.
    """

    name: str
    data: bytes
    recorded: date
    dated: date | None = None
    received: date | None = None
    work: WorkId | None = None
    uris: Uris | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """A reader of one kind of source.

    Args:
        summary: One sentence for the help text.
        read: Turns a source into an expression; raises SourceError, naming file
            and line, when the source is not of its kind.
    """

    summary: str
    read: Callable[[Source], Expression]
