from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.errors import SourceError
from statuteline.importers._provenance import source_document, source_text, version_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.importers.base import Source


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        (b"", "empty", 1),
        (b" \n\xef\xbb\xbf\n", "not UTF-8|empty", 1),
        (b"one\ntwo \xff", "not UTF-8: byte 8", 2),
    ],
)
def test_bytes_that_are_no_text_are_refused(
    data: bytes, words: str, line: int, source: Callable[..., Source]
) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        source_text(source(data))
    assert caught.value.where == f"source.txt, line {line}"


def test_the_documents_own_date_comes_first(source: Callable[..., Source]) -> None:
    dated, received = date(2031, 1, 2), date(2031, 3, 4)
    both = source("x", dated=dated, received=received)
    assert version_day(both) == dated
    assert source_document(both, ()).received is None
    undated = source("x", dated=None, received=received)
    assert version_day(undated) == received
    assert source_document(undated, ()).received == received


def test_a_source_without_any_date_is_refused(source: Callable[..., Source]) -> None:
    with pytest.raises(SourceError, match="no date of its own"):
        version_day(source("x", dated=None))
