"""All readers that bytes from outside come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import targets_of_answers
import targets_of_sources
import targets_of_texts

if TYPE_CHECKING:
    from target import Target

TARGETS: Final[tuple[Target, ...]] = (
    *targets_of_texts.TARGETS,
    *targets_of_sources.TARGETS,
    *targets_of_answers.TARGETS,
)
