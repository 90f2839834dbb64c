"""Citations of an encoding, written as the jurisdiction cites its provisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.errors import CorpusError

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import EId, WorkId
    from statuteline.rules.nodes import Cited


def place_cited(corpus: Corpus, own: WorkId, eid: EId, work: WorkId | None = None) -> str:
    """Cite a provision, briefly where it is of the work that is encoded.

    Args:
        corpus: The corpus, whose jurisdictions know how their provisions are cited.
        own: The work that is encoded.
        eid: The provision.
        work: Its work; None for the one that is encoded.

    Returns:
        ``(d)(1)``; nothing for the whole work that is encoded; for another work the whole
        citation, ``C.G.S. § 53a-82(a)``.
    """
    from statuteline.model.citation import Citation

    top, *below = eid.steps
    number = top.partition("_")[2]
    labels = tuple(step.partition("_")[2] for step in below)
    if not all(labels):
        return eid.text if work is None else f"{work}, {eid}"
    of = work or own
    section = number if number and number != of.number else None
    if work is None and section is None:
        return "".join(f"({label})" for label in labels)
    try:
        return corpus.cited(Citation(work=of, labels=labels, section=section))
    except CorpusError:  # a jurisdiction that this corpus does not know
        return f"{of}, {eid}"


def quoted(corpus: Corpus, own: WorkId, cited: Cited) -> str:
    """Write a citation with its words in quotation marks.

    Args:
        corpus: The corpus.
        own: The work that is encoded.
        cited: The citation.
    """
    place = place_cited(corpus, own, cited.eid, cited.work)
    return f"{place} “{cited.words}”".strip()
