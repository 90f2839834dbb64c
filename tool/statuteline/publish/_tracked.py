"""Both texts as one row of paragraphs with tracked words and tracked paragraph marks.

Taken without its deletions the row is the new text, without its insertions the old one,
paragraph by paragraph. A paragraph whose mark is gone runs on into the next, as it does
in a word processor.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from statuteline.model.change import Part, Run, RunKind
from statuteline.publish._marked import merged
from statuteline.publish._reading_order import in_both_orders, place_of, reading_order
from statuteline.publish._whole_words import whole_words

if TYPE_CHECKING:
    from statuteline.model.change import Comparison, Line, Runs
    from statuteline.publish._reading_order import Side, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedParagraph:
    """One paragraph.

    Args:
        runs: Its words.
        mark: Whether both texts end the paragraph here, or only one of them.
        depth: How many levels below the top its provision stands.
        heading: Whether it is a heading.
    """

    runs: Runs
    mark: RunKind
    depth: int
    heading: bool


class _Token(NamedTuple):
    """Words of one line, or a paragraph mark."""

    text: str
    depth: int = 0
    heading: bool = False

    @property
    def is_mark(self) -> bool:
        return self.text == "\n"


_MARK = _Token("\n")


@dataclass(slots=True)
class _Segment:
    """Words of both texts, and what was deleted and inserted behind them."""

    equal: list[_Token]
    deleted: list[_Token]
    inserted: list[_Token]

    @property
    def starts_a_paragraph(self) -> bool:
        """Tell whether the change begins where both texts begin a paragraph."""
        return not self.equal or self.equal[-1].is_mark

    @property
    def one_sided(self) -> list[_Token] | None:
        if self.deleted and self.inserted:
            return None
        return self.deleted or self.inserted or None


def tracked(comparison: Comparison) -> tuple[TrackedParagraph, ...]:
    """Lay out a comparison so that either text is what is left without the other.

    Args:
        comparison: Two texts compared.

    Returns:
        At least one paragraph; the last has a mark in both texts, because no word
        processor can delete the end of a document.
    """
    segments = _whole_paragraphs(_segments(comparison))
    _keep_the_last_mark(segments[-1])
    tokens = [
        (kind, token)
        for segment in segments
        for kind, tokens in (
            (RunKind.EQUAL, segment.equal),
            (RunKind.DELETED, segment.deleted),
            (RunKind.INSERTED, segment.inserted),
        )
        for token in tokens
    ]
    found: list[TrackedParagraph] = []
    words: list[tuple[RunKind, _Token]] = []
    lasting: list[_Token] = []
    for kind, token in [*tokens, (RunKind.EQUAL, _MARK)]:
        if not token.is_mark:
            words.append((kind, token))
            lasting += [token] if kind is not RunKind.DELETED else []
            continue
        gone = [token for kind, token in words if kind is RunKind.DELETED]
        found.append(_paragraph(words, kind, gone if kind is RunKind.DELETED else lasting))
        words = []
        if kind is not RunKind.DELETED:
            lasting = []
    return tuple(found)


def _paragraph(
    words: list[tuple[RunKind, _Token]], mark: RunKind, own: list[_Token]
) -> TrackedParagraph:
    """Make a paragraph that looks like the words that its mark ends.

    A word processor keeps the look of a paragraph in its mark: words of the other text
    that run on into it, or that were there before, must not decide.
    """
    look = [*own, *(token for _, token in words), _MARK][0]
    return TrackedParagraph(
        runs=merged(tuple(Run(kind=kind, text=token.text) for kind, token in words)),
        mark=mark,
        depth=look.depth,
        heading=any(token.heading for token in own),
    )


def _segments(comparison: Comparison) -> list[_Segment]:
    old_ends, new_ends = _ends(comparison, "old"), _ends(comparison, "new")
    segments = [_Segment([], [], [])]
    for step in in_both_orders(comparison):
        line = comparison.lines[step.line]
        before, after = old_ends.get(step.line, ""), new_ends.get(step.line, "")
        for run in _runs(line, step, before, after):
            last = segments[-1]
            if run.kind is RunKind.EQUAL and (last.deleted or last.inserted):
                last = _Segment([], [], [])
                segments.append(last)
            target = {
                RunKind.EQUAL: last.equal,
                RunKind.DELETED: last.deleted,
                RunKind.INSERTED: last.inserted,
            }[run.kind]
            target += _tokens(run.text, line, step.kind)
    return segments


def _runs(line: Line, step: Step, before: str, after: str) -> Runs:
    """Give the words that a step shows, with what ends them in each text."""
    if step.kind is not RunKind.EQUAL:
        other = {RunKind.DELETED: RunKind.INSERTED, RunKind.INSERTED: RunKind.DELETED}
        words = "".join(run.text for run in line.runs if run.kind is not other[step.kind])
        end = before if step.kind is RunKind.DELETED else after
        return (Run(kind=step.kind, text=_flat(words, line)), Run(kind=step.kind, text=end))
    flat = tuple(Run(kind=run.kind, text=_flat(run.text, line)) for run in line.runs)
    # Some readers, pandoc among them, put a space where two paragraphs become one; a
    # word that would be glued together there is taken out on one side and put in anew.
    runs = whole_words(flat, only_around="\n")
    if before == after:
        return (*runs, Run(kind=RunKind.EQUAL, text=before))
    return (
        *runs,
        Run(kind=RunKind.DELETED, text=before),
        Run(kind=RunKind.INSERTED, text=after),
    )


def _flat(text: str, line: Line) -> str:
    """Keep numbers and headings to their one line; words keep their paragraphs."""
    if line.part in {Part.NUM, Part.HEADING}:
        return text.replace("\n", " ").replace("\t", " ")
    return text


def _ends(comparison: Comparison, side: Side) -> dict[int, str]:
    """Say what ends each line in one text: a space behind a number, or a mark."""
    lines, order = comparison.lines, reading_order(comparison, side)
    ends = dict.fromkeys(order, "\n")
    for index, following in pairwise(order):
        one, other = place_of(lines[index], side), place_of(lines[following], side)
        has_words = lines[following].part is not Part.WRAP_UP
        alike = one is not None and other is not None and one.eid == other.eid
        if lines[index].part is Part.NUM and has_words and alike:
            ends[index] = " "
    return ends


def _tokens(text: str, line: Line, shown: RunKind) -> list[_Token]:
    moved_away = shown is RunKind.DELETED
    place = line.old if moved_away else line.new or line.old
    depth = place.depth if place else 0
    heading = line.part is Part.HEADING
    found: list[_Token] = []
    for number, words in enumerate(text.split("\n")):
        found += [_MARK] if number else []
        found += [_Token(words, depth, heading)] if words else []
    return found


def _whole_paragraphs(segments: list[_Segment]) -> list[_Segment]:
    """Shift changes, without changing either text, to hold whole paragraphs."""
    done: list[_Segment] = []
    rest = segments[::-1]
    while rest:
        here = rest.pop()
        following = rest[-1].equal if rest else []
        if not here.starts_a_paragraph:
            _share_marks(here, following)
        alone = here.one_sided
        if not here.starts_a_paragraph and alone and alone[0].is_mark and following[:1]:
            if following[0].is_mark:
                here.equal.append(alone.pop(0))
                alone.append(following.pop(0))
            if not following:
                nearest = rest.pop()
                here.deleted += nearest.deleted
                here.inserted += nearest.inserted
                rest.append(here)
                continue
        done.append(here)
    return done


def _share_marks(here: _Segment, following: list[_Token]) -> None:
    """Keep a paragraph mark that was deleted and inserted at one and the same place."""
    if here.deleted and here.inserted:
        if here.deleted[0].is_mark and here.inserted[0].is_mark:
            here.deleted.pop(0)
            here.equal.append(here.inserted.pop(0))
        elif following and here.deleted[-1].is_mark and here.inserted[-1].is_mark:
            here.deleted.pop()
            following.insert(0, here.inserted.pop())


def _keep_the_last_mark(last: _Segment) -> None:
    """Take the mark that ends the document off: :func:`tracked` sets it for both texts.

    Where only one of the texts has words at the end, the mark before them is the one
    that comes and goes with them.
    """
    if last.deleted and last.inserted:
        last.deleted.pop()
        last.inserted.pop()
    elif (alone := last.one_sided) is not None:
        alone.pop()
        if last.equal:
            alone.insert(0, last.equal.pop())
    elif last.equal:
        last.equal.pop()
