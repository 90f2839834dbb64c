"""One pass over the bytes of a whole code: where its sections lie, and their digests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, groupby, pairwise
from typing import TYPE_CHECKING, Final

from lxml import etree

from statuteline.corpus.names import AKN, akn
from statuteline.corpus.safe_xml import parse_xml
from statuteline.errors import MalformedXmlError, SchemaViolationError

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT: Final = re.compile(rb"<([A-Za-z][\w.-]*:)?akomaNtoso\b[^>]*>")
_EID: Final = re.compile(rb"""\s(?:eId|id)\s*=\s*["']([^"']*)["']""")
_HEAD_BYTES: Final = 65_536
_DIGEST_BYTES: Final = 16

Span = tuple[int, int]
"""First byte, and the byte behind the last one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A section, title or chapter of a code.

    Args:
        eid: Its address.
        home: The address of what it lies in; empty at the top.
        digest: The digest of its bytes.
        span: Where a section lies in the file; empty at 0 for a title or chapter.
        bare: Number and heading of a title or chapter; empty for a section.
    """

    eid: str
    home: str
    digest: bytes
    span: Span
    bare: bytes = b""


def digest_of(data: bytes | memoryview) -> bytes:
    """Digest the bytes of one entry."""
    return blake2b(data, digest_size=_DIGEST_BYTES).digest()


class Scan:
    """What one pass over a file finds.

    Args:
        data: The bytes of the file.
        where: The file's name, for messages.

    Attributes:
        open: The start tag of the root.
        close: Its end tag.
        frame: The document without its sections.
        entries: Its sections, titles and chapters in order.

    Raises:
        MalformedXmlError: If the file is no XML that we accept.
        SchemaViolationError: If it is no Akoma Ntoso document with sections.
    """

    def __init__(self, data: bytes, where: str) -> None:
        self._data = data
        self._where = where
        root = _ROOT.search(data, 0, _HEAD_BYTES)
        if root is None:
            raise SchemaViolationError(
                "The root is not akomaNtoso", where=f"{where}:1", hint=f"of {AKN}"
            )
        self._prefix = root.group(1) or b""
        self.open = root.group()
        self.close = b"</" + self._prefix + b"akomaNtoso>"
        self._refuse_declarations()
        spans = self._spans()
        groups = tuple(self._groups(spans))
        self.frame = self._without_sections(groups)
        self.entries = tuple(self._entries(groups))

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

    def _entries(self, groups: tuple[tuple[Span, ...], ...]) -> Iterator[Entry]:
        section, heading = akn("section"), akn("heading")
        known: set[str] = set()
        for element in self.frame.iter("*"):
            parent = element.getparent()
            home = (parent.get("eId") or "") if parent is not None else ""
            found: tuple[Entry, ...] = ()
            if element.tag == section:
                group = groups[int(element.get("status") or 0)]
                found = tuple(self._section(span, home) for span in group)
            elif element.get("eId") and element.find(heading) is not None:
                found = (_container(element, home),)
            for entry in found:
                if entry.eid in known:
                    raise self._fault(
                        f"The address {entry.eid} stands twice",
                        entry.span[0],
                        "give each section an eId of its own",
                    )
                known.add(entry.eid)
                yield entry

    def _section(self, span: Span, home: str) -> Entry:
        start, end = span
        head = _EID.search(self._data, start, self._data.find(b">", start))
        if head is None:
            raise self._fault("A section has no eId", start)
        digest = digest_of(self._data[start:end])
        return Entry(head.group(1).decode(), home, digest, span)

    def _fault(self, what: str, at: int, hint: str = "") -> MalformedXmlError:
        line = self._data[:at].count(b"\n") + 1
        return MalformedXmlError(what, where=f"{self._where}:{line}", hint=hint)


def _container(element: etree._Element, home: str) -> Entry:
    """Give a title or chapter without what lies in it: its number and heading."""
    bare = etree.Element(element.tag, {"eId": element.get("eId") or ""})
    for name in ("num", "heading"):
        child = element.find(akn(name))
        if child is not None:
            etree.SubElement(bare, akn(name)).text = "".join(map(str, child.itertext()))
    data = etree.tostring(bare)
    return Entry(element.get("eId") or "", home, digest_of(data), (0, 0), data)
