"""Writing one version as Akoma Ntoso, and what was written where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from generated_code.node import Kind, Node

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

_URI: Final = "/akn/xx/act/2020/code"
_SINCE: Final = "2020-01-01"
_INDENT: Final = "  "


@dataclass(frozen=True, slots=True)
class Written:
    """What one version says, by the identity of its nodes.

    Args:
        eids: The addresses.
        own: Heading and words as written, without what lies below.
        drawn: The same with citations as ``@7``, so that they stay when numbers change.
        above: The identity of what each node lies in; none for titles.
    """

    eids: dict[int, str] = field(default_factory=dict)
    own: dict[int, tuple[str, str]] = field(default_factory=dict)
    drawn: dict[int, tuple[str, str]] = field(default_factory=dict)
    above: dict[int, int] = field(default_factory=dict)


def write(path: Path, day: str, tops: Iterable[Node], cited: Mapping[int, str]) -> Written:
    """Write one version.

    Args:
        path: The file.
        day: The date of this version, as ISO 8601.
        tops: Its titles, or its sections if it has none.
        cited: The number of each section that words cite by its index.

    Returns:
        What was written where.
    """
    file = _File(cited)
    lines = [_head(day)]
    for top in tops:
        lines += file.node(top, None, _INDENT * 3)
    lines.append("    </body>\n  </act>\n</akomaNtoso>\n")
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
    return file.written


class _File:
    """Lays nodes out as elements, and keeps account of them."""

    def __init__(self, cited: Mapping[int, str]) -> None:
        self.written = Written()
        self._cited = cited

    def node(self, node: Node, above: Node | None, indent: str) -> Iterator[str]:
        """Give the lines of a node and of all below it."""
        eid = self._record(node, above)
        element, inner = node.kind.element, indent + _INDENT
        heading, words = self.written.own[node.uid]
        num = node.kind.printed.format(node.label)
        yield f'{indent}<{element} eId="{eid}">\n{inner}<num>{num}</num>\n'
        if heading:
            yield f"{inner}<heading>{escape(heading)}</heading>\n"
        if words:
            name = "intro" if node.kids else "content"
            yield f"{inner}<{name}>\n{inner}{_INDENT}<p>{escape(words)}</p>\n"
            yield f"{inner}</{name}>\n"
        for kid in node.kids:
            yield from self.node(kid, node, inner)
        yield f"{indent}</{element}>\n"

    def _record(self, node: Node, above: Node | None) -> str:
        written = self.written
        eid = f"{node.kind.prefix}_{node.label}"
        if above is not None:
            written.above[node.uid] = above.uid
            # Sections are numbered through the code, whatever chapter they lie in.
            if node.kind is not Kind.SECTION:
                eid = f"{written.eids[above.uid]}__{eid}"
        written.eids[node.uid] = eid
        drawn = " ".join(node.words)
        written.drawn[node.uid] = node.heading, drawn
        words = " ".join(map(self._resolved, node.words)) if "@" in drawn else drawn
        written.own[node.uid] = node.heading, words
        return eid

    def _resolved(self, word: str) -> str:
        if not word.startswith("@"):
            return word
        bare = word.rstrip(".,")
        return self._cited[int(bare[1:])] + word[len(bare) :]


def _head(day: str) -> str:
    levels = "".join(
        f"""
        <{name}>
          <FRBRthis value="{uri}/!main"/>
          <FRBRuri value="{uri}"/>
          <FRBRdate date="{date}" name="{told}"/>
          <FRBRauthor href="#nobody"/>{more}
        </{name}>"""
        for name, uri, date, told, more in (
            (
                "FRBRWork",
                _URI,
                _SINCE,
                "enactment",
                '\n          <FRBRcountry value="xx"/>',
            ),
            (
                "FRBRExpression",
                f"{_URI}/eng@{day}",
                day,
                "version",
                '\n          <FRBRlanguage language="eng"/>',
            ),
            ("FRBRManifestation", f"{_URI}/eng@{day}.xml", day, "generation", ""),
        )
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
  <act name="act">
    <meta>
      <identification source="#nobody">{levels}
      </identification>
    </meta>
    <body>
"""
