from __future__ import annotations

import pytest

from statuteline.errors import SealError
from statuteline.sealing.listing import Entry, listing_bytes, read_listing

A, B = "a" * 64, "b" * 64


def test_a_list_reads_back_sorted() -> None:
    entries = (Entry("z/two.xml", A), Entry("a/o ne.xml", B))
    data = listing_bytes(entries)
    assert data == f"{B}  a/o ne.xml\n{A}  z/two.xml\n".encode()
    assert read_listing(data, "list") == tuple(sorted(entries))
    assert read_listing(b"", "list") == ()


@pytest.mark.parametrize(
    "text",
    [
        f"{A}  b\n{A}  a\n",
        f"{A}  a\n{B}  a\n",
        f"{A}  a",
        f"{A} a\n",
        f"{A}  a\n\n",
        f"{A.upper()}  a\n",
        f"{A}  ../a\n",
        f"{A}  /a\n",
        f"{A}  a//b\n",
        f"{A}  a\\b\n",
        f"{A}  a\r\n",
        f"{A}  a\u202eb\n",
        f"\ufeff{A}  a\n",
    ],
)
def test_another_form_is_refused(text: str) -> None:
    with pytest.raises(SealError, match="digest and path") as caught:
        read_listing(text.encode(), "seals/0001/added.sha256")
    assert caught.value.where == "seals/0001/added.sha256"


def test_what_is_not_utf8_is_refused() -> None:
    with pytest.raises(SealError, match="UTF-8"):
        read_listing(b"\xff", "list")
