from __future__ import annotations

import os
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from statuteline.errors import CorpusError, StatutelineError
from statuteline.website import base
from statuteline.website.building import build_site
from statuteline.website.checking import LinkFault
from statuteline.website.kinds import home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from statuteline.website.base import Item
    from statuteline.website.source import Source


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_every_link_leads_somewhere_and_bytes_recur(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = build_site(source.corpus, source.settings, tmp_path / "one")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "deep" / "er").mkdir(parents=True)
    two = build_site(source.corpus, source.settings, tmp_path / "deep" / "er" / "two")
    assert one.faults == two.faults == ()
    assert one.pages == two.pages > 60
    assert digests(one.folder) == digests(two.folder)
    assert "SOURCE_DATE_EPOCH" not in os.environ


def test_without_files_each_record_is_left_and_no_link_is_dead(
    source: Source, tmp_path: Path
) -> None:
    settings = replace(source.settings, files=False)
    built = build_site(source.corpus, settings, tmp_path / "site")
    assert built.faults == ()
    endings = {path.suffix for path in (built.folder / "us-ct" / "cgs").rglob("*.*")}
    assert ".xml" in endings
    assert not {".docx", ".txt"} & endings


def test_a_site_is_replaced_whole(source: Source, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    build_site(source.corpus, source.settings, folder)
    (folder / "old.html").write_text("old", "utf-8")
    build_site(source.corpus, source.settings, folder)
    assert not (folder / "old.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("name", ["notes.txt", "sub/notes.txt"])
def test_a_folder_of_somebodys_own_is_left_alone(
    source: Source, tmp_path: Path, name: str
) -> None:
    own = tmp_path / name
    own.parent.mkdir(exist_ok=True)
    own.write_text("mine", "utf-8")
    with pytest.raises(StatutelineError, match="holds other things"):
        build_site(source.corpus, source.settings, tmp_path)
    assert own.read_text("utf-8") == "mine"


def test_a_file_is_no_place_for_a_site(source: Source, tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", "utf-8")
    with pytest.raises(StatutelineError, match="a site is a folder"):
        build_site(source.corpus, source.settings, tmp_path / "site")


def test_a_page_that_cannot_be_made_leaves_the_old_site(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "site"
    build_site(source.corpus, source.settings, folder)
    before = digests(folder)

    def broken() -> base.Content:
        raise CorpusError("A text is broken", where="a.xml", hint="mend it")

    def items(_: Source) -> Iterator[Item]:
        yield base.Page(path="broken/index.html", write=broken)

    monkeypatch.setattr(home, "KIND", replace(home.KIND, items=items))
    with pytest.raises(CorpusError, match="A text is broken") as raised:
        build_site(source.corpus, source.settings, folder)
    assert raised.value.hint == "mend it"
    assert digests(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_link_that_leads_nowhere_is_told(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def items(_: Source) -> Iterator[Item]:
        yield base.Page(
            path="index.html",
            write=lambda: base.Content(title="Law", body='<h1><a href="gone">x</a></h1>'),
        )

    monkeypatch.setattr(home, "KIND", replace(home.KIND, items=items))
    found = build_site(source.corpus, source.settings, tmp_path / "site").faults
    assert LinkFault(page="index.html", link="gone") in found


def test_a_disk_that_refuses_is_told(
    source: Source, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mkdocs.commands.build.build", refuse)
    with pytest.raises(StatutelineError, match="No space left on device"):
        build_site(source.corpus, source.settings, tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
