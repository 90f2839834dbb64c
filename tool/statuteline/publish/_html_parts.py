"""The parts of a page in HTML: who is compared, the changes, the redline, escaped."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from statuteline.model.change import Run, RunKind
from statuteline.publish import _wording
from statuteline.publish._characters import one_line
from statuteline.publish._html_redline import marked, redline, walkable
from statuteline.publish._layout import anchor_of
from statuteline.publish._profile import MARKS, with_new_sections
from statuteline.publish._selection import selected
from statuteline.publish._spots import spots

if TYPE_CHECKING:
    from statuteline.model.change import Change, Comparison, Runs
    from statuteline.publish._layout import Row
    from statuteline.publish.base import Profile, Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A comparison in pieces of HTML.

    Args:
        title: What the document is called.
        headline: The work, or both.
        works: Their ids.
        notices: Whose words they are, a paragraph each.
        counts: How many changes there are.
        changes: The list of changes, each linked to its place; empty if there is none.
        legend: What the marks mean.
        profile: The name of the profile as a class, a space before it; empty for none.
        language: BCP 47 tag of the law's words.
        redline: Every word of both texts.
    """

    title: str
    headline: str
    works: str
    notices: str
    counts: str
    changes: str
    legend: str
    profile: str
    language: str
    redline: str


def parts(comparison: Comparison, look: Style) -> Parts:
    """Write the parts, all that they hold made harmless."""
    rows = selected(comparison, look)
    marks = MARKS[look.profile] if look.profile else None
    if marks and marks.new_sections:
        rows = with_new_sections(rows)
    written = redline(rows, brackets=marks is None or marks.brackets)
    return _parts(comparison, rows, look.profile, written)


def walkable_parts(comparison: Comparison) -> Parts:
    """Write the parts for a page on which a reader chooses what the redline shows.

    The redline is that of :func:`statuteline.publish._html_redline.walkable`.
    """
    found = spots(comparison)
    return _parts(comparison, tuple(spot.row for spot in found), None, walkable(found))


def _parts(
    comparison: Comparison, rows: tuple[Row, ...], profile: Profile | None, written: str
) -> Parts:
    headline = shown(_wording.headline(comparison))
    labels = f"{_wording.label(comparison.old)} and {_wording.label(comparison.new)}"
    legend = escape(MARKS[profile].legend) if profile else marked(legend_runs(rows))
    return Parts(
        title=f"{headline}: {labels} compared",
        headline=headline,
        works=" and ".join(f"<code>{work}</code>" for work in _wording.works(comparison)),
        notices="".join(f"<p>{shown(n)}</p>" for n in _wording.notices(comparison)),
        counts=shown(_wording.counted(comparison)),
        changes=_changes(comparison.changes, rows),
        legend=legend,
        profile=f" {profile.value}" if profile else "",
        language=_wording.language_tag(comparison),
        redline=written,
    )


def shown(text: str) -> str:
    """Write words of ours or of a title on one line, escaped."""
    return escape(one_line(text))


def _changes(changes: tuple[Change, ...], rows: tuple[Row, ...]) -> str:
    if not changes:
        return ""
    items = "\n".join(f"<li>{_change(change, rows)}</li>" for change in changes)
    return f'<ol class="changes">\n{items}\n</ol>\n'


def _change(change: Change, rows: tuple[Row, ...]) -> str:
    anchor, summary = anchor_of(change, rows), shown(change.summary)
    sentence = (
        f'<a href="#{escape(anchor)}">{summary}</a>'
        if anchor
        else f"<span>{summary}</span>"
    )
    doubt = _wording.doubt(change)
    return f'{sentence}<span class="doubt">{shown(doubt)}</span>' if doubt else sentence


def legend_runs(rows: tuple[Row, ...]) -> Runs:
    """Explain the marks; tell the law's own brackets from them if it has any."""
    more = ". A bar in the margin: words differ here."
    runs = (run for row in rows for run in (*row.num, *row.heading, *row.words))
    if any("[" in run.text or "]" in run.text for run in runs):
        more += " Brackets that are not struck through belong to the text itself."
    return (
        Run(kind=RunKind.EQUAL, text="Marks: "),
        Run(kind=RunKind.DELETED, text="deleted words"),
        Run(kind=RunKind.EQUAL, text=", "),
        Run(kind=RunKind.INSERTED, text="inserted words"),
        Run(kind=RunKind.EQUAL, text=more),
    )
