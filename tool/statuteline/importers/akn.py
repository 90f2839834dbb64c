"""Akoma Ntoso files that already have the shape of this corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.corpus.reader import read
from statuteline.errors import SourceError
from statuteline.importers.base import Importer, Source

if TYPE_CHECKING:
    from statuteline.model.work import Expression


def _read(source: Source) -> Expression:
    if source.uris is None:
        raise SourceError("An Akoma Ntoso file can only go to a corpus", where=source.name)
    expression = read(source.data, source.uris, source.name)
    if source.work is not None and source.work != expression.id.work:
        raise SourceError(
            f"The file says that it is {expression.id.work}, not {source.work}",
            where=source.name,
            hint="leave out --as: an Akoma Ntoso file names its own work",
        )
    return expression


IMPORTER = Importer(summary="An Akoma Ntoso file in the shape of this corpus.", read=_read)
