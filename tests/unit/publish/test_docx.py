"""Accepting all changes leaves the new text, rejecting all leaves the old one."""

from __future__ import annotations

import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from html import escape
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.diff.compare import compare
from statuteline.errors import PluginError
from statuteline.model.change import Part, Run, RunKind
from statuteline.model.citation import Citation
from statuteline.model.commencement import OnDate, Unknown
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.interval import Interval
from statuteline.model.provision import Level, Provision, find
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Expression, Kind, Words
from statuteline.publish import output_format, render, render_bytes
from statuteline.publish._characters import visible
from statuteline.publish._tracked import tracked
from statuteline.publish.base import Excerpt, Profile, Style

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from statuteline.model.change import Comparison

View: TypeAlias = Literal["accept", "reject"]
VIEWS: Final[tuple[View, View]] = ("accept", "reject")
W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = (Level.SECTION, Level.SUBSECTION, Level.SUBDIVISION)


# --- what each text says -----------------------------------------------------------


def paragraphs_of(expression: Expression) -> list[str]:
    """Write a text as paragraphs, from its provisions and nothing else."""
    return [visible(words) for top in expression.body for words in _paragraphs(top)]


def _paragraphs(provision: Provision) -> Iterator[str]:
    num = " ".join((provision.num or "").split("\n"))
    heading, intro = provision.heading_text, provision.intro_text
    if heading:
        yield f"{num} {heading}" if num else heading
        num = ""
    if num or intro:
        yield from (f"{num} {intro}" if num and intro else num or intro).split("\n")
    for child in provision.children:
        yield from _paragraphs(child)
    if provision.wrap_up_text:
        yield from provision.wrap_up_text.split("\n")


# --- reading a Word file as a word processor does ----------------------------------


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(data: bytes) -> etree._Element:
    return etree.fromstring(parts_of(data)["word/document.xml"])


def read_as(data: bytes, view: View) -> list[str]:
    """Accept or reject every change: a paragraph without its mark runs on."""
    gone = f"{W}del" if view == "accept" else f"{W}ins"
    found, words = [], ""
    for paragraph in document(data).iter(f"{W}p"):
        words += "".join(_words(paragraph, gone))
        if paragraph.find(f"{W}pPr/{W}rPr/{gone}") is None:
            found.append(words)
            words = ""
    assert words == "", "the last paragraph of a document cannot lose its mark"
    return found


def _words(paragraph: etree._Element, gone: str) -> Iterator[str]:
    for element in paragraph:
        if element.tag in {gone, f"{W}pPr"}:
            continue
        for piece in element.iter(f"{W}t", f"{W}delText", f"{W}tab"):
            yield "\t" if piece.tag == f"{W}tab" else piece.text or ""


def read_by(pandoc: str, data: bytes, view: View, folder: Path) -> list[str]:
    """Let pandoc accept or reject; it writes tabs as spaces, and no empty paragraph."""
    path = folder / "redline.docx"
    path.write_bytes(data)
    options = [f"--track-changes={view}", "--to=plain", "--wrap=none"]
    done = subprocess.run(
        [pandoc, str(path), *options], capture_output=True, check=True, text=True
    )
    assert done.stderr == ""
    return [" ".join(line.split()) for line in done.stdout.split("\n") if line.strip()]


def as_pandoc_writes(paragraphs: list[str]) -> list[str]:
    return [" ".join(words.split()) for words in paragraphs if words.strip()]


def looks_of(expression: Expression) -> list[str]:
    """Name the style of each paragraph of a text, from its provisions alone."""
    return [look for top in expression.body for look in _looks(top, 0)]


def _looks(provision: Provision, depth: int) -> Iterator[str]:
    own = replace(provision, children=())
    for number, _ in enumerate(_paragraphs(replace(own, wrap_up=()))):
        heading = number == 0 and provision.heading_text
        yield f"{'LawHeading' if heading else 'Law'}{depth}"
    for child in provision.children:
        yield from _looks(child, depth + 1)
    if provision.wrap_up_text:
        yield from [f"Law{depth}"] * len(provision.wrap_up_text.split("\n"))


