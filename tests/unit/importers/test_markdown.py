from __future__ import annotations

import pytest

from statuteline.errors import SourceError
from statuteline.importers._markdown import BlockKind, all_furniture, markdown_blocks


def test_blocks_and_their_kinds() -> None:
    found = markdown_blocks("file", "# T\n\n---\none\n  two  \n## H\nthree")
    assert [(block.kind, block.inline.text) for block in found] == [
        (BlockKind.TITLE, "T"),
        (BlockKind.RULE, ""),
        (BlockKind.TEXT, "one two"),
        (BlockKind.HEADING, "H"),
        (BlockKind.TEXT, "three"),
    ]


def test_markup_comes_off_and_is_kept_apart() -> None:
    (block,) = markdown_blocks("file", r"[Why \(so\)?](#) It **is\* so** [here](#x).")
    assert block.inline.text == "Why (so)? It is* so here."
    assert block.inline.linked == len("Why (so)?")
    bold = [c for c, b in zip(block.inline.text, block.inline.bold, strict=True) if b]
    assert "".join(bold) == "is* so"
    assert [piece.text for piece in all_furniture((block,))] == [
        *("[", "\\", "\\", "](#)", "**", "\\", "**", "[", "](#x)")
    ]


def test_brackets_inside_a_sentence_are_text() -> None:
    (block,) = markdown_blocks("file", "victim of [it].")
    assert (block.inline.text, block.furniture) == ("victim of [it].", ())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("one\n\n**two", 3),
        ("[Why?](#", 1),
        ("[Why", 1),
        ("say [Why?](", 1),
        ("it ends ](#)", 1),
        ("### Deep", 1),
        ("one\n\n- item", 3),
        ("| cell |", 1),
        ("> quoted", 1),
    ],
)
def test_unfinished_or_unknown_markup_is_refused(text: str, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        markdown_blocks("file", text)
    assert caught.value.where == f"file, line {line}"
