"""Which changes of the law the code has followed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.trace.judgements import NO_CODE, waiver
from statuteline.trace.links import Link
from statuteline.trace.states import State

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.ids import EId
    from statuteline.rules.encodings import Encoding, NotEncoded
    from statuteline.rules.nodes import Cited
    from statuteline.trace.code_changes import CodeChange
    from statuteline.trace.judgements import Judgement
    from statuteline.trace.states import Judged
    from statuteline.trace.text_changes import TextChange


class Claim(Enum):
    """How the code stands to a change of the law."""

    FOLLOWED = "followed"
    """Code that rests on these words changed on the same day."""
    HELD = "held"
    """Code that rests on the new words is as it was, and somebody judged that right."""
    WAIVED = "waived"
    """There is a reason why no code follows."""
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedChange:
    """A change of the law, and what of the code has to do with it.

    Args:
        change: The change.
        claim: How the code stands to it.
        code: The changes of code that followed.
        held: The links that were judged with the new words.
        reason: Why no code follows; empty where some does.
    """

    change: TextChange
    claim: Claim
    code: tuple[CodeChange, ...] = ()
    held: tuple[Judged, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What the code says of one section.

    Args:
        encodings: The encodings of it.
        changes: What their versions changed.
        links: Their links, judged.
    """

    encodings: tuple[Encoding, ...]
    changes: tuple[CodeChange, ...]
    links: tuple[Judged, ...]


def claimed(
    change: TextChange, code: Code, judgements: tuple[Judgement, ...], on: date
) -> ClaimedChange:
    """Say how the code stands to one change of the law.

    Args:
        change: The change.
        code: What the code says of its section.
        judgements: All judgements; waivers of changes are bound to their fingerprint.
        on: The day on which it is asked, for waivers that end.
    """
    followed = tuple(one for one in code.changes if _follows(one, change))
    if followed:
        return ClaimedChange(change=change, claim=Claim.FOLLOWED, code=followed)
    held = tuple(one for one in code.links if rests_on(one, change))
    if held and all(one.state in {State.OK, State.WAIVED} for one in held):
        return ClaimedChange(change=change, claim=Claim.HELD, held=held)
    reason = _reason(change, code.encodings)
    waived = waiver(judgements, change.fingerprint, NO_CODE, on)
    if waived is not None:
        reason = waived.reason
    claim = Claim.WAIVED if reason else Claim.OPEN
    return ClaimedChange(change=change, claim=claim, held=held, reason=reason)


def rests_on(one: Judged, change: TextChange) -> bool:
    """Tell whether a link ties code to the new words of a change."""
    link = one.link
    return (
        isinstance(link, Link)
        and link.expression == change.new
        and link.found is not None
        and _lies_in(link.found, change.new_eids, whole=change.whole)
    )


def _follows(code: CodeChange, change: TextChange) -> bool:
    if code.day != change.day:
        return False
    before = _touches(code.cited_before, code, change, change.old_eids)
    return before or _touches(code.cited_after, code, change, change.new_eids)


def _touches(
    cited: tuple[Cited, ...], code: CodeChange, change: TextChange, eids: tuple[EId, ...]
) -> bool:
    return any(
        (one.work or code.work) == change.work
        and _lies_in(one.eid, eids, whole=change.whole)
        for one in cited
    )


def _lies_in(eid: EId, eids: tuple[EId, ...], *, whole: bool) -> bool:
    return eid in eids or (whole and any(one.contains(eid) for one in eids))


def _reason(change: TextChange, encodings: tuple[Encoding, ...]) -> str:
    """Find why an encoding leaves out all that changed."""
    for encoding in encodings:
        version = encoding.version_at(change.day)
        for left in version.not_encoded if version is not None else ():
            if not left.words and _covers(left, change):
                return left.reason
    return ""


def _covers(left: NotEncoded, change: TextChange) -> bool:
    return bool(change.new_eids) and all(left.eid.contains(eid) for eid in change.new_eids)
