"""What the importer tests share: the real documents, and sources made of words."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.importers.base import Source
from statuteline.model.ids import WorkId

if TYPE_CHECKING:
    from collections.abc import Callable

_SOURCES = Path(__file__).resolve().parents[2] / "sources"


@pytest.fixture(scope="session")
def seed() -> Callable[[str], bytes]:
    """Read a real document by the beginning of its name."""

    def read(prefix: str) -> bytes:
        (path,) = _SOURCES.glob(f"{prefix}_*.txt")
        return path.read_bytes()

    return read


@pytest.fixture(scope="session")
def source() -> Callable[..., Source]:
    """Make a source of bytes or words, dated unless told otherwise."""

    def make(
        data: bytes | str,
        *,
        work: str | None = None,
        dated: date | None = date(2031, 8, 31),
        received: date | None = None,
    ) -> Source:
        return Source(
            name="source.txt",
            data=data.encode() if isinstance(data, str) else data,
            recorded=date(2031, 9, 1),
            dated=dated,
            received=received,
            work=WorkId.parse(work) if work else None,
        )

    return make
