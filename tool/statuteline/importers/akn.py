"""Akoma Ntoso files that already have the shape of this corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.corpus.file_checks import FileChecks, Lines
from statuteline.corpus.reader import read_tree
from statuteline.corpus.safe_xml import parse_xml
from statuteline.corpus.schema import check_schema
from statuteline.errors import SourceError
from statuteline.importers.base import Importer, Source

if TYPE_CHECKING:
    from statuteline.model.work import Expression


def _read(source: Source) -> Expression:
    if source.uris is None:
        raise SourceError("An Akoma Ntoso file can only go to a corpus", where=source.name)
    root = parse_xml(source.data, source.name)
    check_schema(root, source.name)
    expression = read_tree(root, source.uris, source.name)
    if source.work is not None and source.work != expression.id.work:
        raise SourceError(
            f"The file says that it is {expression.id.work}, not {source.work}",
            where=source.name,
            hint="leave out --as: an Akoma Ntoso file names its own work",
        )
    place = expression.id.work.jurisdiction
    jurisdiction = next((j for j in source.uris.jurisdictions if j.id == place), None)
    checks = FileChecks(expression, Lines(root, source.name))
    # A recorded expression is never edited: its faults must be found before.
    for finding in checks.findings(expression.id, jurisdiction):
        raise SourceError(finding.what, where=finding.where, hint=finding.hint)
    return expression


IMPORTER = Importer(summary="An Akoma Ntoso file in the shape of this corpus.", read=_read)
