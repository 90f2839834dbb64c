"""Works compared, of one corpus on two days or of two corpora: what ``compare`` says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from statuteline.cli._output import json_text, line_bytes, say, write_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.cli._engines import Spread
    from statuteline.corpus.two_days import Side, WorkOnTwoDays
    from statuteline.model.ids import WorkId


def compare_works(  # noqa: PLR0913, PLR0917 - one parameter a choice of the user
    old: Side, new: Side, series: str, form: str, run: Spread, output: str | None = None
) -> int:
    """Compare the works of a series and write how each stands.

    Args:
        old: The corpus and day before.
        new: The corpus and day after.
        series: The series.
        form: ``text``, ``json``, or a format that has lists of changes.
        run: Where the work is done.
        output: The file to write; None or ``-`` for standard output.

    Returns:
        The exit status: 0 if no work differs, 1 if one does or is not known.

    Raises:
        click.UsageError: If no corpus has a work of the series.
        CorpusError: If a file is not as its corpus writes it.
    """
    from statuteline.corpus.two_days import State, compare_sides

    rows = tuple(compare_sides(old, new, _works(old, new, series), run))
    counts = Counter(row.state.value for row in rows)
    if form == "json":
        write_pieces(output, (f"{_json(old, new, rows, counts)}\n".encode(),))
    elif form == "text":
        write_pieces(output, map(line_bytes, _text(old, new, rows, counts)))
    else:
        _write_list(new, rows, form, output)
    return 1 if any(row.state is not State.UNCHANGED for row in rows) else 0


def _write_list(
    new: Side, rows: tuple[WorkOnTwoDays, ...], form: str, output: str | None
) -> None:
    """Write the changes of all works; say which works the list cannot tell of."""
    from statuteline.corpus.two_days import State, as_comparison
    from statuteline.publish import render_list
    from statuteline.publish.base import Style

    unknown = [str(row.work) for row in rows if row.state is State.UNKNOWN]
    if unknown:
        told = ", ".join(unknown)
        say(f"Not in the list, for a text of one day is missing: {told}", err=True)
    found = map(as_comparison, rows)
    style = Style(corpus=new.corpus)
    write_pieces(output, render_list((one for one in found if one), form, style))


def _works(old: Side, new: Side, series: str) -> list[WorkId]:
    from statuteline.model.natural import natural

    works = {work for side in (old, new) for work in side.corpus.works()}
    found = [work for work in works if work.series == series]
    if not found:
        known = ", ".join(sorted({work.series for work in works})) or "none"
        raise click.UsageError(f"No work of series {series!r}; there are: {known}.")
    return sorted(found, key=lambda work: (work.jurisdiction, natural(work.number)))


def _text(
    old: Side, new: Side, rows: tuple[WorkOnTwoDays, ...], counts: Counter[str]
) -> Iterator[str]:
    from statuteline.corpus.two_days import State
    from statuteline.model.citation import Citation

    told = ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))
    if old.corpus is new.corpus:
        notice = old.corpus.settings.notice
        yield (f"From {old.day} to {new.day}: {told}. {notice}")
    else:
        for name, side in (("Old", old), ("New", new)):
            settings = side.corpus.settings
            yield (f"{name}: {settings.name}, on {side.day}. {settings.notice}")
        yield (f"From old to new: {told}.")
    for row in rows:
        if row.state is State.UNCHANGED:
            continue
        text = row.new or row.old
        corpus = new.corpus if new.corpus.holds(row.work) else old.corpus
        cited = corpus.cited(Citation(work=row.work))
        yield (f"\n{cited}  {text.title if text else ''}: {row.state.value}")
        for change in row.comparison.changes if row.comparison else ():
            yield (f"  - {change.summary}")


def _json(
    old: Side, new: Side, rows: tuple[WorkOnTwoDays, ...], counts: Counter[str]
) -> str:
    content: dict[str, object] = {
        "counts": dict(sorted(counts.items())),
        "works": [_row(row) for row in rows],
    }
    if old.corpus is new.corpus:
        days = {"from": old.day.isoformat(), "to": new.day.isoformat()}
        return json_text("compare", {**days, **content})
    return json_text("compare-corpora", {"old": _side(old), "new": _side(new), **content})


def _side(side: Side) -> dict[str, str]:
    settings = side.corpus.settings
    return {
        "corpus": settings.name,
        "words": settings.text.value,
        "notice": settings.notice,
        "at": side.day.isoformat(),
    }


def _row(row: WorkOnTwoDays) -> dict[str, object]:
    from statuteline.publish.json import change_value

    changes = row.comparison.changes if row.comparison else ()
    return {
        "work": str(row.work),
        "state": row.state.value,
        "old": str(row.old.id) if row.old else None,
        "new": str(row.new.id) if row.new else None,
        "changes": [change_value(change) for change in changes],
    }
