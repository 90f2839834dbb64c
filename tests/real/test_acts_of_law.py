"""Act sections whose insertions and deletions the printer marked."""

from __future__ import annotations

import re

from statuteline.diff.redline import redline
from statuteline.model.change import RunKind
from statuteline.model.text import canonical

_SLACK = 8
"""Words: a bracket may part words otherwise than the least change would."""


def test_new_words_are_those_that_the_printer_underlined(
    act: dict[str, list[dict[str, list[str | dict[str, str]]]]],
) -> None:
    blocks = act["blocks"]
    assert blocks
    for block in blocks:
        runs = block["runs"]
        kept = [run if isinstance(run, str) else "" for run in runs]
        both = [run if isinstance(run, str) else run["ins"] for run in runs]
        old = canonical(re.sub(r"[\[\]]", "", "".join(kept)))
        new = canonical(re.sub(r"\[[^\]]*\]", "", "".join(both)))
        told = sum(len(run["ins"].split()) for run in runs if not isinstance(run, str))
        found = sum(
            len(run.text.split())
            for run in redline(old, new)
            if run.kind is RunKind.INSERTED
        )
        assert abs(found - told) <= _SLACK, new
