"""Whatever is marked is printed and read back: both texts, and what happened to each."""

from __future__ import annotations

import json
from html import escape
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from statuteline.acts.html import read_act_html
from statuteline.acts.marks import beside_law, marked
from statuteline.acts.runs_json import read_runs_json
from statuteline.model.change import Run, RunKind, Runs
from statuteline.model.marked import (
    ActSection,
    Ink,
    MarkedParagraph,
    Pieces,
    PrintedAct,
    PrintedParagraph,
)
from statuteline.model.text import canonical
from statuteline.publish._act_marks import printed_runs

CLAUSE = (
    "Section 1. Section 7-1 of the general statutes is repealed and the following is "
    "substituted in lieu thereof (Effective from passage):"
)
CHARACTERS = st.characters(exclude_categories=["C", "M", "Z"])
"""Control characters are no words of a page; marks on letters may join runs."""
words = st.one_of(
    st.text("ab,.;:()“”\"'-$", min_size=1, max_size=5),
    st.text(CHARACTERS, min_size=1, max_size=5),
    st.text("a []", min_size=1, max_size=5),
)
spaced_words = st.lists(words, min_size=1, max_size=4).map(" ".join)


def as_runs(parts: list[tuple[RunKind, str, bool]]) -> Runs:
    """Put words together, now with a space between them, now without."""
    runs = [
        Run(kind=kind, text=f"{text} " if space else text) for kind, text, space in parts
    ]
    return tuple(
        Run(kind=kind, text="".join(run.text for run in group))
        for kind, group in groupby(runs, key=lambda run: run.kind)
    )


def all_runs(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Runs]:
    part = st.tuples(st.sampled_from(RunKind), texts, st.booleans())
    return st.lists(part, min_size=1, max_size=8).map(as_runs)


def side(runs: Runs, gone: RunKind) -> str:
    return canonical("".join(run.text for run in runs if run.kind is not gone))


def sides(runs: Runs) -> tuple[str, str]:
    return side(runs, RunKind.INSERTED), side(runs, RunKind.DELETED)


def letters(runs: Runs) -> list[tuple[RunKind, str]]:
    """Give each character that is not blank with what happened to it."""
    return [
        (run.kind, letter) for run in runs for letter in run.text if not letter.isspace()
    ]


def only(act: PrintedAct) -> ActSection:
    (section,) = act.sections
    return section


def runs_of(section: ActSection) -> Runs:
    """Give the words of its one paragraph; none if it has none."""
    blocks = section.blocks
    assert len(blocks) < 2
    if not blocks:
        return ()
    (block,) = blocks
    assert isinstance(block, MarkedParagraph)
    return block.runs


def page(pieces: Pieces) -> bytes:
    """Write a page with one section."""
    forms = {
        Ink.PLAIN: "{}",
        Ink.NEW: '<u class="insert">{}</u>',
        Ink.BRACKET: "<b>{}</b>",
        Ink.GONE: '<span class="remove">{}</span>',
    }
    text = "".join(forms[p.ink].format(escape(p.text, quote=False)) for p in pieces)
    # A bold bracket of another section: the page sets its marks apart.
    other = f"<p>{CLAUSE.replace('Section 1.', 'Sec. 2.')}</p><p><b>[</b>x<b>]</b></p>"
    page = f"<h1>AN ACT OF BOOKS</h1><p>{CLAUSE}</p><p>{text}</p>{other}"
    return page.encode()


@given(all_runs(spaced_words))
def test_printed_words_give_both_texts(runs: Runs) -> None:
    pieces = printed_runs(runs)
    read = marked((PrintedParagraph(pieces=pieces),), apart=True).blocks
    found = read[0].runs if read and isinstance(read[0], MarkedParagraph) else ()
    for gone, wanted in zip((RunKind.INSERTED, RunKind.DELETED), sides(runs), strict=True):
        assert "".join(run.text for run in found if run.kind is not gone) == wanted


@given(all_runs(spaced_words))
def test_a_page_gives_both_texts(runs: Runs) -> None:
    first, _ = read_act_html(page(printed_runs(runs)), "act").sections
    assert sides(runs_of(first)) == sides(runs)


words_alone = st.lists(st.sampled_from(["a", "bc", "(d)", "e,", "f."]), min_size=1).map(
    lambda parts: "".join(f"{part} " for part in parts)
)


@given(all_runs(words_alone))
def test_whole_words_keep_what_happened_to_each(runs: Runs) -> None:
    first, _ = read_act_html(page(printed_runs(runs)), "act").sections
    assert letters(runs_of(first)) == letters(runs)


@given(all_runs(words_alone))
def test_json_runs_give_the_same_runs(runs: Runs) -> None:
    printed = [
        {"ins": piece.text} if piece.ink is Ink.NEW else piece.text
        for piece in printed_runs(runs)
    ]
    document = {
        "id": "pa-2026-regular-1",
        "blocks": [
            {"type": "p", "page": 1, "runs": [CLAUSE], "anchor": "a", "section": "1"},
            {"type": "p", "page": 1, "runs": printed, "section": "1"},
        ],
    }
    section = only(read_runs_json(json.dumps(document).encode(), "act"))
    assert letters(runs_of(section)) == letters(runs)
    assert sides(runs_of(section)) == sides(runs)
    assert runs_of(beside_law(section, side(runs, RunKind.INSERTED))) == runs_of(section)
