"""What a text tells of its work, as the index keeps it."""

from __future__ import annotations

import json
from datetime import date

from statuteline.history.amending import Amending
from statuteline.history.facts import TextFacts
from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.model.work import Words


def facts_text(facts: TextFacts) -> str:
    """Write facts as one line of JSON.

    Returns:
        What :func:`facts_of` reads back as the same facts.
    """
    return json.dumps(
        [
            facts.words.value,
            facts.is_law,
            facts.is_bounded,
            facts.awaits,
            [day.isoformat() for day in facts.changes],
            [str(act) for act in facts.acts],
            [
                [
                    str(one.act),
                    str(one.work),
                    one.enacted.isoformat(),
                    one.since.isoformat() if one.since else None,
                ]
                for one in facts.amends
            ],
            facts.not_restated,
        ],
        separators=(",", ":"),
    )


def facts_of(text: str) -> TextFacts:
    """Read facts that :func:`facts_text` wrote."""
    words, is_law, is_bounded, awaits, changes, acts, amends, missing = json.loads(text)
    return TextFacts(
        words=Words(words),
        is_law=is_law,
        is_bounded=is_bounded,
        awaits=awaits,
        changes=tuple(map(date.fromisoformat, changes)),
        acts=tuple(map(_ref, acts)),
        amends=tuple(_amending(*one) for one in amends),
        not_restated=missing,
    )


def _amending(act: str, work: str, enacted: str, since: str | None) -> Amending:
    return Amending(
        act=_ref(act),
        work=WorkId.parse(work),
        enacted=date.fromisoformat(enacted),
        since=date.fromisoformat(since) if since is not None else None,
    )


def _ref(text: str) -> ProvisionRef:
    work, _, eid = text.partition("#")
    return ProvisionRef(WorkId.parse(work), EId(eid) if eid else None)
