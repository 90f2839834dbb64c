"""The words around a redline: which texts, since when, whose words, how many changes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, assert_never

from statuteline.model.change import Reason, RunKind
from statuteline.model.commencement import FromPassage, OnDate, OnEvent, Unknown
from statuteline.model.days import day_in_words
from statuteline.model.provision import LEVEL_OF_PREFIX, Coverage
from statuteline.model.published import Status
from statuteline.model.work import Kind, Words
from statuteline.publish._changes import count, is_same, pairing_of, sides_of

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.change import Change, Comparison, Place
    from statuteline.model.commencement import Commencement
    from statuteline.model.ids import EId
    from statuteline.model.interval import Interval
    from statuteline.model.work import Expression

_COUNTED = {
    "inserted": "inserted",
    "repealed": "repealed",
    "amended": "amended",
    "conforming": "with references that follow a renumbering",
    "heading-changed": "with another heading",
    "renumbered": "renumbered",
    "moved": "moved",
    "split": "split",
    "merged": "merged",
    "unseen": "with words not held here",
}


_PRINTED_AS = {
    Status.REPEALED: "The publisher prints this number as repealed",
    Status.TRANSFERRED: "The publisher prints this number as transferred: "
    "the law stands elsewhere",
    Status.RESERVED: "The publisher keeps this number for future use: there is no law here",
    Status.OBSOLETE: "The publisher prints this number as obsolete",
}
_BCP_47 = {"eng": "en"}
_DOUBTFUL = frozenset(
    {
        Reason.SIMILAR_TEXT,
        Reason.SAME_HEADING,
        Reason.NEIGHBOURS,
        Reason.CONTAINED,
        Reason.POSITION,
    }
)
"""Grounds that a reader should be able to question."""


def when(expression: Expression) -> str:
    """Say from when, and until which last day if the law says so, a text counts.

    An unknown start is said to be unknown and never becomes a date.
    """
    return _days(expression) + _corrected(expression)


def lasting(
    expression: Expression,
    interval: Interval | None,
    ends_by: date | None,
    *,
    repealed: bool = False,
) -> str:
    """Say from when to when a text counts, by the law itself or by the next text.

    Args:
        expression: The text.
        interval: Its days; None where they are not known.
        ends_by: The day by which it had ended, where its last day is not known.
        repealed: Whether its end is the repeal of the work, and no other text.
    """
    words = _days(expression)
    if ends_by is not None:
        words += f"; replaced by {day_in_words(ends_by)}, since when is not known"
    elif interval is not None and interval.end is not None and not expression.ends:
        last = day_in_words(interval.end - timedelta(days=1))
        words += ";" if expression.by is not None else ""
        done = "repealed" if repealed else "replaced"
        words += f" until {last}, {done} on {day_in_words(interval.end)}"
    return words[:1].upper() + words[1:] + _corrected(expression)


def label(expression: Expression) -> str:
    """Name a text beside others: by its version, or a draft by its file."""
    if expression.kind is Kind.DRAFT:
        return expression.id.work.number
    return expression.id.label


def _days(expression: Expression) -> str:
    words = _start(expression)
    if expression.ends is None:
        return words
    words += ";" if expression.by is not None else ""
    return f"{words} until {day_in_words(expression.ends - timedelta(days=1))}"


def _corrected(expression: Expression) -> str:
    day = expression.id.corrected
    return f"; record corrected on {day_in_words(day)}" if day is not None else ""


def _start(expression: Expression) -> str:
    if expression.kind is Kind.DRAFT:
        return "a draft, which bears no date"
    if expression.commencement is not None:
        return commencing(expression.commencement)
    received = expression.source and expression.source.received
    verb = "received on" if received else "dated"
    return f"{verb} {day_in_words(received or expression.id.version)}"


def commencing(commencement: Commencement) -> str:
    """Say from when law has effect; what is not known is never said as a date."""
    match commencement:
        case OnDate(day=day):
            return f"in force from {day_in_words(day)}"
        case FromPassage(day=day) if day is not None:
            return f"in force from passage, {day_in_words(day)}"
        case FromPassage():
            return "in force from passage, on a day that is not in this record"
        case OnEvent(event=event):
            return f"in force from an event: {event}"
        case Unknown(by=day) if day is not None:
            return f"in force by {day_in_words(day)}; since when is not known"
        case Unknown():
            return "in force from a day that is not known"
        case _:
            assert_never(commencement)


def whose(words: Words) -> str:
    """Say whose words a text holds, and that they are not official if they are not."""
    match words:
        case Words.RESTATED:
            return "Restatement in plain words by statuteline; not the official text."
        case Words.OFFICIAL:
            return "The publisher's wording, as imported."
        case Words.SOURCE:
            return "The words of the document itself; not law."
        case Words.UNKNOWN:
            return "The words of a file; whether they are official is not known here."
        case _:
            assert_never(words)


def printed_as(status: Status) -> str:
    """Say what a publisher prints in the place of a number; empty for law in force."""
    return _PRINTED_AS.get(status, "")


def head(comparison: Comparison) -> tuple[str, ...]:
    """Say what is compared: the works, both texts with their days, whose words."""
    return (
        " and ".join(works(comparison)),
        *(
            f"{name}: {when(text)} ({label(text)})"
            for name, text in (("Old text", comparison.old), ("New text", comparison.new))
        ),
        *notices(comparison),
    )


def language_tag(comparison: Comparison) -> str:
    """Give the BCP 47 tag of the new text's language."""
    return language_of(comparison.new)


