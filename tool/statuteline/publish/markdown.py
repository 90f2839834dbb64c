"""Markdown for mails, issues and wikis: a page, or plain text that reads well.

Deleted words are ``~~[struck through]~~`` and inserted words ``**bold**``. The marks
stand around whole words: where a change touches a word, the word comes twice. Whatever
Markdown would read in the law's own words has a backslash before it, or is written as
a character reference.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statuteline.publish import _wording
from statuteline.publish._characters import one_line
from statuteline.publish._listed import ground_of, listed, section_of
from statuteline.publish._markdown_text import escaped, marked, sentence
from statuteline.publish._marked import beside, paragraphs, settle
from statuteline.publish._selection import selected
from statuteline.publish._whole_words import whole_words
from statuteline.publish.base import Detail, Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.change import Comparison, Runs
    from statuteline.publish._layout import Row
    from statuteline.publish._listed import Listed
    from statuteline.publish.base import Style

_LEGEND = "Marks: ~~[deleted words]~~, **inserted words**, *notes of ours*."
_STEP = "    "


def _comparison(comparison: Comparison, style: Style) -> str:
    blocks = [*_head(comparison), "## Changes", sentence(_wording.counted(comparison))]
    if style.detail is Detail.COUNTS:
        blocks.append(sentence(_wording.counted_words(comparison)))
    elif comparison.changes:
        blocks.append(_changes(comparison))
    if style.detail is Detail.FULL:
        blocks += ["## Redline", _LEGEND, *_redline(selected(comparison, style))]
    return "\n\n".join(blocks) + "\n"


def _comparisons(comparisons: Iterable[Comparison], _style: Style) -> Iterator[str]:
    """Write one list a comparison, under the sections that its changes lie in."""
    yield "# Changes\n"
    told: set[str] = set()
    for comparison in comparisons:
        if not comparison.changes:
            continue
        texts = f"`{comparison.old.id}` and `{comparison.new.id}`"
        notices = [one for one in _wording.notices(comparison) if one not in told]
        told.update(notices)
        yield "".join(f"\n> {sentence(notice)}\n" for notice in notices)
        for section, changes in groupby(listed((comparison,)), key=section_of):
            items = "\n".join(map(_item, changes))
            yield f"\n## {sentence(section)}\n\n{texts}\n\n{items}\n"
    if not told:
        yield "\nNo difference.\n"


def _item(change: Listed) -> str:
    return f"- {sentence(change.summary)} ({escaped(one_line(ground_of(change)))})"


def _head(comparison: Comparison) -> list[str]:
    texts = [
        f"- {name}: {escaped(_wording.when(text))} (`{_wording.label(text)}`)"
        for name, text in (("Old text", comparison.old), ("New text", comparison.new))
    ]
    return [
        f"# {sentence(_wording.headline(comparison))}",
        " and ".join(f"`{work}`" for work in _wording.works(comparison)),
        "\n".join(texts),
        *(f"> {sentence(notice)}" for notice in _wording.notices(comparison)),
    ]


def _changes(comparison: Comparison) -> str:
    return "\n".join(
        f"{number}. {sentence(' '.join((change.summary, _wording.doubt(change))))}"
        for number, change in enumerate(comparison.changes, start=1)
    )


def _redline(shown: tuple[Row, ...]) -> list[str]:
    """Write rows as nested lists, which every reader of Markdown can indent."""
    lines: list[str] = []
    depths: list[int] = []
    for row in shown:
        while depths and depths[-1] > row.place.depth:
            depths.pop()
        continues = row.closing and depths[-1:] == [row.place.depth]
        if depths[-1:] != [row.place.depth]:
            depths.append(row.place.depth)
        outer, inner = _STEP * (len(depths) - 1), _STEP * len(depths)
        for number, words in enumerate(_paragraphs(row)):
            first = number == 0 and not continues
            lines.append(f"{outer}-   {words}" if first else f"{inner}{words}")
    return lines


def _paragraphs(row: Row) -> list[str]:
    num, heading, words = map(_ready, (row.num, row.heading, row.words))
    pages = paragraphs(beside(num, heading or words))
    if heading:
        pages += paragraphs(words)
    found = [line for line in map(marked, pages) if line]
    return found + [f"*{escaped(note)}*" for note in row.notes]


def _ready(runs: Runs) -> Runs:
    return settle(whole_words(runs), escaped)


FORMAT = Format(
    summary="Markdown for mails, issues and wikis.",
    comparison=_comparison,
    comparisons=_comparisons,
    heeds=frozenset({"context", "detail"}),
)
