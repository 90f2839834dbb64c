"""Two sections narrowed to the one provision in which they differ.

Most amendments of a section lie in one of its provisions. What both sections begin with
and what both end with is the same; of that only stays what the provision lies in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.diff.ends import common_ends
from statuteline.model.provision import Level

if TYPE_CHECKING:
    from statuteline.diff.matches import Same

LEVELS: Final = "|".join([*(level.value for level in Level), "hcontainer"]).encode()
"""The names of the elements of provisions, as alternatives of a pattern."""
_TAG: Final = re.compile(
    rb"<(/?)(?:[A-Za-z][\w.-]*+:)?(?:" + LEVELS + rb")(?=[\s/>])"
    rb"""(?:[^>]*?\seId\s*=\s*["']([^"'&]*)["'])?[^>]*>"""
)
_NUMBER: Final = re.compile(rb"\s*<(?:[A-Za-z][\w.-]*+:)?num[\s>]")
_TITLE: Final = re.compile(
    rb"(?:\s*<((?:[A-Za-z][\w.-]*+:)?(?:num|heading))(?=[\s>])[^>]*>.*?</\1\s*>)*",
    re.DOTALL,
)
_SLASH: Final = ord("/")
_LASTING_ID: Final = b"wId"
_SHARED: Final = 0.5
"""Share of a provision that must be the same on both sides. With less, other words of the
section might be more like it than its own."""


def narrowed(old: bytes, new: bytes) -> tuple[bytes, bytes, Same] | None:
    r"""Leave out what stands beside the one provision that holds all that differs.

    Args:
        old: The bytes of the section before.
        new: Those of the section after, laid out in the same way.

    Returns:
        Both sections with that provision, and with what it lies in, of which number and
        heading are left; and the addresses of the latter, without the section's. None
        where there is no such provision, and where it could matter what is left out:
        where lasting ids are stated, where a provision has no address or one that another
        has, or no number, so that it is told by its place.

    Example:
        >>> section = (
        ...     b'<section eId="s"><part eId="a"><num>a</num><p>x</p></part>'
        ...     b'<part eId="b"><num>b</num><p>%b</p></part></section>'
        ... )
        >>> narrowed(section % b"y", section % b"z")[1]
        b'<section eId="s"><part eId="b"><num>b</num><p>z</p></part></section>'
    """
    if _LASTING_ID in old or _LASTING_ID in new:
        return None
    start, end, new_end = _around(old, new)
    around = _Around(old, start, end)
    depth = around.left_open(new, start, new_end)
    more = len(new) - len(old)
    chain = _as_deep_as_sure(around.elements[:depth], max(more, 0))
    if len(chain) <= 1 or not all(_NUMBER.match(old, at.inside) for at in chain[1:]):
        return None
    same = frozenset((at.eid.decode(),) * 2 for at in chain[1:-1])
    return _kept(old, chain, 0), _kept(new, chain, more), same


@dataclass(slots=True)
class _Element:
    """Where an element of a provision lies, in bytes.

    Args:
        eid: Its address.
        start: Where its start tag begins.
        inside: Where that ends.
        close: Where its end tag begins.
        end: Where that ends.
    """

    eid: bytes
    start: int
    inside: int
    close: int = 0
    end: int = 0


def _around(old: bytes, new: bytes) -> tuple[int, int, int]:
    """Find what differs: where it begins, and where it ends in either; no tag is cut."""
    start, end = common_ends(old, new)
    opened = old.rfind(b"<", 0, start)
    if opened > old.rfind(b">", 0, start):
        start = opened
    rest = old[len(old) - end :]
    closed, opened = rest.find(b">"), rest.find(b"<")
    if closed < opened or opened < 0:
        end -= closed + 1
    return start, len(old) - end, len(new) - end


class _Around:
    """The provisions that a stretch of a section lies in.

    Args:
        data: The bytes of the section.
        start: Where the stretch begins.
        end: Where it ends.

    Attributes:
        elements: The provisions, the section first; none if that is not sure.
    """

    def __init__(self, data: bytes, start: int, end: int) -> None:
        self.elements: list[_Element] = []
        self._known: set[bytes] = set()
        self._open = 0
        here: set[bytes] = set()
        above: list[_Element] = []
        for tag in _TAG.finditer(data):
            closes, eid = tag.groups()
            before = tag.start() < start
            if closes and above:
                element = above.pop()
                element.close, element.end = tag.span()
                if element.inside <= start and end <= element.close:
                    self.elements.insert(0, element)
            elif closes or not eid or eid in self._known or eid in here:
                self.elements.clear()
                return
            else:
                (self._known if before or tag.start() >= end else here).add(eid)
                if data[tag.end() - 2] != _SLASH:
                    above.append(_Element(eid, *tag.span()))
            if before:
                self._open = len(above)

    def left_open(self, data: bytes, start: int, end: int) -> int:
        """Count those that the same stretch of another section lies in, too.

        Returns:
            How many, the section first; 0 if the stretch has an address that stands
            outside of it, or a provision without one.
        """
        known = set(self._known)
        depth = lowest = self._open
        for tag in _TAG.finditer(data, start, end):
            closes, eid = tag.groups()
            if closes:
                depth -= 1
                lowest = min(lowest, depth)
                continue
            if not eid or eid in known:
                return 0
            known.add(eid)
            depth += data[tag.end() - 2] != _SLASH
        return max(lowest, 0)


def _as_deep_as_sure(around: list[_Element], more: int) -> list[_Element]:
    """Leave off the innermost provisions where too little around them is the same.

    Args:
        around: The provisions around what differs, the section first.
        more: How many bytes longer they are on the other side, if they are.
    """
    # The section is known to be one on both sides; what lies in it is told by its words.
    for depth in range(1, len(around) - 1):
        outer, inner = around[depth : depth + 2]
        rest = (outer.end - outer.start) - (inner.end - inner.start)
        if rest < _SHARED * (outer.end - outer.start + more):
            return around[: depth + 1]
    return around


def _kept(data: bytes, chain: list[_Element], more: int) -> bytes:
    """Give what stays of one side, whose provisions end so many bytes later."""
    *above, last = chain
    heads = (data[one.start : _end_of_title(data, one.inside)] for one in above)
    tails = (data[one.close + more : one.end + more] for one in reversed(above))
    return b"".join((*heads, data[last.start : last.end + more], *tails))


def _end_of_title(data: bytes, at: int) -> int:
    """Find where number and heading end, which come first; ``at`` if there are none."""
    title = _TITLE.match(data, at)
    return title.end() if title is not None else at
