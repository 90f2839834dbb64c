"""What kind of file holds an act, its bytes say."""

from __future__ import annotations

import json

import pytest

from statuteline.acts.reading import read_act
from statuteline.errors import SourceError

from ..drafts.pdf_files import column, pdf_file  # noqa: TID252 -- no package

_CLAUSE = "Section 1. (Effective from passage) Books are lent."
_BLOCK = {"type": "p", "page": 1, "section": "1", "anchor": "a", "runs": [_CLAUSE]}
_KINDS = {
    "json": json.dumps({"id": "pa-2026-regular-7", "blocks": [_BLOCK]}).encode(),
    "html": f"\n<p>Public Act No. 26-7</p><p>{_CLAUSE}</p>".encode(),
    "pdf": pdf_file(column("Public Act No. 26-7", "", "", _CLAUSE)),
}


@pytest.mark.parametrize("data", _KINDS.values(), ids=_KINDS)
def test_each_kind_is_known_by_its_bytes(data: bytes) -> None:
    act = read_act(data, "act")
    assert act.act is not None
    assert act.act.number == "7"
    assert act.sections[0].clause == "(Effective from passage)"


def test_other_files_are_refused() -> None:
    with pytest.raises(SourceError, match="no act of a kind"):
        read_act(b"Books are lent.", "act.txt")
