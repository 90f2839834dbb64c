"""Acts made of every section that a year changed, written, read back, both texts whole."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

from statuteline.acts.html import read_act_html
from statuteline.acts.marks import beside_law, marked
from statuteline.acts.pdf import read_act_pdf
from statuteline.diff.compare import compare
from statuteline.model.change import RunKind
from statuteline.model.marked import (
    ActSection,
    Ink,
    MarkedParagraph,
    Piece,
    PrintedParagraph,
)
from statuteline.publish._act_form import formed
from statuteline.publish._act_html import act_page
from statuteline.publish._weasyprint import printed_pdf

from .sections import text_of_section, words, words_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.marked import PrintedBlock
    from statuteline.publish._act_form import FormedSection

    from .sections import Paragraphs, SectionPair

pytestmark = pytest.mark.slow

_ALL = 1547
_TO_AN_ACT = 100
"""Sections to one act; the longest real ones have several hundred."""
_EVERY = 20
"""Paper takes long: one pair of so many is printed, and those below."""
_LARGEST = 3
_STRANGE = frozenset({"21a-243", "3-129g", "8-23", "8-37r"})
"""Brackets in the law; underlines of nothing, which broke lines leave."""


@cache
def formed_section(pair: SectionPair, *, flat: bool) -> FormedSection:
    old, new = (
        text_of_section(pair.citation, paragraphs, year, flat=flat)
        for paragraphs, year in ((pair.old, 2025), (pair.new, 2026))
    )
    return formed(compare(old, new))


def read_back(
    pairs: tuple[SectionPair, ...], *, flat: bool
) -> Iterator[tuple[SectionPair, FormedSection, ActSection]]:
    for start in range(0, len(pairs), _TO_AN_ACT):
        batch = pairs[start : start + _TO_AN_ACT]
        sections = [formed_section(pair, flat=flat) for pair in batch]
        act = read_act_html(act_page(sections, ()).encode(), "act.html")
        yield from zip(batch, sections, act.sections, strict=True)


def on_paper(pairs: tuple[SectionPair, ...]) -> tuple[SectionPair, ...]:
    """Choose the pairs to print: all of them if STATUTELINE_ALL_PAPER is set."""
    if os.environ.get("STATUTELINE_ALL_PAPER"):
        return pairs
    by_size = sorted(pairs, key=lambda pair: -sum(map(len, pair.old + pair.new)))
    chosen = {pair.citation for pair in (*pairs[::_EVERY], *by_size[:_LARGEST])}
    return tuple(pair for pair in pairs if pair.citation in chosen | _STRANGE)


def side(section: ActSection, gone: RunKind) -> Paragraphs:
    """Give the paragraphs of one text; there are no tables in these."""
    lines = []
    for block in section.blocks:
        assert isinstance(block, MarkedParagraph)
        lines.append("".join(run.text for run in block.runs if run.kind is not gone))
    return tuple(line for line in lines if line)


def test_a_page_gives_both_editions_back_paragraph_by_paragraph(
    law_sections: tuple[SectionPair, ...],
) -> None:
    assert len(law_sections) == _ALL
    for pair, section, read in read_back(law_sections, flat=True):
        assert read.clause == section.clause
        assert side(read, RunKind.INSERTED) == tuple(filter(None, pair.old)), pair.citation
        assert side(read, RunKind.DELETED) == tuple(filter(None, pair.new)), pair.citation
        assert not read.doubts


def test_paper_gives_both_editions_back_paragraph_by_paragraph(
    law_sections: tuple[SectionPair, ...],
) -> None:
    try:
        import_module("weasyprint")
    except OSError:
        pytest.skip("Pango is not installed")
    pairs = on_paper(law_sections)
    assert len(pairs) > _ALL // _EVERY
    for start in range(0, len(pairs), _TO_AN_ACT):
        batch = pairs[start : start + _TO_AN_ACT]
        sections = [formed_section(pair, flat=True) for pair in batch]
        data = printed_pdf(act_page(sections, (), whole_words=True))
        act = read_act_pdf(data, "act.pdf")
        for pair, section, read in zip(batch, sections, act.sections, strict=True):
            assert read.clause == section.clause
            assert side(read, RunKind.INSERTED) == tuple(filter(None, pair.old))
            assert side(read, RunKind.DELETED) == tuple(filter(None, pair.new))
            assert not read.doubts


def test_a_page_of_divided_sections_gives_their_words_back(
    law_sections: tuple[SectionPair, ...],
) -> None:
    for pair, _, read in read_back(law_sections, flat=False):
        for gone, paragraphs, year in (
            (RunKind.INSERTED, pair.old, 2025),
            (RunKind.DELETED, pair.new, 2026),
        ):
            (top,) = text_of_section(pair.citation, paragraphs, year).body
            wanted = words(" ".join(words_in_order(top)))
            assert words(" ".join(side(read, gone))) == wanted, pair.citation


def without_bold(block: PrintedBlock) -> PrintedBlock:
    """Print all brackets alike, as some sources give them."""
    assert isinstance(block, PrintedParagraph)
    pieces = (
        Piece(text=piece.text, ink=Ink.PLAIN if piece.ink is Ink.BRACKET else piece.ink)
        for piece in block.pieces
    )
    return PrintedParagraph(pieces=tuple(pieces), where=block.where)


def test_without_bold_brackets_the_law_before_tells_what_they_are(
    law_sections: tuple[SectionPair, ...],
) -> None:
    alone = []
    for pair in law_sections:
        section = formed_section(pair, flat=True)
        printed = tuple(map(without_bold, section.blocks))
        one = section_of(printed)
        wanted = tuple(filter(None, pair.old)), tuple(filter(None, pair.new))
        if (side(one, RunKind.INSERTED), side(one, RunKind.DELETED)) != wanted:
            alone.append(pair.citation)
        told = beside_law(one, "\n".join(pair.old))
        assert (side(told, RunKind.INSERTED), side(told, RunKind.DELETED)) == wanted
        assert bool(one.doubts) == any("[" in line for line in pair.old)
    assert alone == []


def section_of(printed: tuple[PrintedBlock, ...]) -> ActSection:
    read = marked(printed)
    return ActSection(
        number="1",
        clause="",
        blocks=read.blocks,
        where="",
        printed=printed,
        doubts=read.doubts,
    )
