"""``statuteline compare``: all texts of a series on two days."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from statuteline.cli._output import write_json
from statuteline.cli._params import Day, Session, corpus_option, format_option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.model.change import Comparison
    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """One work on the two days.

    Args:
        work: The work.
        state: ``unchanged``, ``changed``, ``added``, ``ended``, or ``unknown`` where
            the corpus lacks the text of one of the days.
        old: The text on the first day.
        new: The text on the second day.
        comparison: The two compared, where they are two.
    """

    work: WorkId
    state: str
    old: Expression | None
    new: Expression | None
    comparison: Comparison | None = None


@click.command("compare")
@click.argument("codes", nargs=-1, metavar="[CODE CODE]", type=click.Path())
@click.option("--from", "start", type=Day(), help="The earlier day.")
@click.option("--to", "end", type=Day(), help="The later day.")
@click.option("--series", default="cgs", show_default=True, help="The series to compare.")
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    codes: tuple[str, ...],
    start: date | None,
    end: date | None,
    series: str,
    form: str,
) -> None:
    """Compare all texts in force on one day with those in force on another.

    Or compare two whole CODEs, each in one Akoma Ntoso file: its sections are paired
    through renumbering and moves, and those that differ are told.

    A work whose text of one of the days is not in the corpus is told apart: what
    changed there is not known. The exit status is 0 if nothing differs, 1 if
    something does or is not known.

    \b
    Example:
      statuteline compare --from 2021-09-30 --to 2021-10-01
      statuteline compare code-2024.xml code-2026.xml
    """
    if codes:
        from statuteline.cli._codes import compare_files

        if start or end or len(codes) != 2:
            raise click.UsageError("Give two files, or --from and --to.")
        ctx.exit(compare_files(*codes, form))
    if start is None or end is None:
        raise click.UsageError("Give --from and --to, or two files.")
    if end < start:
        raise click.UsageError("--to must not be before --from.")
    session: Session = ctx.obj
    corpus = session.open()
    works = [work for work in corpus.works() if work.series == series]
    if not works:
        known = ", ".join(sorted({work.series for work in corpus.works()})) or "none"
        raise click.UsageError(f"No work of series {series!r}; there are: {known}.")
    rows = tuple(row for work in works for row in _rows(corpus, work, start, end))
    counts = Counter(row.state for row in rows)
    if form == "json":
        _write_json(rows, start, end, counts)
    else:
        _write_text(corpus, rows, start, end, counts)
    ctx.exit(1 if any(row.state != "unchanged" for row in rows) else 0)


def _rows(corpus: Corpus, work: WorkId, start: date, end: date) -> Iterator[_Row]:
    from statuteline.cli._operands import steps_between
    from statuteline.diff.compare import compare
    from statuteline.history.in_force import Absence, TextInForce, expression_at

    texts = corpus.expressions(work)
    before, after = expression_at(texts, start), expression_at(texts, end)
    old = before.expression if isinstance(before, TextInForce) else None
    new = after.expression if isinstance(after, TextInForce) else None
    absent = {a.reason for a in (before, after) if not isinstance(a, TextInForce)}
    if absent & {Absence.NO_TEXT, Absence.PENDING}:
        yield _Row(work=work, state="unknown", old=old, new=new)
    elif old is not None and new is not None:
        if old.id == new.id:
            yield _Row(work=work, state="unchanged", old=old, new=new)
            return
        found = compare(old, new, steps=steps_between(corpus, old, new))
        state = "changed" if found.changes else "unchanged"
        yield _Row(work=work, state=state, old=old, new=new, comparison=found)
    elif new is not None:
        yield _Row(work=work, state="added", old=None, new=new)
    elif old is not None:
        yield _Row(work=work, state="ended", old=old, new=None)


def _write_text(
    corpus: Corpus, rows: tuple[_Row, ...], start: date, end: date, counts: Counter[str]
) -> None:
    from statuteline.model.citation import Citation

    told = ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))
    click.echo(f"From {start} to {end}: {told}. {corpus.settings.notice}")
    for row in rows:
        if row.state == "unchanged":
            continue
        text = row.new or row.old
        cited = corpus.cited(Citation(work=row.work))
        click.echo(f"\n{cited}  {text.title if text else ''}: {row.state}")
        for change in row.comparison.changes if row.comparison else ():
            click.echo(f"  - {change.summary}")


def _write_json(
    rows: tuple[_Row, ...], start: date, end: date, counts: Counter[str]
) -> None:
    from statuteline.publish.json import change_value

    write_json(
        "compare",
        {
            "from": start.isoformat(),
            "to": end.isoformat(),
            "counts": dict(sorted(counts.items())),
            "works": [
                {
                    "work": str(row.work),
                    "state": row.state,
                    "old": str(row.old.id) if row.old else None,
                    "new": str(row.new.id) if row.new else None,
                    "changes": [
                        change_value(change)
                        for change in (row.comparison.changes if row.comparison else ())
                    ],
                }
                for row in rows
            ],
        },
    )
