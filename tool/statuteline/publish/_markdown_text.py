"""Words and marks in Markdown that read well as plain text too.

Source:
    CommonMark 0.31.2 and GitHub Flavored Markdown, strikethrough: a mark opens and
    closes where white space stands outside it, whatever stands inside.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from statuteline.model.change import RunKind
from statuteline.publish._characters import one_line, visible

if TYPE_CHECKING:
    from statuteline.model.change import Run, Runs

CELL = "│"
_SPECIAL = re.compile(r"[\\`*_\[\]]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_NUMBERED = re.compile(r"([0-9]+)([.)])(?=\s|$)")
_OPENS_A_BLOCK = re.compile(r"[-+#>]")


def escaped(text: str) -> str:
    r"""Write words so that Markdown reads nothing into them.

    Example:
        >>> escaped("a * b [c] <em> R&amp;D")
        'a \\* b \\[c\\] &lt;em> R&amp;amp;D'
    """
    safe = _SPECIAL.sub(r"\\\g<0>", visible(text))
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", safe)).replace("~", "&#126;")


def sentence(text: str) -> str:
    """Write one sentence of ours, or a title, on a line of its own."""
    return at_start(escaped(one_line(text)))


def at_start(text: str) -> str:
    r"""Keep the first characters of a line from opening a list, a quote or a heading.

    Example:
        >>> at_start("1. Fees"), at_start("- Fees"), at_start("(1) Fees")
        ('1\\. Fees', '\\- Fees', '(1) Fees')
    """
    numbered = _NUMBERED.match(text)
    if numbered:
        return f"{numbered[1]}\\{text[len(numbered[1]) :]}"
    return f"\\{text}" if _OPENS_A_BLOCK.match(text) else text


def marked(runs: Runs) -> str:
    """Write one paragraph of settled, escaped runs with their marks.

    Args:
        runs: Runs beside which white space stands, or the edge of the paragraph.

    Returns:
        One line; a space parts two marks that would touch.
    """
    line = ""
    for run in runs:
        piece = _piece(run)
        touches = line and not line[-1].isspace() and not piece[:1].isspace()
        line += f" {piece}" if touches else piece
    return at_start(line.strip())


def _piece(run: Run) -> str:
    text = run.text.replace("\t", f" {CELL} ")
    core = text.strip()
    if run.kind is RunKind.EQUAL or not core:
        return text
    start, end = ("~~[", "]~~") if run.kind is RunKind.DELETED else ("**", "**")
    before = text[: text.index(core)]
    return f"{before}{start}{core}{end}{text[len(before) + len(core) :]}"
