"""The links between the encodings and the texts of a corpus, with their states."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from statuteline.audit.encodings import all_encodings
from statuteline.corpus.judgements import known_judgements
from statuteline.law import encoding_named
from statuteline.model.work import Words
from statuteline.rules.laid_texts import laid_texts
from statuteline.trace.links import Link, links
from statuteline.trace.states import State, judged
from statuteline.trace.units import units

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.corpus.store import Corpus
    from statuteline.rules.encodings import Encoding
    from statuteline.trace.states import Judged


def judged_links(
    corpus: Corpus, encodings: tuple[Encoding, ...], on: date
) -> tuple[Judged, ...]:
    """Tie encodings to a corpus and say what state each link is in.

    Args:
        corpus: The corpus; works that it does not hold have no texts.
        encodings: The encodings.
        on: The day on which it is asked.

    Raises:
        CorpusError: If a text or the judgements cannot be read.
    """
    tied = [(unit, one.work) for one in encodings for unit in units(one)]
    works = {cited.work or work for unit, work in tied for cited in unit.cited}
    texts = {
        work: laid_texts(corpus.expressions(work)) for work in works if corpus.holds(work)
    }
    found = [link for unit, work in tied for link in links(unit, work, texts)]
    whose = corpus.settings.text
    said = known_judgements(corpus.root, whose)
    return judged(found, said, on, partial=whose is Words.OFFICIAL)


def asked(names: tuple[str, ...], corpus: Corpus) -> tuple[Encoding, ...]:
    """Take the encodings with some names; all of its jurisdictions for none.

    Raises:
        RuleError: If there is no such encoding, or a document of the corpus is none.
        CorpusError: If a document of the corpus cannot be read.
    """
    known = all_encodings(corpus)
    if names:
        return tuple(encoding_named(name, known) for name in names)
    here = {jurisdiction.id for jurisdiction in corpus.uris.jurisdictions}
    return tuple(one for one in known if one.work.jurisdiction in here)


def told(one: Judged, day: Callable[[date], str] = date.isoformat) -> str:
    """Say in one clause what the state of a link means here.

    Args:
        one: The link with its state.
        day: How a day is written.
    """
    link, judgement = one.link, one.judgement
    state = one.state.name
    if judgement is None and one.state in {State.MOVED, State.EXPIRED}:
        state += "_UNJUDGED"
    until = judgement.until if judgement is not None else None
    return _TOLD[state].format(
        by=f"{judgement.by} on {day(judgement.on)}" if judgement is not None else "",
        reason=judgement.reason if judgement is not None else "",
        until=day(until) if until else "further notice",
        start=day(link.days.start),
        end=day(link.days.end) if link.days.end else "further notice",
        words=link.words[0] if isinstance(link, Link) else "",
        found=link.found if isinstance(link, Link) else "",
    )


_TOLD: Final = {
    "OK": "judged by {by}",
    "WAIVED": "waived by {by}, until {until}: {reason}",
    "PENDING": "not yet in force; it will be from {start} on",
    "MOVED": "what was judged by {by} has another number now",
    "MOVED_UNJUDGED": "the words it cites stand at {found}",
    "UNREVIEWED": "nobody has yet held this code against this text",
    "SUSPECT_TEXT": "the text has changed since it was judged by {by}",
    "SUSPECT_CODE": "the code has changed since it was judged by {by}",
    "SUSPECT_BOTH": "text and code have changed since they were judged by {by}",
    "BROKEN": 'the words it cites are not there: "{words}"',
    "EXPIRED": "the waiver by {by} ended on {until}",
    "EXPIRED_UNJUDGED": "no text is in force from {start} until {end}",
    "NOT_HELD": "this corpus has no text for the days from {start} until {end}",
}
