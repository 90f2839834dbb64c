"""Akoma Ntoso: the new text, with deleted and inserted words in ``del`` and ``ins``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.corpus.locate import shipped
from statuteline.corpus.redline_writer import write_redline
from statuteline.corpus.store import open_corpus
from statuteline.publish._characters import visible
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style


def _comparison(comparison: Comparison, style: Style) -> str:
    corpus = style.corpus or open_corpus(shipped())
    return write_redline(comparison, corpus.uris, corpus.settings, visible)


FORMAT = Format(
    summary="Akoma Ntoso with <ins> and <del> inside the new text's structure.",
    comparison=_comparison,
)
