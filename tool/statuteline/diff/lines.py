"""From pairs of provisions to the lines of a redline: every word of both texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.diff.redline import redline, text_of
from statuteline.diff.words import HEADING, INTRO, NO_WORDS, NUM, PARTS, WRAP_UP
from statuteline.errors import SelfCheckError
from statuteline.model.change import Line, Place, RunKind
from statuteline.model.provision import walk

if TYPE_CHECKING:
    from statuteline.diff.align import Pair
    from statuteline.diff.words import Texts, Words
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression


class Lines:
    """Writes the lines of one comparison.

    Args:
        old: The text before.
        new: The text after.
        words: Where the words of both are taken from.
    """

    def __init__(self, old: Expression, new: Expression, words: Words) -> None:
        self._old = _places(old)
        self._new = _places(new)
        self._words = words

    def of(self, pairs: tuple[Pair, ...]) -> tuple[Line, ...]:
        """Give the lines of paired texts, in the order a redline shows them."""
        lines: list[Line] = []
        for pair in pairs:
            self._add(pair, lines)
        return tuple(lines)

    def _add(self, pair: Pair, lines: list[Line]) -> None:
        one = self._side(pair.old, self._old)
        other = self._side(pair.new, self._new)
        outer, inner = (one, other), (one, other)
        if pair.divided:
            # The side that is the block has its number at its own place.
            outer = (_NO_SIDE, other) if pair.old_whole else (one, _NO_SIDE)
        undivided = next((child for child in pair.children if child.divided), None)
        if undivided is not None:
            # Undivided text shows its words where the subsection stands that it became;
            # at its own place only its number and heading are left.
            inner = (
                _NO_SIDE if undivided.old is pair.old else one,
                _NO_SIDE if undivided.new is pair.new else other,
            )
        for part, (before, after) in ((NUM, outer), (HEADING, outer), (INTRO, inner)):
            if before[0][part] or after[0][part]:
                lines.append(_line(part, before, after))
        for child in pair.children:
            self._add(child, lines)
        before, after = inner
        if before[0][WRAP_UP] or after[0][WRAP_UP]:
            lines.append(_line(WRAP_UP, before, after))

    def _side(self, provision: Provision | None, places: dict[str, Place]) -> _Side:
        if provision is None:
            return _NO_SIDE
        return self._words.of(provision), places[provision.eid.text]


_Side = tuple["Texts", Place | None]
_NO_SIDE: _Side = (NO_WORDS, None)


def _line(part: int, old: _Side, new: _Side) -> Line:
    before, after = old[0][part], new[0][part]
    return Line(
        part=PARTS[part],
        old=old[1] if before else None,
        new=new[1] if after else None,
        runs=redline(before, after),
    )


def _places(expression: Expression) -> dict[str, Place]:
    places: dict[str, Place] = {}

    def place(provisions: tuple[Provision, ...], depth: int) -> None:
        for provision in provisions:
            places[provision.eid.text] = Place(
                eid=provision.eid,
                level=provision.level,
                num=provision.num,
                order=len(places),
                depth=depth,
                coverage=provision.coverage,
            )
            place(provision.children, depth + 1)

    place(expression.body, 0)
    return places


def check_lines(
    lines: tuple[Line, ...], old: Expression, new: Expression, words: Words
) -> None:
    """Prove that the lines hold both texts, word for word.

    Args:
        lines: The lines of a comparison.
        old: The text before.
        new: The text after.
        words: Where the words of both are taken from.

    Raises:
        SelfCheckError: If any part of any provision is missing, doubled or different.
    """
    for expression, without in ((old, RunKind.INSERTED), (new, RunKind.DELETED)):
        wanted = {
            (provision.eid.text, part.value): text
            for provision in walk(expression.body)
            for part, text in zip(PARTS, words.of(provision), strict=True)
            if text
        }
        for line in lines:
            place = line.old if without is RunKind.INSERTED else line.new
            text = text_of(line.runs, without)
            if place is None:
                if text:
                    raise _failed(expression, f"words without a place: {text[:40]!r}")
                continue
            # Each part is struck off when it is met; a second time it is not there.
            if wanted.pop((place.eid.text, line.part.value), None) != text:
                raise _failed(expression, f"{line.part.value} of {place.eid}")
        if wanted:
            eid, part = next(iter(wanted))
            raise _failed(expression, f"{part} of {eid}")


def _failed(expression: Expression, what: str) -> SelfCheckError:
    return SelfCheckError(
        "The comparison does not give back the text it started from",
        where=f"{expression.id}: {what}",
        hint="please report this with both texts; the result is withheld",
    )
