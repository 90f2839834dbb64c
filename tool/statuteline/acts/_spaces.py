"""Spaces around marks, shared out so that the words of both sides read cleanly.

Print has one space where each side needs its own, or none: behind a bracket the new
words bring a space, and the old ones already had one. Here a side keeps a space only
where its own words need it.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from statuteline.model.change import Run, RunKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.change import Runs

_WHITE: Final = re.compile(r"\s+")
_BEFORE_STOP: Final = re.compile(r" (?=[.,;:)])")
_STOPS: Final = frozenset(".,;:)")
"""No canonical text has a space before these."""
_CLOSING: Final = frozenset("]”’?!%")
_OPENING: Final = frozenset("([“‘$")
_BOTH: Final = (RunKind.DELETED, RunKind.INSERTED)
_LAST: Final = 1000
"""No gap has so many spaces."""
_SIDES: Final = {
    RunKind.EQUAL: frozenset(_BOTH),
    RunKind.DELETED: frozenset({RunKind.DELETED}),
    RunKind.INSERTED: frozenset({RunKind.INSERTED}),
}

_Gaps: TypeAlias = "tuple[tuple[int, ...], ...]"


class _Atom(NamedTuple):
    """Words without a space at either end, or one space."""

    kind: RunKind
    text: str

    @property
    def space(self) -> bool:
        return self.text == " "


def spaced(runs: Iterable[Run]) -> Runs:
    """Share out the spaces of one paragraph or cell.

    Args:
        runs: Its words as they are printed, without brackets that are marks.

    Returns:
        Runs of which neighbours differ in kind, with the same words. What is equal
        and deleted is canonical, and what is equal and inserted.

    Example:
        >>> from statuteline.model.change import Run, RunKind
        >>> printed = [
        ...     Run(kind=RunKind.EQUAL, text="for "),
        ...     Run(kind=RunKind.DELETED, text="two"),
        ...     Run(kind=RunKind.EQUAL, text=" "),
        ...     Run(kind=RunKind.INSERTED, text="three"),
        ...     Run(kind=RunKind.EQUAL, text=" days"),
        ... ]
        >>> [(run.kind.value, run.text) for run in spaced(printed)]
        [('equal', 'for '), ('deleted', 'two'), ('inserted', 'three'), ('equal', ' days')]
    """
    atoms = [atom for run in runs for atom in _atoms(run)]
    kept = _kept(*(tuple(_gaps(atoms, side)) for side in _BOTH))
    settled: list[_Atom] = []
    for place, atom in enumerate(atoms):
        if not atom.space:
            settled.append(atom)
        elif place in kept:
            settled.append(_Atom(kept[place], " "))
    return tuple(
        Run(kind=kind, text="".join(atom.text for atom in group))
        for kind, group in groupby(settled, key=lambda atom: atom.kind)
    )


def _atoms(run: Run) -> Iterator[_Atom]:
    text = _WHITE.sub(" ", unicodedata.normalize("NFC", run.text))
    core = text.strip(" ")
    if not core:
        if text:
            yield _Atom(run.kind, " ")
        return
    if text.startswith(" "):
        yield _Atom(run.kind, " ")
    yield _Atom(run.kind, _BEFORE_STOP.sub("", core))
    if text.endswith(" "):
        yield _Atom(run.kind, " ")


def _kept(old: _Gaps, new: _Gaps) -> dict[int, RunKind]:
    """Choose one space for each gap, as far as can be the same for both sides."""
    choices = {place: len(gap) for gap in reversed(new) for place in gap}
    olds = {min(gap, key=lambda place: choices.get(place, _LAST)) for gap in old}
    news = {next((place for place in gap if place in olds), gap[0]) for gap in new}
    return (
        dict.fromkeys(olds, RunKind.DELETED)
        | dict.fromkeys(news, RunKind.INSERTED)
        | dict.fromkeys(olds & news, RunKind.EQUAL)
    )


def _gaps(atoms: list[_Atom], side: RunKind) -> Iterator[tuple[int, ...]]:
    """Give the places of the spaces at each gap between the words of one side."""
    last = ""
    spaces: list[int] = []
    parted = False  # whether words of the other side stand between these
    before_space = False  # the same, before the first space
    quoted = False  # whether an odd number of straight quotation marks went before
    for place, atom in enumerate(atoms):
        if side not in _SIDES[atom.kind]:
            parted = parted or not atom.space
        elif atom.space:
            before_space = before_space if spaces else parted
            spaces.append(place)
        else:
            if (last and spaces) and not (
                atom.text[0] in _STOPS
                or (parted and _closes(atom.text[0], quoted=quoted))
                or (before_space and _opens(last, quoted=quoted))
            ):
                yield tuple(spaces)
            last, spaces, parted = atom.text[-1], [], False
            quoted ^= atom.text.count('"') % 2 == 1


def _closes(character: str, *, quoted: bool) -> bool:
    return character in _CLOSING or (character == '"' and quoted)


def _opens(character: str, *, quoted: bool) -> bool:
    return character in _OPENING or (character == '"' and quoted)
