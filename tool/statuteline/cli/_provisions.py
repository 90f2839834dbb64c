"""Words that code rests on, cited as their jurisdiction cites them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.errors import CorpusError
from statuteline.model.citation import Citation

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import EId, WorkId
    from statuteline.rules.nodes import Cited


def work_cited(corpus: Corpus, work: WorkId) -> str:
    """Cite a work; give its id where this corpus knows no form for it."""
    return _cited(corpus, Citation(work=work))


def provision_cited(corpus: Corpus, work: WorkId, eid: EId, *, within: WorkId) -> str:
    """Cite a provision: ``(d)(1)`` in the section at hand, elsewhere with its section.

    Args:
        corpus: The corpus, whose forms are used.
        work: The work that has the provision.
        eid: The provision.
        within: The section at hand.
    """
    top, *labels = (step.partition("_")[2] for step in eid.steps)
    if not all((top, *labels)):
        return f"{work}, {eid}"
    if top != work.number:  # a section of an act
        return _cited(corpus, Citation(work=work, section=top, labels=tuple(labels)))
    if work != within or not labels:
        return _cited(corpus, Citation(work=work, labels=tuple(labels)))
    return "".join(f"({label})" for label in labels)


def quoted(corpus: Corpus, cited: Cited, *, within: WorkId) -> str:
    """Write the words of a citation behind their place; the section at hand needs none.

    Args:
        corpus: The corpus, whose forms are used.
        cited: The citation.
        within: The section at hand.
    """
    top, *below = cited.eid.steps
    if cited.work is None and not below and top.partition("_")[2] == within.number:
        return f"“{cited.words}”"
    place = provision_cited(corpus, cited.work or within, cited.eid, within=within)
    return f"{place} “{cited.words}”"


def _cited(corpus: Corpus, citation: Citation) -> str:
    try:
        return corpus.cited(citation)
    except CorpusError:  # a corpus of another jurisdiction
        section = f", S. {citation.section}" if citation.section else ""
        labels = "".join(f"({label})" for label in citation.labels)
        return f"{citation.work}{section}{labels}"
