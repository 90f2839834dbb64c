"""What comes to light when a corpus is held against its seals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Weight(Enum):
    """What a finding means for somebody who trusts the seals."""

    TAMPERING = "tampering"
    """Something that was sealed is not as it was sealed."""
    UNSEALED = "unsealed"
    """Something is there that no seal vouches for; it may be right all the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SealFinding:
    """One thing that is not as the seals say.

    Args:
        rule: The short name of what is wrong, such as ``altered``.
        weight: What it means.
        what: It in one sentence.
        where: The file, below the corpus folder.
        hint: What to do; may be empty.
    """

    rule: str
    weight: Weight
    what: str
    where: str
    hint: str = ""


def tampering(rule: str, what: str, where: str, hint: str = "") -> SealFinding:
    """Tell that something sealed is not as it was sealed."""
    return SealFinding(
        rule=rule, weight=Weight.TAMPERING, what=what, where=where, hint=hint
    )


def unsealed(rule: str, what: str, where: str, hint: str = "") -> SealFinding:
    """Tell that no seal vouches for something."""
    return SealFinding(rule=rule, weight=Weight.UNSEALED, what=what, where=where, hint=hint)
