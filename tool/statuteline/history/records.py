"""Which records of a work count, and what they tell of its life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.errors import CorpusError
from statuteline.model.work import EventKind

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.work import Event, Expression


def current_records(
    expressions: tuple[Expression, ...], known: date | None = None
) -> tuple[Expression, ...]:
    """Choose the records that hold, and put them in the order of the law.

    A corrected record replaces every earlier record of the same version, also where
    it says another first day.

    Args:
        expressions: Records of one work in one language, in any order.
        known: Leave out what was recorded after this day; None for all records.

    Returns:
        Records with a known first day, by that day, then by the day they were
        recorded; behind them the records without one, by version.

    Raises:
        CorpusError: If the records are of two works, or in two languages.
    """
    _check_one_work(expressions)
    recorded = [one for one in expressions if known is None or one.recorded <= known]
    in_turn = sorted(recorded, key=lambda one: one.id.in_time)
    newest = {one.id.version: one.id for one in in_turn}
    holding = [one for one in recorded if one.id == newest[one.id.version]]
    return tuple(sorted(holding, key=_order))


def law_events(records: tuple[Expression, ...]) -> tuple[Event, ...]:
    """Merge what records tell of the life of their work.

    Args:
        records: Records as :func:`current_records` gives them.

    Returns:
        Events by day, each once; on one day in the order the records have them.
        Corrections of the record are no events of the law and are left out.
    """
    events = dict.fromkeys(event for one in records for event in one.events)
    law = (event for event in events if event.kind is not EventKind.ERRATUM)
    return tuple(sorted(law, key=lambda event: event.day))


def _check_one_work(expressions: tuple[Expression, ...]) -> None:
    names = sorted({f"{one.id.work} ({one.id.language})" for one in expressions})
    if len(names) > 1:
        raise CorpusError(
            "A history is of one work in one language",
            where=", ".join(names),
            hint="ask for each of them by itself",
        )


def _order(expression: Expression) -> tuple[bool, date, date, date]:
    version = expression.id.version
    start = expression.start
    return (start is None, start or version, expression.recorded, version)
