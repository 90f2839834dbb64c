"""The texts of a work with their days, and the words of each in one run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.history.timeline import timeline
from statuteline.rules.flat_text import flat_text

if TYPE_CHECKING:
    from statuteline.history.timeline import Entry
    from statuteline.model.work import Expression
    from statuteline.rules.flat_text import FlatText


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidText:
    """A text that is in force on some days, laid out once for all who look in it.

    Args:
        entry: The text and its days.
        flat: Its words.
    """

    entry: Entry
    flat: FlatText


def laid_texts(expressions: tuple[Expression, ...]) -> tuple[LaidText, ...]:
    """Lay out the texts of a work, the earliest first.

    Args:
        expressions: All records of the work, in one language.

    Raises:
        CorpusError: If they are of two works, or in two languages.
    """
    entries = timeline(expressions).entries
    return tuple(
        LaidText(entry=one, flat=flat_text(one.expression.body)) for one in entries
    )
