"""What a section of an act says it does: targets, verbs and effective dates."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias, assert_never

if TYPE_CHECKING:
    from statuteline.model.acts import ActCited
    from statuteline.model.commencement import Commencement
    from statuteline.model.provision import Level
    from statuteline.model.published import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A number, or a run of numbers.

    Args:
        first: The number, or the first of the run.
        last: The last of the run, included; None for a single number.
    """

    first: str
    last: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Provisions below a section, of one level and under one parent.

    Args:
        level: Their level.
        labels: Their bare numbers, in the order named.
        within: Level and number of what they lie in, outermost first; empty where
            they lie in the section itself.
    """

    level: Level
    labels: tuple[Stretch, ...]
    within: tuple[tuple[Level, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """The general statutes.

    Args:
        edition: The edition that the words are taken from, where it is named.
    """

    edition: Edition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActSections:
    """Sections of an act that amended the same text before.

    Args:
        act: The act; None for the one that is read.
        sections: Its sections; empty where only the act is named.
    """

    act: ActCited | None
    sections: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The text that a section of an act is about.

    Args:
        body: What the sections belong to: the code, or another act.
        sections: Their numbers.
        portions: The provisions of the one section; empty for the whole.
        chain: The sections of acts that amended it before, in the order named.
    """

    body: Code | ActCited
    sections: tuple[Stretch, ...]
    portions: tuple[Portion, ...] = ()
    chain: tuple[ActSections, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Amends:
    """Texts are printed again, with their changes marked.

    "Is repealed and the following is substituted" means this: amended, not repealed.
    """

    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adds:
    """Provisions are added to a text that is not printed.

    Args:
        target: What they are added to.
        added: The provisions, as they are numbered.
    """

    target: Target
    added: tuple[Portion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeals:
    """Texts are repealed, and nothing takes their place."""

    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewords:
    """Words give way to others wherever they stand, in texts that are not printed.

    Args:
        pairs: The words, each with those that take their place.
        target: The sections that are listed.
    """

    pairs: tuple[tuple[str, str], ...]
    target: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class MakesNew:
    """A wholly new section, which the revisors will give a number in the code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncodified:
    """Law that stands in the act alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """The clause is not understood.

    Args:
        words: Its words, without the effective date.
    """

    words: str


Deed: TypeAlias = Amends | Adds | Repeals | Rewords | MakesNew | Uncodified | Unread


class Ground(Enum):
    """What an effective date rests on."""

    STATED = "stated"
    DEFAULT = "default"
    """The act is silent; the law has a rule for that."""
    UNREAD = "unread"
    """The act states one in words that are not understood."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effective:
    """When a section of an act takes effect.

    Args:
        commencement: When.
        ground: What that rests on.
        applies_to: What it is said to be applicable to, in the act's words; empty
            for no such words.
        unread: The words that are not understood; empty otherwise.
    """

    commencement: Commencement
    ground: Ground
    applies_to: str = ""
    unread: str = ""


def targets_of(deed: Deed) -> tuple[Target, ...]:
    """Give the texts that a deed is about; none for what names none."""
    match deed:
        case Amends(targets=targets) | Repeals(targets=targets):
            return targets
        case Adds(target=target) | Rewords(target=target):
            return (target,)
        case MakesNew() | Uncodified() | Unread():
            return ()
        case _ as never:
            assert_never(never)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What a section of an act does, and when."""

    deed: Deed
    effective: Effective
