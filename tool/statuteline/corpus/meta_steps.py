"""Single steps in reading a ``meta`` block: each refuses what is missing, with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from statuteline.corpus.names import akn, own
from statuteline.errors import IdentifierError
from statuteline.model.ids import EId, parse_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from enum import Enum

    from lxml import etree

    from statuteline.corpus.uris import Uris
    from statuteline.model.ids import ProvisionRef, WorkId

    Choice = TypeVar("Choice", bound=Enum)


class Steps:
    """Finds elements and reads attributes.

    Args:
        meta: The block.
        uris: The URIs of the corpus.

    Attributes:
        line: The line of the element that was looked at last, for messages.
    """

    def __init__(self, meta: etree._Element, uris: Uris) -> None:
        self._meta = meta
        self._uris = uris
        self.line = meta.sourceline

    def element(
        self, parent: str, child: str, name: Callable[[str], str] = akn
    ) -> etree._Element:
        """Find the first child of a kind in parents of a kind."""
        for element in self._meta.iter(akn(parent)):
            found = element.find(name(child))
            if found is not None:
                return found
        raise IdentifierError(f"<meta> has no <{parent}> with a <{child}>")

    def all(self, parent: str, child: str) -> tuple[etree._Element, ...]:
        """Find all children of a kind in the parents of a kind."""
        return tuple(self._meta.iterfind(f"{akn(parent)}/{akn(child)}"))

    def own(self, name: str) -> tuple[etree._Element, ...]:
        """Find all elements of a kind in our own data."""
        return tuple(self._meta.iterfind(f"{akn('proprietary')}/{own(name)}"))

    def inside(self, element: etree._Element, name: str) -> etree._Element:
        """Give the child of an element that has to be there."""
        self.line = element.sourceline
        found = element.find(akn(name))
        if found is None:
            raise IdentifierError(f"<{name}> is missing")
        self.line = found.sourceline
        return found

    def attribute(self, element: etree._Element, name: str) -> str:
        """Give an attribute that has to be there."""
        self.line = element.sourceline
        value = element.get(name)
        if value is None:
            raise IdentifierError(f"The attribute {name} is missing")
        return value

    def choice(self, element: etree._Element, name: str, choices: type[Choice]) -> Choice:
        """Read an attribute that names one of several values."""
        value = self.attribute(element, name)
        try:
            return choices(value)
        except ValueError as error:
            known = ", ".join(str(choice.value) for choice in choices)
            raise IdentifierError(f"{name} is {value!r}", hint=f"one of {known}") from error

    def date(self, element: etree._Element, name: str) -> date:
        """Read a day."""
        return parse_date(self.attribute(element, name))

    def number(self, element: etree._Element, name: str) -> int:
        """Read a whole number."""
        value = self.attribute(element, name)
        if not value.isascii() or not value.isdigit():
            raise IdentifierError(f"{name} is {value!r}, not a number")
        return int(value)

    def about(self, element: etree._Element) -> EId:
        """Read which provision of this text an element is about."""
        return EId.parse(self.attribute(element, "about").removeprefix("#"))

    def target(self, element: etree._Element, name: str, own_work: WorkId) -> ProvisionRef:
        """Read a link in the text of a work."""
        return self._uris.target(self.attribute(element, name), own_work)
