"""``statuteline log``: the life of a work, or of one provision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say, write_columns, write_json
from statuteline.cli._params import Session, corpus_option, format_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.corpus.store import Corpus
    from statuteline.history.lineage import Lineage
    from statuteline.history.log import LogEntry
    from statuteline.model.ids import ProvisionRef
    from statuteline.model.work import Expression


@click.command("log")
@click.argument("work")
@click.option(
    "--provision",
    metavar="PART",
    help="Follow one part through renumbering: (c), or an eId, of the latest text.",
)
@corpus_option
@format_option("text", "json")
@click.pass_obj
def COMMAND(session: Session, work: str, provision: str | None, form: str) -> None:  # noqa: N802
    """List every event and text of WORK: the day, the act, what changed.

    With --provision, follow one part of the latest text backwards through every
    renumbering.

    \b
    Examples:
      statuteline log 53a-192a
      statuteline log 53a-192a --provision '(c)'
    """
    from statuteline.cli._texts import day_told, provision_of
    from statuteline.history.lineage import follow
    from statuteline.history.log import log
    from statuteline.history.timeline import timeline

    corpus = session.open()
    part = provision or ""
    citation = corpus.cite(
        f"{work}{part}" if part.startswith("(") or not part else f"{work}#{part}"
    )
    expressions = corpus.expressions(citation.work)
    line = timeline(expressions)
    texts = (*line.pending, *(entry.expression for entry in line.entries)) or expressions
    part_named = provision_of(texts[-1], citation)
    if part_named is not None:
        _write_lineage(follow(expressions, texts[-1].id, part_named.eid), form)
        return
    entries = log(expressions)
    changes = dict(_what_changed(expressions))
    if form == "json":
        write_json(
            "log",
            {
                "work": str(citation.work),
                "entries": [_described(entry, changes) for entry in entries],
            },
        )
        return
    say(f"{corpus.cited(citation)}: {expressions[-1].title}\n")
    write_columns(
        (
            day_told(entry.day, entry.by),
            entry.kind.value if entry.kind else "text",
            _acts(corpus, entry.acts),
            _words(entry, changes),
        )
        for entry in entries
    )


def _what_changed(expressions: tuple[Expression, ...]) -> Iterator[tuple[str, str]]:
    """Give each text's id and what it changed, in one line."""
    from itertools import pairwise

    from statuteline.diff.compare import compare
    from statuteline.diff.sentences import one_line
    from statuteline.history.timeline import timeline

    texts = [entry.expression for entry in timeline(expressions).entries]
    for old, new in pairwise(texts):
        yield str(new.id), one_line(compare(old, new, steps=(new,)).changes)


def _words(entry: LogEntry, changes: dict[str, str]) -> str:
    if entry.expression is None:
        return "(the text of this day is not in the corpus)"
    words = changes.get(str(entry.expression.id), "The first text in the corpus.")
    return f"{words} (superseded record)" if entry.superseded else words


def _acts(corpus: Corpus, acts: tuple[ProvisionRef | None, ...]) -> str:
    from statuteline.audit.cited import act_cited

    return ", ".join(act_cited(corpus, act) for act in acts) or "-"


def _described(entry: LogEntry, changes: dict[str, str]) -> dict[str, object]:
    text = entry.expression
    return {
        "day": entry.day.isoformat() if entry.day else None,
        "by": entry.by.isoformat() if entry.by else None,
        "kind": entry.kind.value if entry.kind else None,
        "acts": [str(act) if act else None for act in entry.acts],
        "expression": str(text.id) if text else None,
        "superseded": entry.superseded,
        "changed": changes.get(str(text.id)) if text else None,
    }


def _write_lineage(lineage: Lineage, form: str) -> None:
    from statuteline.cli._texts import day_told

    steps = (*lineage.steps, *lineage.pending)
    if form == "json":
        write_json(
            "lineage",
            {
                "wid": str(lineage.wid),
                "steps": [
                    {
                        "expression": str(step.expression),
                        "start": step.start.isoformat() if step.start else None,
                        "by": step.by.isoformat() if step.by else None,
                        "eid": str(step.eid) if step.eid else None,
                        "num": step.num,
                    }
                    for step in steps
                ],
                "renumberings": [
                    {
                        "expression": str(new.expression),
                        "old": str(old.eid),
                        "new": str(new.eid),
                    }
                    for old, new in lineage.renumberings
                ],
                "predecessors": [str(branch.eid) for branch in lineage.predecessors],
                "successors": [str(branch.eid) for branch in lineage.successors],
            },
        )
        return
    work = lineage.steps[0].expression.work if lineage.steps else steps[0].expression.work
    say(f"{work}: the provision {lineage.wid}\n")
    renumbered = {new.expression: old for old, new in lineage.renumberings}
    write_columns(
        (
            day_told(step.start, step.by),
            str(step.eid) if step.eid else "not in this text",
            f"was {renumbered[step.expression].eid}"
            if step.expression in renumbered
            else "",
        )
        for step in steps
    )
    for name, branches in (("from", lineage.predecessors), ("into", lineage.successors)):
        for branch in branches:
            say(f"{branch.kind.value} {name} {branch.eid} in {branch.expression.label}")
