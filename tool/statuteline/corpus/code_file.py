"""A whole code in one Akoma Ntoso file: found section by section, read where needed.

Most sections of a code do not change between two editions. A digest of each section's
bytes tells which do; only those are parsed.
"""

from __future__ import annotations

import os
import weakref
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from typing import TYPE_CHECKING

from statuteline.corpus.code_index import read_index
from statuteline.corpus.code_layout import without_indentation, without_layout, words_alone
from statuteline.corpus.code_parts import without_shared
from statuteline.corpus.code_scan import digest_of, scan
from statuteline.corpus.foreign import read_frame, read_provision
from statuteline.corpus.safe_xml import parse_part, parse_xml
from statuteline.diff.codes import Code
from statuteline.diff.sections import Form, Section
from statuteline.errors import MalformedXmlError

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.corpus.code_scan import Span
    from statuteline.model.provision import Provision


def read_code(path: Path) -> Code:
    """Open a code that lies in one file.

    Args:
        path: An Akoma Ntoso file whose body holds sections, at any depth.

    An index beside the file that is as new as the file saves the pass over its bytes.

    Returns:
        The code: its sections in order, each with what it lies in and a way to read
        it, and each title, chapter and the like as an entry without its sections.

    Raises:
        MalformedXmlError: If the file is no XML that we accept.
        SchemaViolationError: If it is no Akoma Ntoso document with sections.
    """
    file = _File(path)
    contents = read_index(path) or scan(file.whole(), file.where)
    form = Form(
        parse=ParseSection(contents.open, contents.close, file.where),
        even=without_indentation,
        plain=without_layout,
        text=words_alone,
        without_shared=without_shared,
    )
    loads = map(
        partial,
        repeat(file.read),
        contents.eids,
        contents.digests,
        contents.spans,
        contents.bares,
    )
    columns = contents.eids, contents.homes, contents.digests, loads, repeat(form)
    return Code(
        text=read_frame(parse_xml(contents.frame, file.where), file.where),
        sections=tuple(map(Section, *columns)),
    )


@dataclass(frozen=True, slots=True)
class ParseSection:
    """Makes a provision of the bytes of one section.

    Args:
        open: The start tag of the file's root, which declares its namespaces.
        close: The end tag of that root.
        where: The file's name, for messages.
    """

    open: bytes
    close: bytes
    where: str

    def __call__(self, data: bytes) -> Provision:
        """Parse the bytes.

        Raises:
            MalformedXmlError: If they are no XML that we accept.
            SchemaViolationError: If they are no level of Akoma Ntoso.
        """
        root = parse_part(self.open + data + self.close, self.where)
        return read_provision(root[0], self.where)


class _File:
    """A file that is open as long as a section of it may be asked for.

    Args:
        path: The file.

    Raises:
        MalformedXmlError: If it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.where = str(path)
        try:
            self._number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        except OSError as error:
            raise self._unreadable(error) from error
        weakref.finalize(self, os.close, self._number)

    def whole(self) -> bytes:
        """Give all its bytes."""
        try:
            with os.fdopen(os.dup(self._number), "rb") as stream:
                return stream.read()
        except OSError as error:
            raise self._unreadable(error) from error

    def read(self, eid: str, digest: bytes, span: Span, bare: bytes) -> bytes:
        """Give the bytes of one entry.

        Raises:
            MalformedXmlError: If they are not what they were when the file was scanned.
        """
        if bare:
            return bare
        start, end = span
        try:
            os.lseek(self._number, start, os.SEEK_SET)
            data = os.read(self._number, end - start)
        except OSError as error:
            raise self._unreadable(error) from error
        if digest_of(data) != digest:
            raise MalformedXmlError(
                "The file was changed while it was read",
                where=f"{self.where}: {eid}",
                hint="compare again when nothing writes to it",
            )
        return data

    def _unreadable(self, error: OSError) -> MalformedXmlError:
        return MalformedXmlError(
            f"The file cannot be read: {error.strerror}", where=self.where
        )
