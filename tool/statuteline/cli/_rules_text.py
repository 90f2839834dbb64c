"""What ``rules`` says of a version: plain English beside the words of the statute."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import click

from statuteline.audit.cited import quoted, work_cited
from statuteline.cli._output import say
from statuteline.cli._params import columns
from statuteline.cli._rules_data import data_sections
from statuteline.cli._two_columns import Pair, laid_out
from statuteline.model.work import Words
from statuteline.publish._characters import visible
from statuteline.rules.version_words import (
    NOT_OF_THIS_CORPUS,
    NOT_REVIEWED,
    days_told,
    reading_told,
)
from statuteline.rules.wording import lines, reading_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import WorkId
    from statuteline.rules.encodings import Axiom, Encoding, Reading, Version
    from statuteline.rules.wording import Line


def show_version(
    corpus: Corpus, encoding: Encoding, version: Version, axioms: tuple[Axiom, ...]
) -> None:
    """Write a version of an encoding in plain English.

    Args:
        corpus: The corpus, for its forms of citation.
        encoding: The encoding.
        version: The version, with the readings that are to be shown.
        axioms: The axioms of the day.
    """
    show_head(corpus, encoding, version)
    for title, pairs in _sections(corpus, encoding.work, version, axioms):
        show_title(title)
        for line in laid_out(tuple(pairs), columns(texts=2)):
            say(line)


def show_head(corpus: Corpus, encoding: Encoding, version: Version) -> None:
    """Write what an encoding is of, for which days, and how far to trust it."""
    cited = work_cited(corpus, encoding.work)
    say(f"{encoding.name}: {encoding.title}")
    say(f"{cited}, the text {days_told(version)}.")
    if encoding.governed_by:
        say(f"The text that governs a case is that of the {encoding.governed_by}.")
    own = corpus.settings.text is Words.RESTATED
    notice = f"{NOT_REVIEWED} {corpus.settings.notice if own else NOT_OF_THIS_CORPUS}"
    for line in wrap(notice, columns(texts=2)):
        say(line)


def show_title(title: str) -> None:
    """Write the title of a section, with an empty line before it."""
    say("")
    say(click.style(visible(title), bold=True), styled=True)


def _sections(
    corpus: Corpus, work: WorkId, version: Version, axioms: tuple[Axiom, ...]
) -> Iterator[tuple[str, list[Pair]]]:
    """Give the sections of the page, each with its title; none that is empty."""
    for reading in version.readings:
        yield reading_told(reading, version), list(_outcomes(corpus, work, reading))
    if version.requirements:
        pairs = [
            pair
            for step in version.requirements
            for pair in (
                Pair(depth=0, words=f"{step.name}, by the {step.by}"),
                *_pairs(corpus, work, lines(step.met)),
            )
        ]
        yield "Procedure, reported beside the outcome", pairs
    yield from data_sections(corpus, work, version)
    if axioms:
        pairs = [
            pair
            for axiom in axioms
            for pair in (
                Pair(
                    depth=0,
                    words=f"{axiom.name} ({days_told(axiom)})",
                    beside=(quoted(corpus, axiom.cited, within=work),),
                ),
                *_pairs(corpus, work, lines(axiom.holds)),
            )
        ]
        yield "Always so beside it", pairs


def _outcomes(corpus: Corpus, work: WorkId, reading: Reading) -> Iterator[Pair]:
    for outcome, told in zip(reading.outcomes, reading_lines(reading), strict=True):
        yield Pair(depth=0, words=f"{outcome.name}: {outcome.means}")
        yield from _pairs(corpus, work, told)
        for follows in outcome.follows:
            beside = (quoted(corpus, follows.cited, within=work),)
            yield Pair(depth=1, words=f"then: {follows.says}", beside=beside)


def _pairs(corpus: Corpus, work: WorkId, told: Iterable[Line]) -> Iterator[Pair]:
    for line in told:
        marks = (
            *((line.element.value.replace("-", " "),) if line.element else ()),
            *(("court finding",) if line.judgement else ()),
        )
        yield Pair(
            depth=line.depth + 1,
            words=f"{line.words} [{', '.join(marks)}]" if marks else line.words,
            beside=tuple(quoted(corpus, one, within=work) for one in line.citations),
        )
