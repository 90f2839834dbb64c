"""Encodings, installed or held by a corpus, checked before they are used."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from statuteline.errors import RuleError
from statuteline.law import encoding_named, encodings
from statuteline.model.work import Words
from statuteline.rules.checking import check
from statuteline.rules.citing import works_cited
from statuteline.rules.joining import joined
from statuteline.rules.json_place import parsed
from statuteline.rules.text_checks import check_texts

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus
    from statuteline.rules.encodings import Encoding
    from statuteline.rules.findings import Finding
    from statuteline.rules.json_place import Place
    from statuteline.rules.text_checks import TextCheck


def loaded(name: str, corpus: Corpus) -> Encoding:
    """Take an encoding that stands, by itself and beside restated texts.

    Args:
        name: Its name, such as ``us-ct/vacatur``.
        corpus: The corpus that it is held against.

    Raises:
        RuleError: If there is no such encoding, or something is wrong with it: the
            message holds every finding, with file and line.
        CorpusError: If a text or a document of the corpus cannot be read.
    """
    return standing(encoding_named(name, all_encodings(corpus)), corpus)


def all_encodings(corpus: Corpus) -> tuple[Encoding, ...]:
    """List the encodings that are installed, and those that a corpus holds, by name.

    Args:
        corpus: The corpus; it holds documents of one version each, which are only read.

    Raises:
        CorpusError: If a document cannot be read.
        RuleError: If a document is none, or its encoding is installed already.
        PluginError: If a module of the law offers something else.
    """
    installed = encodings()
    documents = corpus.law_documents()
    if not documents:
        return installed
    own = joined(
        tuple(document_in(data, where) for where, data in documents),
        {one.name for one in installed},
    )
    return tuple(sorted((*installed, *own), key=lambda one: one.name))


def document_in(data: bytes, where: str) -> Place:
    """Take the JSON in a file.

    Args:
        data: What the file holds.
        where: Its name.

    Raises:
        RuleError: If it is not text in UTF-8, or no JSON as rules use it.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleError("This is not text in UTF-8", where=where) from error
    return parsed(text, where)


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
