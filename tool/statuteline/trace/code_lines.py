"""A unit of the code as lines of plain English, for reading and for comparing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from statuteline.errors import RuleError
from statuteline.rules.from_json import facts_from, predicate_from
from statuteline.rules.json_place import Place
from statuteline.rules.node_words import node_words
from statuteline.rules.predicates import Define, parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.predicates import Predicate

LEVEL = "· "
"""What stands before a clause for each level that it lies below the top."""


def code_lines(said: str, *, whole: bool) -> tuple[str, ...]:
    """Write out what a unit says, each clause on a line.

    Args:
        said: What it says, as :attr:`statuteline.trace.units.Unit.said` has it.
        whole: Whether definitions that it uses are written out too, not only named.

    Returns:
        The lines. What an earlier form of the language wrote, and this one cannot read
        any more, is given as its JSON.
    """
    content = json.loads(said)
    if isinstance(content, dict) and content.keys() == {"facts", "tree"}:
        place = Place(value=content)
        try:
            tree = predicate_from(place.at("tree"), facts_from(place.at("facts")))
        except RuleError:
            return (said,)
        return tuple(_lines(tree, "", whole=whole))
    return tuple(_data(content, ""))


def _lines(predicate: Predicate, margin: str, *, whole: bool) -> Iterator[str]:
    yield f"{margin}{node_words(predicate)}"
    if margin and isinstance(predicate, Define) and not whole:
        return
    for part in parts_of(predicate):
        yield from _lines(part, margin + LEVEL, whole=whole)


def _data(content: object, margin: str) -> Iterator[str]:
    match content:
        case dict():
            for name, value in content.items():
                label = f"{margin}{str(name).replace('_', ' ')}"
                if isinstance(value, dict | list):
                    yield label
                    yield from _data(value, margin + LEVEL)
                else:
                    yield f"{label}: {'unknown' if value is None else value}"
        case list():
            for value in content:
                yield from _data(value, margin)
        case _:
            yield f"{margin}{content}"
