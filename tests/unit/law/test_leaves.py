from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.law import encodings
from statuteline.rules.predicates import conditions_of

if TYPE_CHECKING:
    from statuteline.rules.encodings import Encoding


@pytest.mark.parametrize("encoding", encodings(), ids=lambda one: one.name)
def test_every_condition_cites_its_words(encoding: Encoding) -> None:
    bare = [
        (version.days.start.isoformat(), leaf.fact.name)
        for version in encoding.versions
        for leaf in conditions_of(*version.predicates)
        if not leaf.citations
    ]
    assert bare == []
