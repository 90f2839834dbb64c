"""Golden cases written as a table in TOML, which reads back to the same cases."""

from __future__ import annotations

import json
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from statuteline.rules.asking import facts_of_encoding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statuteline.rules.cases import GoldenCase
    from statuteline.rules.encodings import Encoding
    from statuteline.rules.facts import Constant, Fact


def table_text(
    encoding: Encoding,
    cases: Iterable[tuple[GoldenCase, Sequence[str]]],
    remarks: Sequence[str],
) -> str:
    """Write a table of golden cases; the question of each fact stands beside its value.

    Args:
        encoding: The decision.
        cases: Each case, and lines of remarks that stand above it.
        remarks: Lines of remarks that stand above all.
    """
    facts = {fact.name: fact for fact in facts_of_encoding(encoding)}
    head = [*_remarks(remarks), f"encoding = {_value(encoding.name)}"]
    rest = (["", *_remarks(above), *_case(case, facts)] for case, above in cases)
    return "".join(f"{line}\n" for line in chain(head, *rest))


def _case(case: GoldenCase, facts: dict[str, Fact]) -> Iterator[str]:
    yield "[[case]]"
    for key, value in (
        ("name", case.name),
        ("at", case.at),
        ("reading", case.reading),
        ("outcome", case.outcome),
        ("why", case.why),
        ("signed_by", case.signed_by),
    ):
        if value is not None:
            yield f"{key} = {_value(value)}"
    if case.facts:
        yield "[case.facts]"
    for name, known in case.facts:
        yield f"{name} = {_value(known)}  # {facts[name].ask}"
    if case.requirements:
        yield "[case.requirements]"
    for name, verdict in case.requirements:
        yield f"{_value(name)} = {_value(verdict)}"


def _remarks(lines: Sequence[str]) -> Iterator[str]:
    return (f"# {line}" for line in lines)


def _value(value: Constant) -> str:
    if isinstance(value, date):
        return value.isoformat()
    # What JSON writes of words and numbers is TOML too, but for one character.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
