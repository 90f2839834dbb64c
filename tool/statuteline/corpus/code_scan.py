"""One pass over the bytes of a whole code: where its sections lie, and their digests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from lxml import etree

from statuteline.corpus.names import AKN, akn
from statuteline.corpus.safe_xml import parse_xml
from statuteline.errors import MalformedXmlError, SchemaViolationError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT: Final = re.compile(rb"<([A-Za-z][\w.-]*:)?akomaNtoso\b[^>]*>")
_EID: Final = re.compile(rb"""\s(?:eId|id)\s*=\s*["']([^"']*)["']""")
_HEAD_BYTES: Final = 65_536
DIGEST_BYTES: Final = 16

Span = tuple[int, int]
"""First byte, and the byte behind the last one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a code holds and where: its sections, titles and chapters in order.

    All columns have one entry each; columns, for a code has tens of thousands.

    Args:
        open: The start tag of the file's root, which declares its namespaces.
        close: The end tag of that root.
        frame: The document with an empty body.
        eids: Addresses; none stands twice.
        homes: The address of what each lies in; empty at the top.
        digests: Digests of their bytes.
        spans: Where sections lie in the file; empty at 0 for a title or chapter.
        bares: Number and heading of titles and chapters; empty for a section.
    """

    open: bytes
    close: bytes
    frame: bytes
    eids: tuple[str, ...]
    homes: tuple[str, ...]
    digests: tuple[bytes, ...]
    spans: tuple[Span, ...]
    bares: tuple[bytes, ...]


def scan(data: bytes, where: str) -> Contents:
    """Find what a code holds, in one pass over its bytes.

    Args:
        data: The bytes of the file.
        where: The file's name, for messages.

    Raises:
        MalformedXmlError: If the file is no XML that we accept.
        SchemaViolationError: If it is no Akoma Ntoso document with sections.
    """
    return _Scan(data, where).contents()


def digest_of(data: bytes | memoryview) -> bytes:
    """Digest the bytes of one entry, in the way that processors have instructions for."""
    return sha256(data, usedforsecurity=False).digest()[:DIGEST_BYTES]


class _Scan:
    """One pass over one file."""

    def __init__(self, data: bytes, where: str) -> None:
        self._data = data
        self._where = where
        root = _ROOT.search(data, 0, _HEAD_BYTES)
        if root is None:
            raise SchemaViolationError(
                f"The root is not akomaNtoso of {AKN}",
                where=f"{where}:1",
                hint="a code is one Akoma Ntoso file; `statuteline diff` compares others",
            )
        self._prefix = root.group(1) or b""
        self._open = root.group()

    def contents(self) -> Contents:
        self._refuse_declarations()
        groups = tuple(self._groups(self._spans()))
        root = self._without_sections(groups)
        entries = tuple(self._entries(root, groups))
        if not entries:
            raise SchemaViolationError(
                "No section of the file is one of Akoma Ntoso",
                where=f"{self._where}:{root.sourceline}",
                hint=f"its namespace is {akn('section')[1:].partition('}')[0]}",
            )
        eids, homes, digests, spans, bares = zip(*entries, strict=True)
        return Contents(
            open=self._open,
            close=b"</" + self._prefix + b"akomaNtoso>",
            frame=_frame(root),
            eids=eids,
            homes=homes,
            digests=digests,
            spans=spans,
            bares=bares,
        )

    def _refuse_declarations(self) -> None:
        """Refuse all "<!": bytes can be cut at tags only where these alone hold a "<"."""
        at = self._data.find(b"!")  # which is rare, so that this is one quick pass
        while at >= 0:
            if self._data[at - 1 : at] == b"<":
                raise self._fault(
                    "A code may hold no comments, no CDATA and no document type",
                    at,
                    "remove them, for example with xmllint --noent --nocdata",
                )
            at = self._data.find(b"!", at + 1)

    def _spans(self) -> tuple[Span, ...]:
        """Find sections by their tags; a section inside a section is part of it."""
        name = re.escape(self._prefix) + rb"section"
        starts = [one.start() for one in re.finditer(rb"<%b(?=[\s/>])" % name, self._data)]
        ends = [one.end() for one in re.finditer(rb"</%b\s*>" % name, self._data)]
        spans = tuple(zip(starts, ends, strict=False))
        bounds = list(chain.from_iterable(spans))
        if len(starts) == len(ends) and all(one < other for one, other in pairwise(bounds)):
            return spans
        return tuple(self._nested(name))

    def _nested(self, name: bytes) -> Iterator[Span]:
        """Find the outermost sections where some are empty or lie in others."""
        depth = start = 0
        for match in re.finditer(rb"<(/?)%b(?=[\s/>])[^>]*?(/?)>" % name, self._data):
            closes, empty = match.groups()
            if depth == 0:
                start = match.start()
            if closes:
                depth -= 1
            elif not empty:
                depth += 1
            if depth < 0:
                raise self._fault("A section is closed that was never opened", start)
            if depth == 0:
                yield start, match.end()
        if depth:
            raise self._fault("A section is never closed", start)

    def _groups(self, spans: tuple[Span, ...]) -> Iterator[tuple[Span, ...]]:
        """Group the sections between which nothing stands: they lie in one parent."""
        number = 0
        numbers = []
        for at, (start, _) in enumerate(spans):
            gap = self._data[spans[at - 1][1] : start] if at else b""
            number += bool(gap.strip())
            numbers.append(number)
        for _, group in groupby(zip(numbers, spans, strict=True), key=lambda one: one[0]):
            yield tuple(span for _, span in group)

    def _without_sections(self, groups: tuple[tuple[Span, ...], ...]) -> etree._Element:
        """Parse what is left of the file when each group is one empty element."""
        parts: list[bytes] = []
        at = 0
        tag = b"<" + self._prefix + b'section status="%d"/>'
        for number, group in enumerate(groups):
            parts += (self._data[at : group[0][0]], tag % number)
            at = group[-1][1]
        parts.append(self._data[at:])
        frame = parse_xml(b"".join(parts), self._where)
        if not groups:
            raise SchemaViolationError(
                "The file holds no section", where=f"{self._where}:{frame.sourceline}"
            )
        return frame

    def _entries(
        self, root: etree._Element, groups: tuple[tuple[Span, ...], ...]
    ) -> Iterator[_Entry]:
        section, heading = akn("section"), akn("heading")
        known: set[str] = set()
        for element in root.iter("*"):
            parent = element.getparent()
            home = (parent.get("eId") or "") if parent is not None else ""
            found: tuple[_Entry, ...] = ()
            if element.tag == section:
                found = tuple(
                    self._section(span, home) for span in self._group(element, groups)
                )
            elif element.get("eId") and element.find(heading) is not None:
                bare = _bare(element)
                found = ((element.get("eId") or "", home, digest_of(bare), _NONE, bare),)
            for entry in found:
                if entry[0] in known:
                    raise self._fault(
                        f"The address {entry[0]} stands twice",
                        entry[3][0],
                        "give each section an eId of its own",
                    )
                known.add(entry[0])
                yield entry

    def _group(
        self, element: etree._Element, groups: tuple[tuple[Span, ...], ...]
    ) -> tuple[Span, ...]:
        """Give the sections that an empty element stands for."""
        # A section of the file itself is still there where its prefix is another.
        if (element.prefix or "") != self._prefix.decode().removesuffix(":"):
            raise SchemaViolationError(
                "A section has another prefix than <akomaNtoso>",
                where=f"{self._where}:{element.sourceline}",
                hint="give all elements of Akoma Ntoso the same prefix",
            )
        return groups[int(element.get("status") or 0)]

    def _section(self, span: Span, home: str) -> _Entry:
        start, end = span
        head = _EID.search(self._data, start, self._data.find(b">", start))
        if head is None:
            raise self._fault("A section has no eId", start)
        try:
            eid = head.group(1).decode()
        except UnicodeDecodeError:
            raise self._fault("The eId of a section is not UTF-8", start) from None
        return eid, home, digest_of(self._data[start:end]), span, b""

    def _fault(self, what: str, at: int, hint: str = "") -> MalformedXmlError:
        line = self._data[:at].count(b"\n") + 1
        return MalformedXmlError(what, where=f"{self._where}:{line}", hint=hint)


_Entry: TypeAlias = tuple[str, str, bytes, Span, bytes]
_NONE: Final[Span] = (0, 0)


def _bare(element: etree._Element) -> bytes:
    """Give a title or chapter without what lies in it: its number and heading."""
    bare = etree.Element(element.tag, {"eId": element.get("eId") or ""})
    for name in ("num", "heading"):
        child = element.find(akn(name))
        if child is not None:
            etree.SubElement(bare, akn(name)).text = "".join(map(str, child.itertext()))
    return etree.tostring(bare)


def _frame(root: etree._Element) -> bytes:
    """Give the document with an empty body."""
    for name in ("body", "mainBody"):
        for body in root.iter(akn(name)):
            body.clear()
    return etree.tostring(root)
