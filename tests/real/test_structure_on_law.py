"""Every section of Connecticut's code, divided and compared as a user would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.diff.compare import compare
from statuteline.diff.redline import text_of
from statuteline.model.change import Part, RunKind
from statuteline.model.provision import walk
from statuteline.model.text import canonical

from .sections import (
    cut_words,
    divided,
    json_lines,
    text_of_section,
    words,
    words_in_order,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from statuteline.model.change import Comparison
    from statuteline.model.provision import Provision

    from .sections import SectionPair

pytestmark = pytest.mark.slow

_PAIRS = 1547
_DIVIDED_TEXTS = 2600
"""Of 3,094; the others are mostly one paragraph without a number."""
_BASE = 33017
_DIVIDED_BASE = 15000
"""Of those; half of all have one paragraph, or only the word that they are repealed."""


def _is_whole(paragraphs: tuple[str, ...]) -> bool:
    """Divide a text, check that nothing is lost, tell whether it has provisions."""
    top = divided(paragraphs)
    assert words(" ".join(words_in_order(top))) == words(" ".join(paragraphs))
    eids = [provision.eid.text for provision in walk((top,))]
    assert len(set(eids)) == len(eids)
    return not top.children


def test_text_out_is_text_in(law_sections: tuple[SectionPair, ...]) -> None:
    assert len(law_sections) == _PAIRS
    whole = [_is_whole(side) for pair in law_sections for side in (pair.old, pair.new)]
    assert len(whole) - sum(whole) >= _DIVIDED_TEXTS


def test_text_out_is_text_in_the_whole_code(law_base: Path) -> None:
    whole = [
        _is_whole(tuple(map(canonical, provision["body"])))
        for chapter in json_lines(law_base)
        for provision in chapter["provisions"]
    ]
    assert len(whole) == _BASE
    assert len(whole) - sum(whole) >= _DIVIDED_BASE


def test_comparisons_give_both_editions_back_and_cut_no_word(
    law_sections: tuple[SectionPair, ...],
) -> None:
    for pair in law_sections:
        found = compare(
            text_of_section(pair.citation, pair.old, 2025),
            text_of_section(pair.citation, pair.new, 2026),
        )
        assert found.changes, pair.citation
        for line in found.lines:
            for without in (RunKind.INSERTED, RunKind.DELETED):
                side = text_of(line.runs, without)
                assert not cut_words(line.runs, side, without), pair.citation
        assert _side(found, RunKind.INSERTED) == words(" ".join(pair.old)), pair.citation
        assert _side(found, RunKind.DELETED) == words(" ".join(pair.new)), pair.citation


def _side(found: Comparison, without: RunKind) -> list[str]:
    """Give the words of one side, in its own order, from the marked lines alone."""
    is_old = without is RunKind.INSERTED
    marked = {
        (place.eid.text, line.part): text_of(line.runs, without)
        for line in found.lines
        if (place := line.old if is_old else line.new) is not None
    }
    text = found.old if is_old else found.new
    return words(" ".join(_marked_in_order(text.body[0], marked)))


def _marked_in_order(
    provision: Provision, marked: dict[tuple[str, Part], str]
) -> Iterator[str]:
    eid = provision.eid.text
    yield marked.pop((eid, Part.NUM), "")
    yield marked.pop((eid, Part.INTRO), "")
    for child in provision.children:
        yield from _marked_in_order(child, marked)
    yield marked.pop((eid, Part.WRAP_UP), "")
    if not provision.eid.parent:
        assert not marked
