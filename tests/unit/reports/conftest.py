"""Links in every state, with words as they are and with words that would break a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.unit.trace.invented_links import DAYS, LINK, UNIT

from statuteline.reports.base import Checked, Finding, Spot
from statuteline.trace.judgements import Judgement, Verdict
from statuteline.trace.links import Link, Unbacked
from statuteline.trace.states import Judged, State

HOSTILE = {
    "quotes": "a \"b\" 'c' \\ d, e; f",
    "angles": "<script>alert(1)</script> </td> & &amp; ]]> <!-- -->",
    "formula": '=HYPERLINK("x") +1 -1 @SUM(A1)',
    "command": "100%::error file=x,line=1::no\n::stop-commands::x",
    "control": "a\x00b\x07c\x1b[31md\x7fe\x85f\ud800g\ufffeh",
    "bidi": "a\u202eb\u202cc\u2066d\u2069e\u200ff\u2028g",
}


def finding(state: State, words: str = "plain words", *, line: int = 7) -> Finding:
    """Make a finding whose every word of other people's is the words given."""
    judgement = Judgement(
        verdict=Verdict.WAIVED if state is State.WAIVED else Verdict.OK,
        by=words,
        on=date(2026, 11, 1),
        reason=words,
    )
    name = state.name.lower().replace("_", "-")
    unit = replace(UNIT, id=f"{UNIT.id}-{name}", name=words)
    link: Link | Unbacked = replace(LINK, unit=unit, words=(words,))
    if state is State.EXPIRED:
        link = Unbacked(unit=unit, provision=LINK.provision, days=DAYS)
    return Finding(
        judged=Judged(
            link=link,
            state=state,
            judgement=None if state is State.UNREVIEWED else judgement,
        ),
        told=f"told of {words}",
        code=Spot(file="law/rain, or so.py", line=line, inside=True),
        text=Spot(file="/statutes/a b.xml", line=3, inside=False),
    )


def all_states(words: str = "plain words") -> Checked:
    return Checked(
        corpus=words,
        on=date(2026, 11, 27),
        links=tuple(finding(state, words) for state in State),
    )


@pytest.fixture
def checked() -> Checked:
    return all_states()


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> Checked:
    return all_states(HOSTILE[request.param])
