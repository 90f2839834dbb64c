"""Akoma Ntoso: the new text, with deleted and inserted words in ``del`` and ``ins``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.corpus.locate import shipped
from statuteline.corpus.redline_writer import write_redline
from statuteline.corpus.store import open_corpus
from statuteline.errors import StatutelineError
from statuteline.model.work import Kind
from statuteline.publish._characters import visible
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style


def _comparison(comparison: Comparison, style: Style) -> str:
    if comparison.new.kind is Kind.DRAFT:
        raise StatutelineError(
            "The format akn is for new texts that belong to a corpus; this is a draft",
            where=comparison.new.title,
            hint="html, docx and json show drafts",
        )
    corpus = style.corpus or open_corpus(shipped())
    return write_redline(comparison, corpus.uris, corpus.settings, visible)


FORMAT = Format(
    summary="Akoma Ntoso with <ins> and <del> inside the new text's structure.",
    comparison=_comparison,
)
