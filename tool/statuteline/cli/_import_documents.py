"""Single documents into a corpus: all of them, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.cli._output import say, write_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from statuteline.corpus.recorder import Checked
    from statuteline.corpus.store import Corpus
    from statuteline.importers.base import Source
    from statuteline.model.ids import ExpressionId
    from statuteline.model.work import Expression


def import_documents(
    corpus: Corpus,
    read: Callable[[Source], Expression],
    sources: Sequence[tuple[str, Source]],
    *,
    dry_run: bool,
    form: str,
) -> None:
    """Read and check documents, record them, and write what became of each.

    Args:
        corpus: The corpus.
        read: Reads one.
        sources: The documents, each with its file as the user named it.
        dry_run: Whether to read and check only.
        form: ``text`` or ``json``.

    Raises:
        SourceError: If one cannot be read, or two are the same text in other words;
            nothing is then written.
        HeldError: If somebody else writes to the corpus.
        CorpusError: If one cannot be recorded; nothing is then written.
    """
    from statuteline.errors import SourceError

    texts = [read(source) for _, source in sources]
    ready: dict[ExpressionId, Checked] = {}
    with corpus.recording(dry_run=dry_run) as recorder:
        for (name, _), text in zip(sources, texts, strict=True):
            checked = recorder.check(text)
            if ready.setdefault(text.id, checked) != checked:
                raise SourceError(
                    f"Another of these files is {text.id} too, with other words",
                    where=name,
                    hint="import one of them; nothing was written",
                )
        if not dry_run:
            recorder.record(ready.values())
    told = [_told(corpus, text, ready[text.id], dry_run=dry_run) for text in texts]
    if form == "json":
        write_json("import", {"dry_run": dry_run, "texts": told})
        return
    for one in told:
        size = f"{one['provisions']} provisions"
        if one["statements"]:
            size += f", {one['statements']} statements"
        state = _WORDS[str(one["state"])]
        say(f"{one['expression']}: {size}; {state} {one['file']}")


_WORDS = {
    "recorded": "already recorded in",
    "to-be-written": "would be written to",
    "written": "written to",
}


def _told(
    corpus: Corpus, text: Expression, checked: Checked, *, dry_run: bool
) -> dict[str, object]:
    from statuteline.model.provision import walk

    state = "to-be-written" if dry_run else "written"
    return {
        "expression": str(text.id),
        "provisions": sum(1 for _ in walk(text.body)),
        "statements": len(text.statements),
        "state": state if checked.is_new else "recorded",
        "file": str(corpus.path(text.id)),
    }
