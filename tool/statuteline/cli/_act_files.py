"""The files that commands on acts are given, and the corpora that they can work on."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuteline.acts.on_corpus import ActFile
    from statuteline.corpus.store import Corpus


def act_file(name: str) -> ActFile:
    """Read the file of an act; ``-`` is standard input.

    Raises:
        SourceError: If it cannot be read.
    """
    from statuteline.acts.on_corpus import ActFile
    from statuteline.errors import SourceError

    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise SourceError(
            f"The file cannot be read: {error.strerror}", where=name
        ) from error
    shown = "standard input" if name == "-" else Path(name).name
    return ActFile(name=shown, data=data, sha256=hashlib.sha256(data).hexdigest())


def refuse_restated(corpus: Corpus) -> None:
    """Refuse a corpus whose words are not those that an act can print.

    Raises:
        CorpusError: If its texts are not official.
    """
    from statuteline.errors import CorpusError
    from statuteline.model.work import Words

    if corpus.settings.text is not Words.OFFICIAL:
        raise CorpusError(
            "An act prints the official words, and this corpus restates the law",
            where=str(corpus.root),
            hint="`statuteline init DIR --text official` starts a corpus for the "
            "publisher's texts; import an edition into it, then use --corpus DIR",
        )
