"""Drafts of invented rules of a library, in bytes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.drafts import read_draft
from statuteline.drafts.base import DraftFile, DraftText
from statuteline.model.text import Table, block_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.model.provision import Provision
    from statuteline.model.text import Block

DAY = date(2031, 3, 4)


@pytest.fixture
def read() -> Callable[..., DraftText]:
    def call(data: bytes | str, name: str = "draft.txt") -> DraftText:
        raw = data.encode() if isinstance(data, str) else data
        return read_draft(DraftFile(name=name, data=raw, read_on=DAY))

    return call


@pytest.fixture
def outline(read: Callable[..., DraftText]) -> Callable[..., list[str]]:
    """Read a draft; give one line a provision: address, number, heading, words."""

    def call(data: bytes | str, name: str = "draft.txt") -> list[str]:
        body = read(data, name).expression.body
        return [line for provision in body for line in _lines(provision)]

    return call


def _lines(provision: Provision) -> Iterator[str]:
    parts = [provision.eid.text, provision.num or "", provision.heading_text]
    words = " / ".join(map(_words, provision.intro))
    yield " | ".join(part for part in (*parts, words) if part)
    for child in provision.children:
        yield from _lines(child)
    if provision.wrap_up:
        words = " / ".join(map(_words, provision.wrap_up))
        yield f"{provision.eid.text} end | {words}"


def _words(block: Block) -> str:
    if isinstance(block, Table):
        return "table: " + " // ".join(block_text(block).split("\n")).replace("\t", " ; ")
    return block_text(block)
