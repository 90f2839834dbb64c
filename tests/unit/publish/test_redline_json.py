"""What a script gets of a comparison keeps to its schemas, whatever the words are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema

from statuteline.model.change import Run, RunKind
from statuteline.model.provision import walk
from statuteline.publish._redline_json import redline_json, words_json

if TYPE_CHECKING:
    from statuteline.model.change import Comparison

SCHEMAS = Path(__file__).parents[3] / "site" / "schemas"


def checked(written: str, name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(written)
    schema = json.loads((SCHEMAS / f"{name}-1.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(value, schema)
    assert value["schema"] == f"statuteline/{name}/1"
    return value


def test_a_comparison_keeps_to_its_schema(comparison: Comparison) -> None:
    value = checked(redline_json(comparison), "redline")
    assert len(value["changes"]) == len(comparison.changes)
    words = [
        run["text"]
        for row in value["rows"]
        for part in ("num", "heading", "words")
        for run in row[part]
    ]
    assert words == [run.text for line in comparison.lines for run in line.runs]


def test_a_text_keeps_to_its_schema(comparison: Comparison) -> None:
    value = checked(words_json(comparison.new), "words")
    body = tuple(walk(comparison.new.body))
    assert [one["eid"] for one in value["provisions"]] == [one.eid.text for one in body]
    assert [one["intro"] for one in value["provisions"]] == [one.intro_text for one in body]


def test_words_that_steer_the_display_are_shown_as_what_they_are(
    identical: Comparison,
) -> None:
    words = "</script>\u202e\u0007 \ud800"
    line = replace(identical.lines[0], runs=(Run(kind=RunKind.EQUAL, text=words),))
    written = redline_json(replace(identical, lines=(line,)))
    assert not {"\u202e", "\u0007", "\ud800"} & set(written)
    (row,) = checked(written, "redline")["rows"]
    (run,) = row["num"] + row["heading"] + row["words"]
    assert run["text"] == words
    assert run["seen"] == "</script>⟨U+202E⟩⟨U+0007⟩ ⟨U+D800⟩"
