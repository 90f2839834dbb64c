"""Words that code rests on, cited as their jurisdiction cites them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.errors import CorpusError
from statuteline.model.citation import Citation

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import EId, WorkId


def work_cited(corpus: Corpus, work: WorkId) -> str:
    """Cite a work; give its id where this corpus knows no form for it."""
    return _cited(corpus, Citation(work=work))


def provision_cited(corpus: Corpus, work: WorkId, eid: EId, *, within: WorkId) -> str:
    """Cite a provision: ``(d)(1)`` in the section at hand, with its section elsewhere.

    Args:
        corpus: The corpus, whose forms are used.
        work: The work that has the provision.
        eid: The provision.
        within: The section at hand.
    """
    labels = tuple(step.partition("_")[2] for step in eid.steps[1:])
    if work != within or not labels:
        return _cited(corpus, Citation(work=work, labels=labels))
    return "".join(f"({label})" for label in labels)


def _cited(corpus: Corpus, citation: Citation) -> str:
    try:
        return corpus.cited(citation)
    except CorpusError:  # a corpus of another jurisdiction
        labels = "".join(f"({label})" for label in citation.labels)
        return f"{citation.work}{labels}"
