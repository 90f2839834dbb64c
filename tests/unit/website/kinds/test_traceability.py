"""Pages of the trace: the matrix of an act, what is open, coverage, and every link."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.unit.website.kinds.invented import (
    copied,
    hostile,
    is_harmless,
    pages,
    source_of,
    tree,
    words,
)

from statuteline.trace.coverage import measures
from statuteline.website.kinds.traceability import KIND

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from statuteline.website.source import Source

MATRIX = "us-ct/pa/21-103/matrix/index.html"
OPEN = "us-ct/pa/21-103/matrix/open/index.html"
LINKS = "trace/us-ct/vacatur/index.html"
COVERAGE = "trace/index.html"


def unjudged(folder: Path) -> Source:
    copy = copied(folder)
    (copy / "judgements.toml").unlink()
    return source_of(copy)


def rows(root: Element, kind: str) -> list[list[str]]:
    (table,) = [one for one in root.iter("table") if one.get("class") == kind]
    return [[words(cell) for cell in row] for row in table.iter("tr")][1:]


def test_each_measure_stands_alone_and_what_is_waived_is_counted_apart(
    source: Source,
) -> None:
    root = tree(pages(KIND, source)[COVERAGE].write())
    assert rows(root, "measures") == [
        [one.name, *(str(n) for n in (one.done, one.waived, len(one.open), one.total))]
        for one in measures(source.trace)
    ]
    assert "Nothing is open." in words(root)
    assert "not by a lawyer" in words(root)
    assert "An opinion on the law." in words(root)


def test_what_is_open_is_named(tmp_path: Path) -> None:
    source = unjudged(tmp_path)
    told = words(tree(pages(KIND, source)[COVERAGE].write()))
    assert "Nobody has judged anything yet." in told
    assert "Nothing is open." not in told
    for one in measures(source.trace):
        assert all(name in told for name in one.open)


def test_every_link_of_an_encoding_is_listed_with_its_state(source: Source) -> None:
    root = tree(pages(KIND, source)[LINKS].write())
    own = [one for one in source.trace.links if one.link.unit.encoding == "us-ct/vacatur"]
    found = rows(root, "links")
    assert len(found) == len(own) > 50
    judged = "✓ Checked against this text, by the statuteline developers on "
    assert all(row[3].startswith(judged) for row in found)


def test_what_nobody_judged_is_said_to_be_unchecked(tmp_path: Path) -> None:
    root = tree(pages(KIND, unjudged(tmp_path))[LINKS].write())
    assert {row[3] for row in rows(root, "links")} == {
        "? Not yet checked against this text"
    }


def test_the_matrix_has_each_statement_and_each_change(source: Source) -> None:
    told = words(tree(pages(KIND, source)[MATRIX].write()))
    for statement in source.trace.statements:
        if statement.concerns:
            assert " ".join(statement.words.split()) in told
    assert "157 rows, 0 of them with something open." in told


def test_only_what_is_open_is_a_page_of_its_own(source: Source, tmp_path: Path) -> None:
    told = words(tree(pages(KIND, source)[OPEN].write()))
    assert "0 of them with something open. Nothing." in told
    assert "Statement 1" not in told
    open_ = words(tree(pages(KIND, unjudged(tmp_path))[OPEN].write()))
    assert "Statement 1" in open_
    assert "the code is not yet checked against the new text" in open_


def test_no_page_names_a_folder_of_the_computer_it_was_made_on(source: Source) -> None:
    for page in pages(KIND, source).values():
        body = page.write().body
        assert str(Path.cwd()) not in body
        assert "/site-packages/" not in body
    assert (
        "statuteline/law/us_ct/cgs_54_95c.py:" in pages(KIND, source)[MATRIX].write().body
    )


def test_acts_that_nothing_is_tied_to_have_no_matrix(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    act = copy / "us-ct" / "pa"
    text = (act / "21-103" / "eng@2021-06-16.xml").read_text("utf-8")
    (act / "21-999").mkdir()
    (act / "21-999" / "eng@2021-06-16.xml").write_text(text.replace("21-103", "21-999"))
    found = pages(KIND, source_of(copy))
    assert MATRIX in found
    assert not any("21-999" in path for path in found)


def test_words_of_others_are_words(tmp_path: Path) -> None:
    for path, page in pages(KIND, hostile(tmp_path)).items():
        content = page.write()
        assert is_harmless(content)
        assert "alert(1)" in content.body, path
