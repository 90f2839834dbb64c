"""What ``decide`` says for people: the outcome first, then why, then what stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.audit.cited import work_cited
from statuteline.cli._decided_data import show_data
from statuteline.cli._explained import LEGEND, Page, show_explanation
from statuteline.history.in_force import TextInForce
from statuteline.model.days import day_in_words
from statuteline.model.work import Words
from statuteline.rules.answers import Unsettled
from statuteline.rules.cell_words import either
from statuteline.rules.facts import values_hint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.rules.answers import Answer, Decision, ReadingAnswer
    from statuteline.rules.encodings import Version
    from statuteline.rules.facts import Fact
    from statuteline.rules.receipts import Receipt

UNREVIEWED: Final = (
    "This rests on an encoding that no lawyer has reviewed. It is no legal advice."
)
_SHORT: Final = 16
_BOLD: Final = "1"


def answer_lines(
    corpus: Corpus, answer: Answer, receipt: Receipt, *, colour: bool
) -> list[str]:
    """Write an answer.

    Args:
        corpus: The corpus.
        answer: The answer.
        receipt: Its receipt.
        colour: Whether to write terminal colours.

    Returns:
        Lines without line feeds.
    """
    page = Page(corpus, answer.encoding.work, colour=colour)
    _outcome(page, answer)
    _head(page, answer)
    for decision in answer.decisions:
        _decision(page, answer, decision)
    page.gap()
    page.say(
        f"{receipt.digest[:_SHORT]}… of statuteline {receipt.package}; --format json has "
        "all of it.",
        lead="Receipt",
    )
    return page.lines


def _outcome(page: Page, answer: Answer) -> None:
    outcome = answer.outcome
    if outcome is not None:
        page.say(f"{outcome.name}. {outcome.means}", lead="Outcome:")
        for one in outcome.follows:
            page.say(one.says, 1)
            page.quote(one.cited, 2)
        return
    page.say(_no_outcome(answer), lead="No outcome:")
    results = tuple(_each_result(answer))
    if len(results) > 1:
        for result in results:
            page.say(result, 1)
    if answer.ask:
        page.gap()
    _ask(page, answer.ask, 0)


def _each_result(answer: Answer) -> Iterator[str]:
    for decision in answer.decisions:
        text = f"under the text of {day_in_words(decision.day)}"
        if not decision.readings:
            yield f"{text}: {decision.results[0]}"
        for read in decision.readings:
            yield f"{text}, reading {read.reading.name}: {read.result}"


def _no_outcome(answer: Answer) -> str:
    first = answer.decisions[0]
    match Unsettled(answer.result):
        case Unsettled.UNDETERMINED if not answer.possible:
            return "the texts of the two days differ in what they give."
        case Unsettled.UNDETERMINED:
            return f"{Unsettled.UNDETERMINED.value}: {either(answer.possible)}."
        case Unsettled.IMPOSSIBLE:
            return "impossible record. No case can have these facts together."
        case Unsettled.NOT_ENCODED:
            return f"no text of {day_in_words(first.day)} is encoded. {_encoded(answer)}"
        case Unsettled.NOT_RECORDED:
            return (
                f"by {day_in_words(answer.known)} the corpus had not recorded the text of "
                f"{day_in_words(first.day)}."
            )
        case Unsettled.NO_DECISION:
            return "the section decides nothing by facts. What it provides stands below."


def _encoded(answer: Answer) -> str:
    starts = ", ".join(map(_begun, answer.encoding.versions))
    return f"Encoded are the texts that began {starts}."


def _begun(version: Version) -> str:
    """Say when a text began; of one whose first day is not known, the latest it can be."""
    day = day_in_words(version.days.start)
    return f"on or before {day}, since when is not known" if version.bound else f"on {day}"


def _head(page: Page, answer: Answer) -> None:
    encoding = answer.encoding
    page.gap()
    cited = work_cited(page.corpus, encoding.work)
    page.say(f"{encoding.title} ({encoding.name}), {cited}", code=_BOLD)
    page.say(
        f"Law of {day_in_words(answer.at)}; {encoding.governed_by or 'governing day'} "
        f"{day_in_words(answer.governed)}; records of {day_in_words(answer.known)}."
    )
    page.say(UNREVIEWED)
    page.say(page.corpus.settings.notice)
    if page.corpus.settings.text is not Words.RESTATED:
        page.say("The words in quotation marks are restated, not those of this corpus.")
    if len(answer.decisions) > 1:
        page.say(
            "The two days fall into two texts, and no source says which one governs. The "
            "case is decided under both; it is settled only if they agree."
        )
    if any(one.readings or one.requirements for one in answer.decisions):
        page.say(LEGEND)
    if answer.unasked:
        page.say(f"Given, but asked by no text of these days: {', '.join(answer.unasked)}.")


def _decision(page: Page, answer: Answer, decision: Decision) -> None:
    page.gap()
    page.say(_text_words(decision, answer.known), lead=f"{day_in_words(decision.day)}:")
    page.shown.clear()
    for axiom in decision.impossible:
        page.say(f"The facts contradict: {axiom.name}.")
        page.quote(axiom.cited, 1)
    alone = sum(len(one.readings) for one in answer.decisions) == 1
    for read in decision.readings:
        _reading(page, read)
        if read.settlement.ask and not alone:
            names = ", ".join(fact.name for fact in read.settlement.ask)
            page.say(f"Still to ask under this reading: {names}", 1)
    if decision.requirements:
        page.gap()
        page.say("which is no part of the outcome", lead="Procedure,")
    for step in decision.requirements:
        page.say(f"{step.requirement.name}, by the {step.requirement.by}: {step.result}", 1)
        show_explanation(page, step.explanation, 2)
        _ask(page, step.settlement.ask, 2)
    if decision.recorded and decision.version is not None:
        show_data(page, decision)


def _text_words(decision: Decision, known: date) -> str:
    if decision.version is None:
        return "no text of this day is encoded."
    told = f"the text that is encoded began {_begun(decision.version)}"
    if decision.text is None:
        return f"{told}. The corpus has no such section: the words could not be looked at."
    if not isinstance(decision.text, TextInForce):
        return f"{told}. The corpus has no text of this day: no words to look at."
    if not decision.recorded:
        return (
            f"{told}. By {day_in_words(known)} the corpus had not recorded "
            f"{decision.text.expression.id}; nothing is decided by it."
        )
    later = decision.later_text
    if later is not None:
        return (
            f"{told}, but the text that the corpus has in force began on "
            f"{day_in_words(later)} ({decision.text.expression.id})."
        )
    return f"{told} ({decision.text.expression.id})."


def _reading(page: Page, read: ReadingAnswer) -> None:
    page.gap()
    whatever = ", whatever the unknown facts are" if read.whatever else ""
    page.say(f"{read.result}{whatever}", lead=f"Reading {read.reading.name}:")
    if read.reading.argued:
        page.say(read.reading.argued, 1)
    for one in read.outcomes:
        page.say(one.outcome.name, 1, code=_BOLD)
        show_explanation(page, one.explanation, 2, one.outcome.name)


def _ask(page: Page, facts: tuple[Fact, ...], depth: int) -> None:
    if not facts:
        return
    page.say("Still to ask:", depth, code=_BOLD)
    for number, fact in enumerate(facts, start=1):
        court = " Only a court finds this." if fact.judgement else ""
        page.say(
            f"{number}. {fact.ask}{court} ({fact.name}: {values_hint(fact, '')})", depth + 1
        )
