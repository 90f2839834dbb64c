"""What ``statuteline pull`` tells: of a run that was, and of one that would be."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from statuteline.cli._output import say, write_json
from statuteline.publishers.visits import Outcome, Visit
from statuteline.pull import Ended, Missed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from statuteline.model.published import Edition
    from statuteline.pull import Planned, Step

_FAILED: Final = "failed"
_FETCH: Final = "to-fetch"
_CHECK: Final = "to-check"


def is_wanting(steps: Sequence[Step]) -> bool:
    """Tell whether a page is gone, failed, or was not reached."""
    return any(
        not isinstance(step, Visit) or step.outcome is Outcome.GONE for step in steps
    )


def write_steps(folder: Path, kind: str, steps: Sequence[Step], form: str) -> None:
    """Write what became of the pages.

    Args:
        folder: Where they are.
        kind: The kind of source under which they are imported.
        steps: The run, whole.
        form: ``text`` or ``json``.
    """
    visits = [step for step in steps if isinstance(step, Visit)]
    missed = [step for step in steps if isinstance(step, Missed)]
    ended = next((step.why for step in steps if isinstance(step, Ended)), None)
    edition = visits[0].edition if visits else None
    counts = dict.fromkeys([*(one.value for one in Outcome), _FAILED], 0)
    counts |= Counter(visit.outcome.value for visit in visits) | {_FAILED: len(missed)}
    if form == "json":
        _write_json(folder, edition, _pages(steps), counts, ended)
        return
    told = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    say(f"{edition.name if edition else 'nothing'}: {told}")
    for visit in visits:
        if visit.outcome is Outcome.GONE:
            say(f"gone: {visit.url} (status {visit.status})")
        elif visit.outcome is Outcome.CHANGED:
            say(f"changed: {visit.url}")
    for step in missed:
        say(f"failed: {step.url}: {step.why}")
    if ended is not None:
        say(f"Ended early: {ended}. The same command goes on where it was.")
    elif missed:
        say("The same command asks again for what failed.")
    if edition is not None:
        year = edition.revised_to.year
        say(f"Next: statuteline import {kind} {folder} --edition {year}")


def write_plan(folder: Path, pages: Sequence[Planned], form: str) -> None:
    """Write what would be asked for.

    Args:
        folder: Where the pages are kept.
        pages: The pages that are known, in order.
        form: ``text`` or ``json``.
    """
    kept = [page.kept for page in pages if page.kept is not None]
    if form == "json":
        planned = [
            {"url": page.url, "outcome": _CHECK if page.kept else _FETCH} for page in pages
        ]
        counts = {_FETCH: len(pages) - len(kept), _CHECK: len(kept)}
        _write_json(folder, kept[0].edition if kept else None, planned, counts, None)
        return
    for page in pages:
        if page.kept is None:
            say(f"fetch {page.url}")
        else:
            say(f"check {page.url} (kept since {page.kept.at:%Y-%m-%d})")
    unknown = len(pages) - len(kept)
    say(
        f"{unknown:,} to fetch, and what they list; {len(kept):,} to check. "
        "Nobody was asked."
    )


def _pages(steps: Sequence[Step]) -> list[dict[str, object]]:
    pages: list[dict[str, object]] = []
    for step in steps:
        if isinstance(step, Visit):
            pages.append(
                {
                    "url": step.url,
                    "outcome": step.outcome.value,
                    "status": step.status,
                    "sha256": step.sha256,
                }
            )
        elif isinstance(step, Missed):
            pages.append({"url": step.url, "outcome": _FAILED, "why": step.why})
    return pages


def _write_json(
    folder: Path,
    edition: Edition | None,
    pages: Sequence[dict[str, object]] | Sequence[dict[str, str]],
    counts: dict[str, int],
    ended: str | None,
) -> None:
    write_json(
        "pull",
        {
            "folder": str(folder),
            "edition": None
            if edition is None
            else {
                "revised_to": edition.revised_to.isoformat(),
                "kind": edition.kind.value,
            },
            "counts": counts,
            "pages": list(pages),
            "ended": ended,
        },
    )
