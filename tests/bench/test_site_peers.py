"""The other theme builds as many pages as ours, with the same words."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from typing import TYPE_CHECKING

import pytest
from lxml import html

from generated_code.two_texts import write_two_texts
from site_peers import material, write_material
from statuteline.corpus.store import open_corpus
from statuteline.model.ids import WorkId
from statuteline.model.text import Paragraph
from statuteline.website.building import build_site
from statuteline.website.source import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.model.provision import Provision


@pytest.mark.slow
def test_as_many_pages_with_the_words_of_each_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    write_two_texts(tmp_path / "code", 2, 7)
    settings = Settings(at=date(2026, 11, 27), files=False)
    ours = build_site(open_corpus(tmp_path / "code"), settings, tmp_path / "ours")
    write_material(tmp_path / "markdown", tmp_path / "ours")
    subprocess.run(material(tmp_path / "markdown", tmp_path / "theirs"), check=True)
    assert sum(1 for _ in (tmp_path / "theirs").rglob("*.html")) == ours.pages
    text = open_corpus(tmp_path / "code").expressions(WorkId.parse("us-ct/cgs/1-1"))[-1]
    page = tmp_path / "theirs" / "us-ct" / "cgs" / "1-1" / "index.html"
    shown = " ".join(map(str, html.fromstring(page.read_bytes()).itertext()))
    for provision in text.body[0].children:
        first = re.findall("[a-z]+", plain_text(provision))[:8]
        assert re.search(r"\W+".join(first), shown)


def plain_text(provision: Provision) -> str:
    paragraphs = (one for one in provision.intro if isinstance(one, Paragraph))
    return " ".join(span.text for one in paragraphs for span in one.spans)
