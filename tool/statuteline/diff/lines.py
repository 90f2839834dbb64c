"""From pairs of provisions to the lines of a redline: every word of both texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.diff.redline import redline, text_of
from statuteline.errors import SelfCheckError
from statuteline.model.change import Line, Part, Place, RunKind
from statuteline.model.provision import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.diff.align import Pair
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression

_WORDS: dict[Part, Callable[[Provision], str]] = {
    Part.NUM: lambda provision: provision.num or "",
    Part.HEADING: lambda provision: provision.heading_text,
    Part.INTRO: lambda provision: provision.intro_text,
    Part.WRAP_UP: lambda provision: provision.wrap_up_text,
}


def words_of(provision: Provision | None, part: Part) -> str:
    """Give the canonical words of one part of a provision; none of no provision."""
    return _WORDS[part](provision) if provision is not None else ""


class Lines:
    """Writes the lines of one comparison.

    Args:
        old: The text before.
        new: The text after.
    """

    def __init__(self, old: Expression, new: Expression) -> None:
        self._old = _places(old)
        self._new = _places(new)

    def of(self, pairs: tuple[Pair, ...]) -> tuple[Line, ...]:
        """Give the lines of paired texts, in the order a redline shows them."""
        return tuple(line for pair in pairs for line in self._pair(pair))

    def _pair(self, pair: Pair) -> Iterator[Line]:
        undivided = next((child for child in pair.children if child.divided), None)
        # Undivided text shows its words where the subsection stands that it became;
        # at its own place only its number and heading are left.
        old, new = pair.old, pair.new
        inner_old, inner_new = old, new
        if undivided is not None:
            inner_old = None if undivided.old is old else old
            inner_new = None if undivided.new is new else new
        if pair.divided:
            # The side that is the block has its number at its own place.
            outer_old, outer_new = (None, new) if pair.old_whole else (old, None)
            yield from self._line(Part.NUM, outer_old, outer_new)
            yield from self._line(Part.HEADING, outer_old, outer_new)
        else:
            yield from self._line(Part.NUM, old, new)
            yield from self._line(Part.HEADING, old, new)
        yield from self._line(Part.INTRO, inner_old, inner_new)
        for child in pair.children:
            yield from self._pair(child)
        yield from self._line(Part.WRAP_UP, inner_old, inner_new)

    def _line(
        self, part: Part, old: Provision | None, new: Provision | None
    ) -> Iterator[Line]:
        before, after = words_of(old, part), words_of(new, part)
        if not before and not after:
            return
        yield Line(
            part=part,
            old=self._old[old.eid.text] if old is not None and before else None,
            new=self._new[new.eid.text] if new is not None and after else None,
            runs=redline(before, after),
        )


def _places(expression: Expression) -> dict[str, Place]:
    depths: dict[str, int] = {}
    places = {}
    for order, provision in enumerate(walk(expression.body)):
        depth = depths.get(provision.eid.text, 0)
        for child in provision.children:
            depths[child.eid.text] = depth + 1
        places[provision.eid.text] = Place(
            eid=provision.eid,
            level=provision.level,
            num=provision.num,
            order=order,
            depth=depth,
            coverage=provision.coverage,
        )
    return places


def check_lines(lines: tuple[Line, ...], old: Expression, new: Expression) -> None:
    """Prove that the lines hold both texts, word for word.

    Args:
        lines: The lines of a comparison.
        old: The text before.
        new: The text after.

    Raises:
        SelfCheckError: If any part of any provision is missing, doubled or different.
    """
    for expression, without in ((old, RunKind.INSERTED), (new, RunKind.DELETED)):
        found: dict[tuple[str, Part], str] = {}
        for line in lines:
            place = line.old if without is RunKind.INSERTED else line.new
            words = text_of(line.runs, without)
            key = (place.eid.text, line.part) if place is not None else None
            if (key is None and words) or key in found:
                raise _failed(expression, f"words without a place: {words[:40]!r}")
            if key is not None:
                found[key] = words
        wanted = {
            (provision.eid.text, part): words
            for provision in walk(expression.body)
            for part in Part
            if (words := words_of(provision, part))
        }
        if found != wanted:
            wrong = next(iter(set(found.items()) ^ set(wanted.items())))
            raise _failed(expression, f"{wrong[0][1].value} of {wrong[0][0]}")


def _failed(expression: Expression, what: str) -> SelfCheckError:
    return SelfCheckError(
        "The comparison does not give back the text it started from",
        where=f"{expression.id}: {what}",
        hint="please report this with both texts; the result is withheld",
    )
