"""A whole code in one Akoma Ntoso file: found section by section, read where needed.

Most sections of a code do not change between two editions. Their bytes are compared
where they lie; only sections that differ are parsed.
"""

from __future__ import annotations

import mmap
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from statuteline.corpus.foreign import read_frame, read_provision
from statuteline.corpus.names import AKN, akn
from statuteline.corpus.safe_xml import parse_xml
from statuteline.diff.codes import Code, Section
from statuteline.errors import MalformedXmlError, SchemaViolationError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from statuteline.model.provision import Provision

_ROOT: Final = re.compile(rb"<([A-Za-z][\w.-]*:)?akomaNtoso\b[^>]*>")
_EID: Final = re.compile(rb"""\b(?:eId|id)\s*=\s*["']([^"']*)["']""")
_HEAD_BYTES: Final = 65_536


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a section lies in its file, in bytes, end excluded."""

    start: int
    end: int


def read_code(path: Path) -> Code:
    """Open a code that lies in one file.

    Args:
        path: An Akoma Ntoso file whose body holds sections, at any depth.

    Returns:
        The code: its sections in order, each with what it lies in and a way to read
        it, and each title, chapter and the like as an entry without its sections.

    Raises:
        MalformedXmlError: If the file is no XML that we accept.
        SchemaViolationError: If it is no Akoma Ntoso document with sections.
    """
    where = str(path)
    try:
        with path.open("rb") as stream:
            data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise MalformedXmlError(f"The file cannot be read: {error}", where=where) from error
    return _CodeFile(data, where).read()


class _CodeFile:
    """One file: its bytes, and the pieces that are sections."""

    def __init__(self, data: mmap.mmap, where: str) -> None:
        self._data = data
        self._where = where
        root = _ROOT.search(data, 0, _HEAD_BYTES)
        if root is None:
            raise SchemaViolationError(
                "The root is not akomaNtoso", where=f"{where}:1", hint=f"of {AKN}"
            )
        self._open = root.group()
        self._prefix = root.group(1) or b""
        self._close = b"</" + self._prefix + b"akomaNtoso>"
        # Bytes can be cut at tags only where nothing else may hold a "<".
        for mark in (b"<!--", b"<![CDATA["):
            if data.find(mark) >= 0:
                line = data[: data.find(mark)].count(b"\n") + 1
                raise MalformedXmlError(
                    "A code may hold no comments and no CDATA",
                    where=f"{where}:{line}",
                    hint="remove them, for example with xmllint --noent --nocdata",
                )

    def read(self) -> Code:
        pieces = tuple(self._pieces())
        root = self._skeleton(pieces)
        return Code(
            text=read_frame(root, self._where),
            sections=tuple(self._sections(root, pieces)),
        )

    def _pieces(self) -> Iterator[_Piece]:
        """Find sections by their tags; a section inside a section is part of it."""
        name = self._prefix + b"section"
        tag = re.compile(rb"<(/?)" + re.escape(name) + rb"(?=[\s/>])[^>]*?(/?)>")
        depth = start = 0
        for match in tag.finditer(self._data):
            closes, empty = match.group(1), match.group(2)
            if closes:
                depth -= 1
            elif not empty:
                if depth == 0:
                    start = match.start()
                depth += 1
            if depth < 0:
                raise self._fault(
                    "A section is closed that was never opened", match.start()
                )
            if depth == 0 and (closes or empty):
                yield _Piece(match.start() if empty else start, match.end())
        if depth:
            raise self._fault("A section is never closed", start)

    def _skeleton(self, pieces: tuple[_Piece, ...]) -> etree._Element:
        """Parse what is left of the file when each section is one empty element."""
        parts: list[bytes] = []
        at = 0
        for number, piece in enumerate(pieces):
            parts += (
                self._data[at : piece.start],
                b"<" + self._prefix + b'section status="%d"/>' % number,
            )
            at = piece.end
        parts.append(self._data[at:])
        root = parse_xml(b"".join(parts), self._where)
        if not pieces:
            raise SchemaViolationError(
                "The file holds no section", where=f"{self._where}:{root.sourceline}"
            )
        return root

    def _sections(
        self, root: etree._Element, pieces: tuple[_Piece, ...]
    ) -> Iterator[Section]:
        for element in root.iter("*"):
            if element.tag == akn("section"):
                yield self._section(pieces[int(element.get("status") or 0)], element)
            elif element.find(akn("heading")) is not None and element.get("eId"):
                yield self._container(element)

    def _section(self, piece: _Piece, placeholder: etree._Element) -> Section:
        head = self._data[piece.start : self._data.find(b">", piece.start)]
        eid = _EID.search(head)
        if eid is None:
            raise self._fault("A section has no eId", piece.start)

        def read() -> Provision:
            source = self._open + self._data[piece.start : piece.end] + self._close
            return read_provision(parse_xml(source, self._where)[0], self._where)

        return Section(
            eid=eid.group(1).decode(),
            home=_home(placeholder),
            content=memoryview(self._data)[piece.start : piece.end],
            read=read,
        )

    def _container(self, element: etree._Element) -> Section:
        """Make an entry of a title or chapter: its number and heading alone."""
        bare = etree.Element(element.tag, {"eId": element.get("eId") or ""})
        for name in ("num", "heading"):
            child = element.find(akn(name))
            if child is not None:
                etree.SubElement(bare, akn(name)).text = "".join(map(str, child.itertext()))
        return Section(
            eid=element.get("eId") or "",
            home=_home(element),
            content=memoryview(etree.tostring(bare)),
            read=lambda: read_provision(bare, self._where),
        )

    def _fault(self, what: str, at: int) -> MalformedXmlError:
        line = self._data[:at].count(b"\n") + 1
        return MalformedXmlError(what, where=f"{self._where}:{line}")


def _home(element: etree._Element) -> str:
    parent = element.getparent()
    return (parent.get("eId") or "") if parent is not None else ""
