"""The folder ``seals`` of a corpus: each seal appears whole in it, or not at all."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from statuteline.corpus.disk import flush, remove_empty, write_file
from statuteline.corpus.inside import check_inside
from statuteline.errors import CorpusError
from statuteline.sealing.chain import ADDED, KEY, OTHERS, SEAL, SIGNATURE, Stored
from statuteline.sealing.findings import unsealed
from statuteline.sealing.making import FOLDER, place_of

if TYPE_CHECKING:
    from statuteline.sealing.findings import SealFinding

_NUMBER: Final = re.compile(r"[0-9]{4,9}")
_NAMES: Final = (SEAL, SIGNATURE, KEY, ADDED, OTHERS)


def read_seals(root: Path) -> tuple[tuple[Stored, ...], tuple[SealFinding, ...]]:
    """Read the seals of a corpus.

    Args:
        root: The corpus folder.

    Returns:
        The seals by number, as they lie there, unchecked; and what else lies there.

    Raises:
        CorpusError: If a file cannot be read.
    """
    folder = root / FOLDER
    stored, strays = [], []
    try:
        for path in sorted(folder.iterdir()) if folder.is_dir() else []:
            number = int(path.name) if _NUMBER.fullmatch(path.name) else 0
            is_seal = number > 0 and place_of(number) == f"{FOLDER}/{path.name}"
            if not is_seal or path.is_symlink() or not path.is_dir():
                strays.append(path)
                continue
            strays += [
                one
                for one in sorted(path.iterdir())
                if one.name not in _NAMES or one.is_symlink() or not one.is_file()
            ]
            stored.append(_stored(path, number))
    except OSError as error:
        raise CorpusError(
            f"A seal cannot be read: {error.strerror}", where=str(error.filename or folder)
        ) from error
    return tuple(sorted(stored, key=lambda one: one.number)), tuple(
        unsealed(
            "stray",
            f"{path.name} is no part of a seal",
            path.relative_to(root).as_posix(),
            "remove it",
        )
        for path in strays
        if not path.name.startswith(".")
    )


def add_seal(root: Path, seal: Stored) -> None:
    """Write a seal.

    Args:
        root: The corpus folder.
        seal: The seal.

    Raises:
        CorpusError: If there is one of this number already, a symbolic link leads to its
            place, or the disk refuses; nothing is then changed.
    """
    place = root / seal.place
    check_inside(root, place)
    files = dict(
        zip(
            _NAMES,
            (seal.seal, seal.signature, seal.key, seal.added, seal.others),
            strict=True,
        )
    )
    try:
        _put(place, files)
    except OSError as error:
        raise CorpusError(
            f"The seal cannot be written: {error.strerror}",
            where=str(place),
            hint="has somebody else made this seal meanwhile?" if place.exists() else "",
        ) from error


def _put(place: Path, files: dict[str, bytes]) -> None:
    seals, made = place.parent, None
    missing = [seals] if not seals.exists() else []
    try:
        seals.mkdir(exist_ok=True)
        for left in seals.glob(".new-*"):
            shutil.rmtree(left)  # a seal that was cut off while it was written
        made = Path(tempfile.mkdtemp(prefix=".new-", dir=seals))
        for name, data in files.items():
            write_file(made / name, data)
        made.chmod(0o755)
        made = made.rename(place)
        flush([place / SEAL])
    except BaseException:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)
        remove_empty(missing)
        raise


def _stored(folder: Path, number: int) -> Stored:
    seal, signature, key, added, others = (
        path.read_bytes() if path.is_file() else b""
        for path in (folder / name for name in _NAMES)
    )
    return Stored(
        place=place_of(number),
        number=number,
        seal=seal,
        signature=signature,
        key=key,
        added=added,
        others=others,
    )
