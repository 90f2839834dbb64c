"""Encodings as documents: JSON from anywhere, told to be law."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from attack import Attack
from statuteline.errors import RuleError
from statuteline.law import encoding_named, encodings
from statuteline.rules.document import document as written
from statuteline.rules.json_place import Place
from statuteline.rules.read_document import encoding_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from attack import Data

TITLE = "Encodings as documents"


@cache
def _usual() -> str:
    encoding = encoding_named("us-ct/trafficking-defense", encodings())
    return json.dumps(written(encoding, encoding.versions[-1]))


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """Write the usual document, changed."""
    content = json.loads(_usual())
    change(content)
    return json.dumps(content).encode()


def replaced(old: str, new: str) -> bytes:
    """Write the usual document with other words in it."""
    if old not in _usual():
        raise ValueError(f"{old} does not stand in the usual document")
    return _usual().replace(old, new).encode()


def setting(key: str, value: object) -> bytes:
    """Write the usual document with another value for one of its keys."""
    return changed(lambda content: content.update({key: value}))


def when(predicate: object) -> bytes:
    """Write the usual document with another condition for its first outcome."""

    def change(content: dict[str, Any]) -> None:
        content["readings"][0]["outcomes"][0]["when"] = predicate

    return changed(change)


def nested(step: str, depth: int) -> bytes:
    """Write the usual document with conditions inside of each other."""
    deep = (
        f'{{"{step}":' * depth + '{"fact": "age_of_defendant", "below": 18}' + "}" * depth
    )
    return when("HERE").replace(b'"HERE"', deep.encode())


def many_facts(count: int) -> bytes:
    """Write a document of facts that cannot be told apart in any memory."""
    names = [f"fact_{number}" for number in range(count)]
    cites = [{"eId": "sec_53a-192a__subsec_b", "words": "was under eighteen years of age"}]

    def change(content: dict[str, Any]) -> None:
        content["facts"] = {name: {"kind": "yes-no", "ask": "So?"} for name in names}
        half = [{"fact": name, "is": True, "cites": cites} for name in names]
        odd = {"at-least": {"count": count // 2, "of": half}}
        first, second = content["readings"][0]["outcomes"]
        first["when"] = odd
        second["when"] = {"not": odd}

    return changed(change)


def signed(data: bytes) -> bytes:
    """Put the digests into a document that fit its logic, as its maker would."""
    content = json.loads(data)
    for place in (content["readings"][0], content):
        try:
            encoding_from(Place(value=content))
        except RuleError as error:
            place["digest"] = error.hint.rpartition(" ")[2]
    return json.dumps(content).encode()


def document(name: str, data: Data, says: str, status: int = 2) -> Attack:
    """Check a document by itself."""
    return Attack(
        name=name,
        files={"rule.json": data},
        command="rules --file rule.json --check",
        says=says,
        status=status,
        corpus="shipped",
    )


def held(name: str, data: Data, says: str, status: int = 2) -> Attack:
    """Put a document into a corpus."""
    return Attack(
        name=name,
        files={"corpus/us-ct/law/a.json": data},
        command="rules",
        says=says,
        status=status,
    )


CELL = '"below": 18'

ATTACKS = (
    document("rules: an empty file", b"", "This is not JSON: Expecting value"),
    document("rules: white space alone", b" \n", "This is not JSON: Expecting value"),
    document("rules: null", b"null", "This must be an object, not null"),
    document("rules: an array", b"[]", "This must be an object, not an array"),
    document("rules: an object of nothing", b"{}", "The key 'schema' is missing here"),
    document("rules: a comment", b"/* a */ {}", "This is not JSON: Expecting value"),
    document(
        "rules: two documents",
        lambda: _usual().encode() * 2,
        "This is not JSON: Extra data",
    ),
    document(
        "rules: a document in UTF-16",
        lambda: _usual().encode("utf-16"),
        "This is not text in UTF-8",
    ),
    document(
        "rules: a byte that is no UTF-8", b'{"schema": "\xff"}', "This is not text in UTF-8"
    ),
    document(
        "rules: the character NUL",
        b'{"schema": "\0"}',
        "This is not JSON: Invalid control character at",
    ),
    document(
        "rules: arrays a hundred thousand deep",
        b"[" * 100_000,
        "The JSON is nested too deep",
    ),
    document(
        "rules: objects a hundred thousand deep",
        b'{"a":' * 100_000,
        "The JSON is nested too deep",
    ),
    document(
        "rules: conditions four hundred deep",
        lambda: nested("not", 400),
        "The predicate is nested deeper than 100",
    ),
    document(
        "rules: conditions ninety thousand deep",
        lambda: nested("not", 90_000),
        "The JSON is nested too deep",
    ),
    document(
        "rules: a key twice",
        lambda: replaced('"title":', '"title": "a", "title":'),
        "This is not JSON as rules use it: the key 'title' stands twice in one",
    ),
    document(
        "rules: a key that no document has",
        lambda: setting("b", 1),
        "There is no key 'b' here",
    ),
    document(
        "rules: a key of Python's own",
        lambda: setting("__class__", 1),
        "There is no key '__class__' here",
    ),
    document(
        "rules: a key of JavaScript's own",
        lambda: setting("__proto__", {}),
        "There is no key '__proto__' here",
    ),
    document(
        "rules: a schema of another kind",
        lambda: setting("schema", "b"),
        "This is no rule document: not statuteline/rule/1",
    ),
    document(
        "rules: a newer schema",
        lambda: setting("schema", "statuteline/rule/99"),
        "This was written by a newer statuteline",
    ),
    document(
        "rules: a work that climbs out of its folder",
        lambda: setting("work", "us-ct/../../etc"),
        "'us-ct/../../etc' is not a work id",
    ),
    document(
        "rules: a name that climbs out of its folder",
        lambda: setting("encoding", "../../etc/passwd"),
        "'../../etc/passwd' cannot be the name of an encoding",
    ),
    document(
        "rules: a work in letters that look like others",
        lambda: setting("work", "us-ct/сgs/1-1"),
        "'us-ct/сgs/1-1' is not a work id",
    ),
    document(
        "rules: a title that clears the screen",
        lambda: setting("title", "\x1b[2J"),
        "U+001B steers the display, and says nothing",
    ),
    document(
        "rules: a title with an escape of one byte",
        lambda: setting("title", "\x9b2J"),
        "U+009B steers the display, and says nothing",
    ),
    document(
        "rules: a title that turns the line round",
        lambda: setting("title", "\u202eabc"),
        "U+202E steers the display, and says nothing",
    ),
    document(
        "rules: a title with half a pair",
        lambda: replaced('"title": "A', '"title": "\\ud800A'),
        "U+D800 steers the display, and says nothing",
    ),
    document(
        "rules: a title with a line end",
        lambda: setting("title", "a\nb"),
        "U+000A steers the display, and says nothing",
    ),
    document(
        "rules: a question that clears the screen",
        lambda: replaced("What proceeding", "\\u001b[2JWhat proceeding"),
        "U+001B steers the display, and says nothing",
    ),
    document(
        "rules: a day of the year 0",
        lambda: setting("days", {"start": "0000-01-01", "end": None}),
        "'0000-01-01' is not a date",
    ),
    document(
        "rules: a day of the year 10000",
        lambda: setting("days", {"start": "10000-01-01", "end": None}),
        "'10000-01-01' is not a date",
    ),
    document(
        "rules: the thirtieth of February",
        lambda: setting("days", {"start": "2021-02-30", "end": None}),
        "'2021-02-30' is not a date",
    ),
    document(
        "rules: an end before its beginning",
        lambda: setting("days", {"start": "2021-10-01", "end": "2020-10-01"}),
        "An interval must end after it starts, not [2021-10-01, 2020-10-01)",
    ),
    document(
        "rules: a day as a number",
        lambda: setting("days", {"start": 20211001, "end": None}),
        "This must be a string, not a whole number",
    ),
    document(
        "rules: a number of a million digits",
        lambda: replaced(CELL, f'"below": {"9" * 1_000_000}'),
        "This is not JSON as rules use it: a number of 1000000 digits stands there",
    ),
    document(
        "rules: a number of a hundred digits",
        lambda: replaced(CELL, f'"below": {"9" * 100}'),
        "The digest is not that of these outcomes",
    ),
    document(
        "rules: a number below zero",
        lambda: replaced(CELL, '"below": -1'),
        "age_of_defendant cannot be -1",
    ),
    document(
        "rules: a number beyond all floats",
        lambda: replaced(CELL, '"below": 1e999'),
        "age_of_defendant cannot be inf",
    ),
    document(
        "rules: what is no number",
        lambda: replaced(CELL, '"below": NaN'),
        "This is not JSON as rules use it: NaN is no number",
    ),
    document(
        "rules: infinity",
        lambda: replaced(CELL, '"below": -Infinity'),
        "This is not JSON as rules use it: -Infinity is no number",
    ),
    document(
        "rules: true for a number",
        lambda: replaced(CELL, '"below": true'),
        "age_of_defendant cannot be True",
    ),
    document(
        "rules: a fact that nobody describes",
        lambda: replaced('"fact": "age_of_defendant"', '"fact": "b"'),
        "There is no fact 'b'",
    ),
    document(
        "rules: a fact named as a formula",
        lambda: replaced("age_of_defendant", "=1+1"),
        "'=1+1' cannot be the name of a fact",
    ),
    document(
        "rules: a fact of a kind that nobody knows",
        lambda: replaced('"kind": "whole"', '"kind": "code"'),
        "There is no kind of fact 'code'",
    ),
    document(
        "rules: a condition that nobody knows",
        lambda: when({"eval": "1"}),
        "There is no operator 'eval'",
    ),
    document(
        "rules: a condition with two heads",
        lambda: when({"all-of": [], "any-of": []}),
        "There is no key 'any-of' here",
    ),
    document(
        "rules: a condition of nothing",
        lambda: when({"all-of": []}),
        "There are no parts here",
    ),
    document(
        "rules: a digest of other logic",
        lambda: setting("digest", "0" * 64),
        "The digest is not that of this logic",
    ),
    document(
        "rules: words cited that are nowhere",
        lambda: replaced("was under eighteen years of age", "zebra"),
        "rule.json $.readings[0].outcomes[0].when.all-of[1].cites[0]:",
        1,
    ),
    document(
        "rules: thirty facts that must be counted",
        lambda: signed(many_facts(30)),
        "The key 'of' is missing here",
    ),
    document(
        "rules: two thousand facts that must be counted",
        lambda: signed(many_facts(2000)),
        "The key 'of' is missing here",
    ),
    document(
        "rules: a thousand outcomes",
        lambda: signed(
            changed(
                lambda c: c["readings"][0].update(
                    outcomes=c["readings"][0]["outcomes"] * 500
                )
            )
        ),
        "There are more than 50 outcomes",
    ),
    held("held rules: an empty file", b"", "This is not JSON: Expecting value"),
    held(
        "held rules: objects a hundred thousand deep",
        b'{"a":' * 100_000,
        "The JSON is nested too deep",
    ),
    held(
        "held rules: a number of a million digits",
        b'{"a": ' + b"9" * 1_000_000 + b"}",
        "This is not JSON as rules use it: a number of 1000000 digits stands there",
    ),
    held(
        "held rules: a name that is installed already",
        lambda: _usual().encode(),
        "The name us-ct/trafficking-defense is that of an encoding which is",
    ),
    held(
        "held rules: an encoding that clears the screen",
        lambda: setting("encoding", "us-ct/\x1b[2J"),
        "U+001B steers the display, and says nothing",
    ),
)
