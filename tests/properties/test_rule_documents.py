"""Any predicate survives its JSON, and keeps its digest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statuteline.errors import RuleError
from statuteline.law import encodings
from statuteline.rules.document import document
from statuteline.rules.from_json import facts_from, predicate_from
from statuteline.rules.json_form import (
    canonical_json,
    facts_json,
    logic_digest,
    predicate_json,
)
from statuteline.rules.json_place import parsed
from statuteline.rules.predicates import walk
from statuteline.rules.read_document import encoding_from

from .predicates import predicates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.predicates import Predicate

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "site/schemas/rule-1.schema.json").read_text("utf-8")
)
PREDICATES = jsonschema.Draft202012Validator(
    {"$ref": "#/$defs/predicate", "$defs": SCHEMA["$defs"]}
)
WHOLE = jsonschema.Draft202012Validator(SCHEMA)
DOCUMENTS = [
    canonical_json(document(encoding, version))
    for encoding in encodings()
    for version in encoding.versions
]
JUNK: st.SearchStrategy[object] = st.sampled_from(
    [None, True, -1, 0, 99, 1.5, "", "wet_0", "2021-13-01", [], {}, ["red"], {"not": {}}]
)
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SLOW
@given(predicates())
def test_a_predicate_is_read_back_as_it_was_written(predicate: Predicate) -> None:
    facts = facts_from(parsed(canonical_json(facts_json(predicate))))
    written = predicate_json(predicate)
    PREDICATES.validate(written)
    again = predicate_from(parsed(canonical_json(written)), facts)
    assert again == predicate
    assert logic_digest(again) == logic_digest(predicate)
    assert all(str(node.origin).startswith("$") for node in walk(again))


@SLOW
@given(st.data(), predicates())
def test_a_broken_predicate_is_refused_or_still_means_what_it_says(
    data: st.DataObject, predicate: Predicate
) -> None:
    facts = facts_from(parsed(canonical_json(facts_json(predicate))))
    broken = json.loads(canonical_json(predicate_json(predicate)))
    _break(data, broken)
    try:
        read = predicate_from(parsed(json.dumps(broken)), facts)
    except RuleError as error:
        assert error.where.startswith("$")  # noqa: PT017 - either is right
    else:
        assert predicate_json(read) == broken
        PREDICATES.validate(broken)


@SLOW
@given(st.data(), st.sampled_from(DOCUMENTS))
def test_a_broken_document_is_refused_or_still_means_what_it_says(
    data: st.DataObject, written: str
) -> None:
    broken = json.loads(written)
    _break(data, broken)
    try:
        read = encoding_from(parsed(json.dumps(broken)))
    except RuleError as error:
        assert error.where.startswith("$")  # noqa: PT017 - either is right
    else:
        assert document(read, read.versions[0]) == broken
        WHOLE.validate(broken)


def _break(data: st.DataObject, tree: object) -> None:
    """Change one value somewhere in the tree, or the name of one key."""
    holders = list(_holders(tree))
    holder = data.draw(st.sampled_from(holders))
    if isinstance(holder, list):
        holder[data.draw(st.integers(0, len(holder) - 1))] = data.draw(JUNK)
        return
    key = data.draw(st.sampled_from(sorted(holder)))
    if data.draw(st.booleans()):
        holder[key] = data.draw(JUNK)
    else:
        words = st.sampled_from(["all-of", "is", "at-most", "cites", "then", "oops"])
        holder[data.draw(words)] = holder.pop(key)


def _holders(tree: object) -> Iterator[list[object] | dict[str, object]]:
    if isinstance(tree, dict | list) and tree:
        yield tree
        for below in tree.values() if isinstance(tree, dict) else tree:
            yield from _holders(below)
