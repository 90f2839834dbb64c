from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.disk import write_file
from statuteline.corpus.editions import (
    ImportedEdition,
    ImportedSource,
    editions_file,
    editions_text,
    read_editions,
)
from statuteline.errors import CorpusError
from statuteline.model.published import Edition, EditionKind, Status

if TYPE_CHECKING:
    from pathlib import Path

BASE = Edition(kind=EditionKind.REVISION, revised_to=date(2025, 1, 1))
LATER = Edition(kind=EditionKind.SUPPLEMENT, revised_to=date(2026, 1, 1))
SOURCE = ImportedSource(name='a "b" \\ é.htm', sha256="0" * 64, recorded=date(2026, 7, 2))
DONE = replace(
    SOURCE,
    complete=True,
    sections=((Status.ACTIVE, 3), (Status.REPEALED, 1)),
    expressions=5,
    pending=1,
    unread=2,
)


def note(root: Path, edition: Edition, source: ImportedSource) -> None:
    text = editions_text(read_editions(root, "us-ct"), "cgs", edition, [source])
    write_file(editions_file(root, "us-ct"), text)


def test_a_corpus_without_imports_has_no_editions(tmp_path: Path) -> None:
    assert read_editions(tmp_path, "us-ct") == ()


def test_what_is_recorded_is_read_back_in_the_order_of_editions(tmp_path: Path) -> None:
    other = replace(SOURCE, name="b.htm", sha256="1" * 64)
    note(tmp_path, LATER, SOURCE)
    note(tmp_path, BASE, other)
    note(tmp_path, BASE, SOURCE)
    assert read_editions(tmp_path, "us-ct") == (
        ImportedEdition(series="cgs", edition=BASE, sources=(other, SOURCE)),
        ImportedEdition(series="cgs", edition=LATER, sources=(SOURCE,)),
    )


def test_the_same_bytes_keep_their_first_day(tmp_path: Path) -> None:
    note(tmp_path, BASE, SOURCE)
    later = replace(DONE, name="renamed.htm", recorded=date(2027, 1, 1))
    note(tmp_path, BASE, later)
    (found,) = read_editions(tmp_path, "us-ct")
    assert found.sources == (replace(later, recorded=SOURCE.recorded),)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[[edition]]", "[[issue]]"),
        ('kind = "revision"', 'kind = "reprint"'),
        ("revised_to = 2025-01-01", 'revised_to = "2025"'),
        ("expressions = 5", 'expressions = "5"'),
        ("active = 3", "lively = 3"),
        ("sections = {", "sections = [{"),
        ("name =", "title ="),
    ],
)
def test_a_broken_list_is_named(old: str, new: str, tmp_path: Path) -> None:
    note(tmp_path, BASE, DONE)
    path = tmp_path / "us-ct" / "editions.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(CorpusError) as caught:
        read_editions(tmp_path, "us-ct")
    assert caught.value.where == str(path)
