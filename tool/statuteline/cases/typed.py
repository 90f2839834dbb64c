"""Raw values of a file turned into facts, or every fault of them told at once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from statuteline.errors import FactsError, IdentifierError
from statuteline.model.ids import parse_date
from statuteline.rules.asking import name_hint
from statuteline.rules.facts import Choice, Day, Whole, YesNo, values_hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from statuteline.rules.facts import Constant, Fact

UNKNOWN = "unknown"
"""What a file may say of a fact that nobody knows; an empty value says the same."""

_YES_NO = {"true": True, "yes": True, "false": False, "no": False}
_LONGEST = 60
_TOLD = 20
"""Faults that are told at once; who mends so many runs the command again."""
_DIGITS = 18
_GREATEST = 10**_DIGITS
"""No count and no amount of a case comes near it; what does is a fault of the file."""


def facts_from(
    raw: Mapping[str, object],
    asked: Iterable[Fact],
    where: str,
    lines: Mapping[str, int] | None = None,
) -> dict[str, Constant]:
    """Turn raw values into facts of the kinds that are asked for.

    Args:
        raw: Values by name, as TOML or JSON gives them, or words as CSV does. None, an
            empty word and ``unknown`` mean that the fact is not known.
        asked: The facts that are asked for.
        where: The file, or the place in it, for messages.
        lines: The line on which each name stands, where that is known.

    Returns:
        The known facts by name.

    Raises:
        FactsError: If a name is no fact's, or a value none that its fact can have. All
            faults are told at once.
    """
    by_name = {fact.name: fact for fact in asked}
    found: dict[str, Constant] = {}
    faults: list[FactsError] = []
    for name, value in raw.items():
        place = f"{where}:{lines[name]}" if lines and name in lines else where
        fact = by_name.get(name)
        if fact is None:
            hint = name_hint(name, by_name) or "`decide --template` lists the facts"
            told = f"No fact {_shown(name)} is asked for"
            faults.append(FactsError(told, where=place, hint=hint))
        elif (known := typed(fact, value)) is not None:
            found[name] = known
        elif not is_unknown(value):
            told = f"{name} cannot be {_shown(value)}"
            hint = values_hint(fact, _shown(value))
            faults.append(FactsError(told, where=place, hint=hint))
    raise_all(faults)
    return found


def raise_all(faults: list[FactsError]) -> None:
    """Raise what was found, one error for all; do nothing where nothing was."""
    if len(faults) == 1:
        raise faults[0]
    if faults:
        told = [f"{len(faults)} faults:", *map(str, faults[:_TOLD])]
        more = [f"and {len(faults) - _TOLD} more"] if len(faults) > _TOLD else []
        raise FactsError("\n".join(told + more))


def is_unknown(value: object) -> bool:
    """Tell whether a raw value says that the fact is not known."""
    return value is None or (isinstance(value, str) and value.strip() in {"", UNKNOWN})


def typed(fact: Fact, value: object) -> Constant | None:
    """Turn one raw value into one that a fact can have.

    Args:
        fact: The fact.
        value: The raw value.

    Returns:
        The value; None where the fact cannot have it, or it says that it is unknown.
    """
    found = _from_words(fact, value.strip()) if isinstance(value, str) else value
    if not isinstance(found, bool | int | str | date):
        return None
    if isinstance(found, int) and found > _GREATEST:
        return None
    return found if fact.admits(found) else None


def _from_words(fact: Fact, words: str) -> Constant | None:
    match fact:
        case Choice():
            return words
        case YesNo():
            return _YES_NO.get(words.lower())
        case Whole():
            digits = words.isascii() and words.isdigit() and len(words) <= _DIGITS
            return int(words) if digits else None
        case Day():
            try:
                return parse_date(words)
            except IdentifierError:
                return None
        case _:
            return None


def _shown(value: object) -> str:
    if isinstance(value, dict | list):
        return "a table" if isinstance(value, dict) else "a list"
    try:
        told = str(value)
    except ValueError:  # Python writes no number with so many digits
        return "a number so large"
    told = "".join(one if one.isprintable() else "�" for one in told)
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
