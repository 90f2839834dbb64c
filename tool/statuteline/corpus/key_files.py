"""Files of keys: private ones for their owner's eyes, and never in a corpus."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from statuteline.corpus.disk import write_file
from statuteline.corpus.locate import SETTINGS
from statuteline.errors import SealError
from statuteline.sealing.keys import read_public_key
from statuteline.sealing.signatures import new_private_key, read_private_key

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.sealing.keys import PublicKey
    from statuteline.sealing.signatures import Signer

_LARGEST: Final = 65_536  # bytes: more than any key has
_OTHERS: Final = 0o077  # what a group or anybody else may do


def make_keys(path: Path) -> tuple[Path, PublicKey]:
    """Make a pair of keys.

    Args:
        path: Where the private key goes: a file that is not there yet, outside of any
            corpus. Its owner alone may read it. The public one goes beside it, with
            ``.pub`` behind the name.

    Returns:
        The file of the public key, and that key.

    Raises:
        SealError: If one of them is there already, or lies in a corpus, or the disk
            refuses, or ``cryptography`` is not installed; nothing is then written.
    """
    public = path.with_name(f"{path.name}.pub")
    _check_outside(path)
    for one in (path, public):
        if one.exists() or one.is_symlink():
            raise SealError(
                "There is such a file already",
                where=str(one),
                hint="a key is never replaced: what it sealed could not be gone on with",
            )
    private = new_private_key()
    key = read_private_key(private, str(path)).key
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(private)
                stream.flush()
                os.fsync(stream.fileno())
            write_file(public, key.pem)
        except BaseException:
            path.unlink()
            raise
    except OSError as error:
        raise SealError(
            f"The keys cannot be written: {error.strerror}", where=str(path)
        ) from error
    return public, key


def open_signer(path: Path) -> Signer:
    """Open a private key.

    Args:
        path: Its file.

    Raises:
        SealError: If it cannot be read, others than its owner may read it, it lies in a
            corpus, it is no private key of the kind Ed25519 without a passphrase, or
            ``cryptography`` is not installed.
    """
    data = _read(path)
    _check_outside(path)
    if os.name == "posix" and path.stat().st_mode & _OTHERS:
        raise SealError(
            "Others than its owner may read the private key",
            where=str(path),
            hint=f"chmod 600 {path}",
        )
    return read_private_key(data, str(path))


def open_public_key(path: Path) -> PublicKey:
    """Open a public key.

    Raises:
        SealError: If the file cannot be read, or is no public key of the kind Ed25519.
    """
    return read_public_key(_read(path), str(path))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_LARGEST)
    except OSError as error:
        raise SealError(
            f"The key cannot be read: {error.strerror}",
            where=str(path),
            hint="`statuteline seal --new-key FILE` makes a pair of keys",
        ) from error


def _check_outside(path: Path) -> None:
    for folder in path.resolve().parents:
        if (folder / SETTINGS).is_file():
            raise SealError(
                f"A private key does not belong into a corpus: {folder} is one",
                where=str(path),
                hint="keep it where only you can read it; a corpus is for everybody",
            )
