"""Akoma Ntoso holds both texts, in the new text's structure, and keeps to the schema."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import pytest
from lxml import etree

from statuteline.corpus.locate import shipped
from statuteline.corpus.names import akn
from statuteline.corpus.schema import schema_complaints
from statuteline.corpus.store import open_corpus
from statuteline.diff.compare import compare
from statuteline.errors import CorpusError
from statuteline.model.change import Run, RunKind
from statuteline.model.ids import WorkId
from statuteline.model.provision import walk
from statuteline.publish import render
from statuteline.publish._characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.change import Comparison
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression

DROPPED: Final = {"new": "del", "old": "ins"}
PARTS: Final = ("num", "heading", "intro", "content", "wrapUp")


def as_known(compared: Comparison) -> Comparison:
    """Give both texts to a work whose series the shipped corpus knows."""
    old, new = (
        replace(text, id=replace(text.id, work=WorkId("us-ct", "cgs", "1-1")))
        for text in (compared.old, compared.new)
    )
    return replace(compared, old=old, new=new)


def tree(compared: Comparison) -> etree._Element:
    root = etree.fromstring(render(compared, "akn").encode())
    assert schema_complaints(root) == ()
    return root


def words_in(root: etree._Element, side: str) -> list[str]:
    """Read the words of one text back, part by part, in the order of the file."""
    parts = (e for name in PARTS for e in root.iter(akn(name)))
    ordered = sorted(parts, key=list(root.iter()).index)
    return [words for part in ordered if (words := _text(part, side))]


def _text(part: etree._Element, side: str) -> str:
    text = ""
    boxes = [part] if part.tag in {akn("num"), akn("heading")} else part.iter(akn("p"))
    for number, box in enumerate(boxes):
        text += (_separator(box, side) if number else "") + "".join(_words(box, side))
    return text


def _separator(paragraph: etree._Element, side: str) -> str:
    """Tell what stands before a paragraph: it may be the first of a cell or a row."""
    begins, separator = paragraph, "\n"
    for cell in paragraph.iterancestors(akn("td")):
        if cell.getprevious() is not None:
            begins, separator = cell, "\t"
        else:
            (begins,) = cell.iterancestors(akn("tr"))
    return "" if begins.get("class") == f"begins-{_kind(DROPPED[side])}" else separator


def _kind(mark: str) -> str:
    return "deleted" if mark == "del" else "inserted"


def _words(box: etree._Element, side: str) -> Iterator[str]:
    yield box.text or ""
    for child in box:
        if child.tag != akn(DROPPED[side]):
            yield child.text or ""
        yield child.tail or ""


def words_of(expression: Expression) -> list[str]:
    return [visible(words) for top in expression.body for words in _parts(top) if words]


def _parts(provision: Provision) -> Iterator[str]:
    yield from (provision.num or "", provision.heading_text, provision.intro_text)
    for child in provision.children:
        yield from _parts(child)
    yield provision.wrap_up_text


def test_both_texts_can_be_read_back(comparison: Comparison) -> None:
    known = as_known(comparison)
    root = tree(known)
    assert words_in(root, "new") == words_of(known.new)
    assert sorted(words_in(root, "old")) == sorted(words_of(known.old))


def test_the_shipped_texts_can_be_read_back() -> None:
    corpus = open_corpus(shipped())
    for work in corpus.works():
        for old, new in pairwise(corpus.expressions(work)):
            root = tree(compare(old, new))
            assert words_in(root, "new") == words_of(new)
            assert sorted(words_in(root, "old")) == sorted(words_of(old))


def test_a_provision_that_is_gone_keeps_its_place(comparison: Comparison) -> None:
    root = tree(as_known(comparison))
    (gone,) = root.iterfind(".//*[@status='removed']")
    assert gone.get("eId") == "old-sec_1-2__subsec_b__subdiv_2"
    before, parent = gone.getprevious(), gone.getparent()
    assert before is not None
    assert parent is not None
    assert before.get("eId") == "sec_1-2__subsec_d__subdiv_1"
    assert parent.get("eId") == "sec_1-2__subsec_d"


def test_every_eid_is_unique_and_those_of_the_new_text_are_there(
    comparison: Comparison,
) -> None:
    body = tree(as_known(comparison)).find(f".//{akn('body')}")
    assert body is not None
    eids = [e.get("eId") for e in body.iter() if e.get("eId")]
    assert len(eids) == len(set(eids))
    assert {p.eid.text for p in walk(comparison.new.body)} <= set(eids)


@pytest.mark.parametrize(("kind", "side"), [("deleted", "new"), ("inserted", "old")])
def test_a_paragraph_of_one_text_says_so(
    identical: Comparison, kind: str, side: str
) -> None:
    runs = (
        Run(kind=RunKind.EQUAL, text="One.\nA\tb"),
        Run(kind=RunKind(kind), text="\nTwo.\tTen"),
        Run(kind=RunKind.EQUAL, text=" more."),
    )
    line = replace(identical.lines[0], runs=runs)
    root = tree(as_known(replace(identical, lines=(line,))))
    assert words_in(root, side) == ["One.\nA\tb more."]
    other = {"new": "old", "old": "new"}[side]
    assert words_in(root, other) == ["One.\nA\tb\nTwo.\tTen more."]


def test_an_unknown_series_is_told(comparison: Comparison) -> None:
    with pytest.raises(CorpusError, match="us-xx/code is not set up"):
        render(comparison, "akn")
