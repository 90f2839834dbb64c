"""What is written can be read back, equal, and is valid against the strict schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from statuteline.corpus.locate import shipped
from statuteline.corpus.reader import read
from statuteline.corpus.safe_xml import parse_xml
from statuteline.corpus.schema import schema_complaints
from statuteline.corpus.store import open_corpus
from statuteline.corpus.writer import write

from .expressions import expressions

if TYPE_CHECKING:
    from statuteline.model.work import Expression

_CORPUS = open_corpus(shipped())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(expressions())
def test_write_then_read_gives_the_same_value(expression: Expression) -> None:
    data = write(expression, _CORPUS.uris, _CORPUS.settings)
    again = read(data, _CORPUS.uris, "memory")
    assert again == expression
    assert write(again, _CORPUS.uris, _CORPUS.settings) == data
    assert schema_complaints(parse_xml(data, "memory")) == ()
