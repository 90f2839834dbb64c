"""Outlines: what a text was divided into, as people can read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.model.ids import EId, WId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT, Scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Outline = list[str]


def outline_of(*paragraphs: str, scheme: Scheme = CONNECTICUT) -> Outline:
    """Divide an invented section; a line for each part, its depth as dots."""
    top = Provision(level=Level.SECTION, eid=EId("sec_1"), wid=WId("sec_1"))
    blocks = tuple(Paragraph(spans=plain(words)) for words in paragraphs)
    return list(_lines(divide(top, blocks, scheme), 0))


def _lines(provision: Provision, depth: int) -> Iterator[str]:
    dots = "." * depth
    words = provision.intro_text.replace("\n", " / ")
    yield f"{dots}{provision.num or ''} {words}".strip()
    for child in provision.children:
        yield from _lines(child, depth + 1)
    if provision.wrap_up:
        yield f"{dots}> {provision.wrap_up_text}".replace("\n", " / ")


@pytest.fixture
def outline() -> Callable[..., Outline]:
    return outline_of
