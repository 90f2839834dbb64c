"""Naming provisions and quoting words, as a lawyer would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statuteline.diff.ancestry import Ancestry
    from statuteline.model.provision import Provision

_QUOTED_WORDS: Final = 14
"""Words quoted whole; longer passages are shown by their ends."""
_TAILS: Final = {1: "st", 2: "nd", 3: "rd"}
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")


def name(path: Ancestry) -> str:
    """Name a provision by all its levels, innermost first.

    Args:
        path: The provision and what it lies in.

    Returns:
        Such as ``subdivision (2) of subsection (d)``; ``the section`` for the only
        one; ``the second paragraph`` where no number is printed.
    """
    if len(path.steps) == 1 and path.alone:
        return f"the {path.provision.level.value}"
    first = 1 if path.alone else 0
    above = (None, *path.steps)
    named = [
        _one(step, above[index])
        for index, step in enumerate(path.steps)
        if index >= first and (step is path.provision or _is_told(step, above[index]))
    ]
    return " of ".join(reversed(named))


def names(paths: Sequence[Ancestry]) -> str:
    """Name several provisions, as one where they are of one level and one parent.

    Args:
        paths: The provisions, in the order in which they are named.

    Returns:
        Such as ``subsections (b) and (c)``, or each by its own name.
    """
    told = [name(path) for path in paths]
    heads, rests = zip(*(one.partition(" of ")[::2] for one in told), strict=True)
    levels = {path.provision.level.value for path in paths}
    if len(set(rests)) == len(levels) == 1 and all(path.provision.num for path in paths):
        level = levels.pop()
        numbers = _listed([head.removeprefix(f"{level} ") for head in heads])
        return f"{level}s {numbers}{' of ' if rests[0] else ''}{rests[0]}"
    return _listed(told)


def _listed(words: Sequence[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def _one(provision: Provision, parent: Provision | None) -> str:
    level = provision.level.value
    if provision.num:
        bracketed = provision.num.startswith("(")
        if bracketed:
            return f"{level} {provision.num}"
        # Some makers print the level's name inside the number.
        told = provision.label.lower().startswith(f"{level} ")
        return provision.label if told else f"{level} {provision.label}"
    if provision.heading_text:
        return f"the {level} {quote(provision.heading_text)}"
    peers = _peers(provision, parent)
    if len(peers) == 1:
        return f"the {level}"
    place = next(i for i, peer in enumerate(peers, 1) if peer.eid == provision.eid)
    return f"the {_ordinal(place)} {level}"


def _is_told(provision: Provision, parent: Provision | None) -> bool:
    """Tell whether naming a level above helps to find what lies in it."""
    if provision.num or provision.heading_text:
        return True
    return len(_peers(provision, parent)) > 1


def _peers(provision: Provision, parent: Provision | None) -> tuple[Provision, ...]:
    if parent is None:
        return (provision,)
    return tuple(child for child in parent.children if child.level is provision.level)


def _ordinal(place: int) -> str:
    if place <= len(_ORDINALS):
        return _ORDINALS[place - 1]
    tail = "th" if place % 100 in {11, 12, 13} else _TAILS.get(place % 10, "th")
    return f"{place}{tail}"


def quote(text: str) -> str:
    """Put words between quotation marks; the middle of a long passage is left out."""
    words = text.split()
    if len(words) > _QUOTED_WORDS:
        words = [*words[: _QUOTED_WORDS // 2], "…", *words[-(_QUOTED_WORDS // 2) :]]
    return f"“{' '.join(words)}”"


def bare(place: str) -> str:
    """Drop the article of a name, to set "former" before it."""
    return place.removeprefix("the ")


def capital(text: str) -> str:
    """Begin a sentence with these words."""
    return text[:1].upper() + text[1:]
