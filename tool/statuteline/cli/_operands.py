"""The texts that ``diff`` is asked to compare: days, versions, works or files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from statuteline.cli._output import say
from statuteline.cli._params import today
from statuteline.cli._texts import text_on
from statuteline.errors import CorpusError, IdentifierError
from statuteline.model.citation import Citation
from statuteline.model.ids import ExpressionId, parse_date

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus
    from statuteline.model.work import Expression


def version_of(corpus: Corpus, citation: Citation, word: str) -> Expression:
    """Find the text of a work on a day, or in a version.

    Raises:
        IdentifierError: If the word is neither a day nor a version.
        StatutelineError: If there is no such text; the message says why.
    """
    if word == "today":
        return text_on(corpus, citation, today()).expression
    if citation != Citation(work=citation.work):
        raise IdentifierError(
            "Whole texts are compared, not one part",
            where=corpus.cited(citation),
            hint=f"write {citation.work.number}; the comparison tells part by part",
        )
    if "@" in word:
        work, separator, label = word.rpartition("/")
        if separator and corpus.cite(work).work != citation.work:
            raise IdentifierError(
                f"{word} is not a text of {citation.work}",
                hint="give two texts and no work: statuteline diff A B",
            )
        expression = ExpressionId.parse(f"{citation.work}/{label}")
        known = corpus.expression_ids(citation.work)
        if expression not in known:
            raise CorpusError(
                f"There is no text {expression}",
                hint="there are " + ", ".join(one.label for one in known),
            )
        return corpus.read(expression)
    try:
        day = parse_date(word)
    except IdentifierError as error:
        raise IdentifierError(
            f"{word!r} is neither a day nor a version of {citation.work}",
            hint="write a day as YYYY-MM-DD or today, a version as eng@YYYY-MM-DD",
        ) from error
    return text_on(corpus, citation, day).expression


def operand(corpus: Corpus, word: str) -> Expression:
    """Find a text by file, by expression id, or as a work in force today.

    Args:
        corpus: The corpus.
        word: A path, ``-`` for standard input, an expression id or a citation.

    Raises:
        StatutelineError: If there is no such text.
    """
    path = Path(word)
    if word == "-" or _is_file(path) or _names_a_file(path):
        return _from_file(corpus, word)
    if "@" in word:
        work, _, version = word.rpartition("/")
        return version_of(corpus, corpus.cite(work), version)
    _refuse_lone_day(word)
    return text_on(corpus, corpus.cite(word), today()).expression


def _from_file(corpus: Corpus, word: str) -> Expression:
    """Read Akoma Ntoso, or a draft of any kind; what its bytes are decides."""
    from statuteline.cli._files import file_bytes, shown_name
    from statuteline.drafts import is_xml, read_draft
    from statuteline.drafts.base import DraftFile

    data = file_bytes(word)
    if Path(word).suffix.lower() == ".xml" or is_xml(data):
        from statuteline.corpus.foreign import read_any

        return read_any(data, corpus.uris, word)
    name = shown_name(word)
    draft = read_draft(DraftFile(name=name, data=data, read_on=today()))
    for note in draft.notes:
        say(f"Note: {name}: {note}", err=True)
    return draft.expression


def _refuse_lone_day(word: str) -> None:
    try:
        parse_date(word)
    except IdentifierError:
        return
    raise IdentifierError(
        f"{word} is a day; of what work, and compared with which other day?",
        hint="statuteline diff 54-95c 2016-10-01 2021-10-01",
    )


def _names_a_file(path: Path) -> bool:
    """Tell by its ending that a word means a file, even one that is not there."""
    from statuteline.drafts import draft_suffixes

    return path.suffix.lower() in draft_suffixes() | {".xml"}


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # such as a word too long for a file name
        return False
