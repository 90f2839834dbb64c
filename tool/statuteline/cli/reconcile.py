"""``statuteline reconcile``: what acts made, against what the publisher printed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say, write_columns, write_json
from statuteline.cli._params import Session, corpus_option, format_option, today

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.acts.reconciling import Reconciled
    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression


@click.command("reconcile")
@click.argument("sections", nargs=-1, metavar="[SECTION...]")
@click.option(
    "--edition", "year", type=click.IntRange(1958, 2999), required=True, metavar="YEAR"
)
@click.option(
    "--act", "files", multiple=True, metavar="ACT", help="An act, not applied yet."
)
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802
    ctx: click.Context,
    sections: tuple[str, ...],
    year: int,
    files: tuple[str, ...],
    form: str,
) -> None:
    """Compare what acts made of SECTIONs with what an edition prints of them.

    The texts that `act --apply` recorded, and those that ACTs make now, are compared
    with the edition revised to January 1 of YEAR, on that day and on the first day of
    each coming text that it prints. A difference is editorial if only print differs, or
    how an act speaks of itself: "this act", "the effective date of this section".
    Without SECTION, all sections that an act made are compared.

    The exit status is 0 if every text is the same or differs editorially, 1 if one
    differs otherwise or is not published, 2 if they could not be compared.

    \b
    Examples:
      statuteline reconcile --edition 2027
      statuteline reconcile 20-305 --edition 2027 --act 2026PA-00100.htm
    """
    session: Session = ctx.obj
    corpus = session.open()
    day = date(year, 1, 1)
    made = _made(corpus, files, day)
    works = [corpus.cite(one).work for one in sections] or _computed(corpus, made)
    rows = [row for work in works for row in _rows(corpus, work, made, day)]
    if form == "json":
        write_json("reconcile", _json(day, rows))
    else:
        _show(corpus, day, rows)
    from statuteline.acts.reconciling import FINE

    ctx.exit(0 if all(row.standing in FINE for row in rows) else 1)


def _made(
    corpus: Corpus, files: tuple[str, ...], day: date
) -> dict[WorkId, tuple[Expression, ...]]:
    """Make the texts of acts that are named, on what editions before that day print."""
    from statuteline.acts.on_corpus import work_acts
    from statuteline.acts.recording import texts_made
    from statuteline.cli._act_files import act_file

    corpus.check_official("An act prints the official words")
    acts = work_acts(corpus, map(act_file, files), today(), before=day)
    made: dict[WorkId, tuple[Expression, ...]] = {}
    for text in texts_made(section for act in acts for section in act.sections):
        made[text.id.work] = (*made.get(text.id.work, ()), text)
    return made


def _computed(corpus: Corpus, made: dict[WorkId, tuple[Expression, ...]]) -> list[WorkId]:
    """Name the sections of which more than one text is known, in order."""
    from statuteline.model.natural import natural

    several = {
        work
        for work in corpus.works()
        if work.series == "cgs" and len(corpus.expression_ids(work)) > 1
    }
    return sorted(several | made.keys(), key=lambda work: natural(work.number))


def _rows(
    corpus: Corpus,
    work: WorkId,
    made: dict[WorkId, tuple[Expression, ...]],
    day: date,
) -> Iterator[Reconciled]:
    from statuteline.acts.on_corpus import texts_of
    from statuteline.acts.reconciling import reconciled

    yield from reconciled((*texts_of(corpus, work), *made.get(work, ())), day)


def _show(corpus: Corpus, day: date, rows: list[Reconciled]) -> None:
    from statuteline.acts.reconciling import FINE
    from statuteline.model.citation import Citation

    counts = Counter(row.standing.value for row in rows)
    told = ", ".join(f"{count} {name}" for name, count in counts.items()) or "none"
    say(f"Computed texts beside the edition revised to {day}: {told}.")
    if rows:
        fine = sum(row.standing in FINE for row in rows)
        say(f"Score: {fine} of {len(rows)}, {100 * fine / len(rows):.1f} %.")
    write_columns(
        (
            corpus.cited(Citation(work=row.work)),
            str(row.day),
            row.standing.value,
            _detail(row),
        )
        for row in rows
    )


def _detail(row: Reconciled) -> str:
    if row.comparison is not None:
        return " ".join(change.summary for change in row.comparison.changes)
    told = [one.value for one in row.asides]
    told += [f"“{one.act}” is “{one.code}”" for one in row.rewordings]
    return "; ".join(told)


def _json(day: date, rows: list[Reconciled]) -> dict[str, object]:
    from statuteline.acts.reconciling import FINE

    fine = sum(row.standing in FINE for row in rows)
    return {
        "revised_to": day.isoformat(),
        "counts": dict(sorted(Counter(row.standing.value for row in rows).items())),
        "score": fine / len(rows) if rows else None,
        "texts": [_row(row) for row in rows],
    }


def _row(row: Reconciled) -> dict[str, object]:
    from statuteline.publish.json import change_value

    changes = row.comparison.changes if row.comparison is not None else ()
    return {
        "work": str(row.work),
        "day": row.day.isoformat(),
        "computed": str(row.computed.id),
        "published": str(row.published.id) if row.published else None,
        "standing": row.standing.value,
        "aside": [one.value for one in row.asides],
        "rewordings": [{"act": one.act, "code": one.code} for one in row.rewordings],
        "changes": [change_value(change) for change in changes],
    }
