"""An invented code in two versions, with the true changes between them.

The text is nonsense in the shape of statute text: common words, rarer made-up words with
falling frequency, stock phrases, citations and sums; about 300 words a section, with a
long tail. The same arguments give the same bytes, whatever the hash seed.
"""

from __future__ import annotations

from generated_code.second_version import Change
from generated_code.truth import Truth
from generated_code.two_versions import DEFAULT_SEED, FEWEST_SECTIONS, generate

__all__ = ["DEFAULT_SEED", "FEWEST_SECTIONS", "Change", "Truth", "generate"]
