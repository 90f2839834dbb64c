"""Taking an encoding as all commands of the law as code do: checked before it is used."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from statuteline.errors import RuleError

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus
    from statuteline.rules.encodings import Encoding
    from statuteline.rules.findings import Finding
    from statuteline.rules.text_checks import TextCheck


def loaded(name: str, corpus: Corpus) -> Encoding:
    """Take an encoding that stands, by itself and beside restated texts.

    Args:
        name: Its name, such as ``us-ct/vacatur``.
        corpus: The corpus that it is held against.

    Raises:
        RuleError: If there is no such encoding, or something is wrong with it: the
            message holds every finding, with file and line.
        CorpusError: If a text cannot be read.
    """
    from statuteline.law import encoding

    return standing(encoding(name), corpus)


def standing(encoding: Encoding, corpus: Corpus) -> Encoding:
    """Give an encoding back if it stands, by itself and beside restated texts.

    Args:
        encoding: The encoding.
        corpus: The corpus. Works that it lacks are not looked at. Texts that are not
            restated are left to ``rules --check``: of an official code a user may hold
            one edition only, divided in its own way, and still has cases to decide.

    Raises:
        RuleError: If something is wrong with it: the message holds every finding.
        CorpusError: If a text cannot be read.
    """
    from statuteline.model.work import Words

    own, beside = checked(encoding, corpus)
    restated = corpus.settings.text is Words.RESTATED
    findings = (*own, *beside.findings) if restated else own
    if findings:
        told = "\n".join(f"  {line}" for one in findings for line in finding_lines(one))
        count = "1 finding" if len(findings) == 1 else f"{len(findings)} findings"
        raise RuleError(f"The encoding {encoding.name} does not stand, {count}:\n{told}")
    return encoding


def checked(encoding: Encoding, corpus: Corpus) -> tuple[tuple[Finding, ...], TextCheck]:
    """Check an encoding by itself, and hold it against the texts of a corpus.

    Raises:
        CorpusError: If a text cannot be read.
    """
    from statuteline.rules.checking import check
    from statuteline.rules.citing import works_cited
    from statuteline.rules.text_checks import check_texts

    works = works_cited(encoding)
    texts = {work: corpus.expressions(work) for work in works if corpus.holds(work)}
    return check(encoding), check_texts(encoding, texts)


def finding_lines(finding: Finding) -> tuple[str, ...]:
    """Tell a finding in a line, and how to mend it in a second one."""
    line = f"{shown(finding.where)}: {finding.kind.value}: {finding.what}"
    return (line, f"    {finding.hint}") if finding.hint else (line,)


def shown(where: str) -> str:
    """Shorten files below the present folder, in which people look first."""
    return where.replace(f"{Path.cwd()}{os.sep}", "")
