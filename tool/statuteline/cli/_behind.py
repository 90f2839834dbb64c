"""What is known beyond a text, in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from statuteline.audit.cited import act_cited
from statuteline.history.behind import BehindKind

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus
    from statuteline.history.behind import Behind


def behind_told(corpus: Corpus, known: tuple[Behind, ...]) -> str:
    """Say in one line why a text may be behind the law."""
    told = "; ".join(dict.fromkeys(_told(corpus, one) for one in known))
    return f"This text may be behind the law: {told}."


def _told(corpus: Corpus, one: Behind) -> str:
    match one.kind:
        case BehindKind.EVENT:
            return f"it changes on {one.since}, and those words are not held"
        case BehindKind.ACT:
            since = f"from {one.since}" if one.since else "from a day that is not known"
            return f"{act_cited(corpus, one.act)} changes it {since}, and no text has that"
        case BehindKind.PENDING:
            return f"{one.expression} is pending, and since when it counts is not known"
        case BehindKind.EDITION:
            name = one.edition.name if one.edition else ""
            return f"the newest edition held is the {name}, revised to {one.since}"
        case _:
            assert_never(one.kind)
