"""What ``rules`` says of encodings beside the texts: findings, and words not covered."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from statuteline.cli._output import say, write_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.rules.encodings import Encoding, Version
    from statuteline.rules.findings import Finding
    from statuteline.rules.text_checks import TextCheck
    from statuteline.rules.uncovered import ProvisionCover


def show_checks(corpus: Corpus, chosen: tuple[Encoding, ...], form: str) -> bool:
    """Check encodings and write what is found.

    Args:
        corpus: The corpus whose texts they are held against.
        chosen: The encodings.
        form: ``text`` or ``json``.

    Returns:
        Whether anything was found.

    Raises:
        CorpusError: If a text cannot be read.
    """
    from statuteline.audit.encodings import checked

    results = [(one, *checked(one, corpus)) for one in chosen]
    if form == "json":
        content = [_described(*result) for result in results]
        write_json("rules-check", {"corpus": corpus.settings.name, "encodings": content})
    else:
        for result in results:
            for line in _told(*result):
                say(line)
    return any(own or beside.findings for _, own, beside in results)


def _told(encoding: Encoding, own: tuple[Finding, ...], beside: TextCheck) -> Iterator[str]:
    from statuteline.audit.encodings import finding_lines
    from statuteline.rules.citing import citations

    findings = (*own, *beside.findings)
    for finding in findings:
        yield from finding_lines(finding)
    works = [one.work for one in citations(encoding)]
    looked = sum(work not in beside.missing for work in works)
    told = f"{len(findings)} findings" if len(findings) != 1 else "1 finding"
    told = told if findings else "all well"
    if not beside.missing:
        yield f"{encoding.name}: {len(works)} citations, {told}."
    else:
        lacking = ", ".join(map(str, beside.missing))
        yield f"{encoding.name}: {looked} of {len(works)} citations looked at, {told}."
        yield f"    This corpus has no text of {lacking}."
    if beside.only_addresses:
        texts = ", ".join(map(str, beside.only_addresses))
        yield f"    Only addresses looked at, for the words are not ours: {texts}"


def _described(
    encoding: Encoding, own: tuple[Finding, ...], beside: TextCheck
) -> dict[str, object]:
    from statuteline.audit.encodings import shown

    return {
        "encoding": encoding.name,
        "findings": [
            {
                "kind": one.kind.value,
                "what": one.what,
                "where": shown(one.where),
                "hint": one.hint,
            }
            for one in (*own, *beside.findings)
        ],
        "missing": [str(work) for work in beside.missing],
        "only-addresses": [str(text) for text in beside.only_addresses],
    }


def show_uncovered(
    corpus: Corpus, encoding: Encoding, version: Version, at: date, form: str
) -> None:
    """Write which words of the text of a day no citation covers.

    Args:
        corpus: The corpus.
        encoding: The encoding.
        version: Its version of that day.
        at: The day of the law.
        form: ``text`` or ``json``.

    Raises:
        StatutelineError: If there is no text of that day, or none that is restated.
    """
    from statuteline.cli._texts import text_on
    from statuteline.errors import StatutelineError
    from statuteline.model.citation import Citation
    from statuteline.model.work import Words
    from statuteline.rules.uncovered import uncovered

    text = text_on(corpus, Citation(work=encoding.work), at).expression
    if text.words is not Words.RESTATED:
        raise StatutelineError(
            f"{text.id} is no restatement: its words are not those that encodings cite",
            hint="ask a corpus of restatements, with --corpus",
        )
    cover = uncovered(version, text)
    if form == "json":
        write_json(
            "rules-uncovered",
            {
                "encoding": encoding.name,
                "expression": str(text.id),
                "provisions": [
                    {
                        "eId": one.eid.text,
                        "words": one.words,
                        "cited": one.cited,
                        "not-encoded": one.left_out,
                        "uncovered": list(one.rest),
                    }
                    for one in cover
                ],
            },
        )
        return
    from statuteline.cli._params import columns

    say(f"{encoding.name} beside {text.id}\n")
    for line in _cover_lines(corpus, encoding, cover, columns()):
        say(line)


def _cover_lines(
    corpus: Corpus, encoding: Encoding, cover: tuple[ProvisionCover, ...], width: int
) -> Iterator[str]:
    from statuteline.audit.cited import provision_cited

    work = encoding.work
    for one in cover:
        place = provision_cited(corpus, work, one.eid, within=work)
        yield _shares(place, one.words, one.cited, one.left_out)
        rest = " … ".join(f"“{run}”" for run in one.rest)
        yield from wrap(rest, width, initial_indent="    ", subsequent_indent="    ")
    words = sum(one.words for one in cover)
    cited, left = sum(one.cited for one in cover), sum(one.left_out for one in cover)
    if words:
        yield ""
        yield _shares("In all", words, cited, left)
    else:
        yield "This corpus restates no words of it."


def _shares(named: str, words: int, cited: int, left_out: int) -> str:
    """Tell the shares of the words of a provision."""
    rest = words - cited - left_out
    return (
        f"{named}: {words} words, {cited / words:.0%} cited, "
        f"{left_out / words:.0%} named as not encoded, {rest / words:.0%} neither"
    )
