"""``statuteline list``: the works of the corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say, write_columns, write_json
from statuteline.cli._params import Session, corpus_option, format_option

if TYPE_CHECKING:
    from statuteline.corpus.heads import Head


@click.command("list")
@click.option("--series", metavar="NAME", help="Only one series, such as cgs or pa.")
@corpus_option
@format_option("text", "json")
@click.pass_obj
def COMMAND(session: Session, series: str | None, form: str) -> None:  # noqa: N802
    """List the works: statute sections, acts, summaries.

    \b
    Example:
      statuteline list --series cgs
    """
    from statuteline.errors import WorkNotFoundError

    corpus = session.open()
    works = [w for w in corpus.works() if series is None or w.series == series]
    if series is not None and not works:
        known = ", ".join(sorted({work.series for work in corpus.works()}))
        hint = f"one of {known}" if known else "this corpus holds no work yet"
        raise WorkNotFoundError(f"No work of series {series!r}", hint=hint)
    texts = {work: corpus.heads(work) for work in works}
    if form == "json":
        write_json(
            "list",
            {
                "corpus": corpus.settings.name,
                "notice": corpus.settings.notice,
                "works": [
                    {
                        "work": str(work),
                        "title": found[-1].title,
                        "words": found[-1].words.value,
                        "expressions": [_described(text) for text in found],
                    }
                    for work, found in texts.items()
                ],
            },
        )
        return
    say(f"{corpus.settings.name}. {corpus.settings.notice}\n")
    write_columns(
        (str(work), _versions(found), found[-1].title) for work, found in texts.items()
    )


def _described(text: Head) -> dict[str, object]:
    start = text.start
    return {
        "expression": str(text.id),
        "start": start.isoformat() if start else None,
        "by": text.by.isoformat() if text.by else None,
        "status": text.status.value,
        "recorded": text.recorded.isoformat(),
    }


def _versions(found: tuple[Head, ...]) -> str:
    first, last = (
        f"by {text.by}" if text.by else str(text.id.version)
        for text in (found[0], found[-1])
    )
    if len(found) == 1:
        return f"1 text   {first}"
    return f"{len(found)} texts  {first} to {last}"
