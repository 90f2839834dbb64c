"""Judgements: what a person said of one text and one piece of code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date


NO_CODE: Final = "0" * 32
"""What stands for the code in a judgement of words that no code rests on."""


class Verdict(Enum):
    """What a person said."""

    OK = "ok"
    """The code says what the text says."""
    WAIVED = "waived"
    """They need not agree, for a reason, up to a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One person's word on a pair of fingerprints.

    It is bound to the pair and to nothing else: put the old text or the old code back,
    and it holds again.

    Args:
        verdict: What was said.
        by: Who said it.
        on: The day.
        link: The link that was looked at, by name; for people, and to tell what changed.
        text: The fingerprint of the text.
        unnumbered: The fingerprint of the text without its numbers.
        code: The fingerprint of the code.
        reason: Why; never empty for a waiver.
        until: The first day on which a waiver no longer counts; None for no end.
    """

    verdict: Verdict
    by: str
    on: date
    link: str = ""
    text: str = ""
    unnumbered: str = ""
    code: str = ""
    reason: str = ""
    until: date | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The two fingerprints that it is bound to."""
        return self.text, self.code


def waiver(
    judgements: tuple[Judgement, ...], text: str, code: str, on: date
) -> Judgement | None:
    """Find the waiver of a pair that counts on a day; None for none.

    Args:
        judgements: All judgements.
        text: The fingerprint of the text, or of what else is waived.
        code: The fingerprint of the code; ``NO_CODE`` where no code is concerned.
        on: The day.
    """
    for one in judgements:
        counts = one.until is None or on < one.until
        if counts and one.pair == (text, code) and one.verdict is Verdict.WAIVED:
            return one
    return None
