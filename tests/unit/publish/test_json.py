"""The JSON holds both texts, in a published form."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from statuteline.model.change import RunKind
from statuteline.model.commencement import FromPassage, OnEvent, Unknown
from statuteline.model.provision import Level, walk
from statuteline.publish import render
from statuteline.publish._changes import KINDS

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.model.commencement import Commencement
    from statuteline.model.work import Expression

_SCHEMA = json.loads(
    (Path(__file__).parents[3] / "site/schemas/diff-1.schema.json").read_text("utf-8")
)


def _value(comparison: Comparison) -> Any:  # noqa: ANN401 -- any JSON
    return json.loads(render(comparison, "json"))


def _rebuilt(value: Any, side: str, own: str) -> list[dict[str, Any]]:  # noqa: ANN401
    """Follow the schema's description, and nothing else."""
    words: dict[int, dict[str, str]] = defaultdict(lambda: defaultdict(str))
    places: dict[int, dict[str, Any]] = {}
    entries = [entry for entry in value["provisions"] if entry[side]]
    for entry in sorted(entries, key=lambda entry: int(entry[side]["order"])):
        order = entry[side]["order"]
        places[order] = entry[side]
        for part, runs in entry["parts"].items():
            kept = (run["text"] for run in runs if run["kind"] in {"equal", own})
            words[order][part] += "".join(kept)
    return [{**places[order], **words[order]} for order in places]


def _expected(expression: Expression) -> list[dict[str, Any]]:
    texts = []
    for order, provision in enumerate(walk(expression.body)):
        words = {
            "heading": provision.heading_text,
            "intro": provision.intro_text,
            "wrap-up": provision.wrap_up_text,
        }
        texts.append(
            {
                "eid": provision.eid.text,
                "level": provision.level.value,
                "num": provision.num,
                "order": order,
                "depth": len(provision.eid.steps) - 1,
                "coverage": provision.coverage.value,
                **words,
            }
        )
    return texts


def _without_blanks(texts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{k: v for k, v in text.items() if v != ""} for text in texts]


def test_schema_is_a_schema_and_accepts_what_is_written(
    comparison: Comparison, identical: Comparison
) -> None:
    Draft202012Validator.check_schema(_SCHEMA)
    validator = Draft202012Validator(_SCHEMA)
    validator.validate(_value(comparison))
    validator.validate(_value(identical))


def test_schema_refuses_an_unknown_key(comparison: Comparison) -> None:
    value = _value(comparison) | {"more": 1}
    assert not Draft202012Validator(_SCHEMA).is_valid(value)


def test_schema_knows_every_kind_and_level() -> None:
    definitions = _SCHEMA["$defs"]
    assert tuple(definitions["change"]["properties"]["kind"]["enum"]) == KINDS
    assert tuple(_SCHEMA["properties"]["counts"]["properties"]) == KINDS
    levels = definitions["place"]["properties"]["level"]["enum"]
    assert levels == [level.value for level in Level]


@pytest.mark.parametrize(("side", "own"), [("old", "deleted"), ("new", "inserted")])
def test_each_text_can_be_rebuilt(comparison: Comparison, side: str, own: str) -> None:
    expression = comparison.old if side == "old" else comparison.new
    rebuilt = _rebuilt(_value(comparison), side, own)
    assert _without_blanks(rebuilt) == _without_blanks(_expected(expression))


def test_a_part_that_comes_twice_is_kept_twice(identical: Comparison) -> None:
    (line,) = identical.lines
    twice = replace(identical, lines=(line, line))
    (text,) = _rebuilt(_value(twice), "old", "deleted")
    assert text["intro"] == "Nothing new.Nothing new."


def test_unseen_characters_are_escaped_and_others_are_not(comparison: Comparison) -> None:
    written = render(comparison, "json")
    assert r"reads \u202edrac\u202c is \u0007valid" in written
    assert "\u202e" not in written
    assert "“Fees and waivers”" in written
    assert written.endswith("}\n")


def test_counts_and_sameness(comparison: Comparison, identical: Comparison) -> None:
    value = _value(comparison)
    assert value["same"] is False
    assert list(value["counts"].values()) == [3, 1, 4, 0, 1, 1, 2, 0, 0, 1]
    assert sum(value["counts"].values()) == len(value["changes"])
    assert _value(identical)["same"] is True


def test_marked_words_differ_even_without_a_change(identical: Comparison) -> None:
    (line,) = identical.lines
    run = replace(line.runs[0], kind=RunKind.INSERTED)
    marked = replace(identical, lines=(replace(line, runs=(run,)),))
    assert _value(marked)["same"] is False


def test_unseen_change_has_no_pairing(comparison: Comparison) -> None:
    (unseen,) = (c for c in _value(comparison)["changes"] if c["kind"] == "unseen")
    assert unseen["reason"] is unseen["confidence"] is unseen["old"] is None


@pytest.mark.parametrize(
    ("commencement", "name"),
    [(None, None), (FromPassage(), "passage"), (OnEvent(event="x"), "event"),
     (Unknown(), "unknown"), (Unknown(by=date(2025, 1, 1)), "unknown")],
)  # fmt: skip
def test_a_start_is_never_guessed(
    comparison: Comparison, commencement: Commencement | None, name: str | None
) -> None:
    new = replace(comparison.new, commencement=commencement)
    text = _value(replace(comparison, new=new))["new"]
    Draft202012Validator(_SCHEMA["$defs"]["text"] | {"$defs": _SCHEMA["$defs"]}).validate(
        text
    )
    assert text["commencement"] == name
    assert (text["start"] is None) == (name is not None)
