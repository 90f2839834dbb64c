"""The shipped corpus as a site shows it on one day."""

from __future__ import annotations

from datetime import date

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.website.source import Settings, Source

AT = date(2026, 11, 27)


@pytest.fixture
def source() -> Source:
    return Source(open_corpus(shipped()), Settings(at=AT))
