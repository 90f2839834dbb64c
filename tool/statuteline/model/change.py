"""What differs between two texts: runs of words, and typed changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from statuteline.model.ids import EId
    from statuteline.model.provision import Coverage, Level
    from statuteline.model.work import Expression, Modification


class RunKind(Enum):
    """On which side a run of words stands."""

    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that are on both sides, or on one.

    Args:
        kind: On which side.
        text: Canonical words, spaces included, never empty.
    """

    kind: RunKind
    text: str


Runs: TypeAlias = tuple[Run, ...]


class Part(Enum):
    """Which words of a provision a line of a redline holds."""

    NUM = "num"
    HEADING = "heading"
    INTRO = "intro"
    WRAP_UP = "wrap-up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words stand in one of the two texts.

    Args:
        eid: The provision.
        level: Its level.
        num: Its printed number; None if it has none.
        order: Position of the provision in reading order, from 0.
        depth: How many levels below the top, from 0.
        coverage: Whether its words are in the record.
    """

    eid: EId
    level: Level
    num: str | None
    order: int
    depth: int
    coverage: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One part of a provision in both texts, with its words marked.

    Args:
        part: Number, heading, words before or words behind the children.
        old: Where it stands in the old text; None if only in the new.
        new: Where it stands in the new text; None if only in the old.
        runs: Its words; deletions and equals give the old words, insertions and
            equals the new.
    """

    part: Part
    old: Place | None
    new: Place | None
    runs: Runs


class Reason(Enum):
    """Why two provisions were taken to be one."""

    SAME_WID = "same lasting id"
    SAME_TEXT = "same words"
    SAME_NUMBER = "same number, similar words"
    SIMILAR_TEXT = "similar words"
    SAME_HEADING = "same heading, similar words"
    NEIGHBOURS = "between the same neighbours, similar words"
    UNDIVIDED = "undivided text became a subsection"
    CONTAINED = "words of one stand in the other"
    POSITION = "only candidate left at this place"
    UNPAIRED = "no counterpart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The ground for a change.

    Args:
        reason: Why the two sides were paired, or left unpaired.
        confidence: How sure, from 0 to 1.
    """

    reason: Reason
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Inserted:
    """A provision that the old text does not have."""

    new: EId
    summary: str
    pairing: Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class Repealed:
    """A provision that the new text does not have."""

    old: EId
    summary: str
    pairing: Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class _OnBothSides:
    """A provision that both texts have. What the changes below have in common."""

    old: EId
    new: EId
    summary: str
    pairing: Pairing


class Amended(_OnBothSides):
    """A provision whose own words differ."""

    __slots__ = ()


class Conforming(_OnBothSides):
    """A provision in which only citations differ, for what they cite was renumbered."""

    __slots__ = ()


class HeadingChanged(_OnBothSides):
    """A provision whose heading differs."""

    __slots__ = ()


class Renumbered(_OnBothSides):
    """A provision that has another number at the same place."""

    __slots__ = ()


class Moved(_OnBothSides):
    """A provision that stands under another parent, or in another order.

    Where it moved from one section of a code to another, the comparisons of both
    sections tell it; each holds one of the two addresses.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A provision whose words went to several.

    Args:
        old: The provision.
        new: Those that its words are in now, at least two, in reading order.
        summary: The change in one sentence.
        pairing: Why, and how sure of the part that is least sure.
    """

    old: EId
    new: tuple[EId, ...]
    summary: str
    pairing: Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Several provisions whose words are in one now.

    Args:
        old: The provisions, at least two, in reading order.
        new: The one that their words are in now.
        summary: The change in one sentence.
        pairing: Why, and how sure of the part that is least sure.
    """

    old: tuple[EId, ...]
    new: EId
    summary: str
    pairing: Pairing


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """A provision that an act changed in words that this corpus does not hold.

    Args:
        new: The provision.
        modification: The recorded change; None where only the event is known, or
            where one of the two texts lacks the words.
    """

    new: EId
    modification: Modification | None
    summary: str


Change: TypeAlias = (
    Inserted
    | Repealed
    | Amended
    | Conforming
    | HeadingChanged
    | Renumbered
    | Moved
    | Split
    | Merged
    | Unseen
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two texts compared.

    Args:
        old: The text before.
        new: The text after.
        lines: Every word of both texts, in the order a redline shows them.
        changes: What differs, in the reading order of the new text.
    """

    old: Expression
    new: Expression
    lines: tuple[Line, ...]
    changes: tuple[Change, ...]
