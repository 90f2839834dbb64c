"""A PDF holds both texts in order, is tagged for those who listen, and repeats itself."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.errors import StatutelineError
from statuteline.model.change import Run, RunKind
from statuteline.publish import _weasyprint, render_bytes
from statuteline.publish._layout import rows
from statuteline.publish._pdf_artifacts import mark_artifacts
from statuteline.publish.base import Profile, Style

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from statuteline.model.change import Comparison, Runs

LEGEND = "A bar in the margin: words differ here."
OWN_BRACKETS = "Brackets that are not struck through belong to the text itself."


def redline_of(ask: Callable[..., str], data: bytes) -> str:
    """Give the words of the redline, without white space, page numbers and heads."""
    lines = ask(data, "pdftotext", "-layout").splitlines()
    running = re.compile(r" *\d+ of \d+|Lending rules")
    kept = [line for line in lines if not running.fullmatch(line)]
    words = "".join("".join(kept).split())
    return words.partition("".join(LEGEND.split()))[2].removeprefix(
        "".join(OWN_BRACKETS.split())
    )


def side(comparison: Comparison, gone: RunKind) -> str:
    """Give all words of one text in the order of the redline."""
    kept = [
        run.text
        for row in rows(comparison)
        for runs in (row.num, row.heading, row.words)
        for run in runs
        if run.kind is not gone
    ]
    return "".join("".join(kept).split())


def long_text(identical: Comparison, kind: RunKind) -> tuple[Comparison, list[str]]:
    words = [f"fee{number}" for number in range(4000)]
    runs: Runs = (Run(kind=kind, text=" ".join(words)),)
    return replace(identical, lines=(replace(identical.lines[0], runs=runs),)), words


@pytest.mark.parametrize("gone", [RunKind.DELETED, RunKind.INSERTED])
def test_both_texts_can_be_read_out(
    comparison: Comparison, poppler: Callable[..., str], gone: RunKind
) -> None:
    read = redline_of(poppler, render_bytes(comparison, "pdf"))
    for row in rows(comparison):
        for note in row.notes:
            read = read.replace("".join(note.split()), "", 1)
    read = read.replace("[sic]", "(sic)")
    marks = {RunKind.DELETED: r"\[(.*?)\]", RunKind.INSERTED: r"\{\+(.*?)\+\}"}
    for kind, mark in marks.items():
        read = re.sub(mark, "" if kind is gone else r"\1", read)
    wanted = side(comparison, gone).replace("[sic]", "(sic)")
    for character in "\u202e\u202c\u0007":
        wanted = wanted.replace(character, f"⟨U+{ord(character):04X}⟩")
    assert read == wanted


def test_it_says_what_it_is(comparison: Comparison, poppler: Callable[..., str]) -> None:
    told = poppler(render_bytes(comparison, "pdf"), "pdfinfo", "-isodates")
    found = dict(re.findall(r"^([^:\n]+): +(.*)$", told, re.MULTILINE))
    assert found["Title"] == "Lending rules: eng@2016-10-01 and eng@2021-10-01 compared"
    assert (found["Tagged"], found["JavaScript"]) == ("yes", "no")
    assert found["CreationDate"] == "2021-10-01T00:00:00Z"
    data = poppler(render_bytes(comparison, "pdf"), "pdfinfo", "-meta")
    assert "pdfuaid:part" in data


def test_the_tags_tell_headings_lists_and_tables(
    comparison: Comparison, poppler: Callable[..., str]
) -> None:
    tree = poppler(render_bytes(comparison, "pdf"), "pdfinfo", "-struct")
    tags = re.findall(r"^ *(\w+)", tree, re.MULTILINE)
    ranks = [int(tag[1]) for tag in tags if re.fullmatch(r"H\d", tag)]
    assert ranks == [1, 2, 2, 3, 3, 3]
    assert tags.count("L") == 2
    assert tags.count("LI") == 2 + len(comparison.changes)
    assert tags.count("Lbl") == len(comparison.changes)
    assert tags.count("Link") >= len(comparison.changes) - 1
    assert (tags.count("Table"), tags.count("TR"), tags.count("TD")) == (1, 2, 4)


@pytest.mark.parametrize("kind", RunKind)
def test_page_breaks_lose_no_word(
    identical: Comparison, poppler: Callable[..., str], kind: RunKind
) -> None:
    long, words = long_text(identical, kind)
    data = render_bytes(long, "pdf")
    pages = int(re.findall(r"Pages: +(\d+)", poppler(data, "pdfinfo"))[0])
    assert pages > 3
    assert re.findall(r"fee\d+", poppler(data, "pdftotext")) == words


def test_page_numbers_are_seen_and_not_read_aloud(
    identical: Comparison, poppler: Callable[..., str]
) -> None:
    long, words = long_text(identical, RunKind.EQUAL)
    data = render_bytes(long, "pdf")
    seen, heard = poppler(data, "pdftotext"), poppler(data, "pdfinfo", "-struct-text")
    assert re.search(r"^2 of \d+$", seen, re.MULTILINE)
    assert seen.count("Lending rules") > heard.count("Lending rules") == 1
    assert " of " not in heard
    assert re.findall(r"fee\d+", heard) == words


def test_running_words_are_marked_as_artifacts(
    identical: Comparison, poppler: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    del poppler  # asked for so that Pango is there
    kept: list[Any] = []

    def keep(document: object, file: object) -> None:
        mark_artifacts(document, file)
        kept.append(file)

    monkeypatch.setattr(_weasyprint, "mark_artifacts", keep)
    render_bytes(identical, "pdf")
    (file,) = kept
    objects = {entry.reference: entry for entry in file.objects}
    (page,) = (objects[reference] for reference in file.page_references)
    stream = objects[page["Contents"]].stream
    opened: list[bool] = []
    loose = 0
    for position, operator in enumerate(stream):
        if operator in (b"BDC", b"BMC"):
            opened.append(stream[position - 1] == "/Artifact")
        elif operator == b"EMC":
            opened.pop()
        elif operator == b"BT":
            assert opened, "words without a mark"
            loose += any(opened)
    assert loose == 1  # the page number


def test_the_same_bytes_in_any_process(poppler: Callable[..., str], tmp_path: Path) -> None:
    del poppler
    written = []
    for name, zone in (("1", "Pacific/Auckland"), ("2", "America/New_York")):
        path = tmp_path / name
        subprocess.run(
            [sys.executable, "-m", "statuteline", "diff", "54-95c", "2016-10-01",
             "2021-10-01", "--format", "pdf", "--output", path],
            env=os.environ | {"PYTHONHASHSEED": name, "TZ": zone},
            check=False,
        )  # fmt: skip
        written.append(path.read_bytes())
    assert written[0] == written[1]
    assert written[0].startswith(b"%PDF-1.7")


def test_nothing_is_fetched(
    comparison: Comparison, poppler: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        pytest.fail("a connection was tried")

    monkeypatch.setattr(socket, "socket", refuse)
    urls = ("http://127.0.0.1/a.png", "file:///etc/hosts", "data:image/png,a")
    asked = []
    weasyprint = import_module("weasyprint")
    real = weasyprint.HTML

    def spy(*, string: str, url_fetcher: Any) -> Any:  # noqa: ANN401 -- it has no types
        image = "".join(f'<img src="{url}" alt="a">' for url in urls)
        fetch = url_fetcher.fetch

        def noted(url: str, *rest: Any) -> Any:  # noqa: ANN401 -- the same
            asked.append(url)
            return fetch(url, *rest)

        url_fetcher.fetch = noted
        return real(string=string.replace("<h2>", image + "<h2>"), url_fetcher=url_fetcher)

    monkeypatch.setattr(weasyprint, "HTML", spy)
    data = render_bytes(comparison, "pdf")
    assert set(asked) == set(urls)
    assert "localhost" not in poppler(data, "pdftotext")


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        (None, "for [fourteen]{+twenty-one+} days."),
        (Profile.CT, "for [fourteen]twenty-one days."),
        (Profile.STRIKE, "for fourteentwenty-one days."),
    ],
)
def test_a_profile_draws_the_marks_its_own_way(
    comparison: Comparison,
    poppler: Callable[..., str],
    profile: Profile | None,
    words: str,
) -> None:
    data = render_bytes(comparison, "pdf", Style(profile=profile))
    assert words in " ".join(poppler(data, "pdftotext").split())


@pytest.mark.parametrize(
    ("error", "hint"),
    [
        (ImportError, "pip install 'statuteline[pdf]'"),
        (OSError, "install Pango with your system's package manager"),
    ],
)
def test_what_is_missing_is_named(
    comparison: Comparison,
    monkeypatch: pytest.MonkeyPatch,
    error: type[Exception],
    hint: str,
) -> None:
    def missing(name: str) -> None:
        raise error(name)

    monkeypatch.setattr(_weasyprint, "import_module", missing)
    with pytest.raises(StatutelineError) as caught:
        render_bytes(comparison, "pdf")
    assert caught.value.hint == hint
