"""Text and code of a link beside what was judged of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from statuteline.corpus.store import Corpus
    from statuteline.model.change import Runs
    from statuteline.trace.states import Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """One side of a link.

    Args:
        place: File and line.
        runs: Its words, with what has changed since it was judged; all of them on both
            sides where nothing has, or where nobody has judged it.
        lost: Whether it has changed, but what was judged is not on record.
    """

    place: str
    runs: Runs
    lost: bool


def text_since(corpus: Corpus, one: Judged, past: Mapping[str, str]) -> Since | None:
    """Compare the words of a link with those that were judged.

    Returns:
        The words; None where the text has no such provision.
    """
    from statuteline.cli._judging import words_of
    from statuteline.corpus.places import line_of
    from statuteline.trace.links import Link

    link = one.link
    if not isinstance(link, Link) or link.found is None:
        return None
    path = corpus.path(link.expression)
    line = line_of(path, link.found)
    judged = one.judgement.text if one.judgement is not None else link.text
    runs, lost = _since(judged, link.text, words_of(corpus, link), past)
    return Since(place=f"{path}:{line}", runs=runs, lost=lost)


def code_since(one: Judged, past: Mapping[str, str]) -> Since:
    """Compare the code of a link with what was judged."""
    from statuteline.cli._places import place_of
    from statuteline.trace.code_lines import code_lines

    unit = one.link.unit
    judged = one.judgement.code if one.judgement is not None else unit.code
    changed = judged != unit.code
    now = "\n".join(code_lines(unit.said, whole=changed))
    told = {
        key: "\n".join(code_lines(said, whole=changed))
        for key, said in past.items()
        if key == judged
    }
    runs, lost = _since(judged, unit.code, now, told)
    return Since(place=place_of(unit), runs=runs, lost=lost)


def _since(judged: str, now: str, words: str, past: Mapping[str, str]) -> tuple[Runs, bool]:
    from statuteline.diff.redline import redline

    changed = judged != now
    return redline(past.get(judged, words) if changed else words, words), (
        changed and judged not in past
    )