def language_of(expression: Expression) -> str:
    """Give the BCP 47 tag of a text's language."""
    language = expression.id.language
    return _BCP_47.get(language, language)


def notices(comparison: Comparison) -> tuple[str, ...]:
    """Say whose words are compared: once, or for each text where they differ."""
    old, new = whose(comparison.old.words), whose(comparison.new.words)
    told = (new,) if old == new else (f"Old text: {old}", f"New text: {new}")
    if Words.OFFICIAL not in {comparison.old.words, comparison.new.words}:
        return told
    return (*told, "The marks of this comparison are no part of the publisher's wording.")


def headline(comparison: Comparison) -> str:
    """Name the work, or both works where two are compared."""
    old, new = comparison.old, comparison.new
    if old.id.work == new.id.work:
        return new.title
    return f"{old.title} compared with {new.title}"


def works(comparison: Comparison) -> tuple[str, ...]:
    """Give the id of the work, or of both works."""
    ids = (str(comparison.old.id.work), str(comparison.new.id.work))
    return ids[:1] if ids[0] == ids[1] else ids


def counted(comparison: Comparison) -> str:
    """Count the changes in one sentence, or say that nothing differs."""
    if is_same(comparison):
        places = [line.new for line in comparison.lines if line.new is not None]
        missing = {p.eid for p in places if p.coverage is Coverage.NOT_RESTATED}
        if missing:
            some = f"{len(missing)} provisions are"
            parts = "1 provision is" if len(missing) == 1 else some
            return (
                "No difference in the words that are held here. "
                f"{parts} not restated and cannot be compared."
            )
        return "No difference: the two texts have the same words."
    total = len(comparison.changes)
    noun = "change" if total == 1 else "changes"
    kinds = ", ".join(
        f"{number} {_COUNTED[kind]}"
        for kind, number in count(comparison.changes).items()
        if number
    )
    return f"{total} {noun}: {kinds}." if kinds else f"{total} {noun}."


def counted_words(comparison: Comparison) -> str:
    """Count the marked words in one sentence."""
    totals = dict.fromkeys(RunKind, 0)
    for line in comparison.lines:
        for run in line.runs:
            totals[run.kind] += len(run.text.split())
    return f"Words: {totals[RunKind.DELETED]} deleted, {totals[RunKind.INSERTED]} inserted."


def doubt(change: Change) -> str:
    """Say on what ground two provisions were paired, where neither id nor number did.

    Returns:
        A sentence; empty if nothing was paired, or the pairing is plain.
    """
    pairing = pairing_of(change)
    if pairing is None or None in sides_of(change) or pairing.reason not in _DOUBTFUL:
        return ""
    if pairing.reason is Reason.POSITION:
        return f"(Paired because: {pairing.reason.value}.)"
    share = min(99, int(pairing.confidence * 100))
    return f"(Paired because: {pairing.reason.value}; likeness {share} %.)"


def origin(old: EId, new: EId, reason: Reason) -> str:
    """Say where a moved provision stood before."""
    if reason is Reason.UNDIVIDED:
        return "Moved from the undivided text."
    return f"Moved from {address(old, seen_from=new)}."


def address(eid: EId, *, seen_from: EId | None = None) -> str:
    """Write an eId as people cite it: labels, and the top where it is another one.

    Args:
        eid: The address.
        seen_from: Where the words stand that cite it; None for nowhere near.

    Example:
        >>> from statuteline.model.ids import EId
        >>> here = EId.parse("sec_1-1__subsec_c")
        >>> address(EId.parse("sec_1-1__subsec_b__subdiv_2"), seen_from=here)
        '(b)(2)'
        >>> address(EId.parse("sec_1-2__subsec_b"), seen_from=here)
        'section 1-2(b)'
    """
    top, *below = (step.partition("_") for step in eid.steps)
    if not all(number for _, _, number in below):
        return eid.text
    labels = "".join(f"({number})" for _, _, number in below)
    if labels and seen_from is not None and eid.steps[0] == seen_from.steps[0]:
        return labels
    level = LEVEL_OF_PREFIX.get(top[0])
    return f"{level.value if level else top[0]} {top[2]}{labels}"


def coverage_note(old: Place | None, new: Place | None) -> str:
    """Say what the record lacks at a place; empty if it holds the words."""
    before = old.coverage if old else None
    after = new.coverage if new else None
    if Coverage.NOT_RESTATED in {before, after}:
        if before is after or old is None or new is None:
            return "The law has words here that this record does not hold."
        side = "old" if before is Coverage.NOT_RESTATED else "new"
        return f"The law has words here in the {side} text that this record does not hold."
    if after is Coverage.REMOVED:
        return "Repealed; only its place is kept."
    if before is Coverage.REMOVED:
        return "Repealed in the old text; only its place was kept."
    return ""
