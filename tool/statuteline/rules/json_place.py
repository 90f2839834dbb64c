"""A value in a JSON document together with its address, so that faults can be found."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn

from statuteline.errors import IdentifierError, RuleError
from statuteline.model.ids import parse_date
from statuteline.rules.nodes import Origin

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

_MOST_DIGITS = 100
"""No count, no amount and no year of a rule comes near it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A value, and where in a document it stands.

    Args:
        value: The value, as :mod:`json` gives it.
        path: Its address, such as ``$.readings[0].name``.
        source: The name of the document; empty for none.
    """

    value: object
    path: str = "$"
    source: str = ""

    @property
    def origin(self) -> Origin:
        """The address, for nodes that are read from here."""
        return Origin(self.source, address=self.path)

    def fault(self, what: str, *, hint: str = "") -> RuleError:
        """Make the error that something is wrong here."""
        return RuleError(what, where=str(self.origin), hint=hint)

    def keys(self, needed: Collection[str], allowed: Collection[str] = ()) -> None:
        """Ask for an object with these keys.

        Args:
            needed: Keys that must be there.
            allowed: Keys that may be there too.

        Raises:
            RuleError: If it is no object, lacks a key, or has another one.
        """
        known, found = (*needed, *allowed), self._object()
        for key in found:
            if key not in known:
                raise self.fault(f"There is no key {key!r} here", hint=nearest(key, known))
        for key in needed:
            if key not in found:
                raise self.fault(f"The key {key!r} is missing here")

    def has(self, key: str) -> bool:
        """Tell whether an object has a key."""
        return key in self._object()

    def names(self) -> tuple[str, ...]:
        """List the keys of an object."""
        return tuple(self._object())

    def at(self, key: str) -> Place:
        """Go to the value of a key that is there."""
        return self._below(self._object()[key], f".{key}")

    def entries(self) -> tuple[tuple[str, Place], ...]:
        """List the keys of an object with their values."""
        return tuple((key, self.at(key)) for key in self.names())

    def items(self) -> tuple[Place, ...]:
        """List the items of an array.

        Raises:
            RuleError: If it is none.
        """
        if not isinstance(self.value, list):
            raise self._another("an array")
        return tuple(
            self._below(item, f"[{number}]") for number, item in enumerate(self.value)
        )

    def text(self) -> str:
        """Read a string.

        Raises:
            RuleError: If it is none, or has a character that steers the display: what
                is read may come from anywhere, and is written to terminals.
        """
        if not isinstance(self.value, str):
            raise self._another("a string")
        if not self.value.isprintable():
            steering = next((one for one in self.value if _steers(one)), None)
            if steering is not None:
                told = f"U+{ord(steering):04X} steers the display, and says nothing"
                raise self.fault(told, hint="leave it out")
        return self.value

    def name(self) -> str:
        """Read a string that is not empty.

        Raises:
            RuleError: If it is none, or empty.
        """
        if not self.text():
            raise self.fault("There is no name here")
        return self.text()

    def whole(self, least: int) -> int:
        """Read a whole number.

        Raises:
            RuleError: If it is none, or below the least.
        """
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self._another("a whole number")
        if self.value < least:
            raise self.fault(f"This must be {least} or more, not {self.value}")
        return self.value

    def flag(self) -> bool:
        """Read true or false.

        Raises:
            RuleError: If it is neither.
        """
        if not isinstance(self.value, bool):
            raise self._another("true or false")
        return self.value

    def day(self) -> date:
        """Read a day, written YYYY-MM-DD.

        Raises:
            RuleError: If it is none.
        """
        try:
            return parse_date(self.text())
        except IdentifierError as error:
            raise self.fault(error.what, hint=error.hint) from error

    def _object(self) -> dict[str, object]:
        if not isinstance(self.value, dict):
            raise self._another("an object")
        return self.value

    def _below(self, value: object, step: str) -> Place:
        return Place(value=value, path=f"{self.path}{step}", source=self.source)

    def _another(self, wanted: str) -> RuleError:
        return self.fault(f"This must be {wanted}, not {_KINDS[type(self.value)]}")


_KINDS = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "true or false",
    int: "a whole number",
    float: "a number with a fraction",
    type(None): "null",
}


def _steers(character: str) -> bool:
    """Tell whether a character is a control, half a pair, or turns the direction."""
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return (
        unicodedata.category(character) in {"Cc", "Cs"}
        or unicodedata.bidirectional(character) in turning
    )


def nearest(word: str, known: Collection[str]) -> str:
    """Name the known word that is meant, or all of them."""
    near = get_close_matches(word, known, n=1)
    return f"did you mean {near[0]}?" if near else f"one of {', '.join(known)}"


def parsed(text: str, source: str = "") -> Place:
    """Read JSON, strictly: no key twice, and no number that JSON does not know.

    Args:
        text: The document.
        source: Its name, for messages.

    Raises:
        RuleError: If it is not JSON of this kind, or nested too deep to be read.
    """
    try:
        value = json.loads(
            text,
            object_pairs_hook=_once,
            parse_int=_whole_number,
            parse_constant=_no_number,
        )
    except RecursionError:
        raise RuleError("The JSON is nested too deep", where=source) from None
    except json.JSONDecodeError as error:
        where = f"{source}:{error.lineno}" if source else f"line {error.lineno}"
        raise RuleError(f"This is not JSON: {error.msg}", where=where) from error
    except ValueError as error:
        raise RuleError(
            f"This is not JSON as rules use it: {error}", where=source
        ) from error
    return Place(value=value, source=source)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"the key {name!r} stands twice in one object")
        found[name] = value
    return found


def _whole_number(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"a number of {len(digits)} digits stands there")
    return int(digits)


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")
