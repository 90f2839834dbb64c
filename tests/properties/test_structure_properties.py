"""Dividing a text loses nothing, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from statuteline.model.ids import EId, WId
from statuteline.model.provision import Level, Provision, walk
from statuteline.model.text import (
    Block,
    Cell,
    Paragraph,
    Span,
    Table,
    block_text,
    canonical_blocks,
    plain,
)
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT, GENERAL, Scheme

TOP = Provision(level=Level.SECTION, eid=EId("sec_1"), wid=WId("sec_1"))

# Law-like pieces: numbers of all kinds, right and wrong order, between words.
# fmt: off
pieces = st.sampled_from([
    "(a)", "(b)", "(c)", "(h)", "(i)", "(j)", "(ii)", "(1)", "(2)", "(3)", "(A)", "(B)",
    "(I)", "(II)", "1.", "2.", "a)", "b)", "A.", "B.", "(a)(1)", "(l)", "(aa)",
    "lend;", "read, or", "pay.", "Pay.", "subsection", "subdivisions", "and",
    "of this section",
    "“", "”", "é", "(", ")", ":", "section 9-2", "\u00a0", "  ",
])
# fmt: on
prose = st.lists(pieces, min_size=1, max_size=25).map(" ".join) | st.text(max_size=30)
paragraphs = st.builds(
    lambda text, at: Paragraph(
        spans=tuple(Span(text=t) for t in (text[:at], text[at:]) if t)
    ),
    prose,
    st.integers(0, 40),
)
tables = st.builds(
    lambda text: Table(caption=(), rows=((Cell(spans=plain(text)),),)), prose
)
texts = st.lists(paragraphs | tables, max_size=8).map(tuple)
schemes = st.sampled_from([CONNECTICUT, GENERAL])


def joined(provision: Provision) -> list[str]:
    """Give the numbers and words of a provision in reading order."""
    below = [words for child in provision.children for words in joined(child)]
    return [
        provision.num or "",
        canonical_blocks(provision.intro),
        *below,
        canonical_blocks(provision.wrap_up),
    ]


def raw(provision: Provision) -> list[str]:
    """Give the same as they stand, nothing made canonical."""
    below = [words for child in provision.children for words in raw(child)]
    intro, wrap_up = (map(block_text, b) for b in (provision.intro, provision.wrap_up))
    return [provision.num or "", *intro, *below, *wrap_up]


def apart(words: str) -> list[str]:
    """Give the words, numbers that touch set apart."""
    return words.replace(")(", ") (").split()


def solid(words: str) -> str:
    """Leave white space out: dividing puts a line where a number stands."""
    return "".join(words.split())


@given(blocks=texts, scheme=schemes)
def test_text_out_is_text_in(blocks: tuple[Block, ...], scheme: Scheme) -> None:
    found = divide(TOP, blocks, scheme)
    assert solid("".join(joined(found))) == solid(canonical_blocks(blocks))
    # No word is cut or joined either: at most a number is set apart from a number.
    words = " ".join(map(block_text, blocks))
    assert apart(" ".join(raw(found))) == apart(words)


@given(blocks=texts, scheme=schemes)
def test_each_address_occurs_once(blocks: tuple[Block, ...], scheme: Scheme) -> None:
    eids = [p.eid.text for p in walk((divide(TOP, blocks, scheme),))]
    assert len(eids) == len(set(eids))
    assert all(str(EId.parse(eid)) == eid for eid in eids)


@given(blocks=texts, scheme=schemes)
def test_a_list_goes_on_by_one(blocks: tuple[Block, ...], scheme: Scheme) -> None:
    for holder in walk((divide(TOP, blocks, scheme),)):
        labels = [child.label for child in holder.children]
        assert len(labels) != 1
        counts = [
            [step.numbering.place(label) for label in labels] for step in scheme.steps
        ]
        assert not labels or list(range(1, len(labels) + 1)) in counts
