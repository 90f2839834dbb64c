"""The redline as nested provisions in HTML, with marks for eye and ear."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from statuteline.model.change import Run, RunKind
from statuteline.publish._characters import visible
from statuteline.publish._marked import beside, cells, paragraphs, settle
from statuteline.publish._spots import Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from statuteline.model.change import Runs
    from statuteline.publish._layout import Row

_FIRST_HEADING = 3
_LAST_HEADING = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """A provision whose element is still open.

    Args:
        depth: How deep it stands.
        row: Its row.
        headed: Whether it has a heading, so that those below it rank lower.
    """

    depth: int
    row: Row
    headed: bool


class _Atom(NamedTuple):
    """Words of one kind, in or out of the number."""

    run: Run
    in_number: bool


def redline(shown: tuple[Row, ...], *, brackets: bool = True) -> str:
    """Write rows as nested elements, every row once and in its order.

    Args:
        shown: The rows.
        brackets: Whether deleted words stand in brackets too.
    """

    def own(spot: Spot, rank: int) -> str:
        blocks = (*_blocks_of(spot.row, rank, brackets=brackets), *_notes(spot.row))
        return f'<div class="{_style(spot)}">{"".join(blocks)}</div>'

    return _nested(tuple(Spot(row=row) for row in shown), own)


def walkable(shown: tuple[Spot, ...]) -> str:
    """Write rows so that a reader can choose how they are shown, without a script.

    A row with marked words is written twice: as one text, and as two beside each other,
    which are hidden until a style sheet shows them. Other words are written again for the
    new text beside the old one, and hidden until then too. What is far from all changes
    has a class of its own; in its place stand hidden words. Each place of change has an
    id, and links to the one before and the one behind it.
    """
    last = max((spot.number or 0 for spot in shown), default=0)

    def own(spot: Spot, rank: int) -> str:
        row = spot.row
        words = "".join(_blocks_of(row, rank, brackets=True))
        if row.marked:
            inner = f'<div class="one-text">{words}</div>{_two_texts(row, rank)}'
        else:
            inner = f'<div>{words}</div><div class="again" hidden>{words}</div>'
        identity = f' id="change-{spot.number}"' if spot.number else ""
        notes = "".join(_notes(row))
        steps = _steps(spot.number, last) if spot.number else ""
        return f'<div class="{_style(spot)}"{identity}>{inner}{notes}{steps}</div>'

    return _nested(shown, own)


def _nested(shown: tuple[Spot, ...], own: Callable[[Spot, int], str]) -> str:
    out: list[str] = []
    stack: list[_Open] = []
    for spot in shown:
        row = spot.row
        closes_open = row.closing and any(_is_of(row, entry) for entry in stack)
        while stack and _ends(stack[-1], row, closes_open=closes_open):
            out.append("</div>")
            stack.pop()
        if spot.instead:
            out.append(f'<p class="note instead" hidden>{escape(spot.instead)}</p>')
        if not closes_open:
            identity = f' id="{escape(row.anchor)}"' if row.anchor else ""
            style = "provision far" if spot.far else "provision"
            out.append(f'<div class="{style}"{identity}>')
        rank = _FIRST_HEADING + sum(entry.headed for entry in stack)
        out.append(own(spot, min(rank, _LAST_HEADING)))
        if not closes_open:
            headed = bool(row.heading)
            stack.append(_Open(depth=row.place.depth, row=row, headed=headed))
    out += ["</div>"] * len(stack)
    return "\n".join(out)


def _style(spot: Spot) -> str:
    changed = " changed" if spot.row.marked else ""
    return f"own{changed}{' far' if spot.far else ''}"


def _two_texts(row: Row, rank: int) -> str:
    sides = (("old", RunKind.INSERTED), ("new", RunKind.DELETED))
    texts = "".join(_one_of_two(row, rank, *side) for side in sides)
    return f'<div class="two-texts" hidden>{texts}</div>'


def _one_of_two(row: Row, rank: int, name: str, other: RunKind) -> str:
    num, heading, words = (
        tuple(run for run in runs if run.kind is not other)
        for runs in (row.num, row.heading, row.words)
    )
    own = replace(row, num=num, heading=heading, words=words)
    nothing = f'<p class="note">Nothing here in the {name} text.</p>'
    blocks = "".join(_blocks_of(own, rank, brackets=True)) or nothing
    return f'<div role="group" aria-label="{name.capitalize()} text">{blocks}</div>'


def _steps(number: int, last: int) -> str:
    steps = []
    if number > 1:
        steps.append(f'<a href="#change-{number - 1}">Previous change</a>')
    if number < last:
        steps.append(f'<a href="#change-{number + 1}">Next change</a>')
    told = f"<span>{number} of {last}</span>"
    return f'<p class="walk">{" ".join((told, *steps))}</p>'


def marked(runs: Runs, *, brackets: bool = True) -> str:
    """Write runs with deletions and insertions marked for the eye, and both spoken."""
    return _atoms((_Atom(run, in_number=False) for run in runs), brackets=brackets)


def _ends(entry: _Open, row: Row, *, closes_open: bool) -> bool:
    if closes_open:
        return not _is_of(row, entry)
    return entry.depth >= row.place.depth


def _is_of(closing: Row, entry: _Open) -> bool:
    """Tell whether closing words are those of an open provision, in either text."""
    pairs = ((closing.old, entry.row.old), (closing.new, entry.row.new))
    return any(one and other and one.eid == other.eid for one, other in pairs)


def _blocks_of(row: Row, rank: int, *, brackets: bool) -> list[str]:
    num, heading, words = (
        settle(runs, visible) for runs in (row.num, row.heading, row.words)
    )
    blocks: list[str] = []
    pages = list(paragraphs(words))
    if heading:
        blocks.append(f"<h{rank}>{_numbered(num, heading, brackets=brackets)}</h{rank}>")
    elif num:
        start = pages.pop(0) if pages and len(cells(pages[0])) == 1 else ()
        blocks.append(f"<p>{_numbered(num, start, brackets=brackets)}</p>")
    return blocks + _blocks(pages, brackets=brackets)


def _notes(row: Row) -> list[str]:
    return [f'<p class="note">{escape(visible(note))}</p>' for note in row.notes]


def _blocks(pages: list[Runs], *, brackets: bool) -> list[str]:
    """Write paragraphs; neighbours with several cells become one table."""
    blocks: list[str] = []
    for tabular, group in groupby(pages, key=lambda runs: len(cells(runs)) > 1):
        if tabular:
            table = "".join(f"<tr>{_cells(runs, brackets=brackets)}</tr>" for runs in group)
            blocks.append(
                '<div class="rows" role="group" aria-label="Table" tabindex="0">'
                f"<table><tbody>{table}</tbody></table></div>"
            )
        else:
            blocks += [f"<p>{marked(runs, brackets=brackets)}</p>" for runs in group]
    return blocks


def _cells(runs: Runs, *, brackets: bool) -> str:
    return "".join(f"<td>{marked(cell, brackets=brackets)}</td>" for cell in cells(runs))


def _numbered(num: Runs, words: Runs, *, brackets: bool) -> str:
    """Put a number before words so that what is marked alike is marked once."""
    size = sum(len(run.text) for run in num)
    atoms: list[_Atom] = []
    for run in beside(num, words):
        inside, outside = run.text[:size], run.text[size:]
        size -= len(inside)
        parts = ((inside, True), (outside, False))
        atoms += [_Atom(Run(kind=run.kind, text=t), n) for t, n in parts if t]
    return _atoms(atoms, brackets=brackets)


def _atoms(atoms: Iterable[_Atom], *, brackets: bool) -> str:
    start, end = ("[", "]") if brackets else ("", "")
    out: list[str] = []
    for kind, group in groupby(atoms, key=lambda atom: atom.run.kind):
        words = "".join(_words(atom) for atom in group)
        match kind:
            case RunKind.EQUAL:
                out.append(words)
            case RunKind.DELETED:
                out.append(
                    f"<del>{_cue('deleted: ')}{start}{words}{end}"
                    f"{_cue(' end of deletion ')}</del>"
                )
            case RunKind.INSERTED:
                out.append(
                    f"<ins>{_cue('inserted: ')}{words}{_cue(' end of insertion ')}</ins>"
                )
    return "".join(out)


def _words(atom: _Atom) -> str:
    words = escape(atom.run.text, quote=False)
    return f'<span class="num">{words}</span>' if atom.in_number else words


def _cue(words: str) -> str:
    return f'<span class="cue">{words}</span>'
