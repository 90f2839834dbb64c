"""What two sections have in common, left out before they are read.

Most of a section stays when it is amended. A child whose bytes are the same in both
sections is the same provision; it need not be parsed, paired and proved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from statuteline.corpus.code_layout import without_indentation, without_layout, words_alone
from statuteline.corpus.code_narrow import LEVELS, narrowed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.diff.matches import Same

_LEVEL: Final = re.compile(
    rb"<((?:[A-Za-z][\w.-]*:)?(?:" + LEVELS + rb"))(?=[\s/>])"
    rb"""(?:[^>]*?\seId\s*=\s*["']([^"'&]*)["'])?"""
)
_END: Final = re.compile(rb"\s*</[^<>]*>\s*")
_LASTING_ID: Final = b"wId"


def without_shared(old: bytes, new: bytes) -> tuple[bytes, bytes, Same] | None:
    r"""Leave out what is the same in two sections.

    Where one provision holds all that differs, all beside it is left out; else an empty
    element is put in place of each child that is the same in both. A child of a section
    that has another number is the same if nothing but that number differs, in its address.

    Args:
        old: The bytes of the section before.
        new: Those of the section after.

    Returns:
        Both sections so, and the addresses of what is known to be the same. None where
        nothing is left out: where lasting ids are stated, where a provision has no
        address or one that another has, and where what is cut is not surely a child of
        the section.

    Example:
        >>> section = b'<section eId="s"><part eId="a"><p>%b</p></part>%b</section>'
        >>> old = section % (b"x", b'<part eId="b"><p>y</p></part>')
        >>> new = section % (b"x", b'<part eId="b"><p>z</p></part>')
        >>> without_shared(old, new)[1]
        b'<section eId="s"><part eId="a"/><part eId="b"><p>z</p></part></section>'
    """
    found = narrowed(old, new)
    if found is None and _indented(old) != _indented(new):
        found = narrowed(without_indentation(old), without_indentation(new))
    if found is not None:
        return found
    before, after = _cut(old), _cut(new)
    if before is None or after is None or before.name != after.name:
        return None
    both = before.children.keys() & after.children.keys()
    same = {key for key in both if _is_same(before.at(key), after.at(key))}
    if not same:
        return None
    eids = ((before.eid(key).decode(), after.eid(key).decode()) for key in same)
    return before.without(same), after.without(same), frozenset(eids)


def _indented(data: bytes) -> bytes:
    """Give the spaces that the second line begins with."""
    line = data[data.find(b"\n") + 1 :]
    return line[: len(line) - len(line.lstrip(b" \t"))]


def _is_same(old: bytes, new: bytes) -> bool:
    if old == new:
        return True
    words = words_alone(old) == words_alone(new)
    return words and without_layout(old) == without_layout(new)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A section cut at its children.

    Args:
        prefix: How addresses inside the section begin.
        name: The tag of all its children.
        head: The bytes before the first.
        children: The bytes of each, by its address without that prefix.
        tail: The bytes behind the last.
    """

    prefix: bytes
    name: bytes
    head: bytes
    children: dict[bytes, bytes]
    tail: bytes

    def eid(self, key: bytes) -> bytes:
        return self.prefix + key[2:] if key.startswith(b"__") else key

    def at(self, key: bytes) -> bytes:
        """Give the bytes of a child, its section's number left out of addresses."""
        return self.children[key].replace(b'"' + self.prefix, b'"__')

    def without(self, same: set[bytes]) -> bytes:
        return b"".join((self.head, *self._children(same), self.tail))

    def _children(self, same: set[bytes]) -> Iterator[bytes]:
        for key, data in self.children.items():
            left_out = b'<%b eId="%b"/>' % (self.name, self.eid(key))
            yield left_out if key in same else data


def _cut(data: bytes) -> _Parts | None:
    """Cut a section at its children; None where they cannot be told for sure."""
    levels = _LEVEL.findall(data)
    eids = {eid for _, eid in levels}
    if len(levels) == 1 or len(eids) < len(levels) or b"" in eids or _LASTING_ID in data:
        return None
    (section, eid), (name, _) = levels[:2]
    spans = _spans(data, name) if name != section else None
    if spans is None:
        return None
    prefix = eid + b"__"
    children = {}
    for start, end in spans:
        head = _LEVEL.match(data, start)
        if head is None:
            return None
        key = head.group(2)
        key = key[len(eid) :] if key.startswith(prefix) else key
        children[key] = data[start:end]
    return _Parts(prefix, name, data[: spans[0][0]], children, data[spans[-1][1] :])


def _spans(data: bytes, name: bytes) -> tuple[tuple[int, int], ...] | None:
    """Find the children by their tags; None if they are not surely the only ones.

    They stand one behind the other, and then nothing but the section's own end.
    """
    tag = re.escape(name)
    starts = [one.start() for one in re.finditer(rb"<%b(?=[\s/>])" % tag, data)]
    ends = [one.end() for one in re.finditer(rb"</%b\s*>" % tag, data)]
    if len(starts) != len(ends):
        return None
    spans = tuple(zip(starts, ends, strict=True))
    bounds = list(chain.from_iterable(spans))
    rising = all(one <= other for one, other in pairwise(bounds))
    gaps = (data[end:start] for end, start in zip(ends, starts[1:], strict=False))
    if not rising or any(map(bytes.strip, gaps)) or not _END.fullmatch(data, ends[-1]):
        return None
    return spans
