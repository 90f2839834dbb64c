"""Real act sections, read as clauses and marked text."""

from __future__ import annotations

import json

from statuteline.acts.runs_json import read_runs_json
from statuteline.model.change import RunKind
from statuteline.model.marked import MarkedParagraph
from statuteline.model.text import canonical


def test_sections_dates_and_words_are_those_of_the_file(act: dict[str, object]) -> None:
    read = read_runs_json(json.dumps(act).encode(), "act.json")
    told = act["sections"]
    assert isinstance(told, list)
    assert [section.number for section in read.sections] == [s["number"] for s in told]
    for section, other in zip(read.sections, told, strict=True):
        assert section.clause.endswith(f"({other['effective']}):")
        assert section.blocks
        assert not section.doubts
        for block in section.blocks:
            assert isinstance(block, MarkedParagraph)
            for gone in (RunKind.DELETED, RunKind.INSERTED):
                side = "".join(r.text for r in block.runs if r.kind is not gone)
                assert side == canonical(side)
                assert "[" not in side
    assert read.act is not None
    assert read.approved is not None
    assert not read.furniture