def accepted_looks(data: bytes) -> list[str]:
    """Give the styles of the paragraphs that stay when all changes are accepted."""
    return [
        str(style.get(f"{W}val"))
        for paragraph in document(data).iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is None
        for style in paragraph.iter(f"{W}pStyle")
    ]


def check(compared: Comparison) -> bytes:
    data = render_bytes(compared, "docx")
    if paragraphs_of(compared.new):
        assert accepted_looks(data) == looks_of(compared.new)
    assert read_as(data, "accept") == (paragraphs_of(compared.new) or [""])
    assert read_as(data, "reject") == (paragraphs_of(compared.old) or [""])
    return data


# --- texts made at random ----------------------------------------------------------

SENTENCES = st.sampled_from(
    [
        "A reader may borrow a book for fourteen days.",
        "A reader may borrow a film for two days.",
        "The fee is ten cents a day; the librarian may waive it.",
        "A lost card costs one dollar.",
        "Book\tten cents",
        "and shall tell the reader so.",
    ]
)
BODIES = st.lists(SENTENCES, max_size=3)


@st.composite
def provisions(draw: st.DrawFn, depth: int, number: str, eid: EId) -> Provision:
    labels = draw(st.lists(st.sampled_from("abcd"), unique=True, max_size=3))
    children = [] if depth == len(LEVELS) - 1 else labels
    below = [eid.child(LEVELS[depth + 1].prefix, label) for label in children]
    # Few lasting ids: provisions of two texts are often the same, elsewhere.
    wid = draw(st.sampled_from("abcd")) if depth else number
    return Provision(
        level=LEVELS[depth],
        eid=eid,
        wid=WId(f"{LEVELS[depth].prefix}_{wid}"),
        num=draw(st.sampled_from([None, f"({number})"])),
        heading=plain(draw(st.sampled_from(["", "", "Loans", "Fees and waivers"]))),
        intro=_blocks(draw(BODIES)),
        children=tuple(
            draw(provisions(depth + 1, label, place))
            for label, place in zip(children, below, strict=True)
        ),
        wrap_up=_blocks(draw(BODIES)) if children else (),
    )


def _blocks(sentences: list[str]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(spans=plain(words)) for words in sentences)


