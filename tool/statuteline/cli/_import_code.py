"""An edition of a whole code into a corpus, with progress, and a report at the end."""

from __future__ import annotations

import sys
import time
from collections import Counter
from typing import TYPE_CHECKING, Final

from statuteline.cli._output import say, write_json

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.corpus.store import Corpus
    from statuteline.importers._whole_code import Tally
    from statuteline.importers.base import CodeReader, Source
    from statuteline.model.published import Edition

_COUNTS: Final = {
    "texts": "texts",
    "written": "written",
    "there": "recorded already",
    "same": "say what another edition said, and are not recorded again",
    "pending": "still to come on the day of the edition",
    "unplaced": "sections with a number that opens no provision",
    "unread": "items of notes not read; the notes keep their words",
    "left_out": "leftovers of the capture, and no law",
    "headings": "headings and notes between sections, which belong to none",
    "characters": "characters in and out, white space aside",
}
_SHOWN: Final = 20


def import_code(  # noqa: PLR0913 - one parameter a choice of the user
    corpus: Corpus,
    reader: CodeReader,
    edition: Edition,
    sources: Iterable[Source],
    *,
    dry_run: bool,
    form: str,
) -> int:
    """Import an edition and write what became of it.

    Args:
        corpus: The corpus.
        reader: The reader of the code.
        edition: The edition.
        sources: The files of the edition.
        dry_run: Whether to read and check only.
        form: ``text`` or ``json``.

    Returns:
        The exit status: 0, or 1 if a section is not kept.

    Raises:
        SourceError: If a file is none of the code. What was read before it is recorded.
        HeldError: If somebody else writes to the corpus.
        CorpusError: If the corpus is not official, or broken, or the disk refuses.
    """
    from statuteline.cli._progress import counted
    from statuteline.errors import SourceError
    from statuteline.importers._whole_code import CodeImport

    corpus.check_official("An edition is official")
    with corpus.recording(dry_run=dry_run) as recorder:
        work = CodeImport(corpus, recorder, reader, edition, dry_run=dry_run)
        try:
            for _ in counted(work.run(sources), "sections read"):
                pass
        except SourceError:
            done = sum(tally.written for tally in work.tallies)
            there = sum(tally.there for tally in work.tallies)
            told = "would be written" if dry_run else "were written"
            say(f"{done:,} texts {told} before this; {there:,} were there.", err=True)
            raise
    report = _report(edition, work.tallies, dry_run=dry_run)
    if form == "json":
        write_json("import", report)
    else:
        _write_text(edition, work.tallies, report)
    return 1 if report["refused"] else 0


def _report(edition: Edition, tallies: list[Tally], *, dry_run: bool) -> dict[str, object]:
    statuses: Counter[str] = Counter()
    for tally in tallies:
        statuses.update({status.value: n for status, n in tally.statuses.items()})
    return {
        "dry_run": dry_run,
        "edition": {
            "kind": edition.kind.value,
            "revised_to": edition.revised_to.isoformat(),
        },
        "sources": [{"name": one.source.name, "sha256": one.sha256} for one in tallies],
        "sections": dict(sorted(statuses.items())),
        **{name: sum(getattr(one, name) for one in tallies) for name in _COUNTS},
        "refused": [
            {"where": place, "why": why} for one in tallies for place, why in one.refused
        ],
        "cpu_seconds": round(time.process_time(), 1),
        "peak_bytes": _peak(),
    }


def _write_text(edition: Edition, tallies: list[Tally], report: dict[str, object]) -> None:
    sections = report["sections"]
    assert isinstance(sections, dict)  # noqa: S101 - made above
    told = ", ".join(f"{count:,} {status}" for status, count in sections.items())
    verb = "read and checked; nothing is written" if report["dry_run"] else "imported"
    say(f"The {edition.name}: {sum(sections.values()):,} sections {verb}: {told}.")
    for name, words in _COUNTS.items():
        count = report[name]
        if count or name in {"texts", "written", "there"}:
            say(f"{count:>12,}  {words}")
    say("Each text is valid Akoma Ntoso, and has every character of its section.")
    refused = [one for tally in tallies for one in tally.refused]
    if refused:
        faults = "1 fault" if len(refused) == 1 else f"{len(refused):,} faults"
        say(f"{faults}; what is told here is not kept:")
        for place, why in refused[:_SHOWN]:
            say(f"  {place}: {why}")
        if len(refused) > _SHOWN:
            say("  ...; --format json names all")
    peak = report["peak_bytes"]
    memory = f", {peak / 1e6:,.0f} MB at most" if isinstance(peak, int) else ""
    say(f"{report['cpu_seconds']} s of processor time{memory}.")


def _peak() -> int | None:
    """Give the most memory that the process had, in bytes; None where nobody counts it."""
    try:
        import resource
    except ImportError:  # there is none outside Unix
        return None
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024
