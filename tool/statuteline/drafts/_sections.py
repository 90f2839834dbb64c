"""Passages to provisions: where a section begins, and what its heading is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from statuteline.drafts._passages import Passage, passage
from statuteline.model.ids import EId, WId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import plain
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT, GENERAL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.model.text import Block

_SECTION: Final = re.compile(
    r"(?P<num>(?:Sec\.|SEC\.|Section|SECTION|§)\s*"
    r"(?P<label>[0-9]+[0-9A-Za-z]*(?:[.-][0-9A-Za-z]+)*)(?P<stop>[.:]?))"
    r"(?:\s+(?P<rest>.*))?",
    re.DOTALL | re.ASCII,
)
_DASHES: Final = re.compile(r"[—–-]\s+")
_ENDED: Final = re.compile(r"[.;:,?!—–][\"”’')\]]*$")
_CATCHLINE: Final = re.compile(
    r"(?P<heading>[^.;:]{1,200}\.)(?=\s*$|\s+\((?:a|A|1|i|I)\)\s)"
)
_FIRST_MARKER: Final = re.compile(r"\((?:a|A|1|i|I)\)\s")
_DEEPEST: Final = 99
"""Deeper than any heading: a section whose number only opens its words."""


@dataclass(slots=True, kw_only=True)
class _Open:
    """A section whose passages are still being gathered.

    Args:
        depth: The depth of the heading that opened it; 0 for words before any.
        num: Its number as printed; None for none.
        label: The bare number; empty for none.
        heading: The words of its heading.
        blocks: Its words.
    """

    depth: int = 0
    num: str | None = None
    label: str = ""
    heading: str = ""
    blocks: list[Block] = field(default_factory=list)


def sections(passages: tuple[Passage, ...]) -> tuple[Provision, ...]:
    """Part passages into sections.

    A section begins at a heading, or at a paragraph that begins with its number: "Sec.
    5." or "§ 54-95c.". Its heading is what the file calls one, what stands in bold
    behind the number, what ends without a stop in a line of its own, and the one short
    sentence before a first marker such as ``(a)``. Anything else is its words; so is a
    heading without a number, which only parts what it stands between.

    Args:
        passages: The text, in order.

    Returns:
        Sections, each with what lies below it: numbered (a), (1), (A), (i), (I), else
        in any other way that can be followed. Words before the first number, and
        headings without one, are levels without a number. A text without any heading
        and number is one section.
    """
    found: list[_Open] = []
    for index, here in enumerate(passages):
        following = passages[index + 1] if index + 1 < len(passages) else None
        opened = _opened(here, following, found[-1] if found else None)
        if opened is not None:
            found.append(opened)
            continue
        if not found:
            found.append(_Open())
        found[-1].blocks.append(here.block)
    return _provisions(found)


def _opened(here: Passage, following: Passage | None, last: _Open | None) -> _Open | None:
    """Open the section that a passage begins; None where it begins none."""
    section = _SECTION.fullmatch(here.words)
    if not here.heading:
        return _run_in(section, here, following) if section is not None else None
    if section is not None:
        rest = _DASHES.sub("", section["rest"] or "", count=1)
        return _numbered(section, here.heading, heading=rest)
    if last is not None and last.num and here.heading > last.depth:
        return None  # a heading inside a section: part of its words
    return _Open(depth=here.heading, blocks=[here.block])


def _run_in(
    section: re.Match[str], here: Passage, following: Passage | None
) -> _Open | None:
    """Open a section whose number only stands in front of its words."""
    rest = section["rest"] or ""
    ended = _ENDED.search(rest) is not None
    cut = 0
    if here.bold > section.end("num"):
        cut = here.bold - (len(here.words) - len(rest))
    elif not ended and following is not None and not _opens(following):
        cut = len(rest)
    elif not section["stop"]:
        return None  # "Section 5 of this act applies."
    else:
        catchline = _CATCHLINE.match(rest)
        whole = catchline is not None and catchline.end() == len(rest)
        if catchline is not None and (not whole or _is_marked(following)):
            cut = catchline.end()
    return _numbered(section, _DEEPEST, heading=rest[:cut], words=rest[cut:])


def _opens(here: Passage) -> bool:
    return here.heading > 0 or _SECTION.fullmatch(here.words) is not None


def _is_marked(here: Passage | None) -> bool:
    return here is not None and _FIRST_MARKER.match(here.words) is not None


def _numbered(
    section: re.Match[str], depth: int, *, heading: str = "", words: str = ""
) -> _Open:
    words = words.strip()
    return _Open(
        depth=depth,
        num=section["num"],
        label=section["label"],
        heading=heading.strip(),
        blocks=[passage(words).block] if words else [],
    )


def _provisions(found: Iterable[_Open]) -> tuple[Provision, ...]:
    every = tuple(found)
    if len(every) == 1 and not every[0].label:
        return (_provision(every[0], Level.SECTION, EId("sec")),)
    used: Counter[str] = Counter()
    made = []
    for number, one in enumerate(every, start=1):
        level = Level.SECTION if one.label else Level.LEVEL
        eid = _unused(level.prefix, one.label or str(number), used)
        made.append(_provision(one, level, eid))
    return tuple(made)


def _unused(prefix: str, number: str, used: Counter[str]) -> EId:
    """Make an address; a number that comes again gets its count behind it."""
    first = address = f"{prefix}_{number}"
    while used[address]:
        used[first] += 1
        address = f"{first}-{used[first]}"
    used[address] += 1
    return EId.parse(address)


def _provision(one: _Open, level: Level, eid: EId) -> Provision:
    top = Provision(
        level=level,
        eid=eid,
        wid=WId(eid.text),  # a draft has no lasting ids: this one says nothing more
        num=one.num,
        heading=plain(one.heading),
    )
    divided = divide(top, tuple(one.blocks), CONNECTICUT)
    return divided if divided.children else divide(top, tuple(one.blocks), GENERAL)
