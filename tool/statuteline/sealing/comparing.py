"""Files held against the seals over them, and the seals against an older one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003
from typing import TYPE_CHECKING, Final

from statuteline.errors import SealError
from statuteline.sealing.findings import tampering, unsealed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.sealing.chain import Chain, Sealed
    from statuteline.sealing.findings import SealFinding
    from statuteline.sealing.listing import Entry

_SEAL_IT: Final = "`statuteline seal` seals it, once you know that it is right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """What lies in a corpus folder.

    Args:
        texts: The files of its expressions.
        others: All other files that seals are over.
        odd: Paths of what is no plain file, such as links to elsewhere, or cannot be
            listed.
    """

    texts: tuple[Entry, ...]
    others: tuple[Entry, ...]
    odd: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedText:
    """A text that a seal added.

    Args:
        path: Its file, below the corpus folder.
        seal: The number of the seal.
    """

    path: str
    seal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFile:
    """A file other than a text that is not as it was.

    Args:
        path: The file, below the corpus folder.
        how: ``added``, ``changed`` or ``removed``.
    """

    path: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What later seals vouch for that an earlier one did not.

    Args:
        number: The number of the earlier seal.
        day: Its day.
        texts: The texts that were added, by seal.
        others: The other files that differ between that seal and the last.
    """

    number: int
    day: date
    texts: tuple[AddedText, ...]
    others: tuple[ChangedFile, ...]


def file_findings(chain: Chain, present: Present) -> Iterator[SealFinding]:
    """Find files that are not as the seals say.

    Args:
        chain: The seals; where some are not sound, the files are held against those
            before, and what those do not know is not told.
        present: What lies in the folder.
    """
    last = chain.last
    if last is None:
        return
    is_whole = chain.rest == 0
    sealed, texts = chain.texts, dict(present.texts)
    for path, digest in sorted(sealed.items()):
        if path not in texts:
            what = "The text was sealed, and is gone"
            yield tampering("removed", what, path, "restore it: texts are never removed")
        elif texts[path] != digest:
            what = "The text is not as it was sealed"
            yield tampering("altered", what, path, "restore it: texts are never edited")
    for path in present.odd:
        what = "This is no plain file, or has a name that cannot be printed"
        yield unsealed("odd", what, path, "seals are over plain files only: remove it")
    if not is_whole:
        return
    for path in texts:
        if path not in sealed:
            yield unsealed("added", "The text is not sealed yet", path, _SEAL_IT)
    for one in _differences(last.others, present.others):
        what = f"The file was {one.how} since the last seal"
        hint = "whether that was right, no seal can tell; `statuteline seal` seals it so"
        yield unsealed(f"file-{one.how}", what, one.path, hint)


def changed_since(chain: Chain, number: int) -> Since:
    """Tell what was sealed after a seal.

    Args:
        chain: The seals.
        number: The number of the earlier seal.

    Raises:
        SealError: If there is no sound seal of this number.
    """
    last = chain.last
    if last is None or not 1 <= number <= last.seal.number:
        known = f"seals 1 to {last.seal.number} are sound" if last else "there is none"
        raise SealError(f"There is no sound seal {number}", where="--since", hint=known)
    old = chain.seals[number - 1]
    return Since(
        number=number,
        day=old.seal.day,
        texts=tuple(
            AddedText(path=path, seal=one.seal.number)
            for one in chain.seals[number:]
            for path, _ in one.added
        ),
        others=tuple(_differences(old.others, last.others)),
    )


def history_findings(
    chain: Chain, digest: str, number: int | None
) -> Iterator[SealFinding]:
    """Find out whether an older seal is one of the chain.

    Args:
        chain: The seals.
        digest: The digest of the older seal, from where nobody could change it.
        number: Its number; None where only the digest is known.
    """
    if any(one.digest == digest for one in chain.seals):
        return
    count, told = len(chain.seals), f"seal {number}" if number else "the seal"
    here: Sealed | None = chain.seals[number - 1] if number and number <= count else None
    if here is not None:
        what = f"Seal {number} here is another one than that given: history was rewritten"
    else:
        what = f"The digest of {told} that was given is not among the {count} sound seals"
    yield tampering(
        "history",
        f"{what} ({digest})",
        "seals",
        "whoever holds the older seal has the proof: keep it, and ask who sealed this",
    )


def _differences(old: tuple[Entry, ...], new: tuple[Entry, ...]) -> Iterator[ChangedFile]:
    before, after = dict(old), dict(new)
    for path in sorted(before.keys() | after.keys()):
        if path not in before:
            yield ChangedFile(path=path, how="added")
        elif path not in after:
            yield ChangedFile(path=path, how="removed")
        elif before[path] != after[path]:
            yield ChangedFile(path=path, how="changed")
