"""Whole documents against outlines that a reader can check by eye."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.importers import importer
from statuteline.importers.base import CodeReader
from statuteline.model.text import Paragraph, Quantity, RangeRef, Ref, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.importers.base import Source
    from statuteline.model.provision import Provision
    from statuteline.model.text import Block, Mark, Prose
    from statuteline.model.work import Expression

_GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "importers"
_SEEDS = {"act-summary-seed": "002", "faq-seed": "000"}
_WORKS = {
    "act-summary-bill-analysis": "us-ct/analysis/2031-hb-5001",
    "faq-seed": "us-ct/faq/vacatur",
    "faq-small": "us-ct/faq/bees",
}


def _mark(mark: Mark) -> str:
    match mark:
        case Ref(target=target):
            return str(target)
        case RangeRef(first=first, last=last):
            return f"{first} to {last}"
        case Quantity(value=value):
            return f"quantity {value}"
        case Role():
            return mark.value


def _prose(spans: Prose) -> str:
    return "".join(
        span.text if span.mark is None else f"⟦{span.text} → {_mark(span.mark)}⟧"
        for span in spans
    )


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield _prose(block.spans)
        return
    yield f"table: {_prose(block.caption)}"
    for row in block.rows:
        cells = [("*" if cell.header else "") + _prose(cell.spans) for cell in row]
        yield "| " + " | ".join(cells)


def _provision(provision: Provision, depth: int) -> Iterator[str]:
    inset = "  " * depth
    head = [str(provision.eid), provision.num or "", _prose(provision.heading)]
    yield inset + "  ".join(part for part in head if part)
    for block in provision.intro:
        yield from (f"{inset}  : {line}" for line in _block(block))
    for child in provision.children:
        yield from _provision(child, depth + 1)
    for block in provision.wrap_up:
        yield from (f"{inset}  ; {line}" for line in _block(block))


def _outline(expression: Expression) -> Iterator[str]:
    yield f"{expression.id}  {expression.kind.value}  {expression.words.value}"
    yield f"title: {expression.title}"
    for block in expression.front:
        yield from (f"front: {line}" for line in _block(block))
    for provision in expression.body:
        yield from _provision(provision, 0)
    for statement in expression.statements:
        concerns = " ".join(str(ref) for ref in statement.concerns)
        yield f"{statement.kind.value}: {statement.eid}  {concerns}".rstrip()
    for claim in expression.claims:
        yield f"claim: {claim.section}  {claim.commencement}  {claim.words!r}"
    assert expression.source is not None
    for piece in expression.source.furniture:
        yield f"furniture: {piece.line}:{piece.column}  {piece.text}"


@pytest.mark.parametrize("case", sorted(path.name for path in _GOLDEN.iterdir()))
def test_document_is_read_as_its_outline_shows(
    case: str, seed: Callable[[str], bytes], source: Callable[..., Source]
) -> None:
    folder = _GOLDEN / case
    data = seed(_SEEDS[case]) if case in _SEEDS else (folder / "source.txt").read_bytes()
    kind = "faq" if case.startswith("faq") else "act-summary"
    read = importer(kind).read
    assert not isinstance(read, CodeReader)
    expression = read(source(data, work=_WORKS.get(case)))
    expected = (folder / "expected.txt").read_text(encoding="utf-8")
    assert "\n".join(_outline(expression)) + "\n" == expected
