"""Word's automatic numbers, which a file describes and does not hold.

Source:
    ECMA-376, Office Open XML, part 1, section 17.9 (numbering).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from statuteline.drafts._list_numbers import in_repeated_letters, in_roman
from statuteline.drafts._word_names import child, children, is_on, number, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_WRITTEN: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": in_repeated_letters,
    "upperLetter": lambda n: in_repeated_letters(n).upper(),
    "lowerRoman": in_roman,
    "upperRoman": lambda n: in_roman(n).upper(),
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    """How one level of a list is numbered.

    Args:
        start: The first number.
        form: The name of the way to count, such as ``lowerRoman``.
        text: What is printed, with ``%1`` for the number of the first level.
        restart: The level, from 1, whose numbers begin this one anew; 0 for none,
            -1 for any above it.
        legal: Whether all numbers in it are digits.
        style: The paragraph style that belongs to it.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = -1
    legal: bool = False
    style: str | None = None


class Numbers:
    """Counts the numbered paragraphs of one document, from its first to its last.

    Args:
        root: The part that describes the lists; None for a document without one.

    Attributes:
        unknown: Ways to count that were met and are not known here.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self.unknown: set[str] = set()
        abstract = {
            value(one, "abstractNumId") or "": one for one in children(root, "abstractNum")
        }
        self._lists: dict[str, tuple[str, dict[int, _Level], frozenset[int]]] = {}
        for one in children(root, "num"):
            key = value(child(one, "abstractNumId")) or ""
            levels = dict(_levels(abstract.get(key)))
            begun = set()
            for override in children(one, "lvlOverride"):
                place = _place(value(override, "ilvl"))
                levels |= dict(_levels(override))
                start = child(override, "startOverride")
                if start is not None:
                    begun.add(place)
                    level = levels.get(place, _Level())
                    levels[place] = replace(level, start=number(start, level.start))
            self._lists[value(one, "numId") or ""] = (key, levels, frozenset(begun))
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of_style(self, list_id: str, style: str | None) -> int:
        """Give the level that a list keeps for a paragraph style, from 0."""
        _, levels, _ = self._lists.get(list_id, ("", {}, frozenset()))
        return next((i for i, one in levels.items() if style and one.style == style), 0)

    def next(self, list_id: str, place: int) -> str:
        """Count a paragraph.

        Args:
            list_id: The list it belongs to.
            place: Its level in it, from 0.

        Returns:
            What Word prints before it; empty for bullets and for lists that the file
            does not describe.
        """
        if list_id not in self._lists or not 0 <= place < LEVELS:
            return ""
        key, levels, begun = self._lists[list_id]
        counts = self._counts.setdefault(key, {})
        if place in begun and (list_id, place) not in self._begun:
            self._begun.add((list_id, place))
            counts.pop(place, None)
        own = levels.get(place, _Level())
        counts[place] = counts[place] + 1 if place in counts else own.start
        for deeper in [one for one in counts if one > place]:
            restart = levels.get(deeper, _Level()).restart
            if restart == -1 or place < restart:
                del counts[deeper]
        if own.form == "bullet":
            return ""
        return _PLACE.sub(
            lambda one: self._one(int(one[1]) - 1, levels, counts, own), own.text
        )

    def _one(
        self, place: int, levels: dict[int, _Level], counts: dict[int, int], own: _Level
    ) -> str:
        level = levels.get(place, _Level())
        form = "decimal" if own.legal else level.form
        if form not in _WRITTEN:
            self.unknown.add(form)
            return ""
        return _WRITTEN[form](counts.get(place, level.start))


def _levels(element: etree._Element | None) -> Iterator[tuple[int, _Level]]:
    for one in children(element, "lvl"):
        yield (
            _place(value(one, "ilvl")),
            _Level(
                start=number(child(one, "start"), 0),
                form=value(child(one, "numFmt")) or "decimal",
                text=value(child(one, "lvlText")) or "",
                restart=number(child(one, "lvlRestart"), -1),
                legal=is_on(child(one, "isLgl")),
                style=value(child(one, "pStyle")),
            ),
        )


def _place(given: str | None) -> int:
    return int(given) if given is not None and given.isdecimal() else 0
