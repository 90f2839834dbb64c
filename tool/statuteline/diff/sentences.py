"""One sentence for each change, as a lawyer would write it."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from statuteline.diff.edits import word_edits
from statuteline.diff.names import bare, capital, name, names, quote
from statuteline.model.change import RunKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statuteline.diff.ancestry import Ancestry
    from statuteline.diff.edits import WordEdit
    from statuteline.model.change import Change, Runs
    from statuteline.model.ids import ProvisionRef

_BARE: Final = 4
"""Characters up to which a replaced word is told with its neighbours."""
_TOLD_CHANGES: Final = 2
"""Changes told in one line of a log."""
_TOLD_EDITS: Final = 3
"""Changes told one by one; more are counted."""


def inserted(path: Ancestry, origin: Ancestry | None = None) -> str:
    """Tell that a provision is new.

    Args:
        path: The provision in the new text.
        origin: The provision of the old text that its act divided it off from, as
            the corpus records; None for none.
    """
    told = f"{capital(name(path))} is added"
    if origin is None:
        return f"{told}."
    return f"{told}, divided off from the former text of {name(origin)}."


def repealed(path: Ancestry, *, taken: bool = False) -> str:
    """Tell that a provision is gone.

    Args:
        path: The provision in the old text.
        taken: Whether another provision of the new text has its address.
    """
    place = name(path)
    return f"{f'Former {bare(place)}' if taken else capital(place)} is repealed."


def renumbered(old: Ancestry, new: Ancestry) -> str:
    """Tell that a provision has another number."""
    before, after = old.provision.num, new.provision.num
    if before is None:
        return f"{capital(name(old))} is given the number {quote(after or '')}."
    if after is None:
        return f"The number {quote(before)} of {name(new)} is removed."
    if name(old) == name(new):
        place = name(new)
        return f"The number of {place} changes from {quote(before)} to {quote(after)}."
    return f"Former {bare(name(old))} is now {name(new)}."


def moved(old: Ancestry, new: Ancestry) -> str:
    """Tell that a provision stands elsewhere."""
    if name(old) == name(new):
        return f"{capital(name(new))} stands at another place."
    return f"Former {bare(name(old))} is moved and is now {name(new)}."


def split(old: Ancestry, new: Sequence[Ancestry]) -> str:
    """Tell that the words of a provision went to several."""
    return f"Former {bare(name(old))} is split into {names(new)}."


def split_block(old: Ancestry, new: Sequence[Ancestry]) -> str:
    """Tell that undivided text went to several provisions."""
    alone = len(old.steps) == 1 and old.alone
    text = "undivided text" if alone else f"undivided text of {name(old)}"
    return f"The {text} is split into {names(new)}."


def merged(old: Sequence[Ancestry], new: Ancestry) -> str:
    """Tell that the words of several provisions are in one now."""
    return f"Former {bare(names(old))} are merged into {name(new)}."


def heading_changed(path: Ancestry, runs: Runs) -> str:
    """Tell that a heading reads differently."""
    before = "".join(run.text for run in runs if run.kind is not RunKind.INSERTED)
    after = "".join(run.text for run in runs if run.kind is not RunKind.DELETED)
    place = name(path)
    if not before:
        return f"{capital(place)} is given the heading {quote(after)}."
    if not after:
        return f"The heading {quote(before)} of {place} is removed."
    return f"The heading of {place} changes from {quote(before)} to {quote(after)}."


def divided(path: Ancestry, *parts: Runs) -> str:
    """Tell that undivided text became a part."""
    return f"The undivided text becomes {name(path)}, {_with_passages(*parts)}."


def joined(old: Ancestry, *parts: Runs) -> str:
    """Tell that a part became undivided text."""
    return f"Former {bare(name(old))} becomes undivided text, {_with_passages(*parts)}."


def amended(path: Ancestry, intro: Runs, wrap_up: Runs = ()) -> str:
    """Tell what changed in the words of a provision.

    Args:
        path: The provision in the new text.
        intro: Its words before the first child, if they changed.
        wrap_up: Its words behind the last child, if they changed.
    """
    place = name(path)
    parts = [runs for runs in (intro, wrap_up) if runs]
    if len(parts) == 1 and _is_whole(parts[0]):
        return _whole(path, parts[0], "opening" if intro else "closing")
    edits = tuple(chain.from_iterable(map(word_edits, parts)))
    changed = "".join(edit.deleted + edit.inserted for edit in edits)
    if not any(map(str.isalnum, changed)):
        return f"Only {'punctuation' if changed.strip() else 'spacing'} changes in {place}."
    if len(edits) > _TOLD_EDITS:
        return f"In {place}, {_passages(len(edits))} change; the first: {_told(edits[0])}."
    return f"In {place}, {'; '.join(map(_told, edits))}."


def conforming(path: Ancestry, *parts: Runs) -> str:
    """Tell that citations in a provision follow a renumbering."""
    edits = tuple(chain.from_iterable(map(word_edits, parts)))
    told = "; ".join(map(_told, edits[:_TOLD_EDITS]))
    rest = f"; and {len(edits) - _TOLD_EDITS} more" if len(edits) > _TOLD_EDITS else ""
    return f"In {name(path)}, references follow the renumbering: {told}{rest}."


def _is_whole(runs: Runs) -> bool:
    return all(run.kind is not RunKind.EQUAL for run in runs)


def _whole(path: Ancestry, runs: Runs, where: str) -> str:
    """Tell that all words of a part came, went or were replaced."""
    place = name(path)
    words = f"{where} words" if path.provision.children else "words"
    kinds = {run.kind for run in runs}
    if kinds == {RunKind.INSERTED}:
        return f"{capital(words)} are added to {place}."
    if kinds == {RunKind.DELETED}:
        return f"The {words} of {place} are deleted."
    if path.provision.children:
        return f"The {words} of {place} are rewritten."
    return f"{capital(place)} is rewritten."


def unseen(path: Ancestry, act: ProvisionRef | None) -> str:
    """Tell that an act changed words that this corpus does not hold."""
    by = _act(act)
    return f"{capital(name(path))} was changed by {by}; the words are not restated here."


def incomparable(path: Ancestry) -> str:
    """Tell that only one side has the words."""
    return f"{capital(name(path))} cannot be compared: one text does not restate it."


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


def _told(edit: WordEdit) -> str:
    deleted, inserted = edit.deleted.strip(), edit.inserted.strip()
    if deleted and inserted:
        words = any(map(str.isalnum, deleted)) and any(map(str.isalnum, inserted))
        if words and max(len(deleted), len(inserted)) <= _BARE:
            # "B" by "A" says little; the words around it say which.
            deleted, inserted = _in_context(edit, deleted), _in_context(edit, inserted)
        return f"{quote(deleted)} is replaced by {quote(inserted)}"
    if deleted:
        return f"{quote(deleted)} is deleted"
    if not inserted:
        return "spacing changes"
    context = " ".join(edit.before.split()[-3:])
    if not context:
        return f"{quote(inserted)} is inserted at the beginning"
    if not edit.after:
        return f"{quote(inserted)} is added at the end"
    return f"{quote(inserted)} is inserted after {quote(context)}"


def _in_context(edit: WordEdit, words: str) -> str:
    left = edit.before.split()[-1:] if edit.before.endswith(" ") else []
    right = edit.after.split()[:1] if edit.after.startswith(" ") else []
    return " ".join([*left, words, *right]).rstrip(".,;:")


def _with_passages(*parts: Runs) -> str:
    count = sum(1 for runs in parts for _ in word_edits(runs))
    return f"with {_passages(count)} changed" if count else "its words unchanged"


def _passages(count: int) -> str:
    return "1 passage" if count == 1 else f"{count} passages"
