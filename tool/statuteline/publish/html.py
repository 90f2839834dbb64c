"""One self-contained, accessible page: no script, no request, readable in print."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING

from statuteline.model.change import Run, RunKind
from statuteline.publish import _wording
from statuteline.publish._characters import one_line
from statuteline.publish._html_redline import marked, redline
from statuteline.publish._layout import anchor_of
from statuteline.publish._profile import MARKS, with_new_sections
from statuteline.publish._selection import selected
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from statuteline.model.change import Change, Comparison
    from statuteline.model.work import Expression
    from statuteline.publish._layout import Row
    from statuteline.publish.base import Style

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#the-redline">Skip to the redline</a>
<main>
<h1>{headline}</h1>
<p class="work">{works}</p>
<dl class="texts">
{texts}
</dl>
<div class="notice" role="note">{notices}</div>
<section aria-labelledby="the-changes">
<h2 id="the-changes">Changes</h2>
<p class="counts">{counts}</p>
{changes}</section>
<section aria-labelledby="the-redline">
<h2 id="the-redline" tabindex="-1">Redline</h2>
<p class="legend">{legend}</p>
<div class="law{profile}" lang="{language}">
{redline}
</div>
</section>
</main>
</body>
</html>
"""


def _comparison(comparison: Comparison, look: Style) -> str:
    shown = selected(comparison, look)
    marks = MARKS[look.profile] if look.profile else None
    if marks and marks.new_sections:
        shown = with_new_sections(shown)
    style = files("statuteline.publish").joinpath("redline.css").read_text("utf-8")
    digest = b64encode(sha256(style.encode()).digest()).decode()
    old, new = comparison.old, comparison.new
    headline = _shown(_wording.headline(comparison))
    return _PAGE.format(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'",
        title=f"{headline}: {old.id.label} and {new.id.label} compared",
        style=style,
        headline=headline,
        works=" and ".join(f"<code>{work}</code>" for work in _wording.works(comparison)),
        texts="\n".join((_text("Old text", old), _text("New text", new))),
        notices="".join(f"<p>{_shown(n)}</p>" for n in _wording.notices(comparison)),
        counts=_shown(_wording.counted(comparison)),
        changes=_changes(comparison.changes, shown),
        legend=escape(marks.legend) if marks else _legend(shown),
        profile=f" {look.profile.value}" if look.profile else "",
        language=_wording.language_tag(comparison),
        redline=redline(shown, brackets=marks is None or marks.brackets),
    )


def _text(name: str, expression: Expression) -> str:
    words = _shown(_wording.when(expression))
    label = f"<code>{expression.id.label}</code>"
    return f"<div><dt>{name}</dt><dd>{words[0].upper()}{words[1:]} {label}</dd></div>"


def _changes(changes: tuple[Change, ...], shown: tuple[Row, ...]) -> str:
    if not changes:
        return ""
    items = "\n".join(f"<li>{_change(change, shown)}</li>" for change in changes)
    return f'<ol class="changes">\n{items}\n</ol>\n'


def _change(change: Change, shown: tuple[Row, ...]) -> str:
    anchor, summary = anchor_of(change, shown), _shown(change.summary)
    sentence = (
        f'<a href="#{escape(anchor)}">{summary}</a>'
        if anchor
        else f"<span>{summary}</span>"
    )
    doubt = _wording.doubt(change)
    return f'{sentence}<span class="doubt">{_shown(doubt)}</span>' if doubt else sentence


def _legend(shown: tuple[Row, ...]) -> str:
    """Explain the marks; tell the law's own brackets from them if it has any."""
    deleted = marked((Run(kind=RunKind.DELETED, text="deleted words"),))
    inserted = marked((Run(kind=RunKind.INSERTED, text="inserted words"),))
    legend = f"Marks: {deleted}, {inserted}. A bar in the margin: words differ here."
    runs = (run for row in shown for run in (*row.num, *row.heading, *row.words))
    if any("[" in run.text or "]" in run.text for run in runs):
        legend += " Brackets that are not struck through belong to the text itself."
    return legend


def _shown(text: str) -> str:
    return escape(one_line(text))


FORMAT = Format(
    summary="One accessible web page that needs no network.",
    comparison=_comparison,
    heeds=frozenset({"profile", "context"}),
)
