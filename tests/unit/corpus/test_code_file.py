"""A whole code in one file: its sections are found, and faults are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.cli.main import _status
from statuteline.corpus.code_file import read_code
from statuteline.errors import MalformedXmlError, SchemaViolationError

if TYPE_CHECKING:
    from pathlib import Path

HEAD = (
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n'
    '<act name="code" contains="singleVersion"><meta><identification source="#x">'
    '<FRBRWork><FRBRdate date="2020-01-01" name="x"/></FRBRWork><FRBRExpression>'
    '<FRBRdate date="2020-01-01" name="x"/></FRBRExpression></identification></meta>\n'
    "<body>\n"
)
TAIL = "</body></act></akomaNtoso>\n"
CHAPTER = (
    '<chapter eId="chp_{}"><num>Chapter {}</num><heading>Fees</heading>\n{}</chapter>\n'
)
SECTION = (
    '<section eId="sec_{0}"><num>Sec. {0}.</num><heading>{1}</heading>'
    "<content><p>{2}</p></content></section>\n"
)
LONG = "The clerk of every town shall keep a book in which each fee is entered by day. " * 5


def code(path: Path, *chapters: tuple[str, tuple[str, ...]]) -> Path:
    body = "".join(CHAPTER.format(n, n, "".join(sections)) for n, sections in chapters)
    path.write_text(HEAD + body + TAIL, encoding="utf-8")
    return path


def section(number: str, words: str, heading: str = "A fee") -> str:
    return SECTION.format(number, heading, words)


def test_sections_are_found_with_what_they_lie_in(tmp_path: Path) -> None:
    path = code(tmp_path / "a.xml", ("1", (section("1-1", "x"), section("1-2", "y"))))
    found = [(one.eid, one.home) for one in read_code(path).sections]
    assert found == [("chp_1", ""), ("sec_1-1", "chp_1"), ("sec_1-2", "chp_1")]
    second = read_code(path).sections[2]
    assert second.form.parse(second.load()).intro_text == "y"


def test_a_moved_and_a_renumbered_section_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = code(
        tmp_path / "a.xml",
        ("1", (section("1-1", LONG), section("1-2", "Another " + LONG))),
        ("2", (section("2-1", "Nothing here changes."),)),
    )
    new = code(
        tmp_path / "b.xml",
        ("1", (section("1-1", LONG.replace("book", "ledger", 1)),)),
        ("2", (section("2-1", "Nothing here changes."), section("2-9", "Another " + LONG))),
    )
    assert _status(["compare", str(old), str(new)]) == 1
    told = capsys.readouterr().out
    assert "“book” is replaced by “ledger”" in told
    assert "Sec. 2-9." in told
    assert "2-1." not in told
    assert "2 differ." in told
    assert _status(["compare", str(old), str(old)]) == 0


@pytest.mark.parametrize(
    ("text", "error", "told"),
    [
        ("", SchemaViolationError, "not akomaNtoso"),
        ("<html/>", SchemaViolationError, "not akomaNtoso"),
        (HEAD + TAIL, SchemaViolationError, "no section"),
        (HEAD + section("1-1", "x") + "<!-- x -->" + TAIL, MalformedXmlError, "comments"),
        (HEAD + '<section eId="sec_1">' + TAIL, MalformedXmlError, "never closed"),
        (HEAD + "</section>" + TAIL, MalformedXmlError, "never opened"),
        (HEAD + "<section><num>1</num></section>" + TAIL, MalformedXmlError, "no eId"),
    ],
)
def test_a_file_that_is_no_code_is_refused(
    tmp_path: Path, text: str, error: type[Exception], told: str
) -> None:
    path = tmp_path / "x.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(error, match=told):
        read_code(path)


def test_a_file_that_is_no_code_ends_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.xml"
    path.write_text("<html/>", encoding="utf-8")
    assert _status(["compare", str(path), str(path)]) == 2
    assert "x.xml" in capsys.readouterr().err
    assert _status(["compare", str(path), "--from", "2021-01-01"]) == 2
