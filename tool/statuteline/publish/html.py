"""One self-contained, accessible page: no script, no request, readable in print."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statuteline.publish import _wording
from statuteline.publish._dress import dress
from statuteline.publish._html_parts import parts, shown
from statuteline.publish._listed import ground_of, listed, section_of
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.change import Comparison
    from statuteline.model.work import Expression
    from statuteline.publish._listed import Listed
    from statuteline.publish.base import Style

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>{parts.title}</title>
<style>{style}</style>
</head>
<body>
<a class="skip" href="#the-redline">Skip to the redline</a>
<main>
<h1>{parts.headline}</h1>
<p class="work">{parts.works}</p>
<dl class="texts">
{texts}
</dl>
<div class="notice" role="note">{parts.notices}</div>
<section aria-labelledby="the-changes">
<h2 id="the-changes">Changes</h2>
<p class="counts">{parts.counts}</p>
{parts.changes}</section>
<section aria-labelledby="the-redline">
<h2 id="the-redline" tabindex="-1">Redline</h2>
<p class="legend">{parts.legend}</p>
<div class="law{parts.profile}" lang="{parts.language}">
{parts.redline}
</div>
</section>
</main>
</body>
</html>
"""
_LIST_START = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Changes</title>
<style>{style}</style>
</head>
<body>
<main>
<h1>Changes</h1>
"""
_LIST_END = """</main>
</body>
</html>
"""


def _comparison(comparison: Comparison, look: Style) -> str:
    texts = (("Old text", comparison.old), ("New text", comparison.new))
    return _PAGE.format(
        **dress(),
        texts="\n".join(_text(name, text) for name, text in texts),
        parts=parts(comparison, look),
    )


def _comparisons(comparisons: Iterable[Comparison], _look: Style) -> Iterator[str]:
    """Write one list for each section, with the texts that it is from."""
    yield _LIST_START.format(**dress())
    told: set[str] = set()
    for comparison in comparisons:
        if not comparison.changes:
            continue
        notices = [one for one in _wording.notices(comparison) if one not in told]
        told.update(notices)
        if notices:
            words = "".join(f"<p>{shown(notice)}</p>" for notice in notices)
            yield f'<div class="notice" role="note">{words}</div>\n'
        texts = " and ".join(
            f"<code>{text.id}</code>" for text in (comparison.old, comparison.new)
        )
        for section, changes in groupby(listed((comparison,)), key=section_of):
            items = "\n".join(f"<li>{_item(change)}</li>" for change in changes)
            yield (
                f'<section>\n<h2>{shown(section)}</h2>\n<p class="work">{texts}</p>\n'
                f'<ol class="changes">\n{items}\n</ol>\n</section>\n'
            )
    if not told:
        yield '<p class="counts">No difference.</p>\n'
    yield _LIST_END


def _item(change: Listed) -> str:
    return f'{shown(change.summary)}<span class="doubt">{shown(ground_of(change))}</span>'


def _text(name: str, expression: Expression) -> str:
    words = shown(_wording.when(expression))
    label = f"<code>{_wording.label(expression)}</code>"
    return f"<div><dt>{name}</dt><dd>{words[0].upper()}{words[1:]} {label}</dd></div>"


FORMAT = Format(
    summary="One accessible web page that needs no network.",
    comparison=_comparison,
    comparisons=_comparisons,
    heeds=frozenset({"profile", "context"}),
)
