"""Marks widened to whole words, for formats whose marks cannot stand inside one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.model.change import Run, RunKind
from statuteline.publish._marked import merged

if TYPE_CHECKING:
    from statuteline.model.change import Runs

_WHITE = " \t\n"


@dataclass(slots=True)
class _Segment:
    """Words of both texts, and what was deleted and inserted behind them."""

    equal: str = ""
    deleted: str = ""
    inserted: str = ""

    @property
    def changes(self) -> bool:
        return bool(self.deleted or self.inserted)

    def touches(self, mark: str) -> bool:
        """Tell whether a mark comes or goes here."""
        old, new = self.deleted, self.inserted
        if old.endswith(mark) and new.endswith(mark):
            old, new = old.removesuffix(mark), new.removesuffix(mark)
        elif old.startswith(mark) and new.startswith(mark):
            old, new = old.removeprefix(mark), new.removeprefix(mark)
        return mark in old + new

    def take(self, before: str = "", behind: str = "") -> None:
        """Let words of both texts stand inside the change."""
        self.deleted = before + self.deleted + behind
        self.inserted = before + self.inserted + behind


def whole_words(runs: Runs, *, only_around: str = "") -> Runs:
    """Widen each change until white space stands on both sides of it, in both texts.

    Args:
        runs: The words of one part of a provision.
        only_around: Widen only changes in which these characters come or go; those
            that both texts have at its end, or at its start, do not count.

    Returns:
        Runs of the same two texts. Words that a change touches without a space come
        twice, once deleted and once inserted.

    Example:
        >>> from statuteline.model.change import Run, RunKind
        >>> days = Run(kind=RunKind.EQUAL, text="for two days")
        >>> stop = Run(kind=RunKind.INSERTED, text=".")
        >>> [(run.kind.value, run.text) for run in whole_words((days, stop))]
        [('equal', 'for two '), ('deleted', 'days'), ('inserted', 'days.')]
    """
    done: list[_Segment] = []
    rest = _segments(runs)[::-1]
    while rest:
        here = rest.pop()
        if here.changes and here.touches(only_around):
            following = rest[-1].equal if rest else ""
            _widen_to_the_left(here, following)
            if rest and _widens_to_the_right(here, following):
                word, space = _first_word(following)
                here.take(behind=word)
                rest[-1].equal = space
                if not space:
                    nearest = rest.pop()
                    here.deleted += nearest.deleted
                    here.inserted += nearest.inserted
                    rest += [here] if nearest.changes else []
                    done += [] if nearest.changes else [here]
                    continue
        done.append(here)
    return merged(
        tuple(
            Run(kind=kind, text=text)
            for segment in done
            for kind, text in (
                (RunKind.EQUAL, segment.equal),
                (RunKind.DELETED, segment.deleted),
                (RunKind.INSERTED, segment.inserted),
            )
        )
    )


def _segments(runs: Runs) -> list[_Segment]:
    segments = [_Segment()]
    for run in runs:
        if run.kind is RunKind.EQUAL and segments[-1].changes:
            segments.append(_Segment())
        match run.kind:
            case RunKind.EQUAL:
                segments[-1].equal += run.text
            case RunKind.DELETED:
                segments[-1].deleted += run.text
            case RunKind.INSERTED:
                segments[-1].inserted += run.text
    return segments


def _widen_to_the_left(here: _Segment, following: str) -> None:
    starts = ((text + following)[:1] for text in (here.deleted, here.inserted))
    if any(start not in _WHITE for start in starts):
        kept = len(here.equal.rstrip(_WHITE)) == len(here.equal)
        word = here.equal[_last_space(here.equal) :] if kept else ""
        here.equal = here.equal[: len(here.equal) - len(word)]
        here.take(before=word)


def _widens_to_the_right(here: _Segment, following: str) -> bool:
    ends = ((here.equal + text)[-1:] for text in (here.deleted, here.inserted))
    return following[:1] not in _WHITE and any(end not in _WHITE for end in ends)


def _last_space(text: str) -> int:
    """Find where the last word begins."""
    return max(text.rfind(space) for space in _WHITE) + 1


def _first_word(text: str) -> tuple[str, str]:
    """Part the first word from what follows it."""
    size = min((at for space in _WHITE if (at := text.find(space)) >= 0), default=len(text))
    return text[:size], text[size:]
