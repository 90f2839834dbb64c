"""Works, provisions, act sections and the words of citations, as people cite them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.errors import CorpusError
from statuteline.model.citation import Citation
from statuteline.model.ids import ProvisionRef

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
    if work == within and top == work.number and labels and all(labels):
        return "".join(f"({label})" for label in labels)
    return cited_in_full(corpus, ProvisionRef(work, eid))


def cited_in_full(corpus: Corpus, ref: ProvisionRef) -> str:
    """Cite a provision, or a whole work, with its section or act."""
    if ref.eid is None:
        return _cited(corpus, Citation(work=ref.work))
    top, *labels = (step.partition("_")[2] for step in ref.eid.steps)
    if not all((top, *labels)):
        return f"{ref.work}, {ref.eid}"
    section = top if top != ref.work.number else None  # a section of an act
    cited = Citation(work=ref.work, section=section, labels=tuple(labels))
    return _cited(corpus, cited)


def act_cited(corpus: Corpus, act: ProvisionRef | None) -> str:
    """Cite an act section; say so where our sources do not name it."""
    if act is None:
        return "act not in our sources"
    section = act.eid.text.partition("_")[2] if act.eid is not None else None
    return corpus.cited(Citation(work=act.work, section=section))


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
