"""What every node of a predicate carries: the words it rests on, where it was written."""

from __future__ import annotations

import inspect
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, NoReturn, Self

from statuteline.errors import IdentifierError, RuleError
from statuteline.model.ids import EId, WorkId

if TYPE_CHECKING:
    from types import FrameType

_HERE = __name__.rpartition(".")[0]


class Element(Enum):
    """What kind of thing an element of an offense is."""

    CONDUCT = "conduct"
    MENTAL_STATE = "mental-state"
    CIRCUMSTANCE = "circumstance"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a node was written.

    Args:
        file: The file, as Python names it, or the name of a JSON document.
        line: The line, counted from one; None where there are no lines.
        address: The address in a JSON document, such as ``$.readings[0]``; empty
            elsewhere.
    """

    file: str
    line: int | None = None
    address: str = ""

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place} {self.address}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """The words of a provision that a node rests on.

    Args:
        eid: The provision, in the text that the encoding's version is of.
        words: Words that stand in it, without a break.
        work: The work; None for the one that the encoding is of.
        origin: Where it was written; tells two equal citations apart for nobody.
    """

    eid: EId
    words: str
    work: WorkId | None = None
    origin: Origin | None = field(default=None, compare=False, repr=False)


def cited(eid: str, words: str, *, work: str | None = None) -> Cited:
    """Name the words that something rests on.

    Args:
        eid: The provision's address.
        words: Words that stand in it.
        work: The work; None for the one that the encoding is of.

    Raises:
        RuleError: If the address or the work is none, or there are no words.
    """
    try:
        of = None if work is None else WorkId.parse(work)
        at = EId.parse(eid)
    except IdentifierError as error:
        raise RuleError(error.what, where=str(here()), hint=error.hint) from error
    if not words.strip():
        raise RuleError(f"A citation of {eid} names no words", where=str(here()))
    return Cited(eid=at, words=words, work=of, origin=here())


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A part of a predicate.

    Args:
        citations: The words it rests on.
        element: What kind of element of an offense it is, where it is one.
        origin: Where it was written; tells two equal nodes apart for nobody.
    """

    citations: tuple[Cited, ...] = ()
    element: Element | None = None
    origin: Origin | None = field(default=None, compare=False, repr=False)

    def cite(self, eid: str, words: str, *, work: str | None = None) -> Self:
        """Give the same node, resting on these words too.

        Args:
            eid: The provision's address.
            words: Words that stand in it; checked when the encoding is held against
                a corpus.
            work: The work; None for the one that the encoding is of.

        Raises:
            RuleError: If the address or the work is none, or there are no words.
        """
        return replace(self, citations=(*self.citations, cited(eid, words, work=work)))

    def as_element(self, element: Element) -> Self:
        """Give the same node, marked as an element of an offense."""
        return replace(self, element=element)

    def __bool__(self) -> NoReturn:
        raise RuleError(
            "A predicate is neither true nor false without a case",
            where=str(here()),
            hint="join predicates with all_of, any_of and not_, never with and, or, not",
        )


def here() -> Origin | None:
    """Tell which line outside this package runs: where an author wrote something."""
    frame: FrameType | None = inspect.currentframe()
    while frame is not None:
        name = str(frame.f_globals.get("__name__", ""))
        if name != _HERE and not name.startswith(f"{_HERE}.") and name != "dataclasses":
            return Origin(frame.f_code.co_filename, frame.f_lineno)
        frame = frame.f_back
    return None
