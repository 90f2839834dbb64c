"""One sentence for each change, as a lawyer would write it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from statuteline.diff.tokens import is_word
from statuteline.model.change import RunKind
from statuteline.model.provision import Level, Provision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.change import Change, Runs
    from statuteline.model.ids import ProvisionRef

_QUOTED_WORDS: Final = 14
"""Words quoted whole; longer passages are shown by their ends."""
_BARE: Final = 4
"""Characters up to which a replaced word is told with its neighbours."""
_TOLD_CHANGES: Final = 2
"""Changes told in one line of a log."""
_TOLD_EDITS: Final = 3
"""Changes told one by one; more are counted."""

Ancestry = tuple[Provision, ...]


def name(path: Ancestry) -> str:
    """Name a provision by all its levels, innermost first.

    Args:
        path: The provision and what it lies in, outermost first.

    Returns:
        Such as ``subdivision (2) of subsection (d)``; ``the section`` at the top.
    """
    inner = [p for p in path if p.num is not None and p.level is not Level.SECTION]
    if not inner or (path[-1].num is None and path[-1].level is not Level.SECTION):
        top = path[-1]
        return f"the {top.level.value}" if top.num is None or len(path) == 1 else _one(top)
    return " of ".join(_one(p) for p in reversed(inner))


def _one(provision: Provision) -> str:
    return f"{provision.level.value} {provision.num or provision.label}"


def inserted(path: Ancestry) -> str:
    """Tell that a provision is new."""
    return f"{_capital(name(path))} is added."


def repealed(path: Ancestry) -> str:
    """Tell that a provision is gone."""
    return f"{_capital(name(path))} is repealed."


def renumbered(old: Ancestry, new: Ancestry) -> str:
    """Tell that a provision has another number."""
    return f"Former {name(old)} is now {name(new)}."


def moved(old: Ancestry, new: Ancestry) -> str:
    """Tell that a provision stands elsewhere."""
    if name(old) == name(new):
        return f"{_capital(name(new))} stands at another place."
    return f"Former {name(old)} is moved and is now {name(new)}."


def heading_changed(path: Ancestry, runs: Runs) -> str:
    """Tell that a heading reads differently."""
    before = "".join(run.text for run in runs if run.kind is not RunKind.INSERTED)
    after = "".join(run.text for run in runs if run.kind is not RunKind.DELETED)
    place = name(path)
    if not before:
        return f"{_capital(place)} is given the heading {_quote(after)}."
    if not after:
        return f"The heading {_quote(before)} of {place} is removed."
    return f"The heading of {place} changes from {_quote(before)} to {_quote(after)}."


def divided(path: Ancestry, runs: Runs) -> str:
    """Tell that undivided text became a part."""
    return f"The undivided text becomes {name(path)}, {_with_passages(runs)}."


def joined(old: Ancestry, runs: Runs) -> str:
    """Tell that a part became undivided text."""
    return f"Former {name(old)} becomes undivided text, {_with_passages(runs)}."


def amended(path: Ancestry, runs: Runs) -> str:
    """Tell what changed in the words of a provision."""
    place = name(path)
    if all(run.kind is not RunKind.EQUAL for run in runs):
        kinds = {run.kind for run in runs}
        if kinds == {RunKind.INSERTED}:
            return f"{_capital(place)} is given words of its own."
        if kinds == {RunKind.DELETED}:
            return f"{_capital(place)} loses words of its own."
        return f"{_capital(place)} is rewritten."
    edits = tuple(_edits(runs))
    if not any(map(is_word, chain.from_iterable((e.deleted, e.inserted) for e in edits))):
        return f"Only punctuation changes in {place}."
    if len(edits) > _TOLD_EDITS:
        return f"In {place}, {_passages(len(edits))} change; the first: {_told(edits[0])}."
    return f"In {place}, {'; '.join(map(_told, edits))}."


def unseen(path: Ancestry, act: ProvisionRef | None) -> str:
    """Tell that an act changed words that this corpus does not hold."""
    by = _act(act)
    return f"{_capital(name(path))} was changed by {by}; the words are not restated here."


def incomparable(path: Ancestry) -> str:
    """Tell that only one side has the words."""
    return f"{_capital(name(path))} cannot be compared: one text does not restate it."


def one_line(changes: tuple[Change, ...]) -> str:
    """Tell the changes of a comparison in one line: the first two, and how many more."""
    if not changes:
        return "No change of words."
    told = " ".join(change.summary for change in changes[:_TOLD_CHANGES])
    rest = len(changes) - _TOLD_CHANGES
    return f"{told} And {rest} more." if rest > 0 else told


def _act(act: ProvisionRef | None) -> str:
    if act is None:
        return "an act that our sources do not name"
    section = f", section {act.eid.text.partition('_')[2]}" if act.eid else ""
    return f"act {act.work.number}{section}"


@dataclass(frozen=True, slots=True)
class _Edit:
    """One change of words, with the kept words on both sides of it."""

    before: str
    deleted: str
    inserted: str
    after: str


def _edits(runs: Runs) -> Iterator[_Edit]:
    """Give each change, a deletion with the insertion that replaces it."""
    changed: dict[RunKind, str] = {}
    before = ""
    for run in runs:
        if run.kind is not RunKind.EQUAL:
            changed[run.kind] = changed.get(run.kind, "") + run.text
            continue
        if changed:
            yield _edit(before, changed, run.text)
            changed = {}
        before = run.text
    if changed:
        yield _edit(before, changed, "")


def _edit(before: str, changed: dict[RunKind, str], after: str) -> _Edit:
    return _Edit(
        before,
        changed.get(RunKind.DELETED, ""),
        changed.get(RunKind.INSERTED, ""),
        after,
    )


def _told(edit: _Edit) -> str:
    deleted, inserted = edit.deleted.strip(), edit.inserted.strip()
    if deleted and inserted:
        if max(len(deleted), len(inserted)) <= _BARE:
            # "B" by "A" says little; the words around it say which.
            deleted, inserted = _in_context(edit, deleted), _in_context(edit, inserted)
        return f"{_quote(deleted)} is replaced by {_quote(inserted)}"
    if deleted:
        return f"{_quote(deleted)} is deleted"
    if not inserted:
        return "spacing changes"
    context = " ".join(edit.before.split()[-3:])
    after = f" after {_quote(context)}" if context else " at the beginning"
    return f"{_quote(inserted)} is inserted{after}"


def _in_context(edit: _Edit, words: str) -> str:
    left = edit.before.split()[-1:] if edit.before.endswith(" ") else []
    right = edit.after.split()[:1] if edit.after.startswith(" ") else []
    return " ".join([*left, words, *right]).rstrip(".,;:")


def _quote(text: str) -> str:
    words = text.split()
    if len(words) > _QUOTED_WORDS:
        words = [*words[: _QUOTED_WORDS // 2], "…", *words[-_QUOTED_WORDS // 2 :]]
    return f"“{' '.join(words)}”"


def _with_passages(runs: Runs) -> str:
    count = sum(1 for _ in _edits(runs))
    return f"with {_passages(count)} changed" if count else "its words unchanged"


def _passages(count: int) -> str:
    return "1 passage" if count == 1 else f"{count} passages"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