def text_of(day: date, *body: Provision) -> Expression:
    return Expression(
        id=ExpressionId(WorkId("us-xx", "code", "1-1"), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title="Lending rules",
        words=Words.RESTATED,
        recorded=date(2026, 1, 1),
        created=day,
        commencement=OnDate(day=day),
        body=body,
    )


@st.composite
def texts(draw: st.DrawFn, day: date) -> Expression:
    numbers = draw(st.lists(st.sampled_from("123"), unique=True, max_size=2))
    return text_of(day, *(draw(provisions(0, n, EId(f"sec_{n}"))) for n in numbers))


PAIRS = st.tuples(texts(date(2016, 10, 1)), texts(date(2021, 10, 1)))
RUNS = st.lists(
    st.builds(
        lambda kind, text: Run(kind=kind, text=text),
        st.sampled_from(RunKind),
        st.text("ab \t\n", min_size=1, max_size=5),
    ),
    min_size=1,
).map(tuple)


# --- both texts come out -----------------------------------------------------------


def test_every_kind_of_change(comparison: Comparison) -> None:
    check(comparison)


@settings(max_examples=100, deadline=None)
@given(pair=PAIRS)
def test_any_two_texts_come_out_exactly(pair: tuple[Expression, Expression]) -> None:
    check(compare(*pair))


@given(runs=RUNS)
def test_paragraph_breaks_inside_words_come_and_go(
    identical: Comparison, runs: tuple[Run, ...]
) -> None:
    line = replace(identical.lines[0], runs=runs)
    data = render_bytes(replace(identical, lines=(line,)), "docx")
    for view, dropped in zip(VIEWS, (RunKind.DELETED, RunKind.INSERTED), strict=True):
        words = "".join(run.text for run in runs if run.kind is not dropped)
        assert read_as(data, view) == words.split("\n")


@pytest.mark.parametrize(
    ("runs", "paragraphs"),
    [
        (["=A -", "+and ", "=B"], ["=A - +and =B ="]),
        (["=A", "-\nx", "=\nB"], ["=A =", "-x -", "=B ="]),
        (["=A\n", "-x\n", "=B"], ["=A =", "-x -", "=B ="]),
        (["=A", "-\nB"], ["=A -", "-B ="]),
        (["=A", "-\n", "+ and ", "=B"], ["=A -", "+ and =B ="]),
        (["=A", "-\nB", "+\nC"], ["=A =", "-B +C ="]),
        (["=A", "-, x\n", "+; y\n", "=B"], ["=A -, x +; y =", "=B ="]),
        (["-A\n", "+B\n", "=C"], ["-A -", "+B +", "=C ="]),
    ],
)
def test_marks_stand_where_a_word_processor_wants_them(
    identical: Comparison, runs: list[str], paragraphs: list[str]
) -> None:
    """A sign before each run says in which text it is; the last is that of the mark."""
    kinds = {"=": RunKind.EQUAL, "-": RunKind.DELETED, "+": RunKind.INSERTED}
    signs = {kind: sign for sign, kind in kinds.items()}
    marked = tuple(Run(kind=kinds[run[0]], text=run[1:]) for run in runs)
    line = replace(identical.lines[0], runs=marked)
    shown = [
        " ".join([*(signs[run.kind] + run.text for run in one.runs), signs[one.mark]])
        for one in tracked(replace(identical, lines=(line,)))
    ]
    assert [" ".join(one.split()) for one in shown] == paragraphs


@pytest.mark.parametrize("view", VIEWS)
def test_pandoc_agrees_on_the_shipped_corpus(
    pandoc: str, view: View, tmp_path: Path
) -> None:
    corpus = open_corpus(shipped())
    pairs = [p for work in corpus.works() for p in pairwise(corpus.expressions(work))]
    assert len(pairs) >= 4
    for old, new in pairs:
        data = check(compare(old, new))
        text = new if view == "accept" else old
        assert read_by(pandoc, data, view, tmp_path) == as_pandoc_writes(
            paragraphs_of(text)
        )


def unspaced(text: str) -> str:
    return re.sub(r" (?=[.,;:])", "", text)


@settings(max_examples=15, deadline=None, phases=[Phase.generate])
@given(pair=PAIRS)
def test_pandoc_agrees_on_any_two_texts(
    pandoc: str,
    tmp_path_factory: pytest.TempPathFactory,
    pair: tuple[Expression, Expression],
) -> None:
    compared = compare(*pair)
    data = render_bytes(compared, "docx")
    folder = tmp_path_factory.mktemp("docx")
    for view, text in zip(VIEWS, (compared.new, compared.old), strict=True):
        # Where it joins two paragraphs pandoc puts a space, which can come to stand
        # before a full stop; test_any_two_texts_come_out_exactly reads to the letter.
        found = [unspaced(one) for one in read_by(pandoc, data, view, folder)]
        assert found == [unspaced(one) for one in as_pandoc_writes(paragraphs_of(text))]


# --- the file ----------------------------------------------------------------------


def changes(data: bytes) -> list[etree._Element]:
    return list(document(data).iter(f"{W}ins", f"{W}del"))


def test_every_change_has_an_id_the_author_and_the_day_of_the_new_text(
    comparison: Comparison,
) -> None:
    found = changes(render_bytes(comparison, "docx"))
    ids = [change.get(f"{W}id") for change in found]
    assert len(ids) > 20
    assert len(set(ids)) == len(ids)
    assert {change.get(f"{W}author") for change in found} == {"statuteline"}
    assert {change.get(f"{W}date") for change in found} == {"2021-10-01T00:00:00Z"}


def test_an_unknown_start_gives_the_day_of_the_version(comparison: Comparison) -> None:
    version = replace(comparison.new.id, version=date(2021, 6, 16))
    new = replace(comparison.new, id=version, commencement=Unknown())
    data = render_bytes(replace(comparison, new=new), "docx")
    assert {c.get(f"{W}date") for c in changes(data)} == {"2021-06-16T00:00:00Z"}


def test_no_difference_tracks_nothing(identical: Comparison) -> None:
    assert changes(render_bytes(identical, "docx")) == []


def test_what_is_not_law_stands_above_the_page(comparison: Comparison) -> None:
    parts = parts_of(render_bytes(comparison, "docx"))
    header = "".join(map(str, etree.fromstring(parts["word/first.xml"]).itertext()))
    for words in ("Lending rules", "1 October 2021", "not the official text"):
        assert words in header
    assert b"official" not in parts["word/document.xml"]


def test_every_part_is_xml_and_every_style_is_there(comparison: Comparison) -> None:
    parts = parts_of(render_bytes(comparison, "docx"))
    trees = {name: etree.fromstring(part) for name, part in parts.items()}
    styles = {s.get(f"{W}styleId") for s in trees["word/styles.xml"].iter(f"{W}style")}
    for name in ("word/document.xml", "word/first.xml", "word/later.xml"):
        used = {s.get(f"{W}val") for s in trees[name].iter(f"{W}pStyle")}
        assert used <= styles
    types = {e.get("PartName") for e in trees["[Content_Types].xml"]} - {None}
    assert types == {f"/{name}" for name in parts if not name.endswith((".rels", "s].xml"))}


def test_the_same_texts_give_the_same_bytes(comparison: Comparison) -> None:
    data = render_bytes(comparison, "docx")
    assert data == render_bytes(comparison, "docx")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert [e.filename for e in entries] == sorted(e.filename for e in entries)


def test_deep_levels_and_headings_have_their_style(comparison: Comparison) -> None:
    written = document(render_bytes(comparison, "docx"))
    styles = [style.get(f"{W}val") for style in written.iter(f"{W}pStyle")]
    assert styles[0] == "LawHeading0"
    assert {"Law1", "Law2"} <= set(styles)


def test_words_are_asked_of_a_format_that_gives_bytes(comparison: Comparison) -> None:
    with pytest.raises(PluginError, match="'docx' gives bytes") as caught:
        render(comparison, "docx")
    assert "render_bytes" in caught.value.hint


def test_bytes_of_words_are_utf_8(comparison: Comparison) -> None:
    written = render(comparison, "text")
    assert render_bytes(comparison, "text") == written.encode()
    assert not output_format("text").binary


# --- profiles ----------------------------------------------------------------------


def looks(data: bytes) -> dict[str, set[str]]:
    """Give the words under each look."""
    found: dict[str, set[str]] = {}
    for run in document(data).iter(f"{W}r"):
        for look in run.iterfind(f"{W}rPr/*"):
            words = "".join(t.text or "" for t in run.iter(f"{W}t"))
            found.setdefault(re.sub("{.*}", "", str(look.tag)), set()).add(words)
    return found


@pytest.mark.parametrize(
    ("profile", "deleted", "inserted"),
    [
        (Profile.CT, None, "u"),
        (Profile.STRIKE, "strike", "u"),
        (Profile.RAMSEYER, "strike", "i"),
    ],
)
def test_a_profile_draws_its_marks_and_tracks_nothing(
    comparison: Comparison, profile: Profile, deleted: str | None, inserted: str
) -> None:
    data = render_bytes(comparison, "docx", Style(profile=profile))
    assert changes(data) == []
    found = looks(data)
    assert set(found) == {deleted, inserted} - {None}
    assert "twenty-one" in found[inserted]
    if deleted:
        assert "fourteen" in found[deleted]
    else:
        assert "[fourteen]" in {t.text for t in document(data).iter(f"{W}t")}


def test_connecticut_does_not_underline_a_wholly_new_section(
    comparison: Comparison,
) -> None:
    data = render_bytes(comparison, "docx", Style(profile=Profile.CT))
    words = ["".join(map(str, p.itertext())) for p in document(data).iter(f"{W}p")]
    assert "Sec. 1-3. (NEW) Hours" in words
    assert not any("opens at nine" in one for one in looks(data)["u"])


def test_a_part_that_is_one_line_stays_one_paragraph(identical: Comparison) -> None:
    line = replace(
        identical.lines[0],
        part=Part.NUM,
        runs=(Run(kind=RunKind.INSERTED, text="(a)\n"), Run(kind=RunKind.EQUAL, text="b")),
    )
    data = render_bytes(replace(identical, lines=(line,)), "docx")
    assert read_as(data, "accept") == ["(a) b"]


def test_the_header_keeps_its_distance_from_the_law(comparison: Comparison) -> None:
    parts = parts_of(render_bytes(comparison, "docx"))
    header = etree.fromstring(parts["word/first.xml"])
    styles = [style.get(f"{W}val") for style in header.iter(f"{W}pStyle")]
    assert styles[0] == "HeaderTitle"
    assert styles[1:-1] == ["Header"] * (len(styles) - 2)
    (last,) = (
        style
        for style in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")
        if style.get(f"{W}styleId") == styles[-1]
    )
    (spacing,) = last.iter(f"{W}spacing")
    assert int(str(spacing.get(f"{W}after"))) >= 240


# --- one text alone ----------------------------------------------------------------


def test_one_text_alone_holds_its_words_and_no_marks() -> None:
    corpus = open_corpus(shipped())
    for work in corpus.works(Kind.STATUTE_SECTION):
        for text in corpus.expressions(work):
            excerpt = Excerpt(
                expression=text,
                citation=corpus.cited(Citation(work=work)),
                at=text.id.version,
                provision=None,
                interval=None,
                notice=corpus.settings.notice,
                ends_by=None,
                pending=(),
                behind=(),
            )
            data = alone(excerpt)
            for view in VIEWS:
                found = [words for words in read_as(data, view) if words not in LACKING]
                assert found == [words for words in paragraphs_of(text) if words.strip()]
            assert not list(document(data).iter(f"{W}ins", f"{W}del", f"{W}u"))
            cover = parts_of(data)["word/first.xml"].decode()
            assert escape(corpus.settings.notice, quote=False) in cover
            assert f"({text.id})" in cover


def test_one_provision_alone_leaves_out_the_others() -> None:
    corpus = open_corpus(shipped())
    text = corpus.expressions(WorkId("us-ct", "cgs", "54-95c"))[-1]
    provision = find(text.body, EId.parse("sec_54-95c__subsec_d"))
    assert provision is not None
    excerpt = Excerpt(
        expression=text,
        citation="C.G.S. § 54-95c(d)",
        at=date(2022, 1, 1),
        provision=provision,
        interval=Interval(start=date(2021, 10, 1)),
        notice=corpus.settings.notice,
        ends_by=None,
        pending=(),
        behind=(),
    )
    data = alone(excerpt)
    assert read_as(data, "accept") == paragraphs_of(replace(text, body=(provision,)))
    assert alone(replace(excerpt, at=date(2025, 1, 1))) == data


LACKING: Final = {"The law has words here that this record does not hold."}


def alone(excerpt: Excerpt) -> bytes:
    renderer = output_format("docx").excerpt
    assert renderer is not None
    data = renderer(excerpt, Style())
    assert isinstance(data, bytes)
    return data
