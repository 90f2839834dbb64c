"""Statute texts as versioned XML, compared and linked to the code that applies them.

The pipeline is the interface: open a corpus, find a text, compare two, follow one
provision, render the result. Names are imported when they are first used.

Example:
    >>> from datetime import date
    >>> import statuteline
    >>> corpus = statuteline.open_corpus()
    >>> work = corpus.cite("C.G.S. § 54-95c").work
    >>> answer = statuteline.expression_at(corpus.expressions(work), date(2018, 5, 1))
    >>> str(answer.interval.start), str(answer.interval.end)
    ('2016-10-01', '2021-10-01')
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuteline.corpus.checks import validate
    from statuteline.corpus.findings import Finding
    from statuteline.corpus.search import Found, Hit, search
    from statuteline.corpus.status import CorpusStatus, status
    from statuteline.corpus.store import Corpus, open_corpus
    from statuteline.diff.compare import compare
    from statuteline.errors import StatutelineError
    from statuteline.history.blame import Blame, blame
    from statuteline.history.in_force import NotInForce, TextInForce, expression_at
    from statuteline.history.lineage import Lineage, follow
    from statuteline.history.timeline import Timeline, timeline
    from statuteline.law import encoding
    from statuteline.model.change import Change, Comparison
    from statuteline.model.citation import Citation
    from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WorkId
    from statuteline.model.interval import Interval
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression
    from statuteline.publish import format_names, render
    from statuteline.rules.answers import Answer
    from statuteline.rules.deciding import decide

__all__ = [
    "Answer",
    "Blame",
    "Change",
    "Citation",
    "Comparison",
    "Corpus",
    "CorpusStatus",
    "EId",
    "Expression",
    "ExpressionId",
    "Finding",
    "Found",
    "Hit",
    "Interval",
    "Lineage",
    "NotInForce",
    "Provision",
    "ProvisionRef",
    "StatutelineError",
    "TextInForce",
    "Timeline",
    "WorkId",
    "blame",
    "compare",
    "decide",
    "encoding",
    "expression_at",
    "follow",
    "format_names",
    "open_corpus",
    "render",
    "search",
    "status",
    "timeline",
    "validate",
]

_HOME = {
    "corpus.checks": ("validate",),
    "corpus.findings": ("Finding",),
    "corpus.search": ("Found", "Hit", "search"),
    "corpus.status": ("CorpusStatus", "status"),
    "corpus.store": ("Corpus", "open_corpus"),
    "diff.compare": ("compare",),
    "errors": ("StatutelineError",),
    "history.blame": ("Blame", "blame"),
    "history.in_force": ("NotInForce", "TextInForce", "expression_at"),
    "history.lineage": ("Lineage", "follow"),
    "history.timeline": ("Timeline", "timeline"),
    "law": ("encoding",),
    "model.change": ("Change", "Comparison"),
    "model.citation": ("Citation",),
    "model.ids": ("EId", "ExpressionId", "ProvisionRef", "WorkId"),
    "model.interval": ("Interval",),
    "model.provision": ("Provision",),
    "model.work": ("Expression",),
    "publish": ("format_names", "render"),
    "rules.answers": ("Answer",),
    "rules.deciding": ("decide",),
}


def __getattr__(name: str) -> object:
    for module, names in _HOME.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
